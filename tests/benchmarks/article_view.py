"""The article view against a bare read-only QTextEdit with the same text, in turn, in one process.

CPU milliseconds of the window's thread. The bare view shows no marks; to add one it formats the
characters instead.
"""

import itertools
import random
import time
from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QTextEdit

from annotator.domain import Span
from annotator.ui.article_view import ArticleView, Layer, Mark
from benchmarks.result import Result, at_most, in_turn

SIZES = ((8_000, 60), (100_000, 1_000))
ROUNDS = 9
SENTENCE = "The ministry said on Tuesday that it would fund twelve new research centres. "
PARAGRAPH = 5 * SENTENCE + "\n"


class Contestant(Protocol):
    """A view that can do what is measured."""

    @property
    def widget(self) -> QTextEdit:
        """The widget itself."""

    def show_article(self, text: str, marks: list[Mark]) -> None:
        """Show an article with its marks."""

    def add(self, mark: Mark) -> None:
        """Mark one more span."""


Make = Callable[[], Contestant]
Trial = Callable[[], float]


class Ours:
    """The article view."""

    def __init__(self) -> None:
        self.widget = ArticleView()

    def show_article(self, text: str, marks: list[Mark]) -> None:
        """Show an article with its marks."""
        self.widget.show_text(text)
        self.widget.set_marks(marks)

    def add(self, mark: Mark) -> None:
        """Mark one more span."""
        self.widget.set_marks([*self.widget.marks(), mark])


class Bare:
    """A QTextEdit with the same text, font and spacing, laid out before it is shown."""

    def __init__(self) -> None:
        self.widget = QTextEdit()
        self.widget.setReadOnly(True)

    def show_article(self, text: str, marks: list[Mark]) -> None:
        """Show an article; it has no marks to show."""
        del marks
        document = QTextDocument(self.widget)
        font = self.widget.font()
        font.setPointSizeF(12)
        document.setDefaultFont(font)
        document.setPlainText(text)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setBottomMargin(10)
        cursor.mergeBlockFormat(spacing)
        self.widget.setDocument(document)

    def add(self, mark: Mark) -> None:
        """Format one more span."""
        cursor = QTextCursor(self.widget.document())
        cursor.setPosition(mark.span.start)
        cursor.setPosition(mark.span.stop, QTextCursor.MoveMode.KeepAnchor)
        tint = QTextCharFormat()
        tint.setBackground(QColor(mark.colour))
        cursor.mergeCharFormat(tint)


def measure() -> Iterator[Result]:
    """Opening, going on, scrolling and marking, at two sizes."""
    app = QApplication.instance() or QApplication([])
    for length, count in SIZES:
        for action, (prepare, limit) in ACTIONS.items():
            trials = (prepare(Ours, length, count), prepare(Bare, length, count))
            ours, bare = in_turn(ROUNDS, *trials)
            app.processEvents()
            name = f"article view: {action}, {length:,} characters, {count:,} marks"
            yield at_most(name, ours, bare, limit, "ms")


def article(length: int, count: int) -> tuple[str, list[Mark]]:
    """A text with marks of every layer at chance places, the same in every run."""
    chance = random.Random(length)
    text = (PARAGRAPH * (length // len(PARAGRAPH) + 1))[:length]
    layers = (Layer.MENTIONS, Layer.MENTIONS, Layer.STATEMENTS, Layer.CLAIMS)
    marks = []
    for key in range(count):
        layer = chance.choice(layers)
        start = chance.randrange(length - 200)
        size = chance.randint(5, 25) if layer is Layer.MENTIONS else chance.randint(60, 160)
        span = Span(start, start + size)
        marks.append(Mark(key, span, layer, "funding", "#2f62b5", pending=chance.random() < 0.5))
    return text, marks


def opening(make: Make, length: int, count: int) -> Trial:
    """From nothing to the first article painted."""
    text, marks = article(length, count)

    def once() -> None:
        _opened(make, text, marks).widget.close()

    return _timed(once)


def next_article(make: Make, length: int, count: int) -> Trial:
    """Another article in a view that is on show, painted."""
    text, marks = article(length, count)
    contestant = _opened(make, text, marks)

    def once() -> None:
        contestant.show_article(text, marks)
        contestant.widget.viewport().repaint()

    return _timed(once)


def page(make: Make, length: int, count: int) -> Trial:
    """Scrolling by a page, painted."""
    contestant = _opened(make, *article(length, count))
    bar = contestant.widget.verticalScrollBar()
    _settle(contestant.widget)

    def once() -> None:
        bar.setValue((bar.value() + 700) % bar.maximum())
        contestant.widget.viewport().repaint()

    return _timed(once)


def adding(make: Make, length: int, count: int) -> Trial:
    """One more mark at the top of what is seen, painted."""
    contestant = _opened(make, *article(length, count))
    _settle(contestant.widget)
    new = itertools.count()

    def once() -> None:
        number = next(new)
        span = Span(20 * number, 20 * number + 30)
        contestant.add(Mark(("new", number), span, Layer.STATEMENTS, "policy", "#2f62b5"))
        contestant.widget.viewport().repaint()

    return _timed(once)


ACTIONS: dict[str, tuple[Callable[[Make, int, int], Trial], float]] = {
    "open": (opening, 2.0),
    "next article": (next_article, 2.0),
    "scroll a page": (page, 3.0),
    "add a mark": (adding, 4.0),
}


def _opened(make: Make, text: str, marks: list[Mark]) -> Contestant:
    contestant = make()
    contestant.widget.resize(900, 800)
    contestant.show_article(text, marks)
    contestant.widget.show()
    QApplication.processEvents()  # only an exposed window is painted
    contestant.widget.viewport().repaint()
    return contestant


def _settle(widget: QTextEdit) -> None:
    while not widget.document().lastBlock().layout().lineCount():
        QApplication.processEvents()


def _timed(action: Callable[[], object]) -> Trial:
    def trial() -> float:
        start = time.process_time()
        action()
        return (time.process_time() - start) * 1000

    return trial
