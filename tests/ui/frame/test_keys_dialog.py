"""Help > Change keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMessageBox,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

import factories
from annotator.project import create_project
from annotator.settings import Settings, ThemeChoice
from annotator.ui.actions import command
from annotator.ui.command_button import named_command
from annotator.ui.keys_dialog import KeysDialog
from annotator.ui.keys_overlay import KeysOverlay
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Work.anno"
    with create_project(path, codebook=factories.codebook(), coder="Zoë") as project:
        project.articles.add([factories.article_draft(f"Text {n}") for n in range(3)])
    window = MainWindow(Session(), Settings(theme=ThemeChoice.LIGHT))
    qtbot.addWidget(window)
    window.show()
    assert window.projects.open(path)
    qtbot.waitUntil(lambda: window.session.article_id == 3)
    yield window
    window.close()


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> KeysDialog:
    dialog = KeysDialog({}, factories.codebook(), window)
    dialog.chosen.connect(window.commanding.use_keys)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def choose(dialog: KeysDialog, key: str) -> None:
    """Find a command by typing, and go to its field."""
    dialog._search.setFocus()
    dialog._search.selectAll()
    QTest.keyClicks(dialog._search, command(key).text.rstrip("…"))
    assert dialog._tree.current() == command(key)
    dialog._edit.setFocus()


def press(dialog: KeysDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(dialog._edit, key, modifiers or Qt.KeyboardModifier.NoModifier)


def told(dialog: KeysDialog) -> str:
    return dialog._told.text()


def tip_of(window: MainWindow, key: str) -> set[str]:
    buttons: list[QAbstractButton] = [
        *window.findChildren(QPushButton),
        *window.findChildren(QToolButton),
    ]
    return {button.toolTip() for button in buttons if named_command(button) == key}


def test_a_new_key_is_in_force_at_once_everywhere(
    window: MainWindow, dialog: KeysDialog, qtbot: QtBot
) -> None:
    choose(dialog, "next_article")
    press(dialog, Qt.Key.Key_U)
    assert told(dialog) == "“U” is free."
    QTest.mouseClick(dialog._use, LEFT)
    assert told(dialog) == "“U” is the key of “Next article” now."
    assert window.menus.actions["next_article"].shortcut().toString() == "U"
    choose(dialog, "accept")
    press(dialog, Qt.Key.Key_Y)
    QTest.mouseClick(dialog._use, LEFT)
    assert tip_of(window, "accept") == {"Accept (Y)"}
    texts = {button.text() for button in window.findChildren(QPushButton)}
    assert "Accept  Y" in texts
    dialog.close()
    overlay = KeysOverlay(None, window)
    qtbot.addWidget(overlay)
    assert "U" in {label.text() for label in overlay.findChildren(QLabel)}
    with qtbot.waitActive(window):
        window.activateWindow()
    window.desk.rail.setFocus()
    QTest.keyClick(window.desk.rail, Qt.Key.Key_BracketRight)
    assert window.session.article_id == 3
    QTest.keyClick(window.desk.rail, Qt.Key.Key_U)
    assert window.session.article_id == 2


def test_it_says_whose_key_it_is_and_takes_it_over(window: MainWindow, dialog: KeysDialog) -> None:
    choose(dialog, "reject")
    press(dialog, Qt.Key.Key_S)
    assert told(dialog) == "“S” is the key of “Skip”, which would go without it."
    assert dialog._use.text() == "Take it over"
    QTest.mouseClick(dialog._use, LEFT)
    assert window.menus.actions["reject"].shortcut().toString() == "S"
    assert window.menus.actions["skip"].shortcut().isEmpty()
    assert tip_of(window, "skip") == {"Skip"}
    assert window.settings.keys == {"reject": ("S",)}


def test_a_key_that_cannot_be_had_is_refused_with_a_sentence(dialog: KeysDialog) -> None:
    choose(dialog, "export")
    press(dialog, Qt.Key.Key_G)
    assert "types text" in told(dialog)
    assert not dialog._use.isEnabled()
    press(dialog, Qt.Key.Key_Left, CONTROL)
    assert "moves the caret" in told(dialog)
    assert not dialog._use.isEnabled()


def test_keys_of_lists_and_types_cannot_be_changed(dialog: KeysDialog) -> None:
    choose(dialog, "remove_entities")
    assert not dialog._edit.isEnabled()
    assert "they stay" in told(dialog)
    choose(dialog, "tag_statement")
    assert not dialog._edit.isEnabled()
    assert "page of the codebook" in told(dialog)


def test_one_command_or_all_get_their_own_keys_back(window: MainWindow, dialog: KeysDialog) -> None:
    for key, pressed in (("reject", Qt.Key.Key_G), ("skip", Qt.Key.Key_Y)):
        choose(dialog, key)
        press(dialog, pressed)
        QTest.mouseClick(dialog._use, LEFT)
    choose(dialog, "reject")
    QTest.mouseClick(dialog._reset, LEFT)
    assert command("reject").shortcuts == ("R",)
    assert not dialog._reset.isEnabled()
    assert window.settings.keys == {"skip": ("Y",)}
    QTimer.singleShot(0, agree)
    QTest.mouseClick(dialog._reset_all, LEFT)
    assert command("skip").shortcuts == ("S",)
    assert window.settings.keys == {}


def test_a_command_can_be_left_without_a_key(window: MainWindow, dialog: KeysDialog) -> None:
    choose(dialog, "close_project")
    QTest.mouseClick(dialog._none, LEFT)
    assert window.menus.actions["close_project"].shortcut().isEmpty()
    assert not dialog._none.isEnabled()


def test_keys_are_kept_for_the_next_start(
    window: MainWindow, dialog: KeysDialog, qtbot: QtBot
) -> None:
    choose(dialog, "export")
    press(dialog, Qt.Key.Key_F9)
    QTest.mouseClick(dialog._use, LEFT)
    dialog.close()
    window.close()
    again = MainWindow(Session(), Settings.load())
    qtbot.addWidget(again)
    assert again.menus.actions["export"].shortcut().toString() == "F9"


def test_all_commands_are_listed_and_found_by_their_keys(dialog: KeysDialog) -> None:
    assert dialog._tree.findItems("Merge the entities", Qt.MatchFlag.MatchRecursive)
    QTest.keyClicks(dialog._search, "ctrl+m")
    assert dialog._tree.current() == command("merge_entities")


def test_the_menu_opens_it(window: MainWindow) -> None:
    seen = []

    def look() -> None:
        opened = QApplication.activeModalWidget()
        seen.append(type(opened))
        opened.close()

    QTimer.singleShot(0, look)
    window.menus.trigger("change_keys")
    assert seen == [KeysDialog]


def agree() -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(b for b in box.buttons() if b.text() == "Reset all").click()
