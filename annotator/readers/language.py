"""The language of a text by its function words or its script, in some microseconds."""

import re
from collections import Counter
from functools import cache

from annotator.readers.patterns import load

_SAMPLE = 600
_LEAST_WORDS = 3
_LEAST_SHARE = 0.3
_JAPANESE_SHARE = 0.05


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language that `text` begins in, or nothing when unsure."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _by_words(sample)
    return _by_words(sample) or _by_script(sample)


def _by_words(sample: str) -> str:
    languages, known = _words()
    found = known.intersection(sample.lower().split())
    counts = Counter([language for word in found for language in languages[word]])
    best = max(counts, key=lambda language: counts[language], default="")
    if counts[best] < _LEAST_WORDS:
        return ""
    rivals = [other for other in counts if other != best and counts[other] * 2 >= counts[best]]
    return "" if any(_is_close(best, other, found) for other in rivals) else best


def _is_close(best: str, other: str, found: frozenset[str]) -> bool:
    """Whether the words that only one of two languages has leave it open which one it is."""
    languages, _known = _words()
    ours = sum(other not in languages[word] for word in found if best in languages[word])
    theirs = sum(best not in languages[word] for word in found if other in languages[word])
    return ours <= 2 * theirs


def _by_script(sample: str) -> str:
    letters = sum(map(str.isalpha, sample))
    shares = {
        code: len(pattern.findall(sample)) / (letters or 1) for code, pattern in _scripts().items()
    }
    if shares["ja"] > _JAPANESE_SHARE and shares["ja"] + shares["zh"] > _LEAST_SHARE:
        return "ja"
    code = max(shares, key=lambda script: shares[script])
    foreign = load("language")["foreign"].get(code, "")
    if shares[code] < _LEAST_SHARE or not set(foreign).isdisjoint(sample.lower()):
        return ""
    return code


@cache
def _words() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """The languages that use each function word, and all of these words."""
    lists: dict[str, str] = load("language")["words"]
    words = {code: set(line.split()) for code, line in lists.items()}
    known = frozenset().union(*words.values())
    return {word: tuple(code for code in words if word in words[code]) for word in known}, known


@cache
def _scripts() -> dict[str, "re.Pattern[str]"]:
    """What finds the letters of each script."""
    letters: dict[str, str] = load("language")["letters"]
    return {code: re.compile(f"[{ranges}]") for code, ranges in letters.items()}
