"""What is on show: pieces of marks with their places in the document."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt

from annotator.ui.article_view.geometry import Geometry, Paragraph
from annotator.ui.article_view.index import Index, Piece
from annotator.ui.article_view.mark import Layer, Mark

SLACK = 12.0
_TALL = 3000.0


class Drawn(NamedTuple):
    """A piece of a mark and its rectangles, from `top` to `bottom`, as the document counts."""

    mark: Mark
    piece: Piece
    rects: tuple[QRectF, ...]
    top: float
    bottom: float
    right_to_left: bool


@dataclass(slots=True)
class Visibility:
    """Which marks are to be seen: those of layers that are on, and always the current one."""

    layers: set[Layer] = field(default_factory=lambda: set(Layer))
    current: Hashable | None = None

    def shows(self, mark: Mark) -> bool:
        """Whether that mark is to be seen."""
        is_on = mark.layer in self.layers and mark.counted_on in self.layers
        return is_on or self.is_current(mark)

    def among(self, marks: Iterable[Mark]) -> list[Mark]:
        """Those of these marks that are to be seen."""
        return [*marks] if self.layers.issuperset(Layer) else [*filter(self.shows, marks)]

    def is_current(self, mark: Mark) -> bool:
        """Whether that mark is the one to be emphasised."""
        return self.current is not None and mark.key == self.current


class Scene:
    """The pieces of an index with their places, kept until a paragraph moves or has others."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._geometry: Geometry | None = None
        self._kept: dict[int, _Kept] = {}

    def between(
        self, top: float, bottom: float, geometry: Geometry, visibility: Visibility
    ) -> list[Drawn]:
        """The visible pieces of all paragraphs that lie between two heights of the document."""
        if geometry is not self._geometry:
            self._geometry = geometry
            self._kept.clear()
        found: list[Drawn] = []
        for paragraph in geometry.paragraphs(top - SLACK, bottom + SLACK):
            pieces = self._index.pieces(paragraph.number)
            if not pieces:
                continue
            if paragraph.place.height() < _TALL:
                drawn = self._kept_or_placed(geometry, paragraph, pieces)
            else:
                start, stop = geometry.reach(paragraph, top, bottom)
                near = (piece for piece in pieces if piece.start < stop and piece.stop > start)
                drawn = _placed(geometry, paragraph, near)
            found += [entry for entry in drawn if visibility.shows(entry.mark)]
        return found

    def _kept_or_placed(
        self, geometry: Geometry, paragraph: Paragraph, pieces: tuple[Piece, ...]
    ) -> list[Drawn]:
        kept = self._kept.get(paragraph.number)
        if kept is None or kept.pieces is not pieces or kept.place != paragraph.place:
            drawn = _placed(geometry, paragraph, pieces)
            kept = self._kept[paragraph.number] = _Kept(pieces, paragraph.place, drawn)
        return kept.drawn


@dataclass(frozen=True, slots=True)
class _Kept:
    pieces: tuple[Piece, ...]
    place: QRectF
    drawn: list[Drawn]


def _placed(geometry: Geometry, paragraph: Paragraph, pieces: Iterable[Piece]) -> list[Drawn]:
    right_to_left = paragraph.block.textDirection() == Qt.LayoutDirection.RightToLeft
    corner = paragraph.place.topLeft()
    drawn = []
    for piece in pieces:
        rects = geometry.rects(paragraph, piece)
        if rects:
            moved = tuple([rect.translated(corner) for rect in rects])
            top, bottom = moved[0].top(), moved[-1].bottom()
            drawn.append(Drawn(piece.mark, piece, moved, top, bottom, right_to_left))
    return drawn
