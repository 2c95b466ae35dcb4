"""Sums as dots, or lines between their bounds, on a logarithmic axis a currency."""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from annotator.analysis.drawing.look import SMALL, Look, bare, label, note, say_empty, set_height
from annotator.analysis.table import Row, Table
from annotator.domain import Modality
from annotator.formats import digits
from annotator.i18n import gettext as _

MOST_SUMS = 30
_ROW_HEIGHT = 0.24
_FRAME_HEIGHT = 1.1
_PANEL_FRAME = 0.75
_FEW_DECADES = 2.5
_UNITS = ((1e12, _("tn")), (1e9, _("bn")), (1e6, _("m")), (1e3, _("k")))


@dataclass(frozen=True, slots=True)
class _Bar:
    name: str
    words: str
    low: float | None
    high: float | None
    done: bool

    @property
    def ends(self) -> list[float]:
        return [end for end in (self.low, self.high) if end]


def draw_amounts(figure: Figure, table: Table, look: Look) -> None:
    """The largest sums of each currency, a panel each, for currencies cannot be compared."""
    groups = _by_currency(table)
    if not groups:
        say_empty(figure, look)
        return
    bars = sum(map(len, groups.values()))
    heights = [len(group) + _PANEL_FRAME / _ROW_HEIGHT for group in groups.values()]
    set_height(figure, _FRAME_HEIGHT + _ROW_HEIGHT * sum(heights))
    note(figure, [_key(groups), _left_out(len(table.rows) - bars)], look)
    panels = figure.subplots(len(groups), 1, squeeze=False, height_ratios=heights)[:, 0]
    for axes, (currency, group) in zip(panels, groups.items(), strict=True):
        _draw_panel(axes, currency or _("Currency unknown"), group, look)


def _by_currency(table: Table) -> Mapping[str, list[_Bar]]:
    """The largest sums, by currency, the currency with most of them first."""
    position = table.position("currency")
    groups: defaultdict[str, list[_Bar]] = defaultdict(list)
    for row in table.rows:
        bar = _bar(row, table)
        if bar.ends:
            groups[str(row.cells[position])].append(bar)
    ranked = sorted(groups.items(), key=lambda group: -len(group[1]))
    share = max(3, MOST_SUMS // max(1, len(ranked)))
    return {
        currency: sorted(group, key=lambda bar: -max(bar.ends))[:share]
        for currency, group in ranked[: MOST_SUMS // 3]
    }


def _bar(row: Row, table: Table) -> _Bar:
    cells = dict(zip((column.key for column in table.columns), row.cells, strict=True))
    parties = [str(text) for key, text in cells.items() if key.startswith("role.") and text]
    return _Bar(
        name=" → ".join(label(party, length=22) for party in parties) or _("not named"),
        words=str(cells["amount"]),
        low=_positive(cells["low"]),
        high=_positive(cells["high"]),
        done=cells["modality"] == Modality.FACT.value,
    )


def _positive(cell: object) -> float | None:
    """A sum that a logarithmic axis can show."""
    if not isinstance(cell, int | float) or cell <= 0 or not math.isfinite(cell):
        return None
    return float(cell)


def _draw_panel(axes: Axes, currency: str, bars: list[_Bar], look: Look) -> None:
    bare(axes, look)
    axes.set_xscale("log")
    for place, bar in enumerate(bars):
        _draw_bar(axes, place, bar, look)
    ends = [end for bar in bars for end in bar.ends]
    room = max(10.0, max(ends) / min(ends)) ** 0.3  # for the words beside the last dot
    axes.set_xlim(min(ends) / room**0.35, max(ends) * room)
    axes.set_ylim(len(bars) - 0.4, -0.6)
    names = [bar.name for bar in bars]
    axes.set_yticks(range(len(bars)), names, color=look.ink, fontsize=SMALL)
    axes.grid(axis="x", color=look.line, linewidth=0.6)
    axes.set_axisbelow(True)
    decades = math.log10(axes.get_xlim()[1] / axes.get_xlim()[0])
    steps = (1.0, 2.0, 5.0) if decades < _FEW_DECADES else (1.0,)
    axes.xaxis.set_major_locator(LogLocator(subs=steps, numticks=12))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(_short_sum))
    axes.set_title(label(currency), loc="left", fontsize=9.5, color=look.ink)


def _draw_bar(axes: Axes, place: int, bar: _Bar, look: Look) -> None:
    """A dot, a line between bounds, or an arrowhead on the side where the bound is open."""
    face = look.accent if bar.done else look.paper
    marks = {"o": bar.ends} if bar.low and bar.high else {">" if bar.low else "<": bar.ends}
    axes.plot(bar.ends, [place] * len(bar.ends), color=look.accent, linewidth=1.8, zorder=2)
    for mark, ends in marks.items():
        places = [place] * len(ends)
        axes.plot(
            ends, places, mark, color=look.accent, markerfacecolor=face, markersize=6, zorder=3
        )
    axes.annotate(
        label(bar.words, length=30),
        (max(bar.ends), place),
        xytext=(7, 0),
        textcoords="offset points",
        va="center",
        fontsize=SMALL,
        color=look.soft,
        bbox={"facecolor": look.paper, "edgecolor": "none", "pad": 0.8},
    )


def _short_sum(value: float, _position: int | None = None) -> str:
    """1500000 as 1.5m."""
    for unit, name in _UNITS:
        if value >= unit:
            return f"{digits(value / unit, 'g')}{name}"
    return digits(value, "g")


def _key(groups: Mapping[str, list[_Bar]]) -> str:
    bars = [bar for group in groups.values() for bar in group]
    sentences = []
    if not all(bar.done for bar in bars):
        sentences.append(_("Hollow: not a fact, or denied."))
    if any(not (bar.low and bar.high) for bar in bars):
        sentences.append(_("Arrowhead: open bound."))
    return " ".join(sentences)


def _left_out(count: int) -> str:
    return _("Sums not shown: {count}.").format(count=digits(count)) if count else ""
