"""Dialogs ask for little, refuse what cannot be, and say why."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import Include
from annotator.settings import Settings
from annotator.ui.coder_dialog import CoderDialog
from annotator.ui.export_dialog import ExportDialog, loss_lines, summary
from annotator.ui.extract_dialog import ExtractDialog
from annotator.ui.file_choice import FileChoice
from annotator.ui.help_window import HelpWindow, page_keys
from annotator.ui.markdown_editor import MarkdownView
from annotator.ui.metadata_dialog import MetadataDialog
from annotator.ui.name_dialog import NameDialog
from annotator.ui.new_project_dialog import NewProjectDialog
from annotator.ui.session import Session
from annotator.workflows.exporting import export
from annotator.workflows.extracting import DEFAULT_PIPELINE, pipeline_version


def field(dialog: QDialog, name: str) -> QLineEdit:
    fields = dialog.findChildren(QLineEdit)
    return next(field for field in fields if field.accessibleName() == name)


def box(dialog: QDialog, name: str) -> QComboBox:
    return next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == name)


def button(dialog: QDialog, text: str) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(button for button in buttons if button.text().startswith(text))


def said(dialog: QDialog) -> str:
    labels = dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not label.isHidden())


@pytest.fixture
def new_project(qtbot: QtBot, tmp_path: Path) -> NewProjectDialog:
    dialog = NewProjectDialog(Settings(coder="Ida", folders={"open": str(tmp_path)}))
    qtbot.addWidget(dialog)
    return dialog


def test_a_new_project_needs_only_one_click(new_project: NewProjectDialog, tmp_path: Path) -> None:
    wanted = new_project.wanted()
    assert wanted.path == tmp_path / "AI news.anno"
    assert (wanted.codebook, wanted.coder) == ("ai-news", "Ida")
    assert button(new_project, "Create").isEnabled()


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("Name", "a/b", "file's name"),
        ("Name", " ", "file's name"),
        ("Coder", " ", "who codes"),
        ("Folder", "/no/such/folder", "no such folder"),
    ],
)
def test_a_new_project_that_cannot_be_is_refused_with_the_reason(
    new_project: NewProjectDialog, name: str, value: str, reason: str
) -> None:
    field(new_project, name).setText(value)
    assert not button(new_project, "Create").isEnabled()
    assert reason in said(new_project)


def test_a_project_is_never_made_over_another(
    new_project: NewProjectDialog, tmp_path: Path
) -> None:
    (tmp_path / "Förderung.anno").write_text("")
    field(new_project, "Name").setText("Förderung")
    assert not button(new_project, "Create").isEnabled()


def test_details_are_taken_as_typed(qtbot: QtBot) -> None:
    dialog = MetadataDialog([factories.article(published=None)])
    qtbot.addWidget(dialog)
    field(dialog, "Title").setText(" Zoe\u0301 🐝 ")
    field(dialog, "Authors").setText("Muster, Ada; Zoe\u0301 Dupont;")
    field(dialog, "Date").setText("2025-01-31")
    details = dialog.details()
    assert details["title"] == "Zoe\u0301 🐝"
    assert details["authors"] == ("Muster, Ada", "Zoe\u0301 Dupont")
    assert details["published"] == date(2025, 1, 31)


def test_an_unknown_date_stays_unknown(qtbot: QtBot) -> None:
    dialog = MetadataDialog([factories.article(published=None)])
    qtbot.addWidget(dialog)
    assert dialog.details()["published"] is None
    assert button(dialog, "Save").isEnabled()


@pytest.mark.parametrize("typed", ["2025", "31.1.2025", "2025-02-30", "yesterday"])
def test_a_date_that_is_none_is_not_saved(qtbot: QtBot, typed: str) -> None:
    dialog = MetadataDialog([factories.article()])
    qtbot.addWidget(dialog)
    field(dialog, "Date").setText(typed)
    assert not button(dialog, "Save").isEnabled()
    assert "2025-01-31" in said(dialog)


def test_a_coder_can_be_chosen_or_typed(qtbot: QtBot) -> None:
    dialog = CoderDialog(["Ada", "Zoë"], "Zoë")
    qtbot.addWidget(dialog)
    assert dialog.name() == "Zoë"
    box(dialog, "Coder").setEditText(" Ida ")
    assert dialog.name() == "Ida"
    box(dialog, "Coder").setEditText("  ")
    assert not button(dialog, "Code as").isEnabled()


def test_a_new_thing_needs_a_name(qtbot: QtBot) -> None:
    dialog = NameDialog("New statement type", "Name of the statement type")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() >= dialog.fontMetrics().horizontalAdvance("New statement type") + 160
    assert not button(dialog, "Add").isEnabled()
    field(dialog, "Name of the statement type").setText(" Zoe\u0301 🐝 ")
    button(dialog, "Add").click()
    assert (dialog.result(), dialog.name()) == (QDialog.DialogCode.Accepted, "Zoe\u0301 🐝")


def test_new_articles_are_offered_for_extraction(qtbot: QtBot, session: Session) -> None:
    dialog = ExtractDialog(session.project, [3, 4])
    qtbot.addWidget(dialog)
    assert len(dialog.wanted().article_ids) == 12
    choice(dialog, "Selected").click()
    assert dialog.wanted().article_ids == (3, 4)
    assert button(dialog, "Extract").text() == "Extract from 2 articles"


def test_articles_the_pipeline_has_seen_are_not_new(qtbot: QtBot, session: Session) -> None:
    pipeline = DEFAULT_PIPELINE
    suggestions = session.project.suggestions
    run = suggestions.start_run(pipeline, pipeline_version(pipeline))
    suggestions.store(run, dict.fromkeys(range(1, 13), ()))
    dialog = ExtractDialog(session.project, [])
    qtbot.addWidget(dialog)
    assert not choice(dialog, "New").isEnabled()
    assert choice(dialog, "All").isChecked()


def test_articles_in_a_language_that_the_pipeline_does_not_read_are_told_of(
    qtbot: QtBot, session: Session
) -> None:
    session.project.articles.update(3, language="fr")
    dialog = ExtractDialog(session.project, [3, 4])
    qtbot.addWidget(dialog)
    box(dialog, "Pipeline").setCurrentIndex(1)
    told = "1 article is in a language that this pipeline does not read (fr)"
    assert told in said(dialog)
    assert button(dialog, "Extract").isEnabled()
    session.project.articles.update(3, language="en")
    choice(dialog, "Selected").click()
    assert told not in said(dialog)


def test_articles_in_a_language_that_no_pipeline_reads_are_left_out_and_told_of(
    qtbot: QtBot, session: Session
) -> None:
    session.project.articles.update(3, language="de")
    dialog = ExtractDialog(session.project, [3, 4])
    qtbot.addWidget(dialog)
    assert len(dialog.wanted().article_ids) == 11
    assert "1 article is in a language that no pipeline here reads (de)" in said(dialog)
    choice(dialog, "Selected").click()
    assert dialog.wanted().article_ids == (4,)


def test_without_articles_extraction_asks_for_an_import(qtbot: QtBot, session: Session) -> None:
    session.project.articles.remove(list(session.project.articles.ids()))
    dialog = ExtractDialog(session.project, [])
    qtbot.addWidget(dialog)
    dialog.show()
    asked = [
        label for label in dialog.findChildren(QLabel) if "no articles to read yet" in label.text()
    ]
    assert [label.isVisible() for label in asked] == [True]
    assert not button(dialog, "Extract").isEnabled()


def choice(dialog: QDialog, text: str) -> QRadioButton:
    choices = dialog.findChildren(QRadioButton)
    return next(choice for choice in choices if choice.text().startswith(text))


def test_without_a_pipeline_the_way_to_one_is_shown(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.extract_dialog.installed_pipelines", tuple)
    dialog = ExtractDialog(session.project, [])
    qtbot.addWidget(dialog)
    assert "pip install" in said(dialog)
    assert not button(dialog, "Extract").isEnabled()


def test_the_suffix_follows_the_format(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    dialog = ExportDialog(session.project, FileChoice(Settings(), "export", tmp_path))
    qtbot.addWidget(dialog)
    assert dialog.wanted().path == tmp_path / "Funding watch.jsonl"
    formats = box(dialog, "Format")
    formats.setCurrentIndex(formats.findData("csv"))
    box(dialog, "Annotations").setCurrentIndex(2)
    box(dialog, "Coder").setCurrentText("Zoë")
    wanted = dialog.wanted()
    assert wanted.path == tmp_path / "Funding watch.csv"
    assert (wanted.format_key, wanted.include, wanted.coder) == ("csv", Include.ALL, "Zoë")


def test_a_file_that_will_be_replaced_is_named(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "Funding watch.jsonl").write_text("")
    dialog = ExportDialog(session.project, FileChoice(Settings(), "export", tmp_path))
    qtbot.addWidget(dialog)
    assert "will be replaced" in said(dialog)


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("no such/out.csv", "no such folder"),
        ("folder", "it is a folder"),
        ("Funding watch.anno", "it is a project"),
        ("/proc/out.csv", "/proc/out.csv"),
    ],
)
def test_an_export_that_cannot_be_written_is_refused_while_its_place_can_be_changed(
    qtbot: QtBot, session: Session, tmp_path: Path, place: str, reason: str
) -> None:
    (tmp_path / "folder").mkdir()
    dialog = ExportDialog(session.project, FileChoice(Settings(), "export", tmp_path))
    qtbot.addWidget(dialog)
    dialog.show()
    field(dialog, "File").setText(str(tmp_path / place))
    button(dialog, "Export").click()
    assert dialog.isVisible()
    assert reason in said(dialog)
    field(dialog, "File").setText(str(tmp_path / "out.csv"))
    assert reason not in said(dialog)
    button(dialog, "Export").click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_what_a_format_cannot_hold_is_listed(session: Session, tmp_path: Path) -> None:
    exported = export(session.project, "csv", tmp_path / "out.csv")
    lines = loss_lines(exported)
    assert str(tmp_path / "out.csv") in summary(exported)
    assert all(loss.what in lines for loss in exported.losses)
    assert bool(exported.losses) == (exported.report.name in summary(exported))


def test_the_help_shows_every_page_and_follows_links(qtbot: QtBot) -> None:
    window = HelpWindow()
    qtbot.addWidget(window)
    assert page_keys()[0] == "index"
    for key in page_keys():
        window.show_page(key)
        assert len(window.findChild(MarkdownView).toPlainText()) > 200, key
