"""Digits that mean something nearer than the type of statement whose key they are."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.workbench.nearer_keys import KEYPAD, NearerKeys

_SHIFT = Qt.KeyboardModifier.ShiftModifier
"""Some keyboards, the French one among them, have digits with Shift."""
Choose = Callable[[int], Callable[[], None] | None]


class DigitKeys(NearerKeys):
    """`choose` gives what a digit, 1 to 9, does there, or None where it is the window's."""

    def __init__(self, watched: QWidget, choose: Choose) -> None:
        super().__init__(watched)
        self._choose = choose

    def nearer(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What the digit does, if it is one."""
        number = event.key() - Qt.Key.Key_0
        is_digit = 1 <= number <= 9 and not event.modifiers() & ~(KEYPAD | _SHIFT)  # noqa: PLR2004
        return self._choose(number) if is_digit else None
