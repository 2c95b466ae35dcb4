"""Marks by paragraph: adding, asking what lies at a point and painting all stay local."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from annotator.ui.article_view.mark import Layer, Mark

TOP_LANE = 2


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """The part of a mark inside one paragraph: local code points; `opens` with its start.

    `lane` keeps overlapping pieces of one shape apart; the first, 0, is taken by accepted marks.
    """

    mark: Mark
    start: int
    stop: int
    opens: bool
    closes: bool
    lane: int = 0


class Index:
    """Marks clipped into buckets, one a paragraph."""

    def __init__(self, starts: Sequence[int], length: int) -> None:
        self._starts = starts
        self._length = length
        self._marks: dict[Hashable, Mark] = {}
        self._buckets: dict[int, list[Mark]] = {}
        self._pieces: dict[int, tuple[Piece, ...]] = {}

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks.values())

    def get(self, key: Hashable) -> Mark | None:
        """The mark with that key."""
        return self._marks.get(key)

    def replace(self, marks: Iterable[Mark]) -> None:
        """Hold these marks instead; only paragraphs in which something differs are touched."""
        wanted = {mark.key: mark for mark in marks}
        for key, mark in list(self._marks.items()):
            new = wanted.get(key)
            if new is not mark and new != mark:
                self.remove(key)
        for key, mark in wanted.items():
            if key not in self._marks:
                self.add(mark)

    def add(self, mark: Mark) -> None:
        """Hold one more mark; one with the same key makes way for it."""
        self.remove(mark.key)
        self._marks[mark.key] = mark
        for paragraph in self._paragraphs(mark):
            self._buckets.setdefault(paragraph, []).append(mark)
            self._pieces.pop(paragraph, None)

    def remove(self, key: Hashable) -> None:
        """Forget the mark with that key, if there is one."""
        mark = self._marks.pop(key, None)
        if mark is None:
            return
        for paragraph in self._paragraphs(mark):
            self._buckets[paragraph].remove(mark)
            self._pieces.pop(paragraph, None)

    def at(self, point: int) -> list[Mark]:
        """The marks that cover that code point, shortest first."""
        paragraph = bisect_right(self._starts, point) - 1
        found = [
            mark
            for mark in self._buckets.get(paragraph, ())
            if mark.span.start <= point < mark.span.stop
        ]
        return shortest_first(found)

    def pieces(self, paragraph: int) -> tuple[Piece, ...]:
        """What is to be drawn in that paragraph, in the order of the text, with lanes."""
        if paragraph not in self._buckets:
            return ()
        if paragraph not in self._pieces:
            self._pieces[paragraph] = self._clipped(paragraph)
        return self._pieces[paragraph]

    def _clipped(self, paragraph: int) -> tuple[Piece, ...]:
        begin, end = self._bounds(paragraph)
        ordered = sorted(
            self._buckets[paragraph], key=lambda m: (m.pending, m.span.start, -m.span.stop)
        )
        lanes: dict[Layer, list[list[tuple[int, int]]]] = {}
        pieces = []
        for mark in ordered:
            start, stop = max(mark.span.start, begin), min(mark.span.stop, end)
            if start >= stop:
                continue
            shape = Layer.STATEMENTS if mark.is_tinted else mark.layer
            lane = _free_lane(lanes.setdefault(shape, []), start, stop)
            opens, closes = mark.span.start >= begin, mark.span.stop <= end
            pieces.append(Piece(mark, start - begin, stop - begin, opens, closes, lane))
        return tuple(sorted(pieces, key=attrgetter("start")))

    def _bounds(self, paragraph: int) -> tuple[int, int]:
        following = paragraph + 1
        last = following == len(self._starts)
        return self._starts[paragraph], self._length if last else self._starts[following] - 1

    def _paragraphs(self, mark: Mark) -> range:
        first = bisect_right(self._starts, mark.span.start) - 1
        final = bisect_right(self._starts, max(mark.span.start, mark.span.stop - 1)) - 1
        return range(first, final + 1)


def shortest_first(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in the order in which a click means them."""
    return sorted(marks, key=lambda mark: (len(mark.span), mark.span.start))


def _free_lane(lanes: list[list[tuple[int, int]]], start: int, stop: int) -> int:
    for number, taken in enumerate(lanes):
        place = bisect_left(taken, (start, start))
        after_previous = place == 0 or taken[place - 1][1] <= start
        before_next = place == len(taken) or taken[place][0] >= stop
        if number == TOP_LANE or (after_previous and before_next):
            taken.insert(place, (start, stop))
            return number
    lanes.append([(start, stop)])
    return len(lanes) - 1
