"""Days as news writes them; what could be two different days is not known."""

import re
from datetime import date
from functools import cache

from annotator.readers.patterns import load

_YEARS = range(1800, 2200)
_MONTHS = 12
_LONGEST_DATE = 60
_WORDS = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\d{4}")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_DAY = re.compile(
    # 2024-05-03
    r"(?<![\d.-])(?P<iso_year>\d{4})(?P<by>[-/.])(?P<iso_month>\d{1,2})(?P=by)(?P<iso_day>\d{1,2})(?!\d)"
    # 2024年5月3日
    r"|(?P<asian_year>\d{4})\s?[年년]\s?(?P<asian_month>\d{1,2})\s?[月월]\s?(?P<asian_day>\d{1,2})\s?[日일]"
    # 13.5.2024
    r"|(?<![\d./-])(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4})(?![\d-])"
    # 3rd of May 2024, 3. Mai 2024, 3 de mayo de 2024
    r"|(?<![\d.,])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[\s-](?:(?:de|of|di|d.)\s)?"
    r"(?P<month>[^\W\d_]{3,10})\.?,?[\s-](?:(?:de|del|of)\s)?(?P<day_year>\d{4})(?!\d)"
    # May 3, 2024
    r"|\b(?P<us_month>[^\W\d_]{3,10})\.?\s(?P<us_day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<us_year>\d{4})(?!\d)"
)


def find_date(text: str) -> date | None:
    """The first day that `text` names in full and in one way only."""
    return next(filter(None, map(_read, _DAY.finditer(text))), None)


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
    return rest.strip(" ,;:|–—-•·") if rest != text else text


def _without_dates(text: str) -> str:
    if not _YEAR.search(text):
        return text
    return _DAY.sub(lambda match: "" if _read(match) else match[0], text)


def _read(match: re.Match[str]) -> date | None:
    """The day that was matched, if it is one and only one."""
    found = match.groupdict()
    if found["us_year"]:
        return _day(int(found["us_year"]), _month(found["us_month"]), int(found["us_day"]))
    if found["day_year"]:
        return _day(int(found["day_year"]), _month(found["month"]), int(found["day"]))
    if found["year"]:
        return _day(int(found["year"]), *_month_and_day(int(found["first"]), int(found["second"])))
    kind = "iso" if found["iso_year"] else "asian"
    return _day(*(int(found[f"{kind}_{part}"]) for part in ("year", "month", "day")))


def _month_and_day(first: int, second: int) -> tuple[int, int]:
    """Month and day of a numeric date, or zeros when either order makes sense."""
    if first == second or second > _MONTHS >= first:
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
