"""The window as a whole: projects, pages, menus, keys, what is remembered."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import MentionDraft, Span
from annotator.domain.entity import EntityLabel
from annotator.errors import InvalidInput
from annotator.project import create_project, open_project
from annotator.settings import Settings, ThemeChoice
from annotator.ui.actions import commands
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.command import Scope
from annotator.ui.extract_dialog import ExtractDialog
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.pages import PAGE_KEYS
from annotator.ui.session import Session
from annotator.ui.start_page import StartPage
from annotator.ui.theme import DARK, LIGHT
from annotator.workflows import run
from annotator.workflows.extracting import Extract


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Chips & cash.anno"
    with create_project(path, codebook=factories.codebook(), coder="Zoë") as project:
        project.articles.add([factories.article_draft(f"Text {n} 🐝") for n in range(3)])
    return path


@pytest.fixture
def settings() -> Settings:
    return Settings(theme=ThemeChoice.LIGHT)


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    window = MainWindow(Session(), settings)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, path: Path) -> MainWindow:
    assert window.projects.open(path)
    qtbot.waitUntil(lambda: window.session.article_id is not None)
    return window


def enabled(window: MainWindow) -> set[str]:
    return {key for key, action in window.menus.actions.items() if action.isEnabled()}


def test_without_a_project_only_the_beginnings_are_offered(window: MainWindow) -> None:
    assert window.windowTitle() == "Annotator"
    assert window.start_page.isVisible()
    assert {"new_project", "open_project", "open_sample", "quit", "help"} <= enabled(window)
    assert enabled(window).isdisjoint({"undo", "export", "accept", "import_files", "page_articles"})


def test_an_open_project_shows_its_name_and_its_articles(opened: MainWindow) -> None:
    assert opened.windowTitle() == "Chips & cash — Annotator"
    assert not opened.start_page.isVisible()
    panel = opened.desk.pages.findChild(ArticlePanel)
    assert panel.isVisible()
    assert opened.session.article_id == 3


def test_every_command_of_the_articles_page_has_somebody_to_carry_it_out(
    opened: MainWindow,
) -> None:
    here = {Scope.ALWAYS, Scope.PROJECT, Scope.ARTICLES}
    wanted = {entry.key for entry in commands() if entry.scope in here and not entry.native}
    assert wanted - enabled(opened) == {"redo"}


@pytest.mark.parametrize("scope", [Scope.ENTITIES, Scope.CODEBOOK, Scope.OVERVIEW])
def test_every_command_of_another_page_has_somebody_there(opened: MainWindow, scope: Scope) -> None:
    of_page = {entry.key for entry in commands() if entry.scope is scope}
    assert of_page
    assert enabled(opened).isdisjoint(of_page)
    opened.desk.go_to(scope)
    assert of_page <= enabled(opened)


def test_keys_of_the_articles_page_rest_on_the_other_pages(opened: MainWindow) -> None:
    opened.desk.go_to("entities")
    assert enabled(opened).isdisjoint({"accept", "reject", "tag_claim", "article_done"})
    assert "page_articles" in enabled(opened)


@pytest.mark.parametrize("key", PAGE_KEYS)
def test_every_page_can_be_visited(opened: MainWindow, key: str) -> None:
    opened.menus.trigger(f"page_{key}")
    assert opened.desk.pages.currentWidget() is opened.desk.pages.page(key)


def test_pages_are_made_on_the_first_visit(qtbot: QtBot, opened: MainWindow) -> None:
    assert opened.desk.pages.count() == 1
    button = next(b for b in opened.desk.rail.findChildren(QToolButton) if b.text() == "Codebook")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.desk.pages.count() == 2


def test_undo_and_redo_name_their_steps(opened: MainWindow) -> None:
    draft = MentionDraft(span=Span(0, 4), label=EntityLabel.ORG)
    opened.session.do(lambda project: project.mentions.add(3, draft))
    step = opened.session.project.undo_name
    undo, redo = opened.menus.actions["undo"], opened.menus.actions["redo"]
    assert undo.text() == f"Undo {step}"
    assert not redo.isEnabled()
    undo.trigger()
    assert opened.session.project.mentions.of(3) == ()
    assert redo.text() == f"Redo {step}"
    redo.trigger()
    assert len(opened.session.project.mentions.of(3)) == 1


def test_statement_types_have_entries_with_their_keys(opened: MainWindow) -> None:
    entries = {action.text(): action.shortcut().toString() for action in opened.menus.types}
    assert entries == {
        "Tag as Funding": "1",
        "Tag as Policy": "2",
        "Tag as Competitor": "3",
    }


def test_d_marks_the_article_as_done_and_goes_on(opened: MainWindow) -> None:
    opened.menus.trigger("article_done")
    assert opened.session.project.articles.is_done(3)
    assert opened.session.article_id == 2


def test_single_keys_are_letters_in_a_text_field(qtbot: QtBot, opened: MainWindow) -> None:
    opened.activateWindow()
    panel = opened.desk.pages.findChild(ArticlePanel)
    panel.search()
    field = next(
        f for f in panel.findChildren(QLineEdit) if f.placeholderText().startswith("Search")
    )
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "d]a1")
    assert field.text() == "d]a1"
    assert opened.session.project.articles.done_count() == 0


def test_a_key_outside_a_text_field_is_a_command(qtbot: QtBot, opened: MainWindow) -> None:
    opened.activateWindow()
    opened.desk.rail.setFocus()
    qtbot.keyClick(opened, "]")
    assert opened.session.article_id == 2


def test_errors_of_actions_are_said_in_the_banner(opened: MainWindow) -> None:
    opened.session.failed.emit(InvalidInput("A coder needs a name."))
    assert opened.banner.isVisible()
    assert opened.banner.text == "A coder needs a name."


def test_a_file_that_is_no_project_is_refused_and_the_open_one_stays(
    opened: MainWindow, tmp_path: Path, path: Path
) -> None:
    (tmp_path / "no.anno").write_text("This is not SQLite at all." * 40)
    assert not opened.projects.open(tmp_path / "no.anno")
    assert "not an Annotator project" in opened.banner.text
    assert opened.session.path == path


def test_the_open_project_can_be_opened_again(opened: MainWindow, path: Path) -> None:
    assert opened.projects.open(path.parent / "." / path.name)
    assert not opened.banner.isVisible()


def test_closing_the_project_leads_back_to_the_start(opened: MainWindow, path: Path) -> None:
    opened.menus.trigger("close_project")
    assert opened.start_page.isVisible()
    assert opened.windowTitle() == "Annotator"
    with open_project(path) as project:
        assert project.articles.count() == 3


def test_a_project_can_be_opened_from_the_start_page(
    qtbot: QtBot, settings: Settings, path: Path
) -> None:
    settings.remember_project(path, datetime(2025, 1, 1, tzinfo=UTC))
    settings.remember_project(path.parent / "gone.anno", datetime(2025, 1, 2, tzinfo=UTC))
    window = MainWindow(Session(), settings)
    qtbot.addWidget(window)
    window.show()
    buttons = {b.text(): b for b in window.start_page.findChildren(QPushButton)}
    assert not buttons["gone"].isEnabled()
    qtbot.mouseClick(buttons["Chips && cash"], Qt.MouseButton.LeftButton)
    assert window.session.path == path
    window.close()


def test_the_start_page_says_where_the_sample_is_kept(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.projects.documents_folder", lambda: tmp_path)
    page = StartPage(LIGHT)
    qtbot.addWidget(page)
    said = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert str(tmp_path / "Annotator sample.anno") in said


def test_a_recent_project_can_be_taken_off_the_list(
    window: MainWindow, settings: Settings, path: Path
) -> None:
    settings.remember_project(path, datetime(2025, 1, 1, tzinfo=UTC))
    window.start_page.project_forgotten.emit(str(path))
    assert settings.recent == []
    assert path.exists()


def test_what_was_left_is_found_again(qtbot: QtBot, path: Path) -> None:
    first = MainWindow(Session(), Settings.load())
    qtbot.addWidget(first)
    first.show()
    first.resize(900, 612)  # the screen of the tests is small
    first.projects.open(path)
    first.set_theme(ThemeChoice.DARK)
    first.menus.trigger("zoom_in")
    first.close()
    again = Settings.load()
    assert (again.theme, again.zoom, again.coder) == (ThemeChoice.DARK, 110, again.coder)
    assert [entry.path for entry in again.recent] == [str(path)]
    assert again.layout
    second = MainWindow(Session(), again)
    qtbot.addWidget(second)
    assert second.height() == 612
    assert second.theme is DARK


def test_a_window_left_on_a_larger_screen_fits_this_one(qtbot: QtBot) -> None:
    left = QWidget()
    qtbot.addWidget(left)
    left.setGeometry(4000, 3000, 3000, 2000)
    geometry = bytes(left.saveGeometry().toBase64().data()).decode()
    window = MainWindow(Session(), Settings(geometry=geometry))
    qtbot.addWidget(window)
    window.show()
    screen = window.screen().availableGeometry()
    assert screen.contains(window.geometry())


def test_the_theme_changes_while_the_window_is_open(opened: MainWindow) -> None:
    opened.menus.trigger("theme_dark")
    assert opened.theme is DARK
    assert QGuiApplication.palette().window().color().name() == DARK.window
    opened.menus.trigger("theme_light")
    assert opened.theme is LIGHT


def test_a_dropped_project_is_opened(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    drop(window, path)
    qtbot.waitUntil(lambda: window.session.path == path)


def test_dropped_articles_are_shown_before_they_are_stored(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "new.txt").write_text("Beta gives Gamma a loan of $3m.")
    answer_import(opened)
    drop(opened, tmp_path / "new.txt")
    qtbot.waitUntil(lambda: opened.session.project.articles.count() == 4)


def test_articles_dropped_without_a_project_are_not_lost_silently(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "new.txt").write_text("Beta gives Gamma a loan of $3m.")
    drop(window, tmp_path / "new.txt")
    qtbot.waitUntil(window.banner.isVisible)
    assert "project first" in window.banner.text


def test_pasted_text_becomes_an_article(qtbot: QtBot, opened: MainWindow) -> None:
    QGuiApplication.clipboard().setText("Beta gives Gamma 🐝 a loan of $3m.")
    answer_import(opened)
    opened.menus.trigger("paste_article")
    qtbot.waitUntil(lambda: opened.session.project.articles.count() == 4)


def test_an_empty_clipboard_is_said(opened: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    opened.menus.trigger("paste_article")
    assert "clipboard holds no text" in opened.banner.text


def test_a_backup_is_a_project_of_its_own(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.anno"
    monkeypatch.setattr(
        "annotator.ui.file_choice.QFileDialog.getSaveFileName",
        lambda *_args, **_options: (str(target), ""),
    )
    opened.menus.trigger("backup")
    assert str(target) in opened.banner.text
    with open_project(target) as project:
        assert project.articles.count() == 3


def answer_import(window: MainWindow) -> None:
    """Accept the import dialog as soon as it has something to import."""

    def accept() -> None:
        dialog = window.findChild(ImportDialog)
        if dialog is not None and dialog.chosen():
            dialog.accept()
        else:
            QTimer.singleShot(0, accept)

    QTimer.singleShot(0, accept)


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place, copy = QPointF(300, 300), Qt.DropAction.CopyAction
    left, bare = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(place.toPoint(), copy, data, left, bare)
    window.dragEnterEvent(entered)
    assert entered.isAccepted()
    window.dropEvent(QDropEvent(place, copy, data, left, bare))


def test_a_new_sample_project_comes_with_suggestions(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.projects.documents_folder", lambda: tmp_path)
    window.menus.trigger("open_sample")
    project = window.session.project
    assert project.articles.count() >= 6
    qtbot.waitUntil(lambda: project.status().extracted == project.articles.count(), timeout=60_000)
    assert project.status().pending > 0


def test_after_closing_the_project_is_one_file_whole_in_itself(
    opened: MainWindow, path: Path, tmp_path: Path
) -> None:
    opened.session.do(lambda project: project.articles.mark_done([1]))
    opened.close()
    assert [entry.name for entry in tmp_path.glob(f"{path.name}*")] == [path.name]
    copy = tmp_path / "mailed.anno"
    copy.write_bytes(path.read_bytes())
    with open_project(copy, coder="Zoë") as project:
        assert project.articles.is_done(1)


def test_what_was_extracted_is_not_offered_as_new(qtbot: QtBot, opened: MainWindow) -> None:
    project = opened.session.project
    run(Extract(project, jobs=0))
    dialog = ExtractDialog(project, (), opened)
    qtbot.addWidget(dialog)
    new = next(b for b in dialog.findChildren(QRadioButton) if b.text().startswith("New ones"))
    assert not new.isEnabled()
    assert "(0)" in new.text()
