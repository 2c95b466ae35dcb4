"""Keys that mean something nearer than the command of the window whose key they are."""

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

KEYPAD = Qt.KeyboardModifier.KeypadModifier
"""Keys of either block count alike."""


class NearerKeys(QObject):
    """Watches the keys that the parts of a widget leave over."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key from the window where it means something nearer."""
        nearer = self.nearer(event) if isinstance(event, QKeyEvent) else None
        if nearer is None:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            nearer()
        return True

    @abstractmethod
    def nearer(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does there; None where it is the window's."""
