"""What stands beside the text: brackets of claims on the left, chips with names on the right."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from annotator.ui.article_view.document import Style
from annotator.ui.article_view.index import LANES, shortest_first
from annotator.ui.article_view.mark import Layer, Mark
from annotator.ui.article_view.scene import Drawn, Visibility

_BRACKET_LANE = 5.0
_BRACKET_WIDTH = 4.0
_BRACKET_GAP = 8.0
_CHIP_PADDING = 6.0
_CHIP_GAP = 4.0
_CHIP_OFFSET = 10.0
_DOT = 9.0


class Bracket(NamedTuple):
    """A bracket beside the lines of a claim; open-ended where the claim goes on."""

    mark: Mark
    rect: QRectF
    opens: bool
    closes: bool

    def spans(self, y: float) -> bool:
        """Whether a height of the document lies within it."""
        return self.rect.top() - 2 <= y <= self.rect.bottom() + 2


class Chip(NamedTuple):
    """A name beside the line where its mark begins; without room for it, a dot."""

    mark: Mark
    rect: QRectF
    text: str


class Margins:
    """The room beside a text of that style in a view of that width."""

    def __init__(self, style: Style, width: int) -> None:
        self.style = style
        self.width = width
        self.left, self.right = style.gutter, width - style.chips
        self._metrics = QFontMetricsF(style.chip_font)
        self._height = _DOT if style.compact else self._metrics.height() + 2
        self._room = style.chips - _CHIP_OFFSET - 4
        room = self.left - _BRACKET_GAP - _BRACKET_WIDTH
        self._bracket_lane = min(_BRACKET_LANE, room / (LANES - 1))
        self._sizes: dict[str, tuple[str, float]] = {}

    def brackets(self, drawn: Iterable[Drawn]) -> list[Bracket]:
        """Brackets for the claims among the pieces, in lanes where they share a line."""
        ends: list[float] = []
        found = []
        claims = (entry for entry in drawn if entry.mark.layer is Layer.CLAIMS)
        for entry in sorted(claims, key=lambda entry: entry.top):
            lane = next((number for number, end in enumerate(ends) if end <= entry.top), len(ends))
            ends[lane : lane + 1] = [entry.bottom]
            x = self.left - _BRACKET_GAP - self._bracket_lane * min(lane, LANES - 1)
            rect = QRectF(x, entry.top + 2, _BRACKET_WIDTH, entry.bottom - entry.top - 3)
            found.append(Bracket(entry.mark, rect, entry.piece.opens, entry.piece.closes))
        return found

    def chips(self, drawn: Iterable[Drawn], visibility: Visibility) -> list[Chip]:
        """Chips for the pieces with which marks begin: in rows, pushed down where they collide."""
        named = [entry for entry in drawn if _is_named(entry, visibility)]
        named.sort(key=lambda entry: (entry.top, not entry.mark.is_tinted, entry.piece.start))
        left, height = self.right + _CHIP_OFFSET, self._height
        found: list[Chip] = []
        x, y = 0.0, float("-inf")
        for entry in named:
            text, width = self._sized(entry.mark.label)
            wanted = entry.rects[0].center().y() - height / 2
            if wanted >= y + height:
                x, y = 0.0, wanted
            elif x + width > self._room:
                x, y = 0.0, y + height + 2
            found.append(Chip(entry.mark, QRectF(left + x, y, width, height), text))
            x += width + _CHIP_GAP
        return found

    def marks_at(self, at: QPointF, drawn: Sequence[Drawn], visibility: Visibility) -> list[Mark]:
        """The marks whose chip lies at a place of the document, or whose bracket is nearest."""
        if at.x() > self.right:
            chips = self.chips(drawn, visibility)
            return [chip.mark for chip in chips if chip.rect.contains(at)]
        found = [bracket for bracket in self.brackets(drawn) if bracket.spans(at.y())]
        nearest = min((abs(one.rect.left() - at.x()) for one in found), default=0.0)
        return shortest_first(one.mark for one in found if abs(one.rect.left() - at.x()) == nearest)

    def _sized(self, label: str) -> tuple[str, float]:
        if label not in self._sizes:
            self._sizes[label] = self._measured(label)
        return self._sizes[label]

    def _measured(self, label: str) -> tuple[str, float]:
        if self.style.compact:
            return "", _DOT
        room = self._room - 2 * _CHIP_PADDING
        text = self._metrics.elidedText(label, Qt.TextElideMode.ElideRight, room)
        return text, self._metrics.horizontalAdvance(text) + 2 * _CHIP_PADDING if text else _DOT


def _is_named(entry: Drawn, visibility: Visibility) -> bool:
    has_name = entry.mark.is_tinted or entry.mark.layer is Layer.CLAIMS
    return entry.piece.opens and (has_name or visibility.is_current(entry.mark))
