"""The strip beside the scroll bar shows where marks lie, and leads there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.domain import Span
from annotator.ui.article_view import ArticleView, Layer, Mark
from annotator.ui.article_view.strip import Strip
from annotator.ui.theme import DARK
from ui.article_view.looking import place_of

LEFT = Qt.MouseButton.LeftButton
TEXT = "\n\n".join(f"Paragraph {number} of a long article." for number in range(400))
MIDDLE = TEXT.index("Paragraph 200 ")


@pytest.fixture
def strip(view: ArticleView) -> Strip:
    view.show_text(TEXT)
    strip = view.findChild(Strip)
    assert strip is not None
    return strip


def mark(start: int = MIDDLE, *, pending: bool = False, colour: str = "#2f62b5") -> Mark:
    return Mark("m", Span(start, start + 30), Layer.STATEMENTS, "Funding", colour, pending)


def columns(strip: Strip) -> list[int]:
    """The columns of pixels in which anything is drawn in the middle of the strip."""
    image, paper = strip.grab().toImage(), strip.grab().toImage().pixelColor(6, 2)
    rows = range(strip.height() // 2 - 4, strip.height() // 2 + 4)
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) != paper for y in rows)]


def inked(strip: Strip, x: int) -> int:
    """How many pixels of that column have the mark's colour."""
    image = strip.grab().toImage()
    return sum(image.pixelColor(x, y) == QColor("#2f62b5") for y in range(image.height()))


def wait_for(qtbot: QtBot, found: Callable[[], bool]) -> None:
    qtbot.waitUntil(found, timeout=2000)


def test_marks_are_told_apart_by_side_and_filling(
    strip: Strip, view: ArticleView, qtbot: QtBot
) -> None:
    view.set_marks([mark()])
    wait_for(qtbot, lambda: bool(columns(strip)))
    accepted = columns(strip)
    assert inked(strip, accepted[2]) == inked(strip, accepted[0])
    view.set_marks([mark(pending=True)])
    wait_for(qtbot, lambda: columns(strip) != accepted)
    pending = columns(strip)
    assert min(pending) > max(accepted)
    assert inked(strip, pending[2]) < inked(strip, pending[0])


def test_a_place_found_goes_right_across(strip: Strip, view: ArticleView, qtbot: QtBot) -> None:
    view.find_all('"Paragraph 200"')
    wait_for(qtbot, lambda: len(columns(strip)) == strip.width())
    view.find_all("")
    wait_for(qtbot, lambda: not columns(strip))


def test_a_layer_that_is_off_is_not_shown(strip: Strip, view: ArticleView, qtbot: QtBot) -> None:
    view.set_marks([mark()])
    wait_for(qtbot, lambda: bool(columns(strip)))
    view.set_layer_visible(Layer.STATEMENTS, visible=False)
    wait_for(qtbot, lambda: not columns(strip))


def test_the_strip_follows_the_theme(strip: Strip, view: ArticleView, qtbot: QtBot) -> None:
    view.set_marks([mark(colour="#14171e")])
    wait_for(qtbot, lambda: bool(columns(strip)))
    view.set_theme(DARK)
    at = QPoint(3, strip.height() // 2)
    wait_for(qtbot, lambda: strip.grab().toImage().pixelColor(at).lightness() > 100)


def test_a_click_near_a_mark_brings_it_into_view(
    strip: Strip, view: ArticleView, qtbot: QtBot
) -> None:
    view.set_marks([mark()])
    wait_for(qtbot, lambda: bool(columns(strip)))
    QTest.mouseClick(strip, LEFT, pos=QPoint(5, strip.height() // 2 + 4))
    assert view.viewport().rect().contains(place_of(view, MIDDLE))


def test_dragging_along_the_strip_goes_through_the_article(
    strip: Strip, view: ArticleView, qtbot: QtBot
) -> None:
    view.set_marks([mark()])
    wait_for(qtbot, lambda: bool(columns(strip)))
    QTest.mousePress(strip, LEFT, pos=QPoint(5, 2))
    QTest.mouseMove(strip, QPoint(5, strip.height() - 2))
    QTest.mouseRelease(strip, LEFT, pos=QPoint(5, strip.height() - 2))
    assert view.viewport().rect().contains(place_of(view, len(TEXT) - 2))


def test_the_strip_says_what_it_is(strip: Strip) -> None:
    assert strip.accessibleName() == "Overview of the article"
    assert "suggestions" in strip.toolTip()


def test_there_is_no_strip_without_an_article(strip: Strip, view: ArticleView) -> None:
    assert strip.isVisible()
    view.show_text("")
    assert not strip.isVisible()
