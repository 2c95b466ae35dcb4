"""The strip beside the scroll bar: where in the article marks and places found lie."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.domain import Span
from annotator.i18n import gettext as _
from annotator.ui.article_view.mark import Mark
from annotator.ui.article_view.palette import Palette

_WIDTH = 14
_CELL = 3
_LATER = 50
_NEAR = 2 * _CELL
_ACCEPTED, _PENDING = range(1, 6), range(8, 13)
_SMALLER = 2


@dataclass(frozen=True, slots=True)
class Places:
    """What the strip shows of a text of so many code points."""

    length: int
    marks: Sequence[Mark]
    hits: Sequence[Span]


class Strip(QWidget):
    """Accepted marks on the left, filled; pending ones on the right, hollow; hits right across.

    Places are told by code points, so that they are known before Qt has laid the text out.
    `point_asked` carries the code point that was clicked, that of a mark if one is near. It is
    drawn anew 50 ms after `refresh`, so that it holds up no decision.
    """

    point_asked = Signal(int)

    def __init__(
        self, places: Callable[[], Places], palette: Callable[[], Palette], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._palette = palette
        self._shown = Places(0, (), ())
        self._picture = QPixmap()
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._redraw)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Overview of the article"))
        words = _(
            "Where annotations (filled, left), suggestions (hollow, right) and places found"
            " (across) lie. Click to go there."
        )
        self.setAccessibleDescription(words)
        self.setToolTip(words)

    def refresh(self) -> None:
        """Draw anew what has changed, a little later."""
        self._later.start()

    def sizeHint(self) -> QSize:
        """As wide as its three columns."""
        return QSize(_WIDTH, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Copy the picture that was drawn last."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for another height."""
        super().resizeEvent(event)
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what lies there."""
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the mouse while its button is held."""
        self._ask(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the end of a click from the text below."""
        event.accept()

    def _ask(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton or not self._shown.length:
            return
        wanted = round(event.position().y() * self._shown.length / max(1, self.height()))
        self.point_asked.emit(self._nearest(min(max(wanted, 0), self._shown.length)))

    def _nearest(self, wanted: int) -> int:
        spans = chain((mark.span for mark in self._shown.marks), self._shown.hits)
        starts = (span.start for span in spans)
        nearest = min(starts, key=lambda start: abs(start - wanted), default=wanted)
        return nearest if abs(self._y(nearest) - self._y(wanted)) <= _NEAR else wanted

    def _redraw(self) -> None:
        self._shown = self._places()
        self._picture = self._drawn()
        self.update()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self._draw_hits(painter)
        self._draw_marks(painter)
        painter.end()
        return picture

    def _draw_hits(self, painter: QPainter) -> None:
        colour = self._palette().current_hit
        for span in self._shown.hits:
            painter.fillRect(QRect(0, self._y(span.start), _WIDTH, _CELL - 1), colour)

    def _draw_marks(self, painter: QPainter) -> None:
        palette = self._palette()
        for mark in _one_a_cell(self._shown, self._cells):
            place = self._place(mark)
            painter.fillRect(place, palette.ink(mark.colour))
            if mark.pending:
                painter.fillRect(place.adjusted(1, 1, -1, -1), palette.paper)

    def _place(self, mark: Mark) -> QRect:
        columns = _PENDING if mark.pending else _ACCEPTED
        top, bottom = self._y(mark.span.start), self._y(mark.span.stop)
        if mark.is_tinted:
            return QRect(columns.start, top, len(columns), max(_CELL, bottom - top - 1))
        return QRect(columns.start, top, len(columns) - _SMALLER, _CELL)

    @property
    def _cells(self) -> int:
        return max(1, self.height() // _CELL)

    def _y(self, point: int) -> int:
        return _CELL * min(point * self._cells // max(1, self._shown.length), self._cells - 1)


def _one_a_cell(shown: Places, cells: int) -> Iterable[Mark]:
    """The marks of which something will be seen; statements lie on top, so they come last."""
    length = max(1, shown.length)
    first: dict[tuple[bool, bool, int], Mark] = {}
    for mark in shown.marks:
        first.setdefault((mark.is_tinted, mark.pending, mark.span.start * cells // length), mark)
    return sorted(first.values(), key=lambda mark: mark.is_tinted)
