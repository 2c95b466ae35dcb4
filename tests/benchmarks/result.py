"""One figure of a benchmark, with what it is held against."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """`value` and `baseline` are medians in `unit`; `target` says when the figure holds."""

    name: str
    value: float
    unit: str
    baseline: float | None
    ratio: float | None
    target: str
    holds: bool


def at_most(name: str, ours: list[float], theirs: list[float], limit: float, unit: str) -> Result:
    """Our median is at most `limit` times the baseline's."""
    ratio = _ratio(ours, theirs)
    return _compared(name, ours, theirs, unit, (f"ratio at most {limit:g}", ratio <= limit))


def at_least(name: str, ours: list[float], theirs: list[float], limit: float, unit: str) -> Result:
    """Our median throughput is at least `limit` times the baseline's."""
    ratio = _ratio(ours, theirs)
    return _compared(name, ours, theirs, unit, (f"ratio at least {limit:g}", ratio >= limit))


def told(name: str, ours: list[float], theirs: list[float], unit: str) -> Result:
    """A figure that nothing was promised of."""
    return _compared(name, ours, theirs, unit, ("none, for information", True))


def _ratio(ours: list[float], theirs: list[float]) -> float:
    return statistics.median(ours) / statistics.median(theirs)


def _compared(
    name: str, ours: list[float], theirs: list[float], unit: str, judged: tuple[str, bool]
) -> Result:
    target, holds = judged
    return Result(
        name=name,
        value=round(statistics.median(ours), 4),
        unit=unit,
        baseline=round(statistics.median(theirs), 4),
        ratio=round(_ratio(ours, theirs), 3),
        target=target,
        holds=holds,
    )


def under(
    name: str, value: float, limit: float, unit: str, baseline: float | None = None
) -> Result:
    """Our figure is below a fixed limit."""
    return Result(
        name=name,
        value=round(value, 3),
        unit=unit,
        baseline=None if baseline is None else round(baseline, 3),
        ratio=None if not baseline else round(value / baseline, 3),
        target=f"under {limit:g} {unit}",
        holds=value < limit,
    )


def p95(times: list[float]) -> float:
    """What 95 of 100 times stay below."""
    return statistics.quantiles(times, n=20)[-1]


def in_turn(runs: int, *measures: Callable[[], float]) -> list[list[float]]:
    """Run the measures in turn, so that a slow moment of the machine meets all of them."""
    times: list[list[float]] = [[] for _measure in measures]
    for _run in range(runs):
        for found, measure in zip(times, measures, strict=True):
            found.append(measure())
    return times
