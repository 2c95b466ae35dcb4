"""Line icons in the colours of the theme, and the program's own."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from annotator.paths import resources_folder

_SIZE = 20


def icon(name: str, colour: str, *, checked: str = "", size: int = _SIZE) -> QIcon:
    """Give the icon of that name in `colour`, and in `checked` while its button is down."""
    drawn = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active):
        drawn.addPixmap(pixmap(name, colour, size), mode, QIcon.State.Off)
        drawn.addPixmap(pixmap(name, checked or colour, size), mode, QIcon.State.On)
    return drawn


def pixmap(name: str, colour: str, size: int = _SIZE) -> QPixmap:
    """Give the icon of that name as a picture, sharp on the screen's scale."""
    # QtSvg costs some milliseconds that a window without icons need not pay
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    source = _source(name).replace("currentColor", colour)
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    drawn = QPixmap(QSize(size, size) * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def program_icon() -> QIcon:
    """Give the icon of the window."""
    return QIcon(str(resources_folder() / "icons" / "annotator.svg"))


@cache
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text("utf-8")
