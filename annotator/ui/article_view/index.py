"""Marks by paragraph: adding, asking what lies at a point and painting all stay local."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from operator import attrgetter, sub
from typing import NamedTuple

from annotator.ui.article_view.mark import Layer, Mark
from annotator.ui.article_view.positions import Positions

LANES = 6
_FEW = 64


class Piece(NamedTuple):
    """The part of a mark inside one paragraph: local code points; `opens` with its start.

    `lane` keeps overlapping pieces of one shape apart; the first, 0, is taken by accepted marks.
    `depth` is how many lanes that shape needs in the paragraph.
    """

    mark: Mark
    start: int
    stop: int
    opens: bool
    closes: bool
    lane: int
    depth: int


_Lanes = list[list[tuple[int, int]]]


class Index:
    """Marks by paragraph; `counts` tells how many each layer has.

    What lies in a paragraph is looked for when it is first asked for, so that it costs next to
    nothing to hold very many marks.
    """

    def __init__(self, positions: Positions) -> None:
        self._positions = positions
        self._marks: dict[Hashable, Mark] = {}
        self._buckets: dict[int, list[Mark]] = {}
        self._pieces: dict[int, tuple[Piece, ...]] = {}
        self.counts: Counter[Layer] = Counter()
        self._hold_all({})

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks.values())

    def get(self, key: Hashable) -> Mark | None:
        """The mark with that key."""
        return self._marks.get(key)

    def replace(self, marks: Iterable[Mark]) -> None:
        """Hold these marks instead; where few of them differ, only their paragraphs are touched."""
        wanted = {mark.key: mark for mark in marks}
        if not self._marks:
            self._hold_all(wanted)
            return
        old = [key for key, mark in self._marks.items() if _differ(mark, wanted.get(key))]
        new = [mark for key, mark in wanted.items() if _differ(mark, self._marks.get(key))]
        if len(old) + len(new) > _FEW:
            self._hold_all(wanted)
            return
        for key in old:
            self.remove(key)
        for mark in new:
            self.add(mark)

    def add(self, mark: Mark) -> None:
        """Hold one more mark; one with the same key makes way for it."""
        self.remove(mark.key)
        self._marks[mark.key] = mark
        self.counts[mark.counted_on] += 1
        for paragraph in self._paragraphs(mark):
            self._bucket(paragraph).append(mark)
            self._pieces.pop(paragraph, None)

    def remove(self, key: Hashable) -> None:
        """Forget the mark with that key, if there is one."""
        mark = self._marks.get(key)
        if mark is None:
            return
        for paragraph in self._paragraphs(mark):
            self._bucket(paragraph).remove(mark)
            self._pieces.pop(paragraph, None)
        self.counts[mark.counted_on] -= 1
        del self._marks[key]

    def at(self, point: int) -> list[Mark]:
        """The marks that cover that code point, shortest first."""
        paragraph = self._positions.paragraph_at(point)
        found = [
            mark for mark in self._bucket(paragraph) if mark.span.start <= point < mark.span.stop
        ]
        return shortest_first(found)

    def pieces(self, paragraph: int) -> tuple[Piece, ...]:
        """What is to be drawn in that paragraph, in the order of the text, with lanes."""
        if paragraph not in self._pieces:
            self._pieces[paragraph] = self._clipped(paragraph)
        return self._pieces[paragraph]

    def _clipped(self, paragraph: int) -> tuple[Piece, ...]:
        begin, end = self._positions.starts[paragraph], self._positions.stops[paragraph]
        ordered = sorted(
            self._bucket(paragraph), key=lambda m: (m.pending, m.span.start, -m.span.stop)
        )
        lanes: dict[Layer, _Lanes] = {}
        placed = []
        for mark in ordered:
            start, stop = max(mark.span.start, begin), min(mark.span.stop, end)
            if start < stop:
                shape = lanes.setdefault(mark.shape, [])
                placed.append((mark, start, stop, _free_lane(shape, start, stop), shape))
        pieces = (
            Piece(
                mark=mark,
                start=start - begin,
                stop=stop - begin,
                opens=mark.span.start >= begin,
                closes=mark.span.stop <= end,
                lane=lane,
                depth=len(shape),
            )
            for mark, start, stop, lane, shape in placed
        )
        return tuple(sorted(pieces, key=attrgetter("start")))

    def _hold_all(self, marks: dict[Hashable, Mark]) -> None:
        self._marks = marks
        self._buckets.clear()
        self._pieces.clear()
        self._sorted = sorted(marks.values(), key=attrgetter("span.start"))
        self._starts = [mark.span.start for mark in self._sorted]
        stops = [mark.span.stop for mark in self._sorted]
        self._longest = max(map(sub, stops, self._starts), default=0)
        self.counts = Counter([mark.layer for mark in self._sorted if not mark.pending])
        self.counts[Layer.SUGGESTIONS] += len(marks) - self.counts.total()

    def _bucket(self, paragraph: int) -> list[Mark]:
        if paragraph not in self._buckets:
            begin, end = self._positions.starts[paragraph], self._positions.stops[paragraph]
            first = bisect_right(self._starts, begin - self._longest)
            near = self._sorted[first : bisect_left(self._starts, end, first)]
            self._buckets[paragraph] = [mark for mark in near if mark.span.stop > begin]
        return self._buckets[paragraph]

    def _paragraphs(self, mark: Mark) -> range:
        first = bisect_right(self._positions.stops, mark.span.start)
        return range(first, bisect_left(self._positions.starts, mark.span.stop))


def shortest_first(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in the order in which a click means them."""
    return sorted(marks, key=lambda mark: (len(mark.span), mark.span.start))


def _free_lane(lanes: _Lanes, start: int, stop: int) -> int:
    for number, taken in enumerate(lanes):
        place = bisect_left(taken, (start, start))
        after_previous = place == 0 or taken[place - 1][1] <= start
        before_next = place == len(taken) or taken[place][0] >= stop
        if number == LANES - 1 or (after_previous and before_next):
            taken.insert(place, (start, stop))
            return number
    lanes.append([(start, stop)])
    return len(lanes) - 1


def _differ(mark: Mark, other: Mark | None) -> bool:
    return mark is not other and mark != other
