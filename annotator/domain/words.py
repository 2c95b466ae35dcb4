"""Where words begin and end: for selections, and for finding the same words elsewhere."""

import re
import unicodedata
from collections.abc import Iterator

from annotator.domain.span import Span

_UNSPACED_LETTERS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_UNSPACED = re.compile(f"[{_UNSPACED_LETTERS}]")
WORD = re.compile(f"[{_UNSPACED_LETTERS}]|[^\\W{_UNSPACED_LETTERS}]+")
"""One word; where words are written without blanks, one letter."""
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_JOINERS = frozenset("'-.,_&@/+" + _APOSTROPHE + "\N{NON-BREAKING HYPHEN}")
_BLANK = re.compile("[\\s\u200b\u2060\ufeff\ufffc]")
_QUOTE_PAIRS = (
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}",
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}",
    "\N{SINGLE LOW-9 QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}",
    "«»",
    "「」",
    '""',
    "''",
)
_QUOTES = {pair[0]: pair[1] for pair in _QUOTE_PAIRS}
_QUOTE_MARKS = frozenset(_QUOTES) | frozenset(_QUOTES.values())
_POSSESSIVE = re.compile(f"['{_APOSTROPHE}][sS]$")


def snapped(text: str, span: Span) -> Span:
    """The span with both ends moved out of words; an empty span stays empty."""
    if not span:
        return span
    start, stop = span.start, span.stop
    while is_inside_word(text, start):
        start -= 1
    while is_inside_word(text, stop):
        stop += 1
    return Span(start, stop)


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks at its ends and without quotes that open or close outside it."""
    start, stop = span.start, span.stop
    while True:
        before = (start, stop)
        while start < stop and _BLANK.match(text[start]):
            start += 1
        while start < stop and _BLANK.match(text[stop - 1]):
            stop -= 1
        start, stop = _without_outer_quotes(text, start, stop)
        if (start, stop) == before:
            return Span(start, stop)


def word_at(text: str, point: int) -> Span:
    """The word around a code point, hyphens and inner apostrophes included, possessives not."""
    if not 0 <= point < len(text) or _BLANK.match(text[point]):
        return Span(point, point)
    start, stop = point, point + 1
    while start > 0 and _of_one_word(text, start):
        start -= 1
    while stop < len(text) and _of_one_word(text, stop):
        stop += 1
    possessive = _POSSESSIVE.search(text, start, stop)
    if possessive and start < possessive.start() and point < possessive.start():
        stop = possessive.start()
    return Span(start, stop)


def occurrences(text: str, words: str, *, any_case: bool = False) -> Iterator[Span]:
    """Where these words stand in a text, and not as a part of longer ones; blanks are alike."""
    parts = words.split()
    if not parts:
        return
    case = re.IGNORECASE if any_case else re.NOFLAG
    for found in re.compile(r"\s+".join(map(re.escape, parts)), case).finditer(text):
        start, stop = found.span()
        if not (is_inside_word(text, start) or is_inside_word(text, stop)):
            yield Span(start, stop)


def first_word(words: str) -> str:
    """The first word, or "" where there is no letter; of an unspaced script its first letter."""
    found = WORD.search(words)
    return found[0] if found else ""


def has_unspaced(words: str) -> bool:
    """Whether letters of a script that writes words without blanks are among these words."""
    return _UNSPACED.search(words) is not None


def is_inside_word(text: str, border: int) -> bool:
    """Whether what stands before and behind a code point belongs to one word."""
    return 0 < border < len(text) and _hold_together(text[border - 1], text[border])


def _of_one_word(text: str, border: int) -> bool:
    left, right = text[border - 1], text[border]
    if _hold_together(left, right):
        return True
    if right in _JOINERS:
        return _is_letter(left) and border + 1 < len(text) and _is_letter(text[border + 1])
    return left in _JOINERS and _is_letter(right) and border > 1 and _is_letter(text[border - 2])


def _hold_together(left: str, right: str) -> bool:
    if _extends(right) or left == "\u200d":
        return not _BLANK.match(left)
    return _is_letter(left) and _is_letter(right)


def _is_letter(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char == "_"
    if _UNSPACED.match(char):
        return False
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _extends(char: str) -> bool:
    if char.isascii():
        return False
    return (
        char == "\u200d"
        or unicodedata.category(char)[0] == "M"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )


def _without_outer_quotes(text: str, start: int, stop: int) -> tuple[int, int]:
    if stop - start < 1 or not {text[start], text[stop - 1]} & _QUOTE_MARKS:
        return start, stop
    first, last = text[start], text[stop - 1]
    inner = text[start + 1 : stop - 1]
    if stop - start > 1 and _QUOTES.get(first) == last:
        alone = first not in inner and last not in inner
        return (start + 1, stop - 1) if alone else (start, stop)
    if first in _QUOTES and _QUOTES[first] not in text[start + 1 : stop]:
        return start + 1, stop
    if last in _QUOTES.values() and not _opened(text[start : stop - 1], last):
        return start, stop - 1
    return start, stop


def _opened(text: str, closing: str) -> bool:
    return any(close == closing and opening in text for opening, close in _QUOTES.items())


def plain(quote: str) -> str:
    """The words of a quote with one blank between them."""
    return " ".join(quote.split())


def folded(quote: str) -> str:
    """The same without a difference between capitals and small letters."""
    return plain(quote).casefold()
