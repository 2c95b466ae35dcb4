"""Counts by source, type, coder or entity: horizontal bars, one panel a column."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from annotator.analysis.drawing.look import SMALL, Look, bare, label, note, set_height
from annotator.analysis.table import Column, Row, Table, cell_text
from annotator.formats import digits
from annotator.i18n import gettext as _

MOST_BARS = 25
_MOST_PARTS = 4
_BAR_HEIGHT = 0.24
_FRAME_HEIGHT = 1.15


def draw_categories(figure: Figure, table: Table, look: Look) -> None:
    """The first rows as bars with their numbers at the end."""
    rows = table.rows[:MOST_BARS]
    columns = _panel_columns(table)
    set_height(figure, _FRAME_HEIGHT + _BAR_HEIGHT * len(rows))
    note(figure, [_left_out(len(rows), len(table.rows))], look)
    panels = figure.subplots(1, len(columns), sharey=True, squeeze=False)[0]
    for axes, column in zip(panels, columns, strict=True):
        _draw_panel(axes, column, _values(table, rows, column), rows, look)
    _share_scale([axes for axes, column in zip(panels, columns, strict=True) if _is_part(column)])
    names = [label(str(row.cells[0])) for row in rows]
    panels[0].set_yticks(range(len(rows)), names, color=look.ink, fontsize=SMALL)
    panels[0].set_ylim(len(rows) - 0.4, -0.6)


def _panel_columns(table: Table) -> list[Column]:
    """All counts, without the parts of the total where there are too many to be read."""
    numeric = [column for column in table.columns if column.numeric]
    totals = [column for column in numeric if not column.colour]
    return numeric if len(numeric) - len(totals) <= _MOST_PARTS else totals


def _draw_panel(
    axes: Axes, column: Column, values: list[float], rows: tuple[Row, ...], look: Look
) -> None:
    bare(axes, look)
    axes.barh(range(len(values)), values, height=0.66, color=_colours(column, rows, look))
    for place, value in enumerate(values):
        text = f" {cell_text(value, column)}"
        axes.text(value, place, text, va="center", fontsize=SMALL, color=look.soft)
    axes.set_xlim(0, max([1.0, *values]) * 1.35)  # room for the numbers
    axes.set_xticks([])
    axes.set_title(label(column.title, length=18), loc="left", fontsize=9.5, color=look.ink)
    axes.axvline(0, color=look.soft, linewidth=0.8)


def _share_scale(panels: list[Axes]) -> None:
    """Make the parts comparable with their total: one statement is as long in every panel."""
    end = max((axes.get_xlim()[1] for axes in panels), default=1)
    for axes in panels:
        axes.set_xlim(0, end)


def _is_part(column: Column) -> bool:
    return bool(column.colour) or column.key == "statements"


def _colours(column: Column, rows: tuple[Row, ...], look: Look) -> list[str]:
    """The part's colour, else the row's on statements, else accent for statements alone."""
    if column.colour:
        return [look.shade(column.colour)] * len(rows)
    if column.key != "statements":
        return [look.neutral] * len(rows)
    return [look.shade(row.colour) for row in rows]


def _values(table: Table, rows: tuple[Row, ...], column: Column) -> list[float]:
    position = table.position(column.key)
    return [float(row.cells[position] or 0) for row in rows]


def _left_out(shown: int, total: int) -> str:
    if shown == total:
        return ""
    return _("The first {shown} of {total} are shown.").format(
        shown=digits(shown), total=digits(total)
    )
