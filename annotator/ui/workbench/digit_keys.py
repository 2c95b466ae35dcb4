"""Digits that mean something nearer than the type of statement whose key they are."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

Choose = Callable[[int], Callable[[], None] | None]
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class DigitKeys(QObject):
    """Watches the digits that the parts of a widget leave over.

    `choose` gives what a digit does there, or None where it is the window's.
    """

    def __init__(self, watched: QWidget, choose: Choose) -> None:
        super().__init__(watched)
        self._choose = choose
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a digit from the window where it means something nearer."""
        nearer = self._nearer(event) if isinstance(event, QKeyEvent) else None
        if nearer is None:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            nearer()
        return True

    def _nearer(self, event: QKeyEvent) -> Callable[[], None] | None:
        number = event.key() - Qt.Key.Key_0
        if event.modifiers() & ~_KEYPAD or not 1 <= number <= 9:  # noqa: PLR2004 (the digits)
            return None
        return self._choose(number)
