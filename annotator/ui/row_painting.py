"""What the delegates of all lists paint alike: the ground of a row, and words that may not fit."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.ui.theme import Theme


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Tint a row that is selected or under the mouse."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(theme.accent_soft))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(theme.hover))


def paint_words(
    painter: QPainter,
    rect: QRect,
    font: QFont,
    text: str,
    place: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """Paint a line of text from the left of `rect`, cut where it ends."""
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(place | Qt.AlignmentFlag.AlignLeft), shown)
