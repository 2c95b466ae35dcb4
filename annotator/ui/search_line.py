"""The field above a list in which is typed what to look for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_ON = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchLine(QLineEdit):
    """Enter and Down lead into the list: `entered`."""

    entered = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholderText=placeholder, clearButtonEnabled=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on into the list."""
        if event.key() in _ON:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
