"""Sentences and words of a text, told by punctuation alone: nothing has to be parsed for them."""

import re
import unicodedata

from annotator.domain import Span
from annotator.domain.words import word_at

SENTENCE_END = re.compile("[.!?…][\"'”\u2019»)\\]]*\\s+|\n")
_TITLES = "Mr|Mrs|Ms|Dr|Prof|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
_ABBREVIATED = re.compile(rf"\b(?:[A-Z]|{_TITLES})\.$")
_LONGEST_TITLE = 6
_BULLET = re.compile(r"\s*(?:[*•‣▪–-]\s+)?")
_ENDS_ONE = re.compile("[.!?…][\"'”\u2019»)\\]]*")
_LONGEST = 4_000
"""So many code points on either side are looked at for the end of a sentence."""


def sentence_at(text: str, point: int) -> Span:
    """The sentence around a code point, without the blanks at its ends and a bullet."""
    earliest, latest = max(0, point - _LONGEST), min(len(text), point + _LONGEST)
    ends = [found.end() for found in _ends(text, earliest, latest)]
    start = max((end for end in ends if end <= point), default=earliest)
    stop = min((end for end in ends if end > point), default=latest)
    return _trimmed(text, start, stop)


def paragraph_at(text: str, point: int) -> Span:
    """The paragraph around a code point, without the blanks at its ends."""
    end = text.find("\n", point)
    return _trimmed(text, text.rfind("\n", 0, point) + 1, len(text) if end < 0 else end)


def moved(text: str, span: Span, *, start: int = 0, stop: int = 0) -> Span:
    """The span with its ends moved by so many words, back where negative; a word stays in it."""
    first, last = span.start, span.stop
    for _step in range(abs(start)):
        first = _next_start(text, first) if start > 0 else _previous_start(text, first)
    for _step in range(abs(stop)):
        last = _next_stop(text, last) if stop > 0 else _previous_stop(text, last)
    if first >= last or not any(map(_is_of_a_word, text[first:last])):
        return span
    return Span(first, last)


def _ends(text: str, start: int, stop: int) -> list[re.Match[str]]:
    """The ends of sentences between two code points; those of abbreviations are none."""
    found = SENTENCE_END.finditer(text, start, stop)
    return [end for end in found if not _is_abbreviated(text, end.start() + 1)]


def _is_abbreviated(text: str, stop: int) -> bool:
    return _ABBREVIATED.search(text[max(0, stop - _LONGEST_TITLE) : stop]) is not None


def _trimmed(text: str, start: int, stop: int) -> Span:
    bullet = _BULLET.match(text, start, stop)
    start = bullet.end() if bullet else start
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)


def _next_start(text: str, at: int) -> int:
    point = max(at, word_at(text, at).stop)
    while point < len(text) and not _is_of_a_word(text[point]):
        point += 1
    return point if point < len(text) else at


def _previous_start(text: str, at: int) -> int:
    point = at - 1
    while point >= 0 and not _is_of_a_word(text[point]):
        point -= 1
    return word_at(text, point).start if point >= 0 else at


def _next_stop(text: str, at: int) -> int:
    closing = _ENDS_ONE.match(text, at)
    if closing is not None:
        return closing.end()
    point = at
    while point < len(text) and not _is_of_a_word(text[point]):
        point += 1
    return word_at(text, point).stop if point < len(text) else at


def _previous_stop(text: str, at: int) -> int:
    point = at - 1
    if point >= 0 and _is_of_a_word(text[point]):
        point = word_at(text, point).start - 1
    while point >= 0 and not _is_of_a_word(text[point]):
        point -= 1
    return point + 1


def _is_of_a_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")
