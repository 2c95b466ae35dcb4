"""A chart in the window: drawn for the screen's own scale, its bars lead to what they count."""

from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.analysis import Table
from annotator.formats import pair
from annotator.i18n import gettext as _
from annotator.ui.background import Background
from annotator.ui.overview_page.drawing import Bar, Canvas, Drawing, draw, drawing_worker
from annotator.ui.overview_page.table import words_of
from annotator.ui.theme import LIGHT, Theme

_SETTLED_MS = 120
_FIRST_HEIGHT = 240


class ChartView(QWidget):
    """Shows the chart of a table; it is drawn when it first comes into sight.

    `bar_clicked` carries the number of the table's row and the key of the column that a bar
    stands for.
    """

    bar_clicked = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = Table("", "", (), ())
        self._theme = LIGHT
        self._drawing: Drawing | None = None
        self._fresh = False
        self._background = Background(drawing_worker(), self)
        self._background.done.connect(self._show)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self.update)
        self.setFixedHeight(_FIRST_HEIGHT)
        self.setMouseTracking(True)

    def show_table(self, table: Table) -> None:
        """Draw the chart of `table`."""
        if table != self._table:
            self._table = table
            self.setAccessibleName(_("Chart: {title}").format(title=table.title))
            self._outdate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self._outdate()

    @property
    def drawing(self) -> Drawing | None:
        """The picture on show, None before the first is drawn."""
        return self._drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the picture, and have it drawn if it is out of date."""
        settled = not self._settled.isActive()
        if not self._fresh and settled and not self._background.busy:
            self._background.run(partial(draw, self._table, self._canvas()))
        painter = QPainter(self)
        if self._drawing is None:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("Drawing…"))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._drawing.image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew once the width has settled; till then the picture is stretched."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._outdate()
            self._settled.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to what the bar under the mouse counts."""
        bar = self._bar_at(event.position())
        if bar is not None and event.button() is Qt.MouseButton.LeftButton:
            self.bar_clicked.emit(bar.row, bar.column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click leads on."""
        shape = Qt.CursorShape
        over = self._bar_at(event.position()) is not None
        self.setCursor(shape.PointingHandCursor if over else shape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say what the bar under the mouse stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self._bar_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(bar) if bar else "", self)
            return True
        return super().event(event)

    def _canvas(self) -> Canvas:
        return Canvas(self.width(), self.devicePixelRatioF(), self._theme)

    def _outdate(self) -> None:
        self._fresh = False
        self._background.drop()
        self.update()

    def _show(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._fresh = True
        image: QImage = drawing.image
        self.setFixedHeight(round(image.height() / image.devicePixelRatio()))
        self.update()

    def _bar_at(self, point: QPointF) -> Bar | None:
        bars = self._drawing.bars if self._drawing and self._fresh else ()
        return next((bar for bar in bars if bar.box.contains(point)), None)

    def _words(self, bar: Bar) -> str:
        row, position = self._table.rows[bar.row], self._table.position(bar.column)
        column = self._table.columns[position]
        name = words_of(row.cells[0], self._table.columns[0])
        return f"{name} · {pair(column.title, words_of(row.cells[position], column))}"
