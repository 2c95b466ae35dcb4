"""What the articles were searched for is marked in the article on show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from annotator.domain import Span
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.article_search import SearchField
from ui.workbench.analyst import Analyst

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def search(analyst: Analyst) -> QLineEdit:
    field = analyst.window.findChild(SearchField)
    assert isinstance(field, QLineEdit)
    return field


def reopen(analyst: Analyst) -> None:
    """Open the other article and come back."""
    here = analyst.article_id
    analyst.window.session.show_article(1)
    analyst.window.session.show_article(here)


def current(analyst: Analyst) -> Span | None:
    finder = analyst.view._finder
    return finder.found[finder.current] if finder.found else None


def test_opening_an_article_marks_the_words_it_was_found_by(
    analyst: Analyst, search: QLineEdit
) -> None:
    search.setText("mistral -nowhere")
    reopen(analyst)
    assert len(analyst.view._finder.found) == analyst.view.text.count("Mistral") > 1
    assert current(analyst) == analyst.span("Mistral")


def test_f3_goes_through_the_hits_and_shift_f3_back(analyst: Analyst, search: QLineEdit) -> None:
    search.setText("mistral")
    reopen(analyst)
    first = analyst.span("Mistral")
    second = analyst.span("Mistral", after=first.stop)
    analyst.press(Qt.Key.Key_F3)
    assert current(analyst) == second
    analyst.press(Qt.Key.Key_F3, modifiers=SHIFT)
    assert current(analyst) == first


def test_f3_is_ahead_of_the_marks_that_follow_the_search(
    analyst: Analyst, search: QLineEdit
) -> None:
    search.setText("parliament")
    analyst.press(Qt.Key.Key_F3)
    assert current(analyst) == analyst.span("Parliament")


def test_the_marks_follow_the_search_as_it_is_typed_and_cleared(
    analyst: Analyst, search: QLineEdit
) -> None:
    analyst.press(Qt.Key.Key_F, modifiers=Qt.KeyboardModifier.ControlModifier)
    analyst.type("parl")
    analyst.qtbot.waitUntil(lambda: current(analyst) == analyst.span("Parl"))
    analyst.type("xyz")
    analyst.qtbot.waitUntil(lambda: current(analyst) is None)
    analyst.press(*[Qt.Key.Key_Backspace] * 3)
    analyst.qtbot.waitUntil(lambda: current(analyst) == analyst.span("Parl"))
    analyst.press(Qt.Key.Key_Escape)
    assert search.text() == ""
    analyst.qtbot.waitUntil(lambda: current(analyst) is None)


def test_without_a_search_nothing_is_marked(analyst: Analyst, search: QLineEdit) -> None:
    search.setText("mistral")
    reopen(analyst)
    search.clear()
    reopen(analyst)
    assert analyst.window.findChild(ArticlePanel).wanted().query == ""
    assert current(analyst) is None
    analyst.press(Qt.Key.Key_F3)
    assert current(analyst) is None
