"""Undo and redo say what they did, in passing."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from annotator.ui.command import Scope
from annotator.ui.menus import Menus
from annotator.ui.session import Session
from annotator.ui.step_note import StepNote


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    return window


@pytest.fixture
def menus(session: Session, window: QMainWindow) -> Menus:
    menus = Menus(window)
    menus.connect_handlers({"undo": session.undo, "redo": session.redo})
    menus.set_scopes((Scope.PROJECT,))
    menus.show_steps("step", "step")
    return menus


@pytest.fixture
def note(session: Session, menus: Menus, window: QMainWindow) -> StepNote:
    return StepNote(session, menus, window)


def test_undo_and_redo_are_told_one_after_the_other(
    session: Session, menus: Menus, note: StepNote
) -> None:
    step = session.do(lambda project: project.articles.mark_done([1])).step
    assert not note.isVisible()
    menus.trigger("undo")
    assert note.isVisible()
    assert note.text() == f"Undone: {step}. Ctrl+Shift+Z brings it back."
    menus.trigger("redo")
    assert note.text() == f"Redone: {step}"


def test_the_note_goes_by_itself_and_with_the_next_step(
    session: Session, menus: Menus, note: StepNote
) -> None:
    menus.trigger("undo")
    timer = note.findChild(QTimer)
    assert timer.isActive()
    timer.timeout.emit()
    assert not note.isVisible()
    menus.trigger("redo")
    session.do(lambda project: project.articles.mark_done([1]))
    assert not note.isVisible()


def test_nothing_is_told_when_there_is_nothing_to_redo(menus: Menus, note: StepNote) -> None:
    menus.trigger("redo")
    assert not note.isVisible()


def test_the_note_lies_over_the_lower_edge(
    menus: Menus, note: StepNote, window: QMainWindow
) -> None:
    menus.trigger("undo")
    window.resize(500, 300)
    assert window.rect().contains(note.geometry())
    assert note.geometry().bottom() > window.height() - 20
