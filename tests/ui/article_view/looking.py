"""Where things are on the screen, asked of Qt rather than of our own geometry."""

import random
import re
import unicodedata

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QTextCursor

from annotator.domain import Span
from annotator.ui.article_view import ArticleView, Layer, Mark


def dice(seed: int) -> random.Random:
    """Chance that is the same in every run."""
    return random.Random(seed)


def random_texts(letters: str, *, count: int) -> list[str]:
    """Texts of those characters, short and long."""
    source = dice(count)
    return ["".join(source.choices(letters, k=source.randint(1, 300))) for _ in range(count)]


def span_of(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def mark_of(
    text: str, quote: str, layer: Layer = Layer.STATEMENTS, *, pending: bool = False
) -> Mark:
    return Mark(quote, span_of(text, quote), layer, f"{quote}!", "#2f62b5", pending)


def units_before(text: str, point: int) -> int:
    """Qt's position of that code point; lines without text are not in the document."""
    shown = re.sub("^\n+|(?<=\n)\n+", "", text[:point])
    return len(shown.encode("utf-16-le")) // 2


def is_in_paragraph(text: str, point: int) -> bool:
    """Whether the line of that code point holds text."""
    return point < len(text) and bool(text[:point].rpartition("\n")[2] or text[point] != "\n")


def place_of(view: ArticleView, point: int) -> QPoint:
    """The middle of the character at that code point, in a line that runs left to right."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(units_before(view.text, point))
    left = view.cursorRect(cursor)
    cursor.setPosition(units_before(view.text, point + 1))
    right = view.cursorRect(cursor)
    return QPoint((left.left() + right.left()) // 2 + 1, left.center().y())


def edge_of(view: ArticleView, point: int, *, trailing: bool) -> QPoint:
    """A place in the first or the last third of the character there, in its own direction."""
    unit = units_before(view.text, point)
    block = view.document().findBlock(unit)
    local = unit - block.position()
    line = block.layout().lineForTextPosition(local)
    run = line.glyphRuns(local, len(view.text[point].encode("utf-16-le")) // 2)[0]
    place = run.boundingRect().translated(
        view.document().documentLayout().blockBoundingRect(block).topLeft()
    )
    on_the_right = trailing is not (unicodedata.bidirectional(view.text[point]) in ("R", "AL"))
    x = place.right() - place.width() / 5 if on_the_right else place.left() + place.width() / 5
    return QPoint(round(x), round(place.center().y()) - view.verticalScrollBar().value())


def picture(view: ArticleView) -> QImage:
    """What is painted, without the caret."""
    return view.viewport().grab().toImage()


def on_screen(view: ArticleView) -> QImage:
    """What the screen shows, which may lag behind what would be painted."""
    port = view.viewport().geometry()
    return view.screen().grabWindow(view.winId()).toImage().copy(port)


def is_right_to_left(text: str, point: int) -> bool:
    """Whether anything in the paragraph of that code point runs from right to left."""
    line = text[text.rfind("\n", 0, point) + 1 :].split("\n", 1)[0]
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in line)


def colour_at(view: ArticleView, at: QPoint) -> QColor:
    return picture(view).pixelColor(at)


def is_laid_out(view: ArticleView) -> bool:
    """Whether Qt, which lays out in the background, has come to the end of the text."""
    return view.document().lastBlock().layout().lineCount() > 0
