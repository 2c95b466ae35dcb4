"""A button for a command of the table: its text, and its key in the tooltip."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.ui.actions import command


def command_button(
    key: str, text: str = "", *, look: str = "", parent: QWidget | None = None
) -> QPushButton:
    """Give a button whose tooltip names the command's key; `look` is a property of the style.

    It takes no focus from the text, so that the keys go on working after a click.
    """
    entry = command(key)
    shortcut = entry.shortcuts[0] if entry.shortcuts else ""
    words = text or entry.text
    button = QPushButton(f"{words}  {shortcut}" if len(shortcut) == 1 else words, parent)
    button.setToolTip(entry.hint)
    button.setAccessibleName(entry.text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if look:
        button.setProperty(look, True)
    return button
