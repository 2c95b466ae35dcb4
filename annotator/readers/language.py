"""The language of a text by its function words or its script, in some microseconds."""

import re
from dataclasses import dataclass
from functools import cache

from annotator.readers.patterns import load

_SAMPLE = 600
_SHORT_SAMPLE = 300
_LEAST_WORDS = 3
_LEAST_SHARE = 0.3
_JAPANESE_SHARE = 0.05
_PLAIN_SHARE = 0.9
_FEW_WORDS = 20
_LEAST_WORD_SHARE = 0.08


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language that `text` begins in, or nothing when unsure."""
    certain = _certain(_function_words(text[:_SHORT_SAMPLE]))
    if certain:
        return certain
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _by_words(sample)
    return _by_words(sample) or _by_script(sample)


def may_be(text: str, code: str) -> bool:
    """Whether a text of which nothing is sure may be in a language of the Latin alphabet.

    Some words, as a headline or a list has them, may be; longer texts must have function words.
    """
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    if sum(map(str.isascii, letters)) < _PLAIN_SHARE * len(letters):
        return False
    words = text[:_SAMPLE].lower().split()
    counts = {
        each: sum(word in own for word in words) for each, own in _words().by_language.items()
    }
    if len(words) < _FEW_WORDS:
        return counts[code] == max(counts.values())
    return counts[code] >= max(_LEAST_WORD_SHARE * len(words), *counts.values())


def _by_words(sample: str) -> str:
    found = _function_words(sample)
    return _certain(found) or _likeliest(found)


def _function_words(sample: str) -> frozenset[str]:
    return _words().known.intersection(sample.lower().split())


def _certain(found: frozenset[str]) -> str:
    """The language whose words prevail whatever the others have; tells most texts at once."""
    words = _words()
    for code, own in words.by_language.items():
        count = len(found & own)
        if count - 2 * (len(found) - count) > words.most_shared[code]:
            return code
    return ""


def _likeliest(found: frozenset[str]) -> str:
    hits = {code: found & own for code, own in _words().by_language.items()}
    best = max(hits, key=lambda code: len(hits[code]))
    count = len(hits[best])
    if count < _LEAST_WORDS:
        return ""
    rivals = [own for code, own in hits.items() if code != best and len(own) * 2 >= count]
    return "" if any(_is_close(hits[best], rival) for rival in rivals) else best


def _is_close(best: frozenset[str], rival: frozenset[str]) -> bool:
    """Whether the words that only one of two languages has leave it open which one it is."""
    return len(best - rival) <= 2 * len(rival - best)


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


@dataclass(frozen=True, slots=True)
class _Words:
    """All function words, those of each language, and how many it shares with one other at most."""

    known: frozenset[str]
    by_language: dict[str, frozenset[str]]
    most_shared: dict[str, int]


@cache
def _words() -> _Words:
    lists: dict[str, str] = load("language")["words"]
    words = {code: frozenset(line.split()) for code, line in lists.items()}
    shared = {
        code: max(_LEAST_WORDS, *(len(own & words[other]) for other in words if other != code))
        for code, own in words.items()
    }
    return _Words(frozenset().union(*words.values()), words, shared)


@cache
def _scripts() -> dict[str, "re.Pattern[str]"]:
    """What finds the letters of each script."""
    letters: dict[str, str] = load("language")["letters"]
    return {code: re.compile(f"[{ranges}]") for code, ranges in letters.items()}
