"""Ctrl+F finds words in the article as they are typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from annotator.domain import Span
from annotator.ui.article_search import SearchField
from annotator.ui.workbench.find_bar import FindBar
from ui.workbench.analyst import Analyst

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(analyst: Analyst) -> FindBar:
    found = analyst.window.findChild(FindBar)
    assert found is not None
    assert not found.isVisible()
    return found


def begin(analyst: Analyst, words: str = "") -> None:
    analyst.press(Qt.Key.Key_F, modifiers=CONTROL)
    if words:
        analyst.type(words)


def said(bar: FindBar) -> str:
    return bar._count.text()


def marked(analyst: Analyst) -> list[Span]:
    return analyst.view._finder.found


def shown(analyst: Analyst) -> Span:
    finder = analyst.view._finder
    return finder.found[finder.current]


def test_all_places_are_marked_as_the_words_are_typed(analyst: Analyst, bar: FindBar) -> None:
    begin(analyst, "mist")
    count = analyst.view.text.count("Mist")
    assert count > 1
    assert said(bar) == f"1 of {count}"
    assert {span.quote(analyst.view.text) for span in marked(analyst)} == {"Mist"}
    analyst.type("xyz")
    assert marked(analyst) == []
    assert said(bar) == "not found"


def test_words_are_found_as_written_across_blanks_accents_and_case(
    analyst: Analyst, bar: FindBar
) -> None:
    begin(analyst, "mistral ai €2")
    # a no-break space stands between the first two
    assert [span.quote(analyst.view.text) for span in marked(analyst)] == ["Mistral\u00a0AI €2"]
    assert said(bar) == "1 of 1"


def test_enter_and_f3_go_on_with_shift_back_and_round_the_end(
    analyst: Analyst, bar: FindBar
) -> None:
    begin(analyst, "mistral")
    first, second, *_rest = places = list(marked(analyst))
    assert shown(analyst) == first
    analyst.press(Qt.Key.Key_Return)
    assert (shown(analyst), said(bar)) == (second, f"2 of {len(places)}")
    analyst.press(Qt.Key.Key_Return, modifiers=SHIFT)
    analyst.press(Qt.Key.Key_Return, modifiers=SHIFT)
    assert (shown(analyst), said(bar)) == (places[-1], f"{len(places)} of {len(places)}")
    analyst.press(Qt.Key.Key_F3)
    assert shown(analyst) == first
    analyst.view.setFocus()
    analyst.press(Qt.Key.Key_F3)
    assert (shown(analyst), said(bar)) == (second, f"2 of {len(places)}")
    analyst.press(Qt.Key.Key_F3, modifiers=SHIFT)
    assert shown(analyst) == first


def test_enter_in_the_bar_decides_nothing(analyst: Analyst, bar: FindBar) -> None:
    before = analyst.current
    begin(analyst, "mistral")
    analyst.press(Qt.Key.Key_Return, Qt.Key.Key_Enter)
    assert bar.isVisible()
    assert analyst.current == before


def test_escape_takes_bar_and_marks_away_and_leaves_the_caret_there(
    analyst: Analyst, bar: FindBar
) -> None:
    begin(analyst, "ahead")
    analyst.press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert marked(analyst) == []
    assert analyst.view.hasFocus()
    analyst.press(*[Qt.Key.Key_Right] * 5, modifiers=SHIFT)
    assert analyst.view.selected_span() == analyst.span("ahead")


def test_escape_in_the_text_leaves_it_too(analyst: Analyst, bar: FindBar) -> None:
    begin(analyst, "ahead")
    analyst.view.setFocus()
    analyst.press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert marked(analyst) == []


def test_it_begins_with_what_is_selected_and_at_that_place(analyst: Analyst, bar: FindBar) -> None:
    second = analyst.view.text.index("Mistral", analyst.span("Mistral").stop)
    analyst.select("Mistral", after=second)
    begin(analyst)
    assert bar._field.text() == "Mistral"
    assert shown(analyst).start == second
    assert said(bar).startswith("2 of ")


def test_another_article_is_looked_through_at_once(analyst: Analyst, bar: FindBar) -> None:
    begin(analyst, "nothing")
    assert said(bar) == "not found"
    analyst.window.session.show_article(1)
    assert said(bar) == "1 of 1"
    assert shown(analyst) == Span(0, len("Nothing"))


def test_the_search_of_all_articles_waits_until_the_bar_is_left(analyst: Analyst) -> None:
    search = analyst.window.findChild(SearchField)
    search.setText("parliament")
    analyst.press(Qt.Key.Key_F3)
    assert shown(analyst) == analyst.span("Parliament")
    begin(analyst, "ahead")
    analyst.press(Qt.Key.Key_F3)
    assert shown(analyst) == analyst.span("ahead")
    analyst.press(Qt.Key.Key_Escape)
    assert marked(analyst) == []
    analyst.press(Qt.Key.Key_F3)
    assert shown(analyst) == analyst.span("Parliament")


def test_the_mouse_goes_on_back_and_closes(analyst: Analyst, bar: FindBar) -> None:
    begin(analyst, "mistral")
    analyst.push("›", within=bar)
    assert said(bar).startswith("2 of")
    analyst.push("‹", within=bar)
    assert said(bar).startswith("1 of")
    analyst.push("✕", within=bar)
    assert not bar.isVisible()


def test_a_screen_reader_hears_how_many_there_are(analyst: Analyst, bar: FindBar) -> None:
    begin(analyst, "ahead")
    spoken = QAccessible.queryAccessibleInterface(bar._field)
    assert spoken.text(QAccessible.Text.Name) == "Find in the article"
    assert spoken.text(QAccessible.Text.Description) == "1 of 1"
