"""Buttons for commands of the table: they name the key by which it can be given as well."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from annotator.ui.actions import command

_KEY, _WORDS, _TIP = "command", "commandWords", "commandTip"


def command_button(
    key: str, text: str = "", *, look: str = "", parent: QWidget | None = None
) -> QPushButton:
    """Give a button whose tooltip names the command's key; `look` is a property of the style.

    It takes no focus from the text, so that the keys go on working after a click.
    """
    button = QPushButton(parent)
    button.setAccessibleName(command(key).text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if look:
        button.setProperty(look, True)
    name_command(button, key, words=text or command(key).text)
    return button


def name_command(widget: QWidget, key: str, *, words: str = "", tip: str = "") -> None:
    """Have a widget name the key of a command in its tooltip, whichever key that is by and by.

    `tip` says more than the text of the command. Where `words` are given they stand on the
    button, with the key behind them if it is a single one.
    """
    widget.setProperty(_KEY, key)
    widget.setProperty(_WORDS, words)
    widget.setProperty(_TIP, tip)
    _show_key(widget)


def named_command(widget: QWidget) -> str:
    """The key of the command that a widget names, "" if it names none."""
    return str(widget.property(_KEY) or "")


def name_keys_anew() -> None:
    """Have all widgets that name a command name its key anew."""
    for widget in QApplication.allWidgets():
        if named_command(widget):
            _show_key(widget)


def _show_key(widget: QWidget) -> None:
    entry = command(named_command(widget))
    words, tip = widget.property(_WORDS), widget.property(_TIP)
    widget.setToolTip(
        f"{tip} ({entry.first_key})" if tip and entry.first_key else tip or entry.hint
    )
    if words and isinstance(widget, QAbstractButton):
        single = len(entry.first_key) == 1
        widget.setText(f"{words}  {entry.first_key}" if single else words)
