"""Finding in the article on show: what the articles were searched for, or words as written."""

import re
import unicodedata

from annotator.domain import Span
from annotator.ui.article_view.index import Index
from annotator.ui.article_view.mark import Layer, Mark
from annotator.ui.article_view.positions import Positions

_TERMS = re.compile(r'"[^"]*"|\S+')
_PARTS = re.compile(r"[^\W_]+")
_ACCENTS = "[\u0300-\u036f]*"
_BETWEEN = r"[\W_]+"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"


class Finder:
    """The places that hold what was searched for, and which of them is current."""

    def __init__(self, text: str, positions: Positions) -> None:
        self._text = text
        self._positions = positions
        self.found: list[Span] = []
        self.hits = Index(positions)
        self.current = -1

    def search(self, query: str) -> int:
        """Find all places; how many there are."""
        self._take(occurrences(self._text, query))
        return len(self.found)

    def look_for(self, words: str, start: int) -> int:
        """Find all places with just these words; the next step leads to the first from `start` on.

        How many there are.
        """
        self._take(places(self._text, words))
        before = sum(span.start < start for span in self.found)
        self.current = before - 1 if before < len(self.found) else -1
        return len(self.found)

    @property
    def place(self) -> tuple[int, int]:
        """The number of the current place, counted from 1, and how many there are."""
        return self.current + 1, len(self.found)

    def point_at(self, span: Span) -> None:
        """Take this place for all that was found, and for the current one."""
        self._take([span] if span else [])
        self.step(1)

    def step(self, by: int) -> Span | None:
        """The place so many further on, round the end; it becomes current."""
        if not self.found:
            return None
        self.current = (self.current + by) % len(self.found)
        return self.found[self.current]

    def _take(self, found: list[Span]) -> None:
        self.found = found
        self.hits = Index(self._positions)
        self.hits.replace(
            Mark(number, span, Layer.STATEMENTS, "", "") for number, span in enumerate(found)
        )
        self.current = -1


def occurrences(text: str, query: str) -> list[Span]:
    """Where `text` holds words of a search, read as the search of the articles reads them.

    Words and "phrases" count in any case, with any accents; the last word also as the beginning
    of a word; -excluded ones not at all.
    """
    patterns = _patterns(query)
    if not patterns:
        return []
    anywhere = re.compile("|".join(patterns), re.IGNORECASE)
    return [Span(*match.span()) for match in anywhere.finditer(_without_accents(text))]


def places(text: str, words: str) -> list[Span]:
    """Where `text` holds these words as typed, in any case, with any accents and blanks."""
    parts = re.sub(_ACCENTS, "", _without_accents(words)).split()
    letters = ("".join(re.escape(letter) + _ACCENTS for letter in part) for part in parts)
    pattern = r"\s+".join(letters)
    if not pattern:
        return []
    found = re.finditer(pattern, _without_accents(text), re.IGNORECASE)
    return [Span(*match.span()) for match in found]


def _patterns(query: str) -> list[str]:
    terms = _TERMS.findall(query)
    wanted = [term for term in terms if not (term.startswith("-") and len(term) > 1)]
    patterns = [_pattern(term) for term in wanted if _PARTS.search(term)]
    is_open = len(wanted) == len(terms) and not query.endswith((" ", '"'))
    closed = [f"{pattern}{_NO_LETTER_AFTER}" for pattern in patterns]
    return [*closed[:-1], patterns[-1]] if patterns and is_open else closed


def _pattern(term: str) -> str:
    parts = _PARTS.findall(re.sub(_ACCENTS, "", _without_accents(term)))
    words = ("".join(f"{letter}{_ACCENTS}" for letter in part) for part in parts)
    return _NO_LETTER_BEFORE + _BETWEEN.join(words)


def _without_accents(text: str) -> str:
    # a letter stays one code point, so that what is found lies where it lies in the text
    return text if text.isascii() else "".join(map(_base, text))


def _base(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    return parts[0] if all(map(unicodedata.combining, parts[1:])) else letter
