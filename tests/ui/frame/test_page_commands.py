"""The commands of a page, by the keys of the window and from its menus."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import EntityLabel, Kind
from annotator.project import create_project
from annotator.settings import Settings, ThemeChoice
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.codebook_page import CodebookPage
from annotator.ui.entities_page import EntitiesPage
from annotator.ui.entities_page.merge import MergeDialog
from annotator.ui.entities_page.new_entity import NewEntityDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.overview_page.section import Section
from annotator.ui.session import Session

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Work.anno"
    with create_project(path, codebook=factories.codebook(), coder="Zoë") as project:
        added = project.articles.add([factories.article_draft()]).added[Kind.ARTICLE]
        project.statements.add(added[0], factories.statement_draft("France gives"))
        for name in ("Mistral", "Mistral AI", "France"):
            project.entities.add(name, EntityLabel.ORG)
    window = MainWindow(Session(), Settings(theme=ThemeChoice.LIGHT))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    assert window.projects.open(path)
    qtbot.waitUntil(lambda: window.session.article_id == 1)
    yield window
    window.close()


@pytest.fixture
def entities(window: MainWindow) -> EntitiesPage:
    page = window.desk.go_to("entities")
    assert isinstance(page, EntitiesPage)
    page._table.setFocus()
    page._table.selectRow(0)
    return page


@pytest.fixture
def codebook(window: MainWindow) -> CodebookPage:
    page = window.desk.go_to("codebook")
    assert isinstance(page, CodebookPage)
    return page


def dialog_on(action: Callable[[], None]) -> list[type]:
    """Give a command and close the dialog that it opens; of which kind it was."""
    seen: list[type] = []

    def look() -> None:
        opened = QApplication.activeModalWidget()
        assert isinstance(opened, QDialog)
        seen.append(type(opened))
        opened.reject()

    QTimer.singleShot(0, look)
    action()
    return seen


def names(window: MainWindow) -> list[str]:
    return [entity.name for entity in window.session.project.entities.all()]


def test_keys_mean_something_else_on_the_page_of_entities(
    window: MainWindow, entities: EntitiesPage, qtbot: QtBot
) -> None:
    table = entities._table
    QTest.keyClick(table, Qt.Key.Key_F, CONTROL)
    assert entities._search.hasFocus()
    table.setFocus()
    table.selectAll()
    press = QTest.keyClick
    assert dialog_on(lambda: press(table, Qt.Key.Key_M, CONTROL)) == [MergeDialog]
    with qtbot.waitActive(window):
        window.activateWindow()
    assert dialog_on(lambda: press(table, Qt.Key.Key_Insert)) == [NewEntityDialog]


def test_the_menu_of_entities_does_what_the_buttons_do(
    window: MainWindow, entities: EntitiesPage, qtbot: QtBot
) -> None:
    trigger = window.menus.trigger
    trigger("rename_entity")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Republic")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Republic" in names(window))
    trigger("entity_note")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    trigger("add_alias")
    alias = entities._panel._aliases._field
    assert alias.hasFocus()
    QTest.keyClicks(alias, "RF")
    QTest.keyClick(alias, Qt.Key.Key_Return)
    assert window.session.project.entities.named("RF") is not None
    trigger("entity_sentences")
    qtbot.waitUntil(entities._sentences.isVisible)
    entities._search.setText("nobody")
    trigger("all_entities")
    assert entities._search.text() == ""
    entities._table.selectRow(0)
    before = len(names(window))
    trigger("remove_entities")
    assert len(names(window)) == before - 1


def test_nothing_happens_where_nothing_is_selected(
    window: MainWindow, entities: EntitiesPage
) -> None:
    entities._table.clearSelection()
    before = names(window)
    for key in ("merge_entities", "entity_sentences", "remove_entities", "entity_note"):
        window.menus.trigger(key)
    assert names(window) == before
    assert not entities._sentences.isVisible()


def test_the_menu_of_the_codebook_changes_types_and_roles(
    window: MainWindow, codebook: CodebookPage
) -> None:
    def types() -> list[str]:
        return [kind.key for kind in window.session.project.codebook.get().types]

    def first_type() -> tuple[bool, list[str]]:
        kind = window.session.project.codebook.get().types[0]
        return kind.retired, [role.key for role in kind.roles]

    first, second, *_rest = types()
    codebook._types.selectRow(1)
    window.menus.trigger("type_down")
    assert types()[:2] == [second, first]
    window.menus.trigger("type_up")
    assert types()[:2] == [first, second]
    before = first_type()[1]
    window.menus.trigger("role_down")
    assert first_type()[1] == [before[1], before[0], *before[2:]]
    window.menus.trigger("retire_type")
    assert first_type()[0]
    window.menus.trigger("retire_type")
    assert not first_type()[0]
    codebook._types.selectRow(0)
    window.menus.trigger("retire_type")
    assert not first_type()[0]
    window.menus.trigger("guideline")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_types_and_roles_are_added_by_key(window: MainWindow, codebook: CodebookPage) -> None:
    codebook._types.setFocus()
    assert dialog_on(lambda: QTest.keyClick(codebook._types, Qt.Key.Key_Insert))
    codebook._types.selectRow(1)
    assert dialog_on(lambda: window.menus.trigger("new_role"))


def test_ctrl_s_offers_to_save_what_the_overview_shows(window: MainWindow, qtbot: QtBot) -> None:
    overview = window.desk.go_to("overview")
    qtbot.waitUntil(lambda: overview.findChild(Section) is not None, timeout=10_000)
    QTest.keyClick(overview, Qt.Key.Key_S, CONTROL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    # that of the first section, which opens beside the list of all
    assert [action.text() for action in menu.actions()] == [
        *("Chart as SVG…", "Chart as PNG…", "Table as CSV…"),
    ]
    menu.close()


def test_the_list_of_articles_is_filtered_and_ordered_from_the_menu(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = window.findChild(ArticlePanel)
    window.menus.trigger("filter_articles")
    assert panel._filters.isVisible()
    assert panel._filters._source.hasFocus()
    panel._filters._undated.setChecked(True)
    window.menus.trigger("clear_filters")
    assert panel._filters.count() == 0
    panel._search.setText("nowhere")
    window.menus.trigger("all_articles")
    assert panel.wanted().query == ""
    window.menus.trigger("order_articles")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QApplication.activePopupWidget().close()


def test_an_article_is_marked_as_done_and_stays(window: MainWindow) -> None:
    articles = window.session.project.articles
    window.menus.trigger("switch_done")
    assert articles.is_done(1)
    window.menus.trigger("switch_done")
    assert not articles.is_done(1)
    assert window.session.article_id == 1
