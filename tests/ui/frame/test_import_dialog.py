"""What an import has found can be corrected before it is stored."""

import json
import threading
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

import factories
from annotator.settings import Settings
from annotator.ui.file_choice import FileChoice
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.import_model import Column, ImportModel
from annotator.ui.session import Session
from annotator.workflows.importing import ReadArticles

CHECK = Qt.ItemDataRole.CheckStateRole
COLOUR = Qt.ItemDataRole.ForegroundRole


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, tmp_path: Path) -> ImportDialog:
    dialog = ImportDialog(session, FileChoice(Settings(), "import", tmp_path))
    qtbot.addWidget(dialog)
    return dialog


@pytest.fixture
def folder(tmp_path: Path, session: Session) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("Alpha 🐝 raised €2bn from the state.\r\n", "utf-8")
    (folder / "b.txt").write_text(session.project.articles.text(1), "utf-8")
    (folder / "c.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "d.txt").write_bytes(b"")
    return folder


def import_button(dialog: ImportDialog) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(button for button in buttons if button.text().startswith("Import"))


def shown(dialog: ImportDialog) -> str:
    labels = dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def read(qtbot: QtBot, dialog: ImportDialog, path: Path) -> ImportModel:
    dialog.read([path])
    qtbot.waitUntil(lambda: import_button(dialog).isEnabled())
    return model_of(dialog)


def model_of(dialog: ImportDialog) -> ImportModel:
    model = dialog.findChild(QTableView).model()
    assert isinstance(model, ImportModel)
    return model


def test_new_articles_are_chosen_and_known_ones_marked(
    qtbot: QtBot, dialog: ImportDialog, folder: Path
) -> None:
    model = read(qtbot, dialog, folder)
    states = [model.index(row, Column.STATE).data() for row in range(model.rowCount())]
    assert states == ["", "already in the project"]
    assert [draft.text.strip() for draft in dialog.chosen()] == [
        "Alpha 🐝 raised €2bn from the state."
    ]
    assert import_button(dialog).text() == "Import 1 article"


def test_files_that_cannot_be_read_are_listed_with_the_reason(
    qtbot: QtBot, dialog: ImportDialog, folder: Path
) -> None:
    read(qtbot, dialog, folder)
    listed = "\n".join(edit.toPlainText() for edit in dialog.findChildren(QPlainTextEdit))
    assert "c.txt" in listed
    assert "d.txt" in listed
    assert "empty" in listed


def test_nothing_is_stored_while_it_is_shown(
    qtbot: QtBot, dialog: ImportDialog, folder: Path, session: Session
) -> None:
    read(qtbot, dialog, folder)
    assert session.project.articles.count() == 12


def test_details_can_be_corrected(dialog: ImportDialog) -> None:
    dialog.show_drafts([factories.article_draft("New text.", published=None)])
    model = model_of(dialog)
    for column, words in (
        (Column.TITLE, "Zoe\u0301 gründet"),
        (Column.DATE, "2025-01-31"),
        (Column.AUTHORS, "Muster, Ada; B"),
        (Column.LANGUAGE, "DE"),
    ):
        assert model.setData(model.index(0, column), words)
    draft = dialog.chosen()[0]
    assert (draft.title, draft.published) == ("Zoe\u0301 gründet", date(2025, 1, 31))
    assert (draft.authors, draft.language) == (("Muster, Ada", "B"), "de")


@pytest.mark.parametrize("typed", ["2025", "31.01.2025", "tomorrow"])
def test_a_wrong_date_is_kept_and_marked_until_it_is_mended(
    dialog: ImportDialog, typed: str
) -> None:
    dialog.show_drafts([factories.article_draft("New text."), factories.article_draft("Two.")])
    model = model_of(dialog)
    cell = model.index(0, Column.DATE)
    model.setData(cell, typed)
    assert cell.data() == typed
    assert cell.data(COLOUR) == QGuiApplication.palette().brightText()
    assert "2025-01-31" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert not import_button(dialog).isEnabled()
    model.setData(cell, "")
    assert cell.data(COLOUR) is None
    assert dialog.chosen()[0].published is None
    assert import_button(dialog).text() == "Import 2 articles"


def test_wrong_dates_are_told_with_their_row_and_what_a_date_looks_like(
    dialog: ImportDialog,
) -> None:
    titles = ("Zoe\u0301 🐝", "", "Third")
    dialog.show_drafts([factories.article_draft(f"{title} text.", title=title) for title in titles])
    model = model_of(dialog)
    dialog.show()
    for row in (2, 1):
        model.setData(model.index(row, Column.DATE), "31.01.2025")
    told = shown(dialog)
    assert "Row 2, “Untitled”: “31.01.2025” is not a date. 1 more date is wrong." in told
    assert "like 2025-01-31" in told
    assert import_button(dialog).text() == "Import 3 articles"
    for row in (1, 2):
        model.setData(model.index(row, Column.DATE), "2025-01-31")
    assert "is not a date" not in shown(dialog)
    assert import_button(dialog).isEnabled()


def test_a_wrong_date_of_an_article_left_out_is_no_hindrance(dialog: ImportDialog) -> None:
    dialog.show_drafts([factories.article_draft("One."), factories.article_draft("Two.")])
    model = model_of(dialog)
    model.setData(model.index(0, Column.DATE), "soon")
    assert dialog.chosen() == []
    model.setData(model.index(0, Column.TITLE), Qt.CheckState.Unchecked.value, CHECK.value)
    assert [draft.text for draft in dialog.chosen()] == ["Two."]


def test_the_same_text_twice_is_chosen_once(dialog: ImportDialog) -> None:
    drafts = [factories.article_draft("Same."), factories.article_draft("Same.", title="Other")]
    dialog.show_drafts(drafts)
    assert len(dialog.chosen()) == 1


def test_an_article_can_be_left_out(dialog: ImportDialog) -> None:
    dialog.show_drafts([factories.article_draft("One."), factories.article_draft("Two.")])
    model = model_of(dialog)
    model.setData(model.index(0, Column.TITLE), Qt.CheckState.Unchecked.value, CHECK.value)
    assert [draft.text for draft in dialog.chosen()] == ["Two."]
    assert import_button(dialog).text() == "Import 1 article"


def test_a_missing_file_is_a_failure_like_others(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    dialog.read([tmp_path / "gone.txt"])
    failed = dialog.findChildren(QPlainTextEdit)[-1]
    qtbot.waitUntil(lambda: "gone.txt" in failed.toPlainText())


class SlowlyListed(ReadArticles):
    """Stands for a folder of very many files, or one on a slow disk."""

    listing = threading.Event()

    def __init__(self, paths: Sequence[Path | str]) -> None:
        assert threading.current_thread() is not threading.main_thread()
        self.listing.wait(10)
        super().__init__(paths)


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The event that ends the listing of files."""
    monkeypatch.setattr("annotator.workflows.importing.ReadArticles", SlowlyListed)
    SlowlyListed.listing.clear()
    yield SlowlyListed.listing
    SlowlyListed.listing.set()


def test_the_window_stays_free_while_files_are_listed(
    qtbot: QtBot, dialog: ImportDialog, folder: Path, slowly: threading.Event
) -> None:
    dialog.show()
    dialog.read([folder])
    dialog.read([folder / "missing.txt"])
    assert "Reading…" in shown(dialog)
    assert not import_button(dialog).isEnabled()
    slowly.set()
    qtbot.waitUntil(lambda: import_button(dialog).isEnabled())
    assert model_of(dialog).rowCount() == 2
    assert "3 files could not be read:" in shown(dialog)


def test_the_dialog_can_be_closed_while_files_are_listed(
    dialog: ImportDialog, folder: Path, slowly: threading.Event
) -> None:
    dialog.read([folder])
    dialog.reject()
    slowly.set()
    dialog._finder.shutdown()
    QCoreApplication.processEvents()
    assert model_of(dialog).rowCount() == 0


def test_closing_stops_the_reading(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(f"Article {number} says something.", "utf-8")
    dialog.read([tmp_path])
    qtbot.waitUntil(lambda: model_of(dialog).rowCount() > 0)
    dialog.reject()
    stopped_at = model_of(dialog).rowCount()
    QCoreApplication.processEvents()
    assert model_of(dialog).rowCount() == stopped_at


def test_the_articles_of_a_large_file_are_listed_some_at_a_time(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    lines = [json.dumps({"text": f"Firm {number} 🐝 raised money."}) for number in range(1200)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), "utf-8")
    grown: list[int] = []
    model_of(dialog).rowsInserted.connect(lambda _, first, last: grown.append(last - first + 1))
    read(qtbot, dialog, tmp_path / "many.jsonl")
    assert sum(grown) == len(dialog.chosen()) == 1200
    assert max(grown) <= 500
    assert import_button(dialog).text() == "Import 1,200 articles"


def test_later_failures_are_listed_below_the_earlier_ones(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    failed = dialog.findChildren(QPlainTextEdit)[-1]
    dialog.read([tmp_path / "first.txt"])
    qtbot.waitUntil(lambda: "first.txt" in failed.toPlainText())
    dialog.read([tmp_path / "second.txt"])
    qtbot.waitUntil(lambda: "second.txt" in failed.toPlainText())
    first, second = failed.toPlainText().splitlines()
    assert "first.txt" in first
    assert "second.txt" in second
    assert "2 files could not be read:" in {label.text() for label in dialog.findChildren(QLabel)}


def test_ticks_are_counted_however_often_they_are_set() -> None:
    model = ImportModel()
    model.add([factories.article_draft("One."), factories.article_draft("Two.")], [False, True])
    for row, tick, count in (
        (0, Qt.CheckState.Checked, 1),
        (1, Qt.CheckState.Checked, 2),
        (0, Qt.CheckState.Unchecked, 1),
        (0, Qt.CheckState.Unchecked, 1),
    ):
        model.setData(model.index(row, Column.TITLE), tick.value, CHECK.value)
        assert model.chosen_count == len(model.chosen()) == count
