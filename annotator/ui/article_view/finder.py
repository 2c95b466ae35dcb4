"""Finding words in the article on show."""

import re

from annotator.domain import Span
from annotator.ui.article_view.index import Index
from annotator.ui.article_view.mark import Layer, Mark
from annotator.ui.article_view.positions import Positions


class Finder:
    """The places that hold what was searched for, and which of them is current."""

    def __init__(self, text: str, positions: Positions) -> None:
        self._text = text
        self._starts = positions.starts
        self._found: list[Span] = []
        self.hits = Index(self._starts, len(text))
        self.current = -1

    def search(self, query: str) -> int:
        """Find all places, in any case and over any blanks; how many there are."""
        self._found = occurrences(self._text, query)
        self.hits = Index(self._starts, len(self._text))
        self.hits.replace(
            Mark(number, span, Layer.STATEMENTS, "", "") for number, span in enumerate(self._found)
        )
        self.current = -1
        return len(self._found)

    def first_from(self, point: int) -> Span | None:
        """The first place at or after a code point, else the first of all; it becomes current."""
        if not self._found:
            return None
        later = (number for number, span in enumerate(self._found) if span.start >= point)
        self.current = next(later, 0)
        return self._found[self.current]

    def step(self, by: int) -> Span | None:
        """The place so many further on, round the end; it becomes current."""
        if not self._found:
            return None
        self.current = (self.current + by) % len(self._found)
        return self._found[self.current]


def occurrences(text: str, query: str) -> list[Span]:
    """Where `text` holds the words of `query`, in any case and with any blanks between them."""
    words = [re.escape(word) for word in query.split()]
    if not words:
        return []
    pattern = re.compile(r"\s+".join(words), re.IGNORECASE)
    return [Span(*match.span()) for match in pattern.finditer(text)]
