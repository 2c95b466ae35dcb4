"""The article view as its users meet it: text, marks, clicks, selection."""

from annotator.domain import Span
from annotator.ui.article_view import ArticleView, Layer, Mark
from pytestqt.qtbot import QtBot

TEXT = "🚀 Mistral\u00a0AI raised €1.7 billion.\nשלום: the EU should adopt the AI Act."


def span_of(quote: str, text: str = TEXT) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def test_a_selected_span_comes_back_in_code_points(qtbot: QtBot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.show_text(TEXT)
    view.select(span_of("the EU"))
    assert view.selected_span() == span_of("the EU")


def test_the_first_mark_is_drawn(qtbot: QtBot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.show_text(TEXT)
    plain = view.grab().toImage()
    view.set_marks([Mark("m", span_of("Mistral\u00a0AI"), Layer.MENTIONS, "ORG", "#1d4fb8")])
    assert view.grab().toImage() != plain
