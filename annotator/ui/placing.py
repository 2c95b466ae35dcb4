"""Where a window fits: on the screen that there is now, not the one it was left on."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QStyle, QWidget


def fitted(wanted: QRect, screen: QRect) -> QRect:
    """Give the place nearest to `wanted` that lies on the screen as a whole."""
    size = wanted.size().boundedTo(screen.size())
    left = min(max(wanted.left(), screen.left()), screen.right() + 1 - size.width())
    top = min(max(wanted.top(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def keep_on_screen(window: QWidget, *, smallest: QSize) -> None:
    """Have the window no larger than its screen and wholly on it, title bar and all."""
    screen = window.screen().availableGeometry()
    bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    screen.setTop(screen.top() + bar)
    window.setMinimumSize(smallest.boundedTo(screen.size()))
    if not (window.isMaximized() or window.isFullScreen()):
        window.setGeometry(fitted(window.geometry(), screen))
