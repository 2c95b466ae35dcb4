"""The page of entities."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.domain import Entity, EntityLabel, Kind, MentionDraft
from annotator.ui.entities_page import EntitiesPage
from annotator.ui.entities_page.aliases import AliasChip
from annotator.ui.entities_page.merge import MergeDialog
from annotator.ui.entities_page.model import Column
from annotator.ui.entities_page.new_entity import NewEntityDialog
from annotator.ui.session import Session
from factories import span

Shown = TypeVar("Shown", bound=QDialog)

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[EntitiesPage]:
    page = EntitiesPage(session)
    qtbot.addWidget(page)
    page.resize(1000, 750)
    page.show()
    yield page
    page.hide()


def names(page: EntitiesPage) -> list[str]:
    return [page._model.entity(row).name for row in range(page._model.rowCount())]


def entity(session: Session, name: str) -> Entity:
    found = session.project.entities.named(name)
    assert found is not None
    return found


def choose(page: EntitiesPage, *wanted: str) -> None:
    page._table.select_ids({entity(page._session, name).id for name in wanted})


def test_entities_are_listed_with_label_and_mentions(page: EntitiesPage) -> None:
    cells = [
        [page._model.index(row, column).data() for column in Column]
        for row in range(page._model.rowCount())
    ]
    assert cells == [
        ["Halm", "Country, city, state", "", 2],
        ["Nordwind", "Organisation", "", 1],
        ["Nordwind Labs", "Organisation", "", 2],
    ]


def test_search_finds_names_and_aliases(page: EntitiesPage, session: Session) -> None:
    halm = entity(session, "Halm").id
    session.do(lambda project: project.entities.add_alias(halm, "Stadt Zoe\u0301 🏛"))
    page._search.setText("zoe\u0301")
    assert names(page) == ["Halm"]
    assert page._count.text() == "1 of 3 entities"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_keys_lead_from_the_search_to_the_table(
    page: EntitiesPage, qtbot: QtBot, key: Qt.Key
) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page._search.setFocus()
    QTest.keyClick(page._search, key)
    assert QApplication.focusWidget() is page._table


def test_a_label_narrows_the_list(page: EntitiesPage) -> None:
    page._labels.setCurrentIndex(page._labels.findData(EntityLabel.ORG))
    assert names(page) == ["Nordwind", "Nordwind Labs"]


def test_sorting_by_mentions_keeps_the_selection(page: EntitiesPage) -> None:
    choose(page, "Halm", "Nordwind")
    page._table.sortByColumn(Column.MENTIONS, Qt.SortOrder.AscendingOrder)
    assert names(page) == ["Nordwind", "Halm", "Nordwind Labs"]
    assert page._table.selected_rows() == [0, 1]


def test_f2_renames_in_place_and_undo_takes_it_back(
    page: EntitiesPage, session: Session, qtbot: QtBot
) -> None:
    page._table.setCurrentIndex(page._model.index(0, Column.MENTIONS))
    QTest.keyClick(page._table, Qt.Key.Key_F2)
    field = page._table.viewport().findChild(QLineEdit)
    assert field is not None
    field.setText("City of Halm")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(page)[0] == "City of Halm")
    assert entity(session, "City of Halm").aliases == ("Halm",)
    session.undo()
    assert names(page)[0] == "Halm"


def test_a_name_that_is_taken_is_refused_and_explained(
    page: EntitiesPage, session: Session, qtbot: QtBot
) -> None:
    index = page._model.index(0, Column.NAME)
    with qtbot.waitSignal(session.failed) as failed:
        page._model.setData(index, "Nordwind")
    assert "merge" in failed.args[0].sentence
    assert names(page)[0] == "Halm"


def test_a_label_is_chosen_in_its_cell(page: EntitiesPage, session: Session, qtbot: QtBot) -> None:
    page._table.setCurrentIndex(page._model.index(0, Column.LABEL))
    QTest.keyClick(page._table, Qt.Key.Key_F2)
    box = page._table.viewport().findChild(QComboBox)
    assert box is not None
    box.setCurrentText("Region")
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entity(session, "Halm").label is EntityLabel.LOC)


def test_aliases_are_added_and_removed(page: EntitiesPage, session: Session) -> None:
    choose(page, "Halm")
    editor = page._panel._aliases
    editor._field.setText("  Halmstadt ")
    QTest.keyClick(editor._field, Qt.Key.Key_Return)
    assert entity(session, "Halm").aliases == ("Halmstadt",)
    chip = editor._chips.findChild(AliasChip)
    assert chip is not None
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert entity(session, "Halm").aliases == ()


def test_a_note_is_kept_when_another_entity_is_chosen(page: EntitiesPage, session: Session) -> None:
    choose(page, "Halm")
    note = page._panel._note
    note.edit()
    note._source.setPlainText("A *small* city")
    choose(page, "Nordwind")
    assert entity(session, "Halm").note == "A *small* city"
    assert entity(session, "Nordwind").note == ""


def test_merging_says_what_changes_and_moves_mentions_and_values(
    page: EntitiesPage, session: Session
) -> None:
    choose(page, "Nordwind", "Nordwind Labs")
    said: list[str] = []

    def agree() -> None:
        dialog = _dialog(MergeDialog)
        said.append(dialog._preview.text())
        dialog.accept()

    QTimer.singleShot(0, agree)
    page._merge.click()
    (words,) = said
    assert "gets the alias “Nordwind”." in words
    assert "1 more mention and 0 more role values" in words
    assert names(page) == ["Halm", "Nordwind Labs"]
    assert session.project.entities.mention_counts()[entity(session, "Nordwind").id] == 3
    session.undo()
    assert names(page) == ["Halm", "Nordwind", "Nordwind Labs"]


def test_an_entity_can_be_added(page: EntitiesPage, session: Session) -> None:
    def fill() -> None:
        dialog = _dialog(NewEntityDialog)
        dialog._name.setText("Ostsee AI")
        dialog.accept()

    QTimer.singleShot(0, fill)
    page._new.click()
    assert entity(session, "Ostsee AI").label is EntityLabel.ORG
    assert page._panel._name.text() == "Ostsee AI"


def test_delete_removes_all_that_are_selected_in_one_step(
    page: EntitiesPage, session: Session
) -> None:
    choose(page, "Nordwind", "Nordwind Labs")
    QTest.keyClick(page._table, Qt.Key.Key_Delete)
    assert names(page) == ["Halm"]
    session.undo()
    assert names(page) == ["Halm", "Nordwind", "Nordwind Labs"]


def test_enter_lists_the_sentences_and_a_click_opens_one(
    page: EntitiesPage, session: Session, qtbot: QtBot
) -> None:
    choose(page, "Halm")
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    listed = page._sentences._model
    lines = [listed.line(row) for row in range(listed.rowCount())]
    assert [line.words for line in lines if line] == [
        "The city of Halm gives Nordwind €5 million.",
        "Halm wants rules.",
        "Halm",
        "Halm",
    ]
    text = session.project.articles.text(1)
    table = page._sentences._list
    centre = table.visualRect(listed.index(0, 0)).center()
    with qtbot.waitSignal(page.open_requested) as asked:
        QTest.mouseClick(table.viewport(), LEFT, NO_KEYS, centre)
    assert asked.args == [1, span("The city of Halm gives Nordwind €5 million.", text)]


def test_the_page_reloads_only_when_it_is_shown_again(page: EntitiesPage, session: Session) -> None:
    page.hide()
    session.do(lambda project: project.entities.add("Neu", EntityLabel.ORG))
    assert "Neu" not in names(page)
    page.show()
    assert "Neu" in names(page)


def test_a_new_mention_counts_at_once_and_keeps_the_selection(
    page: EntitiesPage, session: Session
) -> None:
    choose(page, "Nordwind")
    text = session.project.articles.text(1)
    draft = MentionDraft(span=span("People", text), label=EntityLabel.NORP, entity="Nordwind")
    changes = session.do(lambda project: project.mentions.add(1, draft))
    assert changes.touches(Kind.MENTION)
    assert page._model.index(1, Column.MENTIONS).data() == 2
    assert page._table.selected_ids() == [entity(session, "Nordwind").id]


def test_a_project_without_entities_says_where_they_come_from(
    empty_session: Session, qtbot: QtBot
) -> None:
    page = EntitiesPage(empty_session)
    qtbot.addWidget(page)
    page.show()
    assert page._right.currentWidget() is page._hint
    assert "New…" in page._hint.text()


def _dialog(kind: type[Shown]) -> Shown:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def test_a_button_lists_the_sentences_of_the_chosen_entity(page: EntitiesPage) -> None:
    assert not page._places.isEnabled()
    choose(page, "Nordwind Labs")
    page._places.click()
    assert page._sentences.isVisible()
    choose(page, "Nordwind Labs", "Halm")
    assert not page._places.isEnabled()
