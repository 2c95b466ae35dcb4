"""What is done to the articles in the list is done to all that are selected, as one step."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import factories
from annotator.project import Project
from annotator.settings import Settings, ThemeChoice
from annotator.ui.article_list import ArticleList
from annotator.ui.main_window import MainWindow
from annotator.ui.metadata_dialog import MetadataDialog
from annotator.ui.session import Session

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Reader:
    """Someone at the list, the newest article (12) on top."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.list = window.findChild(ArticleList)
        qtbot.waitUntil(lambda: self.list.model().rowCount() == 12)

    @property
    def project(self) -> Project:
        return self.window.session.project

    @property
    def done(self) -> list[int]:
        return [number for number in range(1, 13) if self.project.articles.is_done(number)]

    def click(self, article_id: int, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        place = self.list.visualRect(self.list.model().index(12 - article_id, 0)).center()
        QTest.mouseClick(self.list.viewport(), LEFT, modifiers, place)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def undo(self) -> None:
        """Press Ctrl+Z, back in the window after a dialog."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.press(KEY.Key_Z, CTRL)

    def answer(self, kind: type[QWidget], act: Callable[[QWidget], object]) -> None:
        """Do something with the next dialog of that kind."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                act(dialog)
            else:
                QTimer.singleShot(5, look)

        QTimer.singleShot(0, look)


@pytest.fixture
def reader(qtbot: QtBot, session: Session) -> Iterator[Reader]:
    window = MainWindow(session, Settings(theme=ThemeChoice.LIGHT))
    qtbot.addWidget(window)
    window.resize(1280, 900)
    window.show()
    qtbot.waitActive(window)
    someone = Reader(window, qtbot)
    someone.list.setFocus()
    yield someone
    window.close()


def push(dialog: QWidget, text: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    QTest.mouseClick(next(each for each in buttons if each.text() == text), LEFT)


def field(dialog: QWidget, name: str) -> QLineEdit:
    fields = dialog.findChildren(QLineEdit)
    return next(each for each in fields if each.accessibleName() == name)


def test_clicks_and_keys_select_several_and_their_number_is_said(reader: Reader) -> None:
    reader.click(10)
    reader.click(8, SHIFT)
    reader.click(3, CTRL)
    assert reader.list.selected_articles() == [10, 9, 8, 3]
    said = {label.text() for label in reader.window.findChildren(QLabel)}
    assert "12 articles · 4 selected" in said
    reader.click(12)
    for _ in range(2):
        reader.press(KEY.Key_Down, SHIFT)
    assert reader.list.selected_articles() == [12, 11, 10]


def test_d_marks_all_that_are_selected_and_undo_takes_it_back(reader: Reader) -> None:
    reader.click(10)
    reader.click(8, SHIFT)
    reader.press(KEY.Key_D)
    assert reader.done == [8, 9, 10]
    assert reader.window.session.article_id == 8
    reader.press(KEY.Key_Z, CTRL)
    assert reader.done == []


def test_marked_ones_among_the_selected_stay_marked_until_all_are(reader: Reader) -> None:
    reader.window.session.do(lambda project: project.articles.mark_done([9]))
    reader.click(10)
    reader.click(8, SHIFT)
    for done in ([8, 9, 10], []):
        reader.press(KEY.Key_D)
        assert reader.done == done
        QApplication.processEvents()
        assert reader.list.selected_articles() == [10, 9, 8]


@pytest.mark.parametrize(("answer", "left"), [("Remove", 10), ("Cancel", 12)])
def test_del_in_the_list_removes_the_selected_after_asking(
    reader: Reader, answer: str, left: int
) -> None:
    asked: list[str] = []

    def act(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        push(box, answer)

    reader.click(10)
    reader.click(5, CTRL)
    reader.answer(QMessageBox, act)
    reader.press(KEY.Key_Delete)
    assert asked == ["Remove 2 selected articles from the project?"]
    assert reader.project.articles.count() == left
    if left == 10:
        reader.undo()
        assert reader.project.articles.count() == 12
        assert reader.project.articles.text(5).startswith("Firm 5")


def test_del_in_the_text_is_no_business_of_the_list(reader: Reader) -> None:
    statement = factories.statement_draft("raised", reader.project.articles.text(12))
    reader.window.session.do(lambda project: project.statements.add(12, statement))
    reader.window.desk.rail.setFocus()
    reader.press(KEY.Key_Delete)
    assert QApplication.activeModalWidget() is None
    assert reader.project.articles.count() == 12


def test_details_of_several_change_only_what_was_typed(reader: Reader) -> None:
    titles: list[str] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        titles.append(dialog.windowTitle())
        assert field(dialog, "Source").text() == ""
        assert field(dialog, "Source").placeholderText() == "various; they stay as they are"
        assert field(dialog, "Language").text() == "en"
        field(dialog, "Date").setText("2025-06-30")
        push(dialog, "Save")

    before = [reader.project.articles.get(number) for number in (10, 9, 8)]
    reader.click(10)
    reader.click(8, SHIFT)
    reader.answer(MetadataDialog, act)
    reader.press(KEY.Key_F2)
    assert titles == ["Details of 3 articles"]
    for old in before:
        new = reader.project.articles.get(old.id)
        assert new.published == date(2025, 6, 30)
        assert (new.title, new.source, new.authors, new.language) == (
            old.title,
            old.source,
            old.authors,
            old.language,
        )
    reader.undo()
    assert [reader.project.articles.get(old.id) for old in before] == before


def test_saving_the_details_of_several_unchanged_is_no_step(reader: Reader) -> None:
    name = reader.project.undo_name
    reader.click(10)
    reader.click(8, SHIFT)
    reader.answer(MetadataDialog, lambda dialog: push(dialog, "Save"))
    reader.press(KEY.Key_F2)
    assert reader.project.undo_name == name


def test_what_several_cannot_share_is_not_asked_for(qtbot: QtBot) -> None:
    dialog = MetadataDialog([factories.article(), factories.article(source="Other")])
    qtbot.addWidget(dialog)
    dialog.show()
    shown = {each.accessibleName() for each in dialog.findChildren(QLineEdit) if each.isVisible()}
    assert shown == {"Source", "Authors", "Date", "Language"}


def test_a_right_click_offers_what_can_be_done_to_the_selected(reader: Reader) -> None:
    offered: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            offered.extend(action.text() for action in menu.actions())
            menu.close()

    reader.click(10)
    place = reader.list.visualRect(reader.list.model().index(2, 0)).center()
    on_screen = reader.list.viewport().mapToGlobal(place)
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, on_screen)
    QTimer.singleShot(50, look)
    QApplication.sendEvent(reader.list.viewport(), ask)
    reader.qtbot.waitUntil(lambda: bool(offered))
    assert offered == [
        "Mark as done, go to the next",
        "Edit title, source, date…",
        "Remove the article from the project",
    ]
