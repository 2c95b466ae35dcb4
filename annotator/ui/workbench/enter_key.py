"""What Enter means on the page before it may decide on a suggestion."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from annotator.ui.forms import FormPanel
from annotator.ui.workbench.nearer_keys import KEYPAD, NearerKeys

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PLAIN, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class EnterKey(NearerKeys):
    """Watches what the parts of a page leave over of Enter, from either block of keys.

    It presses the button that has the focus, stays in a field, and ends an open form, as
    Ctrl+Enter does from anywhere; only then is it the window's, where it accepts.
    """

    def __init__(self, page: QWidget, form: FormPanel) -> None:
        super().__init__(page)
        self._form = form

    def nearer(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What Enter does, if it is pressed and means something there."""
        modifiers = event.modifiers() & ~KEYPAD
        if event.key() not in _ENTER or modifiers not in (_PLAIN, _CONTROL):
            return None
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QComboBox):
            return _stay
        if isinstance(focused, QAbstractButton) and modifiers == _PLAIN:
            return focused.click
        return self._form.end if self._form.is_open else None


def _stay() -> None:
    pass
