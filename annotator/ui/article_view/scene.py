"""What is on show: pieces of marks with their places in the document."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt

from annotator.ui.article_view.geometry import Geometry
from annotator.ui.article_view.index import Index, Piece
from annotator.ui.article_view.mark import Layer, Mark

_SLACK = 12.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A piece and its rectangles, in coordinates of the document."""

    piece: Piece
    rects: tuple[QRectF, ...]
    right_to_left: bool

    @property
    def mark(self) -> Mark:
        """The mark it is a piece of."""
        return self.piece.mark

    @property
    def top(self) -> float:
        """Where its first line begins."""
        return self.rects[0].top()

    @property
    def bottom(self) -> float:
        """Where its last line ends."""
        return self.rects[-1].bottom()


@dataclass(slots=True)
class Visibility:
    """Which marks are to be seen: those of layers that are on, and always the current one."""

    layers: set[Layer] = field(default_factory=lambda: set(Layer))
    current: Hashable | None = None

    def shows(self, mark: Mark) -> bool:
        """Whether that mark is to be seen."""
        return mark.layers <= self.layers or self.is_current(mark)

    def is_current(self, mark: Mark) -> bool:
        """Whether that mark is the one to be emphasised."""
        return self.current is not None and mark.key == self.current


def drawn_between(
    geometry: Geometry, index: Index, visibility: Visibility, top: float, bottom: float
) -> list[Drawn]:
    """The visible pieces of all paragraphs that lie between two heights of the document."""
    found = []
    for paragraph, block, place in geometry.blocks(top - _SLACK, bottom + _SLACK):
        pieces = [piece for piece in index.pieces(paragraph) if visibility.shows(piece.mark)]
        if not pieces:
            continue
        start, stop = geometry.reach(paragraph, block, place, top, bottom)
        right_to_left = block.textDirection() == Qt.LayoutDirection.RightToLeft
        for piece in pieces:
            if piece.start >= stop or piece.stop <= start:
                continue
            rects = geometry.rects(paragraph, block, piece)
            moved = tuple(rect.translated(place.topLeft()) for rect in rects)
            if moved:
                found.append(Drawn(piece, moved, right_to_left))
    return found
