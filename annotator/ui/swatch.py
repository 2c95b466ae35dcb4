"""Small squares of colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from annotator.ui.theme import in_theme, theme_in_use

_SHARP = 4
_GAP = 4
_SIZE = 12
BUTTON_SWATCH = QSize(_SIZE + _GAP, _SIZE)
"""The size of a swatch on a button, with a gap before the words."""


def swatch(colour: str, size: int = _SIZE, *, gap: bool = False) -> QIcon:
    """A rounded square of `colour` as the theme in use draws it; on a button a `gap` follows.

    It is sharp on any screen and the same when its row is selected.
    """
    drawn = QPixmap((size + _GAP * gap) * _SHARP, size * _SHARP)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(in_theme(colour, theme_in_use())))
    square = QRectF(0, 0, size * _SHARP, size * _SHARP)
    painter.drawRoundedRect(square, 3 * _SHARP, 3 * _SHARP)
    painter.end()
    drawn.setDevicePixelRatio(_SHARP)
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Active):
        icon.addPixmap(drawn, mode)
    return icon
