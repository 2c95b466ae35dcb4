"""A field for one line that keeps its own keys from the rest of the window."""

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OWN = _ENTER | {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class TextField(QLineEdit):
    """Tells of what was written once it is left or ended with Enter.

    `written` carries the text, `emptied` tells of Backspace in an empty field. Enter where nothing
    new was written goes on to the form, as Escape and Ctrl+Enter always do.
    """

    written = Signal(str)
    focused = Signal()
    emptied = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def show_text(self, text: str) -> None:
        """Show a text, unless something else is being written."""
        if not (self.hasFocus() and self.text() != self._shown):
            self.setText(text)
            self.setCursorPosition(0)
        self._shown = text

    def open_text(self, text: str) -> None:
        """Show a text to be written over; left as it is, it is nothing new."""
        self._shown = text
        self.setText(text)
        self.selectAll()

    def write(self) -> None:
        """Tell of what was written, if it is something new."""
        if self._is_new():
            self._shown = self.text().strip()
            self.written.emit(self._shown)

    def event(self, event: QEvent) -> bool:
        """Claim Enter and the keys that remove."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_key and _is_own(cast("QKeyEvent", event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Enter; what ends more than the field goes on to the form."""
        if event.key() in _ENTER:
            waiting = self._is_new() or bool(self.property("invalid"))
            self.write()
            self._close_completions()
            event.setAccepted(waiting and not _with_control(event))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is in use."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written, unless only a list of completions has opened."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.write()

    def _is_new(self) -> bool:
        return self.text().strip() != self._shown

    def _close_completions(self) -> None:
        completer = self.completer()
        popup = completer.popup() if completer else None
        if popup:
            popup.hide()


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in _OWN and not _with_control(event)


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
