"""Finding words in the article on show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.domain import Span
from annotator.ui.article_view import ArticleView
from annotator.ui.article_view.finder import occurrences, places
from ui.article_view.looking import picture, place_of


@pytest.mark.parametrize(
    ("text", "query", "count"),
    [
        ("AI, ai and Ai", "AI", 3),
        ("Mistral\u00a0AI and Mistral\nAI", '"mistral ai"', 2),
        ("a.b axb", "a.b", 1),
        ("🚀🚀", "🚀", 0),
        ("text", "  ", 0),
        ("text", "nothing", 0),
    ],
)
def test_words_are_found_in_any_case_and_over_any_blanks(text: str, query: str, count: int) -> None:
    assert len(occurrences(text, query)) == count


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("OpenAI said: AI raises", "ai ", ["AI"]),
        ("raised, rising, braised", "rais", ["rais"]),
        ("Mistral and AI, AI and Mistral", "mistral ai ", ["Mistral", "AI", "AI", "Mistral"]),
        ("France and Germany", "france -germany", ["France"]),
        ("🐝 Zoë and Zoe\u0301 and ZOE", "zoé ", ["Zoë", "Zoe\u0301", "ZOE"]),
        ("Zoe\u0308", "Zoe", ["Zoe\u0308"]),
        ("שלם: חדש AI", "חדש ", ["חדש"]),
        ("한국 and 한나", "한국 ", ["한국"]),
    ],
)
def test_a_search_marks_what_the_articles_were_found_by(
    text: str, query: str, found: list[str]
) -> None:
    assert [span.quote(text) for span in occurrences(text, query)] == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("raised, raising, braised", "rais", ["rais", "rais", "rais"]),
        ("Mistral\u00a0AI and Mistral\n\nAI", "mistral ai", ["Mistral\u00a0AI", "Mistral\n\nAI"]),
        ("the bank, the river bank", "the bank ", ["the bank"]),
        ("🐝 Zoë, Zoe\u0301, ZOE", "zoe\u0308", ["Zoë", "Zoe\u0301", "ZOE"]),
        ("€2bn (2.5%) [x] a.b axb", "a.b", ["a.b"]),
        ("€2bn (2.5%) [x]", "(2.5%)", ["(2.5%)"]),
        ("שלם: חדש", "חד", ["חד"]),
        ("text", " ", []),
        ("text", "\u0301", []),
    ],
)
def test_words_are_found_in_the_article_as_they_are_written(
    text: str, words: str, found: list[str]
) -> None:
    assert [span.quote(text) for span in places(text, words)] == found


def test_finding_begins_where_it_is_asked_to_and_goes_round(view: ArticleView) -> None:
    view.show_text("one two one two one")
    assert view.find_words("one", 4) == 3
    assert view.found == (2, 3)
    view.find_words("one", 17)
    assert view.found == (1, 3)
    view.find_words("none")
    assert view.found == (0, 0)


def test_found_places_are_painted_and_their_number_told(view: ArticleView, text: str) -> None:
    before = picture(view)
    assert view.find_all("ai") == text.count(" AI") + text.count("\u00a0AI")
    assert picture(view) != before
    view.find_all("")
    assert picture(view) == before


def test_next_and_previous_go_round_and_come_into_view(view: ArticleView, text: str) -> None:
    long_text = "\n".join([text] * 30)
    view.show_text(long_text)
    view.find_all("Dupont")
    view.find_previous()
    last = long_text.rindex("Dupont")
    assert view.viewport().rect().contains(place_of(view, last))
    view.find_next()
    assert view.viewport().rect().contains(place_of(view, long_text.index("Dupont")))


def test_a_place_is_shown_without_being_selected(view: ArticleView, text: str) -> None:
    long_text = "\n".join([text] * 30)
    view.show_text(long_text)
    before = picture(view)
    start = long_text.rindex("the EU's AI Act")
    view.show_place(Span(start, start + len("the EU's AI Act")))
    assert view.viewport().rect().contains(place_of(view, start))
    assert view.selected_span() is None
    assert picture(view) != before


def test_the_next_selection_with_keys_begins_at_the_place_shown(
    view: ArticleView, text: str
) -> None:
    start = text.index("Tuesday")
    view.show_place(Span(start, start + len("Tuesday")))
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_span() == Span(start, start + 1)


def test_a_place_without_extent_is_not_painted(view: ArticleView) -> None:
    view.find_all("ai")
    view.show_place(Span(0, 0))
    marked = picture(view)
    view.find_all("")
    assert picture(view) == marked
