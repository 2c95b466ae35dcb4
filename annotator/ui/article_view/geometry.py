"""Where pieces of marks lie: rectangles by paragraph, kept until the width changes."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

from annotator.ui.article_view.index import Piece
from annotator.ui.article_view.positions import Positions

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FUZZY = Qt.HitTestAccuracy.FuzzyHit
_TOUCHING = 0.5
_TALL = 3000.0

Rects = tuple[QRectF, ...]


class Geometry:
    """Rectangles of pieces, a line each, relative to the top left of their paragraph."""

    def __init__(self, document: QTextDocument, positions: Positions, text: str) -> None:
        self._document = document
        self._positions = positions
        self._bidirectional = not text.isascii() and bool(_RIGHT_TO_LEFT.search(text))
        self._width = -1.0
        self._rects: dict[int, dict[tuple[int, int], Rects]] = {}

    def rects(self, paragraph: int, block: QTextBlock, piece: Piece) -> Rects:
        """The rectangles of a piece; its paragraph must have been laid out."""
        self._drop_outdated()
        known = self._rects.setdefault(paragraph, {})
        key = (piece.start, piece.stop)
        if key not in known:
            start = self._positions.to_local(paragraph, piece.start)
            stop = self._positions.to_local(paragraph, piece.stop)
            known[key] = self._measured(block, start, stop)
        return known[key]

    def blocks(self, top: float, bottom: float) -> Iterator[tuple[int, QTextBlock, QRectF]]:
        """The paragraphs between two heights of the document, with their number and place."""
        layout = self._document.documentLayout()
        block = self._document.findBlockByNumber(self._paragraph_at(top))
        while block.isValid():
            place = layout.blockBoundingRect(block)
            if place.top() > bottom:
                return
            yield block.blockNumber(), block, place
            block = block.next()

    def place(self, paragraph: int) -> tuple[QTextBlock, QRectF]:
        """A paragraph and where it lies in the document; lays out all before it."""
        block = self._document.findBlockByNumber(paragraph)
        return block, self._document.documentLayout().blockBoundingRect(block)

    def reach(
        self, paragraph: int, block: QTextBlock, place: QRectF, top: float, bottom: float
    ) -> tuple[int, int]:
        """Local code points between which a piece must lie to be seen: all, unless it is tall."""
        if place.height() < _TALL:
            return 0, block.length()
        layout = block.layout()
        first = layout.lineAt(_number_at(layout, top - place.top()))
        last = layout.lineAt(_number_at(layout, bottom - place.top()))
        stop = last.textStart() + last.textLength()
        to_point = self._positions.from_local
        return to_point(paragraph, first.textStart()), to_point(paragraph, stop)

    def point_at(self, at: QPointF) -> int | None:
        """The code point drawn at a place of the document; None beside the text."""
        paragraph = self._paragraph_at(at.y())
        block, place = self.place(paragraph)
        x, y = at.x() - place.left(), at.y() - place.top()
        line = _line_at(block.layout(), y)
        if line is None or not line.naturalTextRect().left() <= x < line.naturalTextRect().right():
            return None
        unit = self._unit_at(block, line, x)
        return self._positions.starts[paragraph] + self._positions.from_local(paragraph, unit)

    def _paragraph_at(self, y: float) -> int:
        """The last paragraph that begins above a height.

        `hitTest` lays out all down to there, but between two paragraphs it may answer with one
        that has not been laid out yet.
        """
        self._document.documentLayout().hitTest(QPointF(0, y), _FUZZY)
        paragraphs = range(self._document.blockCount())
        return max(0, bisect_right(paragraphs, y, key=self._top_of) - 1)

    def _top_of(self, paragraph: int) -> float:
        layout = self._document.findBlockByNumber(paragraph).layout()
        return layout.position().y() if layout.lineCount() else math.inf

    def _unit_at(self, block: QTextBlock, line: QTextLine, x: float) -> int:
        if not self._is_mixed(block):
            return line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        for unit in range(line.textStart(), line.textStart() + line.textLength()):
            if any(left <= x < right for left, right in _mixed_edges(line, unit, unit + 1)):
                return unit
        return line.textStart()

    def _is_mixed(self, block: QTextBlock) -> bool:
        return self._bidirectional and bool(_RIGHT_TO_LEFT.search(block.text()))

    def _drop_outdated(self) -> None:
        width = self._document.textWidth()
        if width != self._width:
            self._width = width
            self._rects.clear()

    def _measured(self, block: QTextBlock, start: int, stop: int) -> Rects:
        layout = block.layout()
        mixed = self._is_mixed(block)
        first, last = _line_number(layout, start), _line_number(layout, stop - 1)
        found: list[QRectF] = []
        for number in range(first, last + 1):
            line = layout.lineAt(number)
            begin = max(start, line.textStart())
            end = min(stop, line.textStart() + line.textLength())
            edges = _mixed_edges(line, begin, end) if mixed else _edges(line, begin, end)
            found += [QRectF(left, line.y(), right - left, line.height()) for left, right in edges]
        return tuple(found)


def _line_at(layout: QTextLayout, y: float) -> QTextLine | None:
    line = layout.lineAt(_number_at(layout, y))
    return line if line.isValid() and line.y() <= y < line.y() + line.height() else None


def _number_at(layout: QTextLayout, y: float) -> int:
    lines = range(layout.lineCount())
    return max(0, bisect_right(lines, y, key=lambda number: layout.lineAt(number).y()) - 1)


def _line_number(layout: QTextLayout, unit: int) -> int:
    return layout.lineForTextPosition(unit).lineNumber()


def _x(line: QTextLine, unit: int) -> float:
    # PySide6 gives the place and the position that it took
    x, _unit = cast("tuple[float, int]", line.cursorToX(unit))
    return x


def _edges(line: QTextLine, start: int, stop: int) -> list[tuple[float, float]]:
    left = _x(line, start)
    right = min(_x(line, stop), line.naturalTextRect().right())
    return [(left, right)] if right > left else []


def _mixed_edges(line: QTextLine, start: int, stop: int) -> list[tuple[float, float]]:
    """Edges of the runs: what lies together in the text may stand apart on such a line.

    Taken from the glyphs, for at a change of direction `cursorToX` gives the edge of another run.
    """
    places = [run.boundingRect() for run in line.glyphRuns(start, stop - start)]
    runs: list[tuple[float, float]] = []
    for left, right in sorted((place.left(), place.right()) for place in places):
        if runs and left - runs[-1][1] < _TOUCHING:
            runs[-1] = (runs[-1][0], max(right, runs[-1][1]))
        else:
            runs.append((left, right))
    return runs
