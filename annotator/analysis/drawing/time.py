"""Counts by month: one small panel a column over a common time axis."""

import re
from calendar import monthrange
from datetime import date

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.dates import AutoDateLocator, num2date
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from annotator.analysis.drawing.look import Look, bare, label, note, say, set_height
from annotator.analysis.table import Column, Row, Table
from annotator.formats import digits, month
from annotator.i18n import ngettext

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_PANEL_HEIGHT = 1.05
_FRAME_HEIGHT = 1.1
_BAR = 0.8  # of a month
_HEADROOM = 1.08
_LEAST_DAYS = 365


def draw_time(figure: Figure, table: Table, look: Look) -> None:
    """Panels of bars, what has no month at the foot; words alone where nothing has a month."""
    dated = [row for row in table.rows if _MONTH.fullmatch(str(row.cells[0]))]
    if not dated:
        say(figure, _all_undated(table), look)
        return
    columns = _panel_columns(table)
    set_height(figure, _FRAME_HEIGHT + _PANEL_HEIGHT * len(columns))
    note(figure, [_undated(table, len(table.rows) - len(dated))], look)
    panels = figure.subplots(len(columns), 1, sharex=True, squeeze=False)[:, 0]
    bars = [[_bar(row, table.position(column.key)) for row in dated] for column in columns]
    for axes, column, panel_bars in zip(panels, columns, bars, strict=True):
        _draw_panel(axes, column, panel_bars, look)
    _share_scale([axes for axes, column in zip(panels, columns, strict=True) if column.colour])
    panels[-1].set_xlim(*_limits(bars[0]))
    locator = AutoDateLocator(minticks=3, maxticks=8)  # type: ignore[no-untyped-call] # matplotlib has no types here
    panels[-1].xaxis.set_major_locator(locator)
    panels[-1].xaxis.set_major_formatter(FuncFormatter(_tick))


def _panel_columns(table: Table) -> list[Column]:
    """The articles and each type of statement, or all statements if there are no types."""
    parts = [column for column in table.columns if column.colour]
    totals = [column for column in table.columns if column.numeric and not column.colour]
    return totals[:1] + parts if parts else totals


def _draw_panel(
    axes: Axes, column: Column, bars: list[tuple[float, float, float]], look: Look
) -> None:
    bare(axes, look)
    colour = look.shade(column.colour) if column.colour else look.neutral
    corners = [
        [(left, 0), (left, height), (left + width, height), (left + width, 0)]
        for left, width, height in bars
    ]
    axes.add_collection(PolyCollection(corners, facecolors=colour, edgecolors="none"))
    axes.set_ylim(0, max([1, *(height for _left, _width, height in bars)]) * _HEADROOM)
    axes.grid(axis="y", color=look.line, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    axes.set_title(label(column.title), loc="left", fontsize=9.5, color=look.ink, pad=4)
    axes.axhline(0, color=look.soft, linewidth=0.8)


def _share_scale(panels: list[Axes]) -> None:
    """Make the types comparable: one unit is as high in every panel."""
    top = max((axes.get_ylim()[1] for axes in panels), default=1)
    for axes in panels:
        axes.set_ylim(0, top)


def _bar(row: Row, position: int) -> tuple[float, float, float]:
    """Left edge and width in days, and the height."""
    year, month = (int(part) for part in str(row.cells[0]).split("-"))
    first = date(year, month, 1).toordinal()
    days = monthrange(year, month)[1]
    height = row.cells[position]
    return (_since_epoch(first) + days * (1 - _BAR) / 2, days * _BAR, float(height or 0))


def _limits(bars: list[tuple[float, float, float]]) -> tuple[float, float]:
    """From the first month to the last, a year at least, so that a month never fills the panel."""
    first, last = bars[0][0], bars[-1][0] + bars[-1][1]
    room = max(last - first + bars[0][1] / 2, _LEAST_DAYS) - (last - first)
    earliest, latest = _since_epoch(date.min.toordinal()), _since_epoch(date.max.toordinal())
    return (max(earliest, first - room / 2), min(latest, last + room / 2))


def _tick(days: float, _position: int | None = None) -> str:
    """The year at its beginning, else the month: as a year at least is shown, one year stands."""
    at: date = num2date(days)  # type: ignore[no-untyped-call] # matplotlib has no types here
    return str(at.year) if at.month == 1 else month(at.month)


def _since_epoch(ordinal: int) -> float:
    """Days as matplotlib counts them."""
    return float(ordinal - date(1970, 1, 1).toordinal())


def _all_undated(table: Table) -> str:
    count = _undated_articles(table)
    sentence = ngettext(
        "The only article has no date, so there is no month to show.",
        "None of the {count} articles has a date, so there is no month to show.",
        count,
    )
    return sentence.format(count=digits(count))


def _undated_articles(table: Table) -> int:
    return int(float(table.rows[-1].cells[table.position("articles")] or 0))


def _undated(table: Table, rows: int) -> str:
    if not rows:
        return ""
    count = _undated_articles(table)
    sentence = ngettext(
        "{count} article without a date is not shown.",
        "{count} articles without a date are not shown.",
        count,
    )
    return sentence.format(count=digits(count))
