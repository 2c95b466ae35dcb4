"""Where pieces of marks lie: rectangles by paragraph, kept until the width changes."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

from annotator.domain import Span
from annotator.ui.article_view.index import Piece
from annotator.ui.article_view.positions import Positions

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FUZZY = Qt.HitTestAccuracy.FuzzyHit
_TOUCHING = 0.5

Rects = tuple[QRectF, ...]


class Line(NamedTuple):
    """A line of a paragraph: Qt's positions at its ends, and where its text lies."""

    start: int
    stop: int
    left: float
    top: float
    right: float
    height: float
    line: QTextLine

    @property
    def bottom(self) -> float:
        """Where the next line begins."""
        return self.top + self.height

    def x(self, unit: int) -> float:
        """Where the character at a position of the line begins."""
        # PySide6 gives the place and the position that it took
        place, _unit = cast("tuple[float, int]", self.line.cursorToX(unit))
        return place


class Paragraph(NamedTuple):
    """A paragraph of the document that has been laid out, and where it lies."""

    number: int
    block: QTextBlock
    place: QRectF


class Geometry:
    """Rectangles of pieces, a line each, relative to the top left of their paragraph."""

    def __init__(self, document: QTextDocument, positions: Positions, text: str) -> None:
        self._document = document
        self._positions = positions
        self._bidirectional = not text.isascii() and bool(_RIGHT_TO_LEFT.search(text))
        self._width = -1.0
        self._rects: dict[int, dict[tuple[int, int], Rects]] = {}
        self._lines: dict[int, tuple[Line, ...]] = {}

    def rects(self, paragraph: Paragraph, piece: Piece) -> Rects:
        """The rectangles of a piece."""
        known = self._rects.setdefault(paragraph.number, {})
        key = (piece.start, piece.stop)
        if key not in known:
            start = self._positions.to_local(paragraph.number, piece.start)
            stop = self._positions.to_local(paragraph.number, piece.stop)
            known[key] = tuple(self._measured(paragraph, start, stop))
        return known[key]

    def paragraphs(self, top: float, bottom: float) -> Iterator[Paragraph]:
        """The paragraphs between two heights of the document."""
        self._drop_outdated()
        layout = self._document.documentLayout()
        number = self._number_at(top)
        block = self._document.findBlockByNumber(number)
        while block.isValid():
            place = layout.blockBoundingRect(block)
            if place.top() > bottom:
                return
            yield Paragraph(number, block, place)
            number += 1
            block = block.next()

    def paragraph(self, number: int) -> Paragraph:
        """The paragraph of that number; lays out all before it."""
        self._drop_outdated()
        block = self._document.findBlockByNumber(number)
        return Paragraph(number, block, self._document.documentLayout().blockBoundingRect(block))

    def reach(self, paragraph: Paragraph, top: float, bottom: float) -> tuple[int, int]:
        """Local code points of the lines of a paragraph that lie between two heights."""
        lines, above = self._lines_of(paragraph), paragraph.place.top()
        first = lines[_line_number_at(lines, top - above)]
        last = lines[_line_number_at(lines, bottom - above)]
        to_point = self._positions.from_local
        return to_point(paragraph.number, first.start), to_point(paragraph.number, last.stop)

    def span_between(self, top: float, bottom: float) -> Span:
        """The code points whose lines lie between two heights of the document."""
        ends = [
            self._positions.starts[paragraph.number] + local
            for paragraph in self.paragraphs(top, bottom)
            if paragraph.place.bottom() > top
            for local in self.reach(paragraph, top, bottom)
        ]
        return Span(ends[0], ends[-1]) if ends else Span(0, 0)

    def point_at(self, at: QPointF) -> int | None:
        """The code point drawn at a place of the document; None beside the text."""
        paragraph = self.paragraph(self._number_at(at.y()))
        x, y = at.x() - paragraph.place.left(), at.y() - paragraph.place.top()
        line = _line_at(self._lines_of(paragraph), y)
        if line is None or not line.left <= x < line.right:
            return None
        unit = self._unit_at(paragraph.block, line, x)
        number = paragraph.number
        return self._positions.starts[number] + self._positions.from_local(number, unit)

    def _number_at(self, y: float) -> int:
        """The last paragraph that begins above a height; all down to there is laid out."""
        found = self._laid_out_above(y)
        if found + 1 < self._document.blockCount() and math.isinf(self._top_of(found + 1)):
            # between two paragraphs it may answer with one that has not been laid out yet
            self._document.documentLayout().hitTest(QPointF(0, y), _FUZZY)
            found = self._laid_out_above(y)
        return found

    def _laid_out_above(self, y: float) -> int:
        numbers = range(self._document.blockCount())
        return max(0, bisect_right(numbers, y, key=self._top_of) - 1)

    def _top_of(self, number: int) -> float:
        layout = self._document.findBlockByNumber(number).layout()
        return layout.position().y() if layout.lineCount() else math.inf

    def _unit_at(self, block: QTextBlock, line: Line, x: float) -> int:
        if not self._is_mixed(block):
            return line.line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        for unit in range(line.start, line.stop):
            if any(left <= x < right for left, right in _mixed_edges(line, unit, unit + 1)):
                return unit
        return line.start

    def _is_mixed(self, block: QTextBlock) -> bool:
        return self._bidirectional and bool(_RIGHT_TO_LEFT.search(block.text()))

    def _drop_outdated(self) -> None:
        width = self._document.textWidth()
        if width != self._width:
            self._width = width
            self._rects.clear()
            self._lines.clear()

    def _measured(self, paragraph: Paragraph, start: int, stop: int) -> Iterator[QRectF]:
        edges = _mixed_edges if self._is_mixed(paragraph.block) else _edges
        lines = self._lines_of(paragraph)
        first = bisect_right(lines, start, key=attrgetter("start")) - 1
        for line in lines[max(0, first) :]:
            if line.start >= stop:
                return
            for left, right in edges(line, max(start, line.start), min(stop, line.stop)):
                yield QRectF(left, line.top, right - left, line.height)

    def _lines_of(self, paragraph: Paragraph) -> tuple[Line, ...]:
        if paragraph.number not in self._lines:
            self._lines[paragraph.number] = _lines(paragraph.block.layout())
        return self._lines[paragraph.number]


def _lines(layout: QTextLayout) -> tuple[Line, ...]:
    return tuple(_measured_line(layout.lineAt(number)) for number in range(layout.lineCount()))


def _measured_line(line: QTextLine) -> Line:
    start, place = line.textStart(), line.naturalTextRect()
    left, top, width, _height = cast("tuple[float, float, float, float]", place.getRect())
    return Line(start, start + line.textLength(), left, top, left + width, line.height(), line)


def _line_at(lines: Sequence[Line], y: float) -> Line | None:
    if not lines:
        return None
    line = lines[_line_number_at(lines, y)]
    return line if line.top <= y < line.bottom else None


def _line_number_at(lines: Sequence[Line], y: float) -> int:
    return max(0, bisect_right(lines, y, key=attrgetter("top")) - 1)


def _edges(line: Line, start: int, stop: int) -> list[tuple[float, float]]:
    left = line.x(start) if start > line.start else line.left
    right = min(line.x(stop), line.right) if stop < line.stop else line.right
    return [(left, right)] if right > left else []


def _mixed_edges(line: Line, start: int, stop: int) -> list[tuple[float, float]]:
    """Edges of the runs: what lies together in the text may stand apart on such a line.

    Taken from the glyphs, for at a change of direction `cursorToX` gives the edge of another run.
    """
    places = [run.boundingRect() for run in line.line.glyphRuns(start, stop - start)]
    runs: list[tuple[float, float]] = []
    for left, right in sorted((place.left(), place.right()) for place in places):
        if runs and left - runs[-1][1] < _TOUCHING:
            runs[-1] = (runs[-1][0], max(right, runs[-1][1]))
        else:
            runs.append((left, right))
    return runs
