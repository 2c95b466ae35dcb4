"""The article view against a bare read-only QTextEdit with the same text, in turn, in one process.

CPU milliseconds of the window's thread. The bare view shows no marks; to add or remove one it
formats the characters instead.
"""

import itertools
import random
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import QEvent, QEventLoop, QPoint
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QTextEdit

from annotator.domain import Span
from annotator.ui.article_view import ArticleView, Layer, Mark
from annotator.ui.article_view.document import style_for
from benchmarks.result import Result, at_most, in_turn, under

SIZES = ((8_000, 60), (100_000, 1_000), (1_000_000, 10_000))
ROUNDS = 31
WIDTH = 900
FRAME = 16
HIT = 0.1
HITS = 200
SENTENCE = "The ministry said on Tuesday that it would fund twelve new research centres. "
PARAGRAPH = 5 * SENTENCE + "\n\n"


class Contestant(Protocol):
    """A view that can do what is measured."""

    @property
    def widget(self) -> QTextEdit:
        """The widget itself."""

    def show_article(self, text: str, marks: list[Mark]) -> None:
        """Show an article with its marks."""

    def add(self, mark: Mark) -> None:
        """Mark one more span."""

    def remove(self, mark: Mark) -> None:
        """Mark that span no longer."""


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
        self.widget.add_mark(mark)

    def remove(self, mark: Mark) -> None:
        """Mark that span no longer."""
        self.widget.exchange_marks([mark.key], ())


class Bare:
    """A QTextEdit with the same text, font and spacing, laid out before it is shown."""

    def __init__(self) -> None:
        self.widget = QTextEdit()
        self.widget.setReadOnly(True)
        self._document = QTextDocument(self.widget)

    def show_article(self, text: str, marks: list[Mark]) -> None:
        """Show an article; it has no marks to show."""
        del marks
        document = QTextDocument(self.widget)
        document.setDefaultFont(style_for(WIDTH, 100).font)
        document.setPlainText(text)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setBottomMargin(10)
        cursor.mergeBlockFormat(spacing)
        self.widget.setDocument(document)
        self._document.deleteLater()
        self._document = document

    def add(self, mark: Mark) -> None:
        """Format one more span."""
        tint = QTextCharFormat()
        tint.setBackground(QColor(mark.colour))
        self._cursor(mark).mergeCharFormat(tint)

    def remove(self, mark: Mark) -> None:
        """Format that span like the rest."""
        self._cursor(mark).setCharFormat(QTextCharFormat())

    def _cursor(self, mark: Mark) -> QTextCursor:
        cursor = QTextCursor(self.widget.document())
        cursor.setPosition(mark.span.start)
        cursor.setPosition(mark.span.stop, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def measure() -> Iterator[Result]:
    """Opening, going on, scrolling and marking at three sizes; in a frame's time what is shown."""
    app = QApplication.instance() or QApplication([])
    for length, count in SIZES:
        size = f"{length:,} characters, {count:,} marks"
        for action, (prepare, limit, most) in ACTIONS.items():
            trials = (prepare(Ours, length, count), prepare(Bare, length, count))
            ours, bare = in_turn(ROUNDS, *trials)
            app.processEvents()
            name = f"article view: {action}, {size}"
            yield at_most(name, ours, bare, limit, "ms")
            if most:
                yield under(f"{name}, slowest", max(ours), most, "ms")
        yield under(f"article view: hit test, {size}", hitting(length, count), HIT, "ms")


def article(length: int, count: int) -> tuple[str, list[Mark]]:
    """A text with marks of every layer, a third laid onto others, the same in every run."""
    chance = random.Random(length)
    text = (PARAGRAPH * (length // len(PARAGRAPH) + 1))[:length]
    layers = (Layer.MENTIONS, Layer.MENTIONS, Layer.STATEMENTS, Layer.CLAIMS)
    room = 3 * length // (2 * count)
    marks: list[Mark] = []
    for key in range(count):
        layer = chance.choice(layers)
        size = chance.randint(5, 25) if layer is Layer.MENTIONS else chance.randint(60, room - 20)
        overlaps = key % 3 == 2
        start = marks[-1].span.start + 3 if overlaps else (key - key // 3) * room
        span = Span(start, min(start + size, length))
        marks.append(Mark(key, span, layer, "funding", "#2f62b5", pending=chance.random() < 0.5))
    return text, marks


def opening(make: Make, length: int, count: int) -> Trial:
    """From nothing to the first article painted."""
    text, marks = article(length, count)

    return _timed(lambda: _opened(make, text, marks))


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
    new = map(_new_mark, itertools.count())

    def once() -> None:
        contestant.add(next(new))
        contestant.widget.viewport().repaint()

    return _timed(once)


def removing(make: Make, length: int, count: int) -> Trial:
    """One mark less at the top of what is seen, painted."""
    contestant = _opened(make, *article(length, count))
    _settle(contestant.widget)
    marks = [_new_mark(number) for number in range(ROUNDS)]
    for mark in marks:
        contestant.add(mark)
    contestant.widget.viewport().repaint()

    def once() -> None:
        contestant.remove(marks.pop())
        contestant.widget.viewport().repaint()

    return _timed(once)


def hitting(length: int, count: int) -> float:
    """Which marks lie at a point, on average over the text on the screen, in milliseconds."""
    ours = Ours()
    _show(ours, *article(length, count))
    chance = random.Random(length)
    points = [QPoint(chance.randrange(60, 760), chance.randrange(10, 790)) for _ in range(HITS)]

    def all_points() -> None:
        for point in points:
            ours.widget.marks_at(point)

    return statistics.median(_timed(all_points)() for _ in range(ROUNDS)) / HITS


ACTIONS: dict[str, tuple[Callable[[Make, int, int], Trial], float, float | None]] = {
    "open": (opening, 1.3, None),
    "next article": (next_article, 1.6, None),
    "scroll a page": (page, 2.2, FRAME),
    "add a mark": (adding, 2.2, FRAME),
    "remove a mark": (removing, 2.2, FRAME),
}


def _new_mark(number: int) -> Mark:
    span = Span(20 * number, 20 * number + 30)
    return Mark(("new", number), span, Layer.STATEMENTS, "policy", "#2f62b5")


def _opened(make: Make, text: str, marks: list[Mark]) -> Contestant:
    contestant = make()
    _show(contestant, text, marks)
    return contestant


def _show(contestant: Contestant, text: str, marks: list[Mark]) -> None:
    contestant.widget.resize(WIDTH, 800)
    contestant.show_article(text, marks)
    contestant.widget.show()
    # exposes the window, which paints it; what Qt lays out in the background is left for later
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.X11ExcludeTimers)


def _settle(widget: QTextEdit) -> None:
    while not widget.document().lastBlock().layout().lineCount():
        QApplication.processEvents()


def _timed(action: Callable[[], object]) -> Trial:
    def trial() -> float:
        start = time.thread_time()
        made = action()
        elapsed = (time.thread_time() - start) * 1000
        del made
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return elapsed

    return trial
