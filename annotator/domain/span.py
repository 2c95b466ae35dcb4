"""Half-open ranges of Unicode code points in an article's text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `stop` (exclusive) of an article's text.

    Raises ValueError for a negative start or a stop before the start.
    """

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"not a span: {self.start} to {self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def quote(self, text: str) -> str:
        """The stretch of `text` that this span covers."""
        return text[self.start : self.stop]

    def overlaps(self, other: Self) -> bool:
        """Whether both share at least one code point."""
        return self.start < other.stop and other.start < self.stop

    def shared(self, other: Self) -> int:
        """How many code points both cover."""
        return max(0, min(self.stop, other.stop) - max(self.start, other.start))

    def speaks_of(self, other: Self) -> bool:
        """Whether both share at least half of the shorter one, as annotation and sentence do."""
        shorter = min(len(self), len(other))
        return shorter > 0 and 2 * self.shared(other) >= shorter

    def contains(self, other: Self) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.stop <= self.stop

    def moved(self, by: int) -> Self:
        """The same length, `by` code points further on."""
        return type(self)(self.start + by, self.stop + by)


class Cover:
    """Which of the first `length` code points of a text lie in some spans."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._covered = bytearray(length)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """Cover this span too."""
        stop = min(span.stop, len(self._covered))
        self._covered[span.start : stop] = b"\1" * (stop - span.start)

    def touches(self, span: Span) -> bool:
        """Whether a code point of this span is covered."""
        return self._covered.find(1, span.start, span.stop) >= 0


def anchor(text: str, quote: str, near: int) -> Span | None:
    """The occurrence of `quote` in `text` that starts closest to `near`, or None."""
    if not quote:
        return None
    before = text.rfind(quote, 0, near + len(quote))
    after = text.find(quote, near)
    found = [start for start in (before, after) if start >= 0]
    if not found:
        return None
    start = min(found, key=lambda position: abs(position - near))
    return Span(start, start + len(quote))
