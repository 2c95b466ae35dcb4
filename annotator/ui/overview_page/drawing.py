"""Charts as pictures, drawn on a thread of their own.

matplotlib takes half a second to load and a tenth or more a chart, and bears one thread only:
all of its work in the window is done by `drawing_worker`.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from annotator.analysis import ChartKind, Column, Table, charts
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import FigureCanvasAgg

DOTS_PER_INCH = 96
_MONTH_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a chart is drawn on: its width in the window's pixels, the screen's scale, the theme."""

    width: int
    scale: float
    theme: Theme


@dataclass(frozen=True, slots=True)
class Bar:
    """Where in the picture a number stands: the row and the key of the column it comes from."""

    box: QRectF
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture at the screen's scale and the bars in it, in the window's pixels."""

    image: QImage
    bars: tuple[Bar, ...]


@cache
def drawing_worker() -> ThreadPoolExecutor:
    """The one thread that draws."""
    return ThreadPoolExecutor(1, thread_name_prefix="drawing")


def draw(table: Table, on: Canvas) -> Drawing:
    """The chart of `table` without its title, as high as it needs to be."""
    # loaded here, for the window must not wait for it
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415

    figure = charts.draw(table, dark=on.theme.dark)
    figure.suptitle("")
    figure.set_facecolor(on.theme.base)
    for axes in figure.axes:
        axes.set_facecolor(on.theme.base)
    figure.set_size_inches(on.width / DOTS_PER_INCH, figure.get_figheight())
    figure.set_dpi(DOTS_PER_INCH * on.scale)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call] # matplotlib has no types here
    image = _picture(canvas, on.scale)
    return Drawing(image, tuple(_bars(table, figure.axes, image)))


def _picture(canvas: "FigureCanvasAgg", scale: float) -> QImage:
    width, height = canvas.get_width_height(physical=True)
    pixels = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call] # the same
    image = QImage(pixels, width, height, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(scale)
    return image


def _bars(table: Table, panels: "list[Axes]", image: QImage) -> Iterator[Bar]:
    """One bar a row in each panel; amounts are drawn in another order and have none."""
    columns = _drawn_columns(table, len(panels))
    for axes, column in zip(panels, columns, strict=True) if columns else ():
        for number, row in enumerate(table.rows):
            across = table.chart is ChartKind.CATEGORY
            ends = (number - 0.5, number + 0.5) if across else _month(str(row.cells[0]))
            box = _box(axes, ends, image, across=across) if ends else QRectF()
            if not box.isEmpty():
                yield Bar(box, number, column.key)


def _drawn_columns(table: Table, panels: int) -> list[Column]:
    """The columns that have a panel, in the order of the panels."""
    numeric = [column for column in table.columns if column.numeric]
    totals = [column for column in numeric if not column.colour]
    parts = [column for column in numeric if column.colour]
    drawn = {
        ChartKind.CATEGORY: (numeric, totals),
        ChartKind.TIME: ([*totals[:1], *parts], totals),
    }.get(table.chart, ())
    return next((columns for columns in drawn if len(columns) == panels), [])


def _month(words: str) -> tuple[float, float] | None:
    """The first and last day of a month as matplotlib counts days; None if it is no month."""
    year, _dash, month = words.partition("-")
    if not (year.isdecimal() and month.isdecimal() and len(month) == _MONTH_DIGITS):
        return None
    following = divmod(int(year) * 12 + int(month), 12)
    first, last = date(int(year), int(month), 1), date(following[0], following[1] + 1, 1)
    epoch = date(1970, 1, 1)
    return float((first - epoch).days), float((last - epoch).days)


def _box(axes: "Axes", ends: tuple[float, float], image: QImage, *, across: bool) -> QRectF:
    """The stretch of a panel between two values of its axis, in the window's pixels from above."""
    scale, height = image.devicePixelRatio(), image.height()
    panel = QRectF(axes.bbox.x0, height - axes.bbox.y1, axes.bbox.width, axes.bbox.height)
    points = [(0, end) if across else (end, 0) for end in ends]
    (left, low), (right, high) = axes.transData.transform(points)
    if across:
        low, high = min(low, high), max(low, high)
        stretch = QRectF(panel.x(), height - high, panel.width(), high - low)
    else:
        stretch = QRectF(left, panel.y(), right - left, panel.height())
    box = panel.intersected(stretch)
    return QRectF(box.x() / scale, box.y() / scale, box.width() / scale, box.height() / scale)
