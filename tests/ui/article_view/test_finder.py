"""Finding words in the article on show."""

import pytest

from annotator.ui.article_view import ArticleView
from annotator.ui.article_view.finder import occurrences
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
