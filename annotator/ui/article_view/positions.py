"""The one place where code points become positions of a QTextDocument, and back.

Qt counts UTF-16 units: a character beyond U+FFFF takes two, all others one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

_REFUSED = re.compile("[\r\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")


def displayable(text: str) -> str:
    """The text with what Qt takes for paragraph ends, objects or nonsense replaced one to one."""
    return _REFUSED.sub("\ufffd", text)


class Positions:
    """Paragraphs of a text and the way between its code points and Qt's positions."""

    def __init__(self, text: str) -> None:
        lengths = [len(line) + 1 for line in text.split("\n")]
        self.length = len(text)
        self.starts = list(accumulate(lengths[:-1], initial=0))
        self._wide: dict[int, list[int]] = {}
        for paragraph, local in self._wide_characters(text):
            self._wide.setdefault(paragraph, []).append(local)
        self._qt_starts = self._shifted_starts() if self._wide else self.starts

    def _wide_characters(self, text: str) -> Iterator[tuple[int, int]]:
        if text.isascii():
            return
        for match in _BEYOND_BMP.finditer(text):
            paragraph = self.paragraph_at(match.start())
            yield paragraph, match.start() - self.starts[paragraph]

    def _shifted_starts(self) -> list[int]:
        before = accumulate(
            (len(self._wide.get(paragraph, ())) for paragraph in range(len(self.starts) - 1)),
            initial=0,
        )
        return [start + shift for start, shift in zip(self.starts, before, strict=True)]

    def paragraph_at(self, point: int) -> int:
        """The paragraph in which that code point lies; a line end belongs to the one before it."""
        return bisect_right(self.starts, point) - 1

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

    def to_qt(self, point: int) -> int:
        """Qt's position in the document of that code point, clipped to the text."""
        point = min(max(point, 0), self.length)
        paragraph = self.paragraph_at(point)
        return self._qt_starts[paragraph] + self.to_local(paragraph, point - self.starts[paragraph])

    def from_qt(self, position: int) -> int:
        """The code point at Qt's position in the document."""
        paragraph = bisect_right(self._qt_starts, position) - 1
        local = self.from_local(paragraph, position - self._qt_starts[paragraph])
        return min(self.starts[paragraph] + local, self.length)
