"""The keys that a read-only text keeps for itself; all others are the window's."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_CARET_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
_CARET_MODIFIERS = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.KeypadModifier
)


def is_for_reading(event: QKeyEvent) -> bool:
    """Whether the key moves the caret, selects or copies."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return True
    if event.matches(QKeySequence.StandardKey.SelectAll):
        return True
    return event.key() in _CARET_KEYS and not event.modifiers() & ~_CARET_MODIFIERS
