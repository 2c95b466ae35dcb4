"""A note on an article is written under its head, kept at once, and found by the search."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import Kind
from annotator.project import open_project
from annotator.ui.article_list import ArticleList
from annotator.ui.article_search import SearchField
from annotator.ui.markdown_editor import MarkdownView
from annotator.ui.workbench.article_note import ArticleNote
from ui.workbench.analyst import Analyst

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def note(analyst: Analyst) -> ArticleNote:
    found = analyst.window.findChild(ArticleNote)
    assert found is not None
    return found


def shown(analyst: Analyst) -> str:
    view = note(analyst).findChild(MarkdownView)
    assert view is not None
    return view.toPlainText()


def write(analyst: Analyst, text: str) -> None:
    analyst.press(KEY.Key_F2, modifiers=SHIFT)
    analyst.type(text)


def test_a_note_is_written_by_keys_and_seen_while_it_is_written(
    analyst: Analyst, qtbot: QtBot
) -> None:
    assert not note(analyst).isVisible()
    write(analyst, "Ask **Zoe\u0301** 🐝")
    assert shown(analyst) == "Ask Zoe\u0301 🐝"
    analyst.press(KEY.Key_Return, modifiers=CTRL)
    assert analyst.project.notes.get(analyst.article_id) == "Ask **Zoe\u0301** 🐝"
    assert note(analyst).isVisible()
    qtbot.waitUntil(analyst.view.hasFocus)


def test_a_note_is_written_by_mouse(analyst: Analyst) -> None:
    analyst.push("Note")
    analyst.type("Seen.")
    analyst.push("Done", within=note(analyst))
    assert analyst.project.notes.get(analyst.article_id) == "Seen."


def test_a_note_left_empty_goes_away(analyst: Analyst, qtbot: QtBot) -> None:
    name = analyst.project.undo_name
    write(analyst, "")
    assert note(analyst).isVisible()
    analyst.press(KEY.Key_Escape)
    assert not note(analyst).isVisible()
    qtbot.waitUntil(analyst.view.hasFocus)
    assert analyst.project.undo_name == name


def test_undo_takes_the_note_back(analyst: Analyst, qtbot: QtBot) -> None:
    write(analyst, "Seen.")
    analyst.press(KEY.Key_Escape)
    qtbot.waitUntil(analyst.view.hasFocus)
    analyst.press(KEY.Key_Z, modifiers=CTRL)
    assert analyst.project.notes.get(analyst.article_id) == ""
    assert not note(analyst).isVisible()
    analyst.press(KEY.Key_Z, modifiers=CTRL | SHIFT)
    assert shown(analyst) == "Seen."


def test_each_article_shows_its_own_note_and_keeps_what_was_being_written(
    analyst: Analyst,
) -> None:
    here = analyst.article_id
    write(analyst, "Of the first.")
    analyst.window.menus.trigger("next_article")
    assert analyst.article_id != here
    assert analyst.project.notes.get(here) == "Of the first."
    assert not note(analyst).isVisible()
    analyst.window.menus.trigger("previous_article")
    assert shown(analyst) == "Of the first."


def test_what_is_being_written_is_kept_when_the_project_is_closed(analyst: Analyst) -> None:
    here, path = analyst.article_id, analyst.project.path
    write(analyst, "To the end.")
    analyst.window.menus.trigger("close_project")
    with open_project(path, read_only=True) as project:
        assert project.notes.get(here) == "To the end."


def test_a_note_on_an_article_that_was_removed_goes_with_it(analyst: Analyst) -> None:
    here = analyst.article_id
    write(analyst, "On what is gone.")
    analyst.window.session.do(lambda project: project.articles.remove([here]))
    QApplication.processEvents()
    assert not analyst.window.banner.isVisible()


@pytest.mark.parametrize("query", ["note:doubt", "note:"])
def test_articles_are_found_by_their_notes_and_no_word_of_the_text_is_marked(
    analyst: Analyst, qtbot: QtBot, query: str
) -> None:
    draft = factories.article_draft("Zoe\u0301 noted the sum.")
    added = analyst.window.session.do(lambda project: project.articles.add([draft]))
    here = added.first(Kind.ARTICLE)
    analyst.window.session.show_article(here)
    write(analyst, "France is in doubt.")
    analyst.press(KEY.Key_Escape)
    search = analyst.window.findChild(SearchField)
    assert isinstance(search, QLineEdit)
    search.setFocus()
    analyst.type(query)
    listed = analyst.window.findChild(ArticleList).model()
    qtbot.waitUntil(lambda: listed.rowCount() == 1)
    assert analyst.article_id == here
    analyst.press(KEY.Key_F3)
    assert analyst.view._finder.found == []


def test_screen_readers_get_a_name_for_the_note(analyst: Analyst) -> None:
    write(analyst, "Seen.")
    source = note(analyst).findChild(QPlainTextEdit)
    assert source.accessibleName() == "Note on the article"
