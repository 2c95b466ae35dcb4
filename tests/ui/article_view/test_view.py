"""The article view as its users meet it: marks, clicks, layers, the current mark."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from annotator.domain import Span
from annotator.ui.article_view import ArticleView, Form, Layer, Mark
from annotator.ui.article_view.palette import Palette
from annotator.ui.theme import DARK, LIGHT, Theme
from ui.article_view.looking import (
    colour_at,
    dice,
    is_laid_out,
    is_right_to_left,
    mark_of,
    on_screen,
    picture,
    place_of,
    span_of,
)

LEFT = Qt.MouseButton.LeftButton


def test_marks_under_a_point_are_those_that_cover_its_character(
    view: ArticleView, text: str
) -> None:
    source = dice(4)
    marks = []
    for key in range(60):
        start = source.randrange(len(text))
        span = Span(start, min(len(text), start + source.randint(1, 40)))
        marks.append(Mark(key, span, source.choice(list(Layer)), "", "#2f62b5"))
    view.set_marks(marks)
    checked = 0
    for point, char in enumerate(text):
        if char.isascii() and char.isalnum() and not is_right_to_left(text, point):
            covering = {mark.key for mark in marks if mark.span.start <= point < mark.span.stop}
            assert {mark.key for mark in view.marks_at(place_of(view, point))} == covering
            checked += 1
    assert checked > 100


def test_each_character_of_a_line_of_two_directions_is_found_where_it_is_drawn(
    view: ArticleView, text: str
) -> None:
    line = text.split("\n")[1]
    start = text.index(line)
    view.set_marks(
        [Mark(n, Span(n, n + 1), Layer.MENTIONS, "", "#2f62b5") for n in range(start, start + 20)]
    )
    found = set()
    for x in range(28, view.viewport().width() - 108):
        found |= {mark.key for mark in view.marks_at(QPoint(x, place_of(view, start + 1).y()))}
    assert found == set(range(start, start + 20))


def test_a_click_reports_the_marks_under_it_shortest_first(
    view: ArticleView, text: str, qtbot: QtBot
) -> None:
    long, short = mark_of(text, "Zoe\u0301 Dupont on Tuesday"), mark_of(text, "Dupont")
    view.set_marks([long, short])
    with qtbot.waitSignal(view.marks_clicked) as clicked:
        QTest.mouseClick(view.viewport(), LEFT, pos=place_of(view, text.index("Dupont")))
    assert clicked.args == [[short, long]]


def test_a_click_beside_all_marks_reports_nothing(
    view: ArticleView, text: str, qtbot: QtBot
) -> None:
    view.set_marks([mark_of(text, "Dupont")])
    with qtbot.assertNotEmitted(view.marks_clicked):
        QTest.mouseClick(view.viewport(), LEFT, pos=place_of(view, text.index("raised")))
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(690, 390))


def test_a_mark_is_seen_and_its_removal_leaves_no_trace(view: ArticleView, text: str) -> None:
    before = picture(view)
    view.set_marks([mark_of(text, "raised €1.7 billion")])
    with_mark = picture(view)
    view.set_marks([])
    assert with_mark != before
    assert picture(view) == before


def test_a_mark_added_and_removed_by_itself_is_seen_and_leaves_no_trace(
    view: ArticleView, text: str, qtbot: QtBot
) -> None:
    kept, new = mark_of(text, "Dupont"), mark_of(text, "raised €1.7 billion")
    view.set_marks([kept])
    before = picture(view)
    with qtbot.waitSignal(view.marks_changed):
        view.add_mark(new)
    assert view.marks() == (kept, new)
    assert picture(view) != before
    with qtbot.waitSignal(view.marks_changed):
        view.exchange_marks([new.key], ())
    assert view.marks() == (kept,)
    assert picture(view) == before


def test_a_mark_that_is_added_takes_the_place_of_one_with_its_key(
    view: ArticleView, text: str
) -> None:
    view.set_marks([mark_of(text, "Dupont", pending=True)])
    view.add_mark(mark_of(text, "Dupont"))
    assert view.marks() == (mark_of(text, "Dupont"),)
    assert (view.count(Layer.STATEMENTS), view.count(Layer.SUGGESTIONS)) == (1, 0)


def test_what_is_on_the_screen_is_told_in_code_points(view: ArticleView) -> None:
    lines = [f"🚀 line {number}" for number in range(200)]
    text = "\n\n".join(lines)
    view.show_text(text)
    view.verticalScrollBar().setValue(1000)
    shown = view.visible_span()
    port = view.viewport().rect()
    for line in lines:
        start = text.index(line)
        is_shown = port.contains(place_of(view, start))
        assert is_shown == (shown.start <= start < shown.stop)


def test_all_that_fits_on_the_screen_is_on_it(view: ArticleView) -> None:
    view.show_text("One line.\nAnother.")
    assert view.visible_span() == Span(0, len("One line.\nAnother."))
    view.show_text("")
    assert not view.visible_span()


def test_the_marks_at_the_caret_are_those_around_it_or_just_before_it(
    view: ArticleView, text: str
) -> None:
    long, short = mark_of(text, "Zoe\u0301 Dupont on Tuesday"), mark_of(text, "Dupont")
    view.set_marks([long, short])
    view.put_caret(short.span.start)
    assert view.marks_here() == [short, long]
    view.put_caret(short.span.stop)
    assert view.marks_here() == [long]
    view.put_caret(long.span.stop)
    assert view.marks_here() == [long]
    view.put_caret(long.span.stop + 1)
    assert view.marks_here() == []


@pytest.mark.parametrize("layer", list(Layer))
@pytest.mark.parametrize("pending", [True, False])
def test_every_kind_of_mark_looks_different(
    view: ArticleView, text: str, layer: Layer, *, pending: bool
) -> None:
    view.set_marks([mark_of(text, "raised €1.7 billion", layer, pending=pending)])
    this = picture(view)
    view.set_marks([mark_of(text, "raised €1.7 billion", layer, pending=not pending)])
    assert picture(view) != this


@pytest.mark.parametrize("pending", [True, False])
def test_mentions_of_one_colour_differ_by_the_form_of_their_line(
    view: ArticleView, text: str, *, pending: bool
) -> None:
    mention = mark_of(text, "Dupont", Layer.MENTIONS, pending=pending)
    seen = []
    for form in Form:
        view.set_marks([replace(mention, form=form)])
        seen.append(picture(view))
    assert all(one != other for one, other in combinations(seen, 2))


SIX_COLOURS = ("#8a1f1f", "#1f6a8a", "#2a7a1f", "#7a1f8a", "#8a5f1f", "#3f3f3f")


def six_on(text: str, quote: str, layer: Layer) -> list[Mark]:
    return [Mark(c, span_of(text, quote), layer, c, c) for c in SIX_COLOURS]


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("layer", [Layer.STATEMENTS, Layer.MENTIONS])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_six_marks_on_the_same_words_have_a_row_of_pixels_each(
    view: ArticleView, layer: Layer, zoom: int, theme: Theme
) -> None:
    text = "Before it.\nThe six lie on these words.\nAfter it."
    view.show_text(text)
    view.set_theme(theme)
    view.set_zoom(zoom)
    view.set_marks(six_on(text, "six lie on", layer))
    place = place_of(view, text.index(" lie on"))
    image, palette = picture(view), Palette(theme)
    column = {image.pixelColor(place.x(), y).name() for y in range(image.height())}
    own = [{palette.ink(c).name(), palette.tint(c).name()} for c in SIX_COLOURS]
    assert all(column & colours for colours in own)


@pytest.mark.parametrize("width", [700, 380])
def test_six_claims_in_the_same_line_have_a_bracket_each(view: ArticleView, width: int) -> None:
    text = "The six lie on these words."
    view.resize(width, 400)
    view.show_text(text)
    view.set_marks(six_on(text, "six lie on", Layer.CLAIMS))
    y, image = place_of(view, 0).y(), picture(view)
    row = {image.pixelColor(x, y).name() for x in range(place_of(view, 0).x())}
    assert row >= {Palette(LIGHT).ink(colour).name() for colour in SIX_COLOURS}


def test_a_tint_lies_behind_the_marked_text_only(view: ArticleView, text: str) -> None:
    mark = mark_of(text, "raised €1.7 billion")
    view.set_marks([mark])
    blank_inside = place_of(view, text.index(" €1.7"))
    blank_outside = place_of(view, text.index(" on Tuesday"))
    assert colour_at(view, blank_inside) != QColor("#ffffff")
    assert colour_at(view, blank_outside) == QColor("#ffffff")


def test_a_layer_switched_off_is_neither_seen_nor_hit(view: ArticleView, text: str) -> None:
    before = picture(view)
    mark = mark_of(text, "Dupont", Layer.MENTIONS)
    view.set_marks([mark])
    view.set_layer_visible(Layer.MENTIONS, visible=False)
    assert picture(view) == before
    assert view.marks_at(place_of(view, mark.span.start)) == []


def test_the_layer_of_suggestions_switches_pending_marks_of_every_shape(
    view: ArticleView, text: str
) -> None:
    pending, accepted = mark_of(text, "Dupont", pending=True), mark_of(text, "Tuesday")
    view.set_marks([pending, accepted])
    view.set_layer_visible(Layer.SUGGESTIONS, visible=False)
    assert view.marks_at(place_of(view, pending.span.start)) == []
    assert view.marks_at(place_of(view, accepted.span.start)) == [accepted]


def test_layers_and_marks_leave_the_document_as_it_was(
    view: ArticleView, text: str, qtbot: QtBot
) -> None:
    document = view.document()
    with qtbot.assertNotEmitted(document.contentsChange):
        view.set_marks([mark_of(text, "Dupont")])
        view.set_layer_visible(Layer.STATEMENTS, visible=False)
        view.set_current("Dupont")
        view.set_theme(DARK)
        picture(view)
    assert view.document() is document


def test_the_current_mark_is_emphasised_even_on_a_layer_that_is_off(
    view: ArticleView, text: str
) -> None:
    view.set_marks([mark_of(text, "Dupont", Layer.MENTIONS)])
    view.set_layer_visible(Layer.MENTIONS, visible=False)
    hidden = picture(view)
    view.set_current("Dupont")
    emphasised = picture(view)
    view.set_current(None)
    assert emphasised != hidden
    assert picture(view) == hidden


@pytest.mark.parametrize("share", [0.1, 0.5, 0.97])
def test_the_current_mark_is_scrolled_into_view(view: ArticleView, text: str, share: float) -> None:
    long_text = "\n".join([text] * 200)
    start = long_text.index("Dupont", int(len(long_text) * share))
    mark = Mark("m", Span(start, start + 6), Layer.MENTIONS, "PERSON", "#2f62b5")
    view.show_text(long_text)
    view.set_marks([mark])
    view.set_current("m")
    at = place_of(view, start)
    assert view.viewport().rect().contains(at)
    assert view.marks_at(at) == [mark]


@pytest.mark.parametrize("top", range(9000, 9100, 7))
def test_marks_are_painted_wherever_one_jumps_while_qt_still_lays_out(
    view: ArticleView, text: str, qtbot: QtBot, top: int
) -> None:
    long_text = "\n".join([text] * 300)
    view.show_text(long_text)
    starts = [n for n in range(len(long_text)) if long_text.startswith("AI", n)]
    view.set_marks([Mark(n, Span(n, n + 2), Layer.MENTIONS, "", "#2f62b5") for n in starts])
    view.verticalScrollBar().setValue(top)
    at_once = picture(view)
    qtbot.waitUntil(lambda: is_laid_out(view))
    assert picture(view) == at_once


def test_a_current_mark_that_can_be_seen_does_not_move_the_text(
    view: ArticleView, text: str
) -> None:
    view.show_text("\n".join([text] * 20))
    view.verticalScrollBar().setValue(10)
    view.set_marks([mark_of(text, "Tuesday")])
    view.set_current("Tuesday")
    assert view.verticalScrollBar().value() == 10


def test_another_mark_is_looked_at_for_a_while_without_moving_the_text(
    view: ArticleView, text: str
) -> None:
    view.show_text("\n".join([text] * 20))
    view.set_marks([mark_of(text, "Tuesday"), mark_of(text, "Dupont")])
    view.set_current("Tuesday")
    view.verticalScrollBar().setValue(10)
    before = picture(view)
    view.look_at("Dupont")
    assert picture(view) != before
    view.look_at(None)
    assert picture(view) == before
    view.verticalScrollBar().setValue(300)
    view.look_at("Dupont")
    view.look_at(None)
    assert view.verticalScrollBar().value() == 300


def test_scrolling_leaves_nothing_stale(view: ArticleView, qtbot: QtBot) -> None:
    view.show_text("All work and no play makes a dull day. " * 300)
    view.clearFocus()
    view.setStyleSheet("")  # one would keep Qt from moving what is painted already
    short, long = Span(0, 100), Span(50, 10_000)
    view.set_marks(
        [Mark(n, span, Layer.CLAIMS, "fact", "#2f62b5") for n, span in enumerate((short, long))]
    )
    qtbot.waitUntil(lambda: is_laid_out(view))
    for value in range(500, 900, 20):
        view.verticalScrollBar().setValue(value)
        QApplication.processEvents()
        scrolled = on_screen(view)
        view.viewport().update()
        QApplication.processEvents()
        assert on_screen(view) == scrolled


def test_a_name_beside_the_text_can_be_clicked(view: ArticleView, text: str, qtbot: QtBot) -> None:
    mark = mark_of(text, "Dupont")
    view.set_marks([mark])
    beside = QPoint(view.viewport().width() - 88, place_of(view, mark.span.start).y())
    with qtbot.waitSignal(view.marks_clicked) as clicked:
        QTest.mouseClick(view.viewport(), LEFT, pos=beside)
    assert clicked.args == [[mark]]


def test_a_bracket_beside_the_text_can_be_clicked(
    view: ArticleView, text: str, qtbot: QtBot
) -> None:
    mark = mark_of(text, "Mistral", Layer.CLAIMS)
    view.set_marks([mark])
    beside = QPoint(20, place_of(view, mark.span.start).y())
    with qtbot.waitSignal(view.marks_clicked) as clicked:
        QTest.mouseClick(view.viewport(), LEFT, pos=beside)
    assert clicked.args == [[mark]]


def test_the_tooltip_lists_all_marks_under_the_mouse(view: ArticleView, text: str) -> None:
    pending = mark_of(text, "Dupont on", pending=True)
    view.set_marks([mark_of(text, "Dupont", Layer.MENTIONS), pending])
    at = place_of(view, text.index("Dupont"))
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    view.viewportEvent(event)
    assert "Dupont!" in QToolTip.text()
    assert "Dupont on!" in QToolTip.text()
    QToolTip.hideText()


def test_the_colours_of_a_theme_are_used(view: ArticleView) -> None:
    view.set_theme(DARK)
    assert colour_at(view, QPoint(5, 5)) == QColor(DARK.base)


def test_another_text_has_no_marks_and_begins_at_its_top(view: ArticleView, text: str) -> None:
    view.show_text("\n".join([text] * 20))
    view.set_marks([mark_of(text, "Dupont")])
    view.verticalScrollBar().setValue(300)
    view.show_text(text)
    assert view.marks() == ()
    assert view.verticalScrollBar().value() == 0


def test_documents_of_articles_left_behind_are_let_go(
    view: ArticleView, text: str, qtbot: QtBot
) -> None:
    for _ in range(5):
        view.show_text(text)
    qtbot.waitUntil(lambda: len(view.findChildren(QTextDocument)) == 1)


def test_an_empty_view_says_what_to_do(view: ArticleView) -> None:
    view.show_text("")
    told = picture(view)
    view.setPlaceholderText("")
    assert picture(view) != told
    assert view.marks_at(QPoint(50, 50)) == []


def test_marks_beyond_the_end_of_the_text_do_no_harm(view: ArticleView, text: str) -> None:
    view.set_marks([Mark("m", Span(len(text) - 3, len(text) + 9), Layer.CLAIMS, "", "#2f62b5")])
    view.set_current("m")
    assert picture(view).width() > 0


def test_a_view_too_narrow_for_names_still_shows_that_there_is_a_mark(
    view: ArticleView, text: str
) -> None:
    view.resize(380, 400)
    before = picture(view)
    mark = mark_of(text, "Dupont")
    view.set_marks([mark])
    y = place_of(view, mark.span.start).y()
    right = view.viewport().width() - 8
    assert picture(view).pixelColor(right, y) != before.pixelColor(right, y)
