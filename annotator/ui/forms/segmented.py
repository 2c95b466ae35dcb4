"""A row of buttons of which one is down."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from annotator.formats import pair
from annotator.ui.command_button import name_command
from annotator.ui.widgets import tool_button

Choice = TypeVar("Choice")


class Segmented(QWidget, Generic[Choice]):
    """Offers a few values side by side; `chosen` carries the one that was pressed.

    `tips` say in more words what a value means, `command` is the one that goes through them.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        values: Mapping[Choice, str],
        *,
        tips: Mapping[Choice, str] | None = None,
        command: str = "",
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[Choice, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for value, words in values.items():
            meaning = (tips or {}).get(value, "")
            tip = pair(name, f"{words}, {meaning}" if meaning else words)
            button = tool_button(words, tip)
            if command:
                name_command(button, command, tip=tip)
            button.setCheckable(True)
            button.setProperty("segment", "rest" if self._buttons else "first")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAccessibleName(pair(name, words))
            button.clicked.connect(lambda _on, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)

    def show_value(self, value: Choice) -> None:
        """Press the button of that value without telling of it."""
        with QSignalBlocker(self._group):
            self._buttons[value].setChecked(True)
