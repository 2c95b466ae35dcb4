"""Days as news writes them; what could be two different days is not known."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from annotator.readers.patterns import load

_YEARS = range(1800, 2200)
_MONTHS = 12
_LONGEST_DATE = 60
_WORDS = re.compile(r"[^\W\d_]+")
_ISO = re.compile(r"(?<![\d.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d-])")
_DAY_FIRST = re.compile(
    r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[\s-](?:(?:de|of|di|d[’'])\s)?"
    r"([^\W\d_]{3,10})\.?,?[\s-](?:(?:de|del|of)\s)?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")


def find_date(text: str) -> date | None:
    """The first day that `text` names in full and in one way only."""
    if not any(map(str.isdigit, text)):
        return None
    found = sorted(_found(text))
    return found[0][1] if found else None


def parse_date(value: str) -> date | None:
    """The day that a field of a corpus or a front matter holds."""
    compact = _COMPACT.fullmatch(value.strip())
    if compact:
        return _day(*map(int, compact.groups()))
    return find_date(value)


def is_only_a_date(text: str) -> bool:
    """Whether nothing but a day, perhaps with weekday and time, stands in `text`."""
    if len(text) > _LONGEST_DATE:
        return False
    rest = _without_dates(text)
    return rest != text and _around().issuperset(_WORDS.findall(rest.lower()))


def without_date(text: str) -> str:
    """The same text without days, as in “Reuters, 3 May 2024”."""
    rest = _without_dates(text)
    return rest.strip(" ,;:|()–—-•·") if rest != text else text


def _found(text: str) -> Iterator[tuple[int, date]]:
    """Where days stand in `text`, and which."""
    for match in _ISO.finditer(text):
        yield from _at(match, match[1], match[3], match[4])
    for match in _EAST_ASIAN.finditer(text):
        yield from _at(match, match[1], match[2], match[3])
    for match in _DAY_FIRST.finditer(text):
        yield from _at(match, match[3], _month(match[2]), match[1])
    for match in _MONTH_FIRST.finditer(text):
        yield from _at(match, match[3], _month(match[1]), match[2])
    for match in _NUMERIC.finditer(text):
        yield from _at(match, match[4], *_month_and_day(int(match[1]), int(match[3])))


def _at(
    match: re.Match[str], year: str, month: str | int, day: str | int
) -> Iterator[tuple[int, date]]:
    found = _day(int(year), int(month), int(day))
    if found:
        yield match.start(), found


def _month_and_day(first: int, second: int) -> tuple[int, int]:
    """Month and day of a numeric date, or zeros when either order makes sense."""
    if first == second or (second > _MONTHS >= first):
        return first, second
    return (second, first) if first > _MONTHS else (0, 0)


def _day(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """1 to 12, or 0 for a word that is no month."""
    return _months().get(name.lower(), 0)


@cache
def _months() -> dict[str, int]:
    names: dict[str, list[str]] = load("metadata")["months"]
    return {
        word: number
        for months in names.values()
        for number, words in enumerate(months, start=1)
        for word in words.split()
    }


@cache
def _around() -> frozenset[str]:
    """Weekdays and words of the time of day."""
    return frozenset(load("metadata")["around_dates"]["words"].split())


def _without_dates(text: str) -> str:
    if not any(map(str.isdigit, text)):
        return text
    for pattern in (_ISO, _EAST_ASIAN, _DAY_FIRST, _MONTH_FIRST, _NUMERIC):
        text = pattern.sub(lambda match: "" if list(_found(match[0])) else match[0], text)
    return text
