"""What stands beside the text: brackets of claims on the left, chips with names on the right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from annotator.ui.article_view.mark import Layer, Mark
from annotator.ui.article_view.scene import Drawn, Visibility

_BRACKET_LANE = 5.0
_BRACKET_LANES = 4
_BRACKET_GAP = 8.0
_CHIP_PADDING = 6.0
_CHIP_GAP = 4.0
_CHIP_OFFSET = 12.0
_DOT = 9.0


@dataclass(frozen=True, slots=True)
class Column:
    """The edges of the text and the room beside it; `compact` has none for names."""

    left: float
    right: float
    width: float
    compact: bool


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket beside the lines of a claim; open-ended where the claim goes on."""

    mark: Mark
    rect: QRectF
    opens: bool
    closes: bool

    def spans(self, y: float) -> bool:
        """Whether a height of the document lies within it."""
        return self.rect.top() - 2 <= y <= self.rect.bottom() + 2


@dataclass(frozen=True, slots=True)
class Chip:
    """A name beside the line where its mark begins; without room for it, a dot."""

    mark: Mark
    rect: QRectF
    text: str


def brackets_beside(drawn: Iterable[Drawn], column: Column) -> list[Bracket]:
    """Brackets for the claims among the pieces, in lanes where they share a line."""
    ends: list[float] = []
    found = []
    claims = (entry for entry in drawn if entry.mark.layer is Layer.CLAIMS)
    for entry in sorted(claims, key=lambda entry: entry.top):
        lane = next((number for number, end in enumerate(ends) if end <= entry.top), len(ends))
        ends[lane : lane + 1] = [entry.bottom]
        x = column.left - _BRACKET_GAP - _BRACKET_LANE * min(lane, _BRACKET_LANES)
        rect = QRectF(x, entry.top + 2, 4, entry.bottom - entry.top - 3)
        found.append(Bracket(entry.mark, rect, entry.piece.opens, entry.piece.closes))
    return found


def chips_beside(
    drawn: Sequence[Drawn], column: Column, metrics: QFontMetricsF, visibility: Visibility
) -> list[Chip]:
    """Chips for the pieces with which marks begin: in rows, pushed down where they collide."""
    named = [entry for entry in drawn if _is_named(entry, visibility)]
    named.sort(key=lambda entry: (entry.top, not entry.mark.is_tinted, entry.piece.start))
    height = _DOT if column.compact else metrics.height() + 2
    left, room = column.right + _CHIP_OFFSET, column.width - column.right - _CHIP_OFFSET - 4
    found: list[Chip] = []
    x, y = 0.0, float("-inf")
    for entry in named:
        text = "" if column.compact else _elided(entry.mark.label, metrics, room)
        width = metrics.horizontalAdvance(text) + 2 * _CHIP_PADDING if text else _DOT
        wanted = entry.rects[0].center().y() - height / 2
        if wanted >= y + height:
            x, y = 0.0, wanted
        elif x + width > room:
            x, y = 0.0, y + height + 2
        found.append(Chip(entry.mark, QRectF(left + x, y, width, height), text))
        x += width + _CHIP_GAP
    return found


def _is_named(entry: Drawn, visibility: Visibility) -> bool:
    has_name = entry.mark.is_tinted or entry.mark.layer is Layer.CLAIMS
    return entry.piece.opens and (has_name or visibility.is_current(entry.mark))


def _elided(label: str, metrics: QFontMetricsF, room: float) -> str:
    return metrics.elidedText(label, Qt.TextElideMode.ElideRight, room - 2 * _CHIP_PADDING)
