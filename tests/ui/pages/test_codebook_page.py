"""The page of the codebook."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.domain import Role, RoleKind, StatementType
from annotator.project import create_project
from annotator.ui.codebook_page import CodebookPage
from annotator.ui.codebook_page.role_model import Column
from annotator.ui.codebook_page.role_table import RoleTable
from annotator.ui.name_dialog import NameDialog
from annotator.ui.session import Session


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[CodebookPage]:
    page = CodebookPage(session)
    qtbot.addWidget(page)
    page.resize(1000, 750)
    page.show()
    yield page
    page.hide()


def stored(session: Session, key: str = "funding") -> StatementType:
    kind = session.project.codebook.get().type(key)
    assert kind is not None
    return kind


def stored_role(session: Session, key: str) -> Role:
    role = stored(session).role(key)
    assert role is not None
    return role


def answer(page: CodebookPage, name: str) -> None:
    """Type a name into the dialog that comes up next, and accept it."""

    def type_name() -> None:
        dialog = page.findChild(NameDialog)
        assert dialog is not None
        field = dialog.findChild(QLineEdit)
        assert field is not None
        QTest.keyClicks(field, name)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, type_name)


def roles_of(page: CodebookPage) -> RoleTable:
    return page._editor._roles._table


def go_to(page: CodebookPage, row: int, column: Column) -> RoleTable:
    table = roles_of(page)
    table.setCurrentIndex(table.model().index(row, column))
    return table


def test_types_are_listed_with_key_and_uses(page: CodebookPage) -> None:
    model = page._model
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(3)]
    assert cells == [["General guideline", None, None], ["Funding", "1", 1], ["Policy", "2", 1]]


def test_a_new_name_is_one_step_and_leaves_the_stored_key(
    page: CodebookPage, session: Session
) -> None:
    page._editor._name.setText("Money")
    QTest.keyClick(page._editor._name, Qt.Key.Key_Return)
    assert (stored(session).key, stored(session).name) == ("funding", "Money")
    assert session.project.undo_name == "Rename statement type"
    session.undo()
    assert page._editor._name.text() == "Funding"


def test_an_empty_name_is_not_taken(page: CodebookPage, session: Session) -> None:
    page._editor._name.setText("  ")
    QTest.keyClick(page._editor._name, Qt.Key.Key_Return)
    assert page._editor._name.text() == stored(session).name == "Funding"


def test_a_key_of_a_command_is_explained_and_not_saved(
    page: CodebookPage, session: Session
) -> None:
    page._editor._key.clear()
    QTest.keyClicks(page._editor._key, "a")
    assert "“Accept”" in page._editor._hint.text()
    QTest.keyClick(page._editor._key, Qt.Key.Key_Return)
    assert stored(session).shortcut == "1"
    page._editor._key.clear()
    QTest.keyClicks(page._editor._key, "z")
    QTest.keyClick(page._editor._key, Qt.Key.Key_Return)
    assert stored(session).shortcut == "z"
    assert "“Accept”" not in page._editor._hint.text()


def test_a_colour_is_chosen(
    page: CodebookPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_args: QColor("#123456"))
    page._editor._colour.click()
    assert stored(session).colour == "#123456"


def test_a_type_is_retired_keeps_its_statements_and_is_restored(
    page: CodebookPage, session: Session
) -> None:
    page._editor._retire.click()
    assert stored(session).retired
    assert page._model.index(1, 0).data() == "Funding (retired)"
    assert session.project.codebook.usage() == {"funding": 1, "policy": 1}
    page._editor._retire.click()
    assert not stored(session).retired


def test_a_type_is_added_and_shown(page: CodebookPage, session: Session) -> None:
    answer(page, "Jobs & skills")
    page._add.click()
    assert page._editor._name.text() == "Jobs & skills"
    assert [kind.key for kind in session.project.codebook.get().types] == [
        "funding",
        "policy",
        "jobs_skills",
    ]


def test_types_are_reordered_by_keys(page: CodebookPage, session: Session) -> None:
    QTest.keyClick(page._types, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [kind.key for kind in session.project.codebook.get().types] == ["policy", "funding"]
    assert page._editor._name.text() == "Funding"


def test_a_role_is_added_and_its_kind_chosen(
    page: CodebookPage, session: Session, qtbot: QtBot
) -> None:
    answer(page, "Share")
    page._editor._roles._add.click()
    table = go_to(page, 3, Column.KIND)
    QTest.keyClick(table, Qt.Key.Key_F2)
    box = table.viewport().findChild(QComboBox)
    assert box is not None
    box.setCurrentText("Choice")
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored_role(session, "share").kind is RoleKind.CHOICE)


def test_the_kind_of_a_role_with_values_is_locked_and_explained(page: CodebookPage) -> None:
    index = go_to(page, 0, Column.KIND).currentIndex()
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert "holds 1 value" in page._editor._roles._hint.text()


def test_choices_are_written_one_a_line(page: CodebookPage, session: Session, qtbot: QtBot) -> None:
    table = go_to(page, 2, Column.CHOICES)
    assert table.currentIndex().data() == "equity · grant · loan, soft"
    QTest.keyClick(table, Qt.Key.Key_Return)
    field = table.viewport().findChild(QPlainTextEdit)
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "prize")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(
        lambda: (
            stored_role(session, "instrument").choices == ("equity", "grant", "loan, soft", "prize")
        )
    )


def test_space_ticks_whether_a_role_holds_many(page: CodebookPage, session: Session) -> None:
    table = go_to(page, 1, Column.MANY)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert stored_role(session, "amount").many
    session.undo()
    assert not stored_role(session, "amount").many


def test_a_role_is_retired_with_delete_and_keeps_its_values(
    page: CodebookPage, session: Session
) -> None:
    table = go_to(page, 0, Column.NAME)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert stored_role(session, "funder").retired
    assert table.model().index(0, Column.NAME).data() == "Funder (retired)"
    assert session.project.statements.get(1).of_role("funder")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert not stored_role(session, "funder").retired


def test_roles_are_reordered_by_keys(page: CodebookPage, session: Session) -> None:
    table = go_to(page, 1, Column.NAME)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [role.key for role in stored(session).roles] == ["amount", "funder", "instrument"]
    assert table.currentIndex().row() == 0


def test_a_guideline_is_shown_rendered_and_saved_when_it_is_left(
    page: CodebookPage, session: Session, qtbot: QtBot
) -> None:
    editor = page._editor._guideline
    assert editor._view.toPlainText() == "Somebody gives money."
    editor.edit()
    editor._source.setPlainText("Only **public** money.")
    assert editor._view.toPlainText() == "Only public money."
    page._editor._name.setFocus()
    qtbot.waitUntil(lambda: stored(session).guideline == "Only **public** money.")


def test_escape_ends_the_writing_and_keeps_it(page: CodebookPage, session: Session) -> None:
    editor = page._editor._guideline
    editor.edit()
    editor._source.setPlainText("Gifts, too")
    QTest.keyClick(editor._source, Qt.Key.Key_Escape)
    assert not editor.editing
    assert editor._view.toPlainText() == "Gifts, too"
    assert stored(session).guideline == "Gifts, too"


def test_the_general_guideline_has_a_row_of_its_own(page: CodebookPage, session: Session) -> None:
    page._types.setCurrentIndex(page._model.index(0, 0))
    editor = page._guideline
    editor.edit()
    editor._source.setPlainText("Tag *much*.")
    editor.finish()
    assert session.project.codebook.get().guideline == "Tag *much*."


def test_a_guideline_that_is_being_written_goes_to_its_own_type(
    page: CodebookPage, session: Session
) -> None:
    page._editor._guideline.edit()
    page._editor._guideline._source.setPlainText("About money")
    page._types.setCurrentIndex(page._model.index(2, 0))
    assert stored(session, "funding").guideline == "About money"
    assert stored(session, "policy").guideline == ""


def test_what_was_written_for_another_project_is_not_saved_in_this_one(
    page: CodebookPage, session: Session, tmp_path: Path
) -> None:
    codebook = session.project.codebook.get()
    page._editor._guideline.edit()
    page._editor._guideline._source.setPlainText("For the old one")
    session.show_project(create_project(tmp_path / "next.anno", codebook=codebook, coder="ada"))
    assert page._editor._guideline._view.toPlainText() == "Somebody gives money."
    page._types.setCurrentIndex(page._model.index(2, 0))
    assert stored(session).guideline == "Somebody gives **money**."
