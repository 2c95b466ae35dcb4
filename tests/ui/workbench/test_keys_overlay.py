"""The overview of keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import factories
from annotator.ui.actions import COMMANDS
from annotator.ui.keys_overlay import KeysOverlay


def words(overlay: KeysOverlay) -> list[str]:
    return [label.text() for label in overlay.findChildren(QLabel)]


def test_every_command_with_a_key_is_listed(qtbot: QtBot) -> None:
    overlay = KeysOverlay(COMMANDS, None)
    qtbot.addWidget(overlay)
    shown = words(overlay)
    for command in COMMANDS:
        assert (command.text in shown) is bool(command.shortcuts)


def test_the_types_of_the_codebook_are_listed_with_their_keys(qtbot: QtBot) -> None:
    overlay = KeysOverlay(COMMANDS, factories.codebook())
    qtbot.addWidget(overlay)
    shown = words(overlay)
    assert shown[shown.index("Tag as Policy") + 1] == "2"
    assert "Tag as the statement type with that key" not in shown


def test_the_key_that_opened_it_closes_it(qtbot: QtBot) -> None:
    overlay = KeysOverlay(COMMANDS, None)
    overlay.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(overlay)
    overlay.show()
    qtbot.keyClick(overlay, Qt.Key.Key_Question)
    assert not overlay.isVisible()
