"""Numbers, days, lists and quotes as readers of the language in use write them.

What other programs read, and what is typed as a date, is the same in every language.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from math import isfinite

from annotator.i18n import language

_ISO = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_NUMBER = re.compile(
    {
        "en": r"-?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?(e[+-]?\d+)?",
        "fr": r"-?\d*([.,]\d+)?(e[+-]?\d+)?",
    }[language],
    re.IGNORECASE,
)
_THIN = "\N{NARROW NO-BREAK SPACE}"
_MARKS = str.maketrans({",": _THIN, ".": ",", "%": f"{_THIN}%"} if language == "fr" else {})
_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
}[language].split()
_SEMICOLON, _COLON, _OPENING, _CLOSING = {
    "en": ("; ", ": ", "“", "”"),
    "fr": (f"{_THIN}; ", "\N{NO-BREAK SPACE}: ", f"«{_THIN}", f"{_THIN}»"),
}[language]


def digits(value: float, form: str = ",") -> str:
    """A number in one of Python's forms, as ",.1f" or ".0%", with the marks of the language.

    A whole number in the usual form has no decimals, whatever its type.
    """
    plain = int(value) if form == "," and float(value).is_integer() else value
    return format(plain, form).translate(_MARKS)


def read_number(text: str) -> float:
    """The number that a reader has written, in groups or not; ValueError if it is none."""
    plain = "".join(text.split())
    if not _NUMBER.fullmatch(plain):
        raise ValueError(text)
    number = float(plain.replace(",", ".") if language == "fr" else plain.replace(",", ""))
    if not isfinite(number):
        raise ValueError(text)
    return number


def month(number: int) -> str:
    """The short name of a month, from 1 for January."""
    return _MONTHS[number - 1]


def day(value: date) -> str:
    """A day, as "2026-03-12" or "12 mars 2026"."""
    if language == "en":
        return value.isoformat()
    return f"{'1er' if value.day == 1 else value.day} {month(value.month)} {value.year}"


def dated(text: str) -> str:
    """A month or day that is written 2026-03 or 2026-03-12; any other text as it is."""
    found = _ISO.fullmatch(text)
    if language == "en" or not found:
        return text
    try:
        named = date.fromisoformat(text if found[1] else f"{text}-01")
    except ValueError:
        return text
    return day(named) if found[1] else f"{month(named.month)} {named.year}"


def moment(value: datetime) -> str:
    """A day with its hour and minute."""
    return f"{day(value.date())} {value:%H:%M}"


def listing(parts: Iterable[str]) -> str:
    """Names and the like in a row."""
    return ", ".join(parts)


def series(parts: Iterable[str]) -> str:
    """Parts in a row that may have commas themselves."""
    return _SEMICOLON.join(parts)


def pair(name: str, value: str) -> str:
    """A name and what it stands for."""
    return f"{name}{_COLON}{value}"


def in_quotes(words: str) -> str:
    """Words in quotation marks."""
    return f"{_OPENING}{words}{_CLOSING}"
