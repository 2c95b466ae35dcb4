"""Counts by month: one small panel a column over a common time axis."""

import re
from datetime import date

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from annotator.analysis.drawing.look import Look, bare, label, note
from annotator.analysis.table import Column, Row, Table
from annotator.i18n import ngettext

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_PANEL_HEIGHT = 1.05
_FRAME_HEIGHT = 1.1
_BAR = 0.8  # of a month


def draw_time(figure: Figure, table: Table, look: Look) -> None:
    """Panels of bars; what has no month is said at the foot."""
    dated = [row for row in table.rows if _MONTH.fullmatch(str(row.cells[0]))]
    columns = _panel_columns(table)
    figure.set_size_inches(figure.get_figwidth(), _FRAME_HEIGHT + _PANEL_HEIGHT * len(columns))
    note(figure, [_undated(table, len(table.rows) - len(dated))], look)
    panels = figure.subplots(len(columns), 1, sharex=True, squeeze=False)[:, 0]
    for axes, column in zip(panels, columns, strict=True):
        _draw_panel(axes, column, [_bar(row, table.position(column.key)) for row in dated], look)
    locator = AutoDateLocator(minticks=3, maxticks=8)  # type: ignore[no-untyped-call] # matplotlib has no types here
    panels[-1].xaxis.set_major_locator(locator)
    panels[-1].xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=False))  # type: ignore[no-untyped-call] # the same


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
    axes.set_ylim(0, max([1, *(height for _left, _width, height in bars)]) * 1.08)
    if bars:
        axes.set_xlim(bars[0][0] - bars[0][1] / 4, bars[-1][0] + bars[-1][1] * 1.25)
    axes.grid(axis="y", color=look.line, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    axes.set_title(label(column.title), loc="left", fontsize=9.5, color=look.ink, pad=4)
    axes.axhline(0, color=look.soft, linewidth=0.8)


def _bar(row: Row, position: int) -> tuple[float, float, float]:
    """Left edge and width in days, and the height."""
    year, month = (int(part) for part in str(row.cells[0]).split("-"))
    first = date(year, month, 1).toordinal()
    days = (
        date(year + month // 12, month % 12 + 1, 1) if year < date.max.year else date.max
    ).toordinal() - first
    height = row.cells[position]
    return (_since_epoch(first) + days * (1 - _BAR) / 2, days * _BAR, float(height or 0))


def _since_epoch(ordinal: int) -> float:
    """Days as matplotlib counts them."""
    return float(ordinal - date(1970, 1, 1).toordinal())


def _undated(table: Table, rows: int) -> str:
    if not rows:
        return ""
    count = int(float(table.rows[-1].cells[table.position("articles")] or 0))
    sentence = ngettext(
        "{count:,} article without a date is not shown.",
        "{count:,} articles without a date are not shown.",
        count,
    )
    return sentence.format(count=count)
