"""The overview of keys."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

import factories
from annotator.ui.actions import COMMANDS
from annotator.ui.command import in_words
from annotator.ui.keys_overlay import KeysOverlay


def words(overlay: KeysOverlay) -> list[str]:
    return [label.text() for label in overlay.findChildren(QLabel)]


def test_every_command_is_listed_with_its_keys(qtbot: QtBot) -> None:
    overlay = KeysOverlay(None)
    qtbot.addWidget(overlay)
    shown = words(overlay)
    for command in COMMANDS:
        behind = [after for text, after in pairwise([*shown, ""]) if text == command.text]
        assert behind
        if command.shortcuts and command.key != "tag_statement":
            assert in_words(command.first_key) in behind


def test_the_types_of_the_codebook_are_listed_with_their_keys(qtbot: QtBot) -> None:
    overlay = KeysOverlay(factories.codebook())
    qtbot.addWidget(overlay)
    shown = words(overlay)
    assert shown[shown.index("Tag as Policy") + 1] == "2"
    assert "Tag as the statement type with that key" not in shown


def test_the_key_that_opened_it_closes_it(qtbot: QtBot) -> None:
    overlay = KeysOverlay(None)
    overlay.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(overlay)
    overlay.show()
    qtbot.keyClick(overlay, Qt.Key.Key_Question)
    assert not overlay.isVisible()


def test_the_keys_below_are_reached_by_keys(qtbot: QtBot) -> None:
    overlay = KeysOverlay(None)
    qtbot.addWidget(overlay)
    overlay.resize(800, 400)
    overlay.show()
    bar = overlay.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    # the key goes to where the focus is when the overview opens
    focused = QApplication.focusWidget() or overlay
    qtbot.keyClick(focused, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(focused, Qt.Key.Key_Home)
    assert bar.value() == 0
