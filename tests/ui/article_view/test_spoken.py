"""What a screen reader hears of the marks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest

from annotator.domain import Span
from annotator.ui.article_view import ArticleView, Layer, Mark
from ui.article_view.looking import span_of


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is announced to a screen reader that listens."""
    words: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            words.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    QAccessible.setActive(True)
    yield words
    QAccessible.setActive(False)


@pytest.fixture
def marks(view: ArticleView, text: str) -> list[Mark]:
    marks = [
        Mark(
            "s", span_of(text, "raised €1.7 billion"), Layer.STATEMENTS, "Funding", "#2f7d4f", True
        ),
        Mark("m", span_of(text, "billion"), Layer.MENTIONS, "Sum of money", "#585a66"),
    ]
    view.set_marks(marks)
    view.put_caret(marks[0].span.start - 1)
    return marks


def test_the_marks_that_the_caret_comes_to_are_said_once(
    view: ArticleView, marks: list[Mark], heard: list[str]
) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert heard == ["Funding, statement, suggested"]
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert len(heard) == 1
    view.put_caret(marks[1].span.start - 1)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert heard[1:] == ["Sum of money, mention"]


@pytest.mark.usefixtures("marks")
def test_the_mark_that_becomes_current_is_said(view: ArticleView, heard: list[str]) -> None:
    view.set_current("s")
    view.set_current("s")
    assert heard == ["Funding, statement, suggested"]
    view.set_current(None)
    view.set_current("m")
    assert heard[1:] == ["Sum of money, mention"]


@pytest.mark.usefixtures("marks")
def test_what_lies_on_a_layer_that_is_off_is_not_said(view: ArticleView, heard: list[str]) -> None:
    view.set_layer_visible(Layer.SUGGESTIONS, visible=False)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert heard == []


@pytest.mark.usefixtures("marks")
def test_nothing_is_announced_while_nobody_listens(view: ArticleView, heard: list[str]) -> None:
    QAccessible.setActive(False)
    view.set_current("s")
    assert heard == []


def test_a_screen_reader_finds_the_text_under_its_name(view: ArticleView, text: str) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Article text"
    spoken_text = interface.textInterface()
    assert spoken_text.text(0, spoken_text.characterCount()).startswith(text[:20])
    assert view.visible_span() == Span(0, len(text))
