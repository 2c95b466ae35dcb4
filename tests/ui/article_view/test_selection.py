"""Selecting, copying, keys and zoom."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain import Span
from annotator.ui.article_view import ArticleView
from annotator.ui.theme import LIGHT, apply_theme
from ui.article_view.looking import edge_of, is_in_paragraph, is_laid_out, place_of, span_of

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


def drag(view: ArticleView, start: int, stop: int, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Drag from just before one character to just before another, a pixel at a time at first."""
    port = view.viewport()
    begin, end = place_of(view, start) - QPoint(2, 0), place_of(view, stop) - QPoint(2, 0)
    QTest.mousePress(port, LEFT, modifier, begin)
    QTest.mouseMove(port, begin + QPoint(12, 0))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, modifier, end)


@pytest.mark.parametrize(
    "quote", ["Mistral\u00a0AI", "the EU", "五十亿", "for compute", "OpenAI", "rivals"]
)
def test_a_selected_span_comes_back_in_code_points(
    view: ArticleView, text: str, quote: str
) -> None:
    view.select(span_of(text, quote))
    assert view.selected_span() == span_of(text, quote)


def test_every_span_can_be_selected_and_copied_unchanged(view: ArticleView, text: str) -> None:
    points = [point for point in range(len(text)) if is_in_paragraph(text, point)]
    for number, start in enumerate(points[::7]):
        for stop in points[7 * number + 1 :: 31]:
            view.select(Span(start, stop))
            assert view.createMimeDataFromSelection().text() == text[start:stop]


def test_nothing_selected_is_no_span(view: ArticleView, text: str) -> None:
    assert view.selected_span() is None
    view.select(span_of(text, " "))
    assert view.selected_span() is None


def test_a_selection_by_mouse_ends_at_words(view: ArticleView, text: str) -> None:
    start = text.index("raised")
    drag(view, start + 3, text.index("Dupont") + 2)
    assert view.selected_span() == Span(start, text.index("Dupont") + len("Dupont"))


@pytest.mark.parametrize("modifier", [NONE, ALT], ids=["words", "exact"])
@pytest.mark.parametrize(
    "quote",
    [
        "Mistral\u00a0AI",
        "€1.7 billion",
        "Zoe\u0301 Dupont",
        "חדש",
        "לפני שנה",
        "AI Act",
        "the EU should adopt",
        "五十亿",
        "中国企业深度求索",
        "😀😀",
        "🚀 Mistral",
        "أعلنت شركة",
        "OpenAI",
        "مليار يورو",
        "the EU's AI Act",
    ],
)
def test_a_drag_selects_what_was_dragged_over_in_every_script(
    view: ArticleView, text: str, quote: str, modifier: Qt.KeyboardModifier
) -> None:
    span, port = span_of(text, quote), view.viewport()
    begin = edge_of(view, span.start, trailing=False)
    end = edge_of(view, span.stop - 1, trailing=True)
    QTest.mousePress(port, LEFT, modifier, begin)
    QTest.mouseMove(port, (begin + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, modifier, end)
    assert view.selected_span() == span


def test_with_alt_held_a_selection_by_mouse_is_exact(view: ArticleView, text: str) -> None:
    start = text.index("raised")
    drag(view, start + 3, start + 5, ALT)
    assert view.selected_span() == Span(start + 3, start + 5)


def test_a_selection_is_no_click(view: ArticleView, text: str, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.marks_clicked):
        drag(view, text.index("raised"), text.index("Dupont"))


def test_a_double_click_selects_the_word(view: ArticleView, text: str) -> None:
    at = place_of(view, text.index("Dupont") + 2)
    QTest.mouseDClick(view.viewport(), LEFT, pos=at)
    assert view.selected_span() == span_of(text, "Dupont")


def test_a_selection_is_made_by_keys_alone(view: ArticleView, text: str, qtbot: QtBot) -> None:
    view.setFocus()
    with qtbot.waitSignal(view.selection_changed):
        for _ in range(3):
            QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.createMimeDataFromSelection().text() == text[:3]


def test_copying_keeps_the_original_characters(view: ArticleView, text: str) -> None:
    view.select(span_of(text, "🚀 Mistral\u00a0AI raised"))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "🚀 Mistral\u00a0AI raised"


_COPY_AND_END = """
from PySide6.QtWidgets import QApplication
from annotator.ui.article_view import ArticleView
app = QApplication([])
view = ArticleView()
view.show_text("text")
view.selectAll()
view.copy()
"""


def test_the_program_ends_cleanly_with_a_copied_text_in_the_clipboard() -> None:
    done = subprocess.run([sys.executable, "-c", _COPY_AND_END], check=False)
    assert done.returncode == 0


@pytest.mark.parametrize(
    "keys", ["A", "1", "?", "Return", "Del", "Ctrl+Z", "Ctrl+V", "Ctrl+F", "]"]
)
def test_keys_that_are_not_the_caret_s_reach_the_window(qtbot: QtBot, keys: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view = ArticleView(window)
    view.show_text("text")
    shortcut = QShortcut(QKeySequence(keys), window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    view.setFocus()
    with qtbot.waitSignal(shortcut.activated, timeout=1000):
        QTest.keySequence(view, QKeySequence(keys))


@pytest.mark.parametrize("keys", ["Shift+Right", "Ctrl+C", "End"])
def test_keys_of_the_caret_are_not_taken_by_the_window(qtbot: QtBot, keys: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view = ArticleView(window)
    shortcut = QShortcut(QKeySequence(keys), window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    view.setFocus()
    with qtbot.assertNotEmitted(shortcut.activated):
        QTest.keySequence(view, QKeySequence(keys))


def test_the_space_bar_turns_the_page(view: ArticleView, text: str) -> None:
    view.show_text("\n".join([text] * 20))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() > 100


def test_the_selection_outlives_a_change_of_size(view: ArticleView, text: str) -> None:
    view.select(span_of(text, "for compute"))
    view.set_zoom(150)
    view.resize(380, 300)
    assert view.selected_span() == span_of(text, "for compute")


def test_zoom_makes_text_larger_and_keeps_to_its_bounds(view: ArticleView) -> None:
    before = view.document().defaultFont().pointSizeF()
    view.set_zoom(200)
    assert view.document().defaultFont().pointSizeF() == pytest.approx(2 * before)
    view.set_zoom(10_000)
    assert view.zoom == 300


def test_the_font_of_the_text_outlives_a_stylesheet(view: ArticleView) -> None:
    before = view.document().defaultFont()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        apply_theme(app, LIGHT)
        view.setStyleSheet("* { font-size: 30px }")
        assert view.document().defaultFont() == before
    finally:
        app.setStyleSheet("")


@pytest.fixture
def user_font() -> Iterator[QFont]:
    """The font of the program, as it was before; given back after the test."""
    before = QApplication.font()
    yield QFont(before)
    QApplication.setFont(before)


@pytest.mark.parametrize(("user", "text"), [(7, 12), (11, 13), (20, 22)])
def test_the_text_is_a_little_larger_than_the_user_s_font_and_never_small(
    view: ArticleView, user_font: QFont, user: int, text: int
) -> None:
    user_font.setPointSize(user)
    QApplication.setFont(user_font)
    QApplication.processEvents()
    assert view.document().defaultFont().pointSizeF() == pytest.approx(text)
    view.set_zoom(200)
    assert view.document().defaultFont().pointSizeF() == pytest.approx(2 * text)


def test_beside_two_panels_lines_hold_some_75_characters(view: ArticleView) -> None:
    view.show_text("The ministry said that it would fund twelve new research centres. " * 40)
    letter = QFontMetricsF(view.document().defaultFont()).averageCharWidth()
    view.resize(round(85 * letter + 160), 400)
    lines = view.document().begin().layout()
    lengths = [lines.lineAt(number).textLength() for number in range(8)]
    assert 68 <= sum(lengths) / len(lengths) <= 82


def test_lines_stay_readable_in_a_wide_window(view: ArticleView) -> None:
    view.show_text("word " * 400)
    view.resize(1900, 400)
    line = view.document().begin().layout().lineAt(0)
    assert 60 < line.textLength() < 95
    margins = view.viewportMargins()
    assert abs(margins.left() - margins.right()) <= 20


def test_the_place_in_the_text_is_kept_when_zooming(
    view: ArticleView, text: str, qtbot: QtBot
) -> None:
    long_text = "\n".join([text] * 100)
    view.show_text(long_text)
    view.scroll_to(Span(len(long_text) // 2, len(long_text) // 2))
    qtbot.waitUntil(lambda: is_laid_out(view))
    before = view.cursorForPosition(QPoint(60, 5)).blockNumber()
    view.set_zoom(140)
    qtbot.waitUntil(lambda: is_laid_out(view))
    assert abs(view.cursorForPosition(QPoint(60, 5)).blockNumber() - before) <= 1
