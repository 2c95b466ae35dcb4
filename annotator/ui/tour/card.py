"""The card of the tour: a few words, a tip that points at what they are about, two buttons."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QVBoxLayout, QWidget

from annotator.formats import pair
from annotator.i18n import gettext as _
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.tour.beside import Side
from annotator.ui.widgets import button, words

_WIDTH = 276
_TIP = 10
_RADIUS = 10


class TourCard(QWidget):
    """Shows one step; `skipped` and `passed` tell which of its buttons was pressed."""

    skipped = Signal()
    passed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._side = Side.LEFT
        self._tip = QPoint()
        self._count = words("", "section", wrap=False)
        self._title = words("", "heading")
        self._text = words()
        self._skip = button(_("Skip the tour"), _("It stays in the Help menu"), look="quiet")
        self._next = button(_("Next"), _("Go on without doing it"))
        self._shadow = QGraphicsDropShadowEffect(self, blurRadius=24, xOffset=0, yOffset=4)
        self.setGraphicsEffect(self._shadow)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self._next)
        self._lay_out()
        self._skip.clicked.connect(self.skipped)
        self._next.clicked.connect(self.passed)
        self.hide()

    def show_words(self, count: str, title: str, text: str, *, last: bool) -> None:
        """Say what to do now."""
        self._count.setText(count)
        self._title.setText(title)
        self._text.setText(text)
        self._next.setText(_("Finish") if last else _("Next"))
        self._skip.setHidden(last)
        self.setAccessibleName(pair(count, title))
        self.setAccessibleDescription(text)
        self.setFixedHeight(self.heightForWidth(_WIDTH))

    def point(self, side: Side, corner: QPoint, target: QPoint) -> None:
        """Stand there, on that side of the target, with the tip towards it; in window points."""
        self._side = side
        self._tip = target - corner
        self.move(corner)
        self.update()

    def announce(self) -> None:
        """Have screen readers say what the card says."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        shadow = QColor(0, 0, 0, 150 if theme.dark else 60)
        self._shadow.setColor(shadow)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the tour with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and its tip as one shape."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent), 1.5))
        painter.setBrush(QColor(self._theme.base))
        painter.drawPath(self._shape())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self._skip)
        buttons.addStretch()
        buttons.addWidget(self._next)
        column = QVBoxLayout(self)
        # the tip may be on any side
        column.setContentsMargins(_TIP + 16, _TIP + 12, _TIP + 12, _TIP + 10)
        column.setSpacing(4)
        for part in (self._count, self._title, self._text):
            column.addWidget(part)
        column.addSpacing(6)
        column.addLayout(buttons)
        self.setTabOrder(self._next, self._skip)

    def _shape(self) -> QPainterPath:
        body = QRectF(self.rect()).adjusted(_TIP, _TIP, -_TIP, -_TIP)
        shape = QPainterPath()
        shape.addRoundedRect(body, _RADIUS, _RADIUS)
        tip = QPainterPath()
        tip.addPolygon(self._triangle(body))
        tip.closeSubpath()
        return shape.united(tip)

    def _triangle(self, body: QRectF) -> QPolygonF:
        """Give the tip, at the height or breadth of the target as far as the card reaches."""
        room = _RADIUS + _TIP
        x = min(max(float(self._tip.x()), body.left() + room), body.right() - room)
        y = min(max(float(self._tip.y()), body.top() + room), body.bottom() - room)
        foot, along = {
            Side.LEFT: (QPointF(body.right(), y), QPointF(_TIP, 0)),
            Side.RIGHT: (QPointF(body.left(), y), QPointF(-_TIP, 0)),
            Side.ABOVE: (QPointF(x, body.bottom()), QPointF(0, _TIP)),
            Side.BELOW: (QPointF(x, body.top()), QPointF(0, -_TIP)),
        }[self._side]
        across = QPointF(along.y(), along.x())
        return QPolygonF([foot - across, foot + along, foot + across])
