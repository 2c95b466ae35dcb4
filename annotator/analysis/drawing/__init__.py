"""The only place that knows matplotlib; loaded when the first chart is drawn."""

from collections.abc import Callable

from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.text import Text

from annotator.analysis.drawing.amounts import draw_amounts
from annotator.analysis.drawing.category import draw_categories
from annotator.analysis.drawing.look import DARK, LIGHT, Look, font_families, label, say, say_empty
from annotator.analysis.drawing.time import draw_time
from annotator.analysis.table import ChartKind, Table
from annotator.i18n import gettext as _

WIDTH = 7.5
_MESSAGE_HEIGHT = 2.5

_KINDS: dict[ChartKind, Callable[[Figure, Table, Look], None]] = {
    ChartKind.TIME: draw_time,
    ChartKind.CATEGORY: draw_categories,
    ChartKind.AMOUNTS: draw_amounts,
}


def figure_of(table: Table, *, dark: bool) -> Figure:
    """The table drawn as its kind asks."""
    look = DARK if dark else LIGHT
    layout = ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.1)
    figure = Figure(figsize=(WIDTH, _MESSAGE_HEIGHT), facecolor=look.paper, layout=layout)
    title = label(table.title, length=80)
    figure.suptitle(title, x=0.015, ha="left", fontsize=12, fontweight="bold", color=look.ink)
    if table.chart is ChartKind.NONE:
        say(figure, _("This table has no chart."), look)
    elif _is_empty(table):
        say_empty(figure, look)
    else:
        _KINDS[table.chart](figure, table, look)
    for text in figure.findobj(Text):
        text.set_fontfamily(font_families())
    return figure


def _is_empty(table: Table) -> bool:
    return not any(
        cell for row in table.rows for cell in row.cells if isinstance(cell, int | float)
    )
