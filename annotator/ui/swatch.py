"""Small squares of colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

_SHARP = 4


def swatch(colour: str, size: int = 12) -> QIcon:
    """A rounded square of `colour`, sharp on any screen and the same when its row is selected."""
    drawn = QPixmap(size * _SHARP, size * _SHARP)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(drawn.rect()), 3 * _SHARP, 3 * _SHARP)
    painter.end()
    drawn.setDevicePixelRatio(_SHARP)
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Active):
        icon.addPixmap(drawn, mode)
    return icon
