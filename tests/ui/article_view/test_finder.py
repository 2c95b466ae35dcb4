"""Finding words in the article on show."""

import pytest

from annotator.ui.article_view import ArticleView
from annotator.ui.article_view.finder import occurrences
from ui.article_view.looking import picture, place_of


@pytest.mark.parametrize(
    ("text", "query", "count"),
    [
        ("AI, ai and Ai", "AI", 3),
        ("Mistral\u00a0AI and Mistral\nAI", "mistral ai", 2),
        ("a.b axb", "a.b", 1),
        ("🚀🚀", "🚀", 2),
        ("text", "  ", 0),
        ("text", "nothing", 0),
    ],
)
def test_words_are_found_in_any_case_and_over_any_blanks(text: str, query: str, count: int) -> None:
    assert len(occurrences(text, query)) == count


def test_found_places_are_painted_and_their_number_told(view: ArticleView, text: str) -> None:
    before = picture(view)
    assert view.find_all("ai") == text.lower().count("ai")
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
