"""The one place where code points become positions of a QTextDocument, and back.

Qt counts UTF-16 units: a character beyond U+FFFF takes two, all others one. Lines without text are
left out of the document, for paragraphs are set apart by their margins.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, compress, count
from operator import add

_REFUSED = re.compile("[\r\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Paragraphs of a text and the way between its code points and Qt's positions.

    Paragraphs are the lines that hold text, each from one of `starts` to one of `stops`; what lies
    between two of them belongs to the first. `shown` is what the document holds.
    """

    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        begins = accumulate((len(line) + 1 for line in lines), initial=0)
        self.starts = list(compress(begins, lines)) or [0]
        paragraphs = list(filter(None, lines))
        units = list(map(len, paragraphs)) or [0]
        self.stops: list[int] = list(map(add, self.starts, units))
        self.shown = _displayable("\n".join(paragraphs))
        self._wide: dict[int, list[int]] = {}
        for paragraph, local in self._wide_characters(text):
            self._wide.setdefault(paragraph, []).append(local)
            units[paragraph] += 1
        self._qt_starts: list[int] = list(map(add, accumulate(units[:-1], initial=0), count()))

    def _wide_characters(self, text: str) -> Iterator[tuple[int, int]]:
        if text.isascii():
            return
        for match in _BEYOND_BMP.finditer(text):
            paragraph = self.paragraph_at(match.start())
            yield paragraph, match.start() - self.starts[paragraph]

    def paragraph_at(self, point: int) -> int:
        """The paragraph in which that code point lies; a line end belongs to the one before it."""
        return max(0, bisect_right(self.starts, point) - 1)

    def to_local(self, paragraph: int, local: int) -> int:
        """Qt's position within the paragraph of the code point at `local`."""
        wide = self._wide.get(paragraph)
        return local + bisect_left(wide, local) if wide else local

    def from_local(self, paragraph: int, position: int) -> int:
        """The code point within the paragraph at Qt's position; of a pair of units, the first."""
        wide = self._wide.get(paragraph)
        if not wide:
            return position
        pairs = range(len(wide))
        return position - bisect_left(pairs, position, key=lambda pair: wide[pair] + pair)

    def within(self, point: int) -> tuple[int, int]:
        """The paragraph of that code point, clipped to its text, and Qt's position in it."""
        paragraph = self.paragraph_at(point)
        start, stop = self.starts[paragraph], self.stops[paragraph]
        return paragraph, self.to_local(paragraph, min(max(point, start), stop) - start)

    def to_qt(self, point: int) -> int:
        """Qt's position in the document of that code point, clipped to its paragraph."""
        paragraph, unit = self.within(point)
        return self._qt_starts[paragraph] + unit

    def from_qt(self, position: int) -> int:
        """The code point at Qt's position in the document."""
        paragraph = bisect_right(self._qt_starts, position) - 1
        local = self.from_local(paragraph, position - self._qt_starts[paragraph])
        return min(self.starts[paragraph] + local, self.stops[paragraph])


def _displayable(text: str) -> str:
    """The text with what Qt takes for paragraph ends, objects or nonsense replaced one to one."""
    if text.isascii():
        return text.replace("\r", "\ufffd")
    return _REFUSED.sub("\ufffd", text)
