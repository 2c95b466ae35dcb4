"""Small squares of colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from annotator.ui.theme import in_theme, theme_in_use

_SHARP = 4


def swatch(colour: str, size: int = 12) -> QIcon:
    """A rounded square of `colour` as the theme in use draws it.

    It is sharp on any screen and the same when its row is selected.
    """
    drawn = QPixmap(size * _SHARP, size * _SHARP)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(in_theme(colour, theme_in_use())))
    painter.drawRoundedRect(QRectF(drawn.rect()), 3 * _SHARP, 3 * _SHARP)
    painter.end()
    drawn.setDevicePixelRatio(_SHARP)
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Active):
        icon.addPixmap(drawn, mode)
    return icon
