"""Draws one place of the list: its tick, its words among others, and what is tagged there."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from annotator.ui.occurrences.model import SAID_ROLE
from annotator.ui.sentences.delegate import SentenceDelegate
from annotator.ui.sentences.model import LINE_ROLE
from annotator.ui.sentences.places import Line

_PADDING = 8
_GAP = 3
_LEFT = 12
_TICK = 16
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TickDelegate(SentenceDelegate):
    """Paints lines of a fixed height; where they are `titled` each names its article."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, lines=1)
        self.titled = False
        self._list = parent

    def height(self, font: QFont) -> int:
        """The height of every line in pixels."""
        line = QFontMetrics(font).lineSpacing()
        return 2 * _PADDING + line + (line + _GAP if self.titled else 0)

    def _paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the tick and what stands behind it."""
        box = option.rect.adjusted(_LEFT, _PADDING, -_LEFT, -_PADDING)
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self._paint_tick(painter, option, ticked=index.data(_CHECK) == Qt.CheckState.Checked)
        box.setLeft(box.left() + _TICK + _LEFT)
        line = index.data(LINE_ROLE)
        if isinstance(line, Line):
            self._paint_line(painter, option.font, box, line, index.data(SAID_ROLE))

    def _paint_line(
        self, painter: QPainter, font: QFont, box: QRect, line: Line, said: str
    ) -> None:
        height = QFontMetrics(font).lineSpacing()
        if self.titled:
            self._paint_head(painter, QRect(box.left(), box.top(), box.width(), height), line)
            box.setTop(box.top() + height + _GAP)
        if said:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, said)
            box.setRight(box.right() - QFontMetrics(font).horizontalAdvance(said) - _LEFT)
        self._paint_sentence(painter, font, box, line)

    def _paint_tag(self, _painter: QPainter, box: QRect, _line: Line) -> int:
        """Leave the label out, which all lines share."""
        return box.left()

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, *, ticked: bool) -> None:
        box = QStyleOptionViewItem(option)
        top = option.rect.center().y() - _TICK // 2
        box.rect = QRect(option.rect.left() + _LEFT, top, _TICK, _TICK)
        box.state = QStyle.StateFlag.State_Enabled
        box.state |= QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        tick = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        self._list.style().drawPrimitive(tick, box, painter, self._list)
