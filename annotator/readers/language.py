"""The language of a text by its function words or its script, in some microseconds."""

import re
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
    known, by_language = _words()
    found = known.intersection(sample.lower().split())
    hits = {code: found & own for code, own in by_language.items()}
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


@cache
def _words() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """All function words, and those of each language."""
    lists: dict[str, str] = load("language")["words"]
    words = {code: frozenset(line.split()) for code, line in lists.items()}
    return frozenset().union(*words.values()), words


@cache
def _scripts() -> dict[str, "re.Pattern[str]"]:
    """What finds the letters of each script."""
    letters: dict[str, str] = load("language")["letters"]
    return {code: re.compile(f"[{ranges}]") for code, ranges in letters.items()}
