"""Numbers, days and lists as readers of the language in use write them.

What other programs read, and what is typed as a date, is the same in every language.
"""

from collections.abc import Iterable
from datetime import date, datetime

from annotator.i18n import language

_THIN = "\N{NARROW NO-BREAK SPACE}"
_MARKS = str.maketrans({",": _THIN, ".": ",", "%": f"{_THIN}%"} if language == "fr" else {})
_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
}[language].split()
_SEMICOLON = {"en": "; ", "fr": f"{_THIN}; "}[language]


def number(value: float, form: str = ",") -> str:
    """A number in one of Python's forms, as ",.1f" or ".0%", with the marks of the language."""
    return format(value, form).translate(_MARKS)


def read_number(text: str) -> float:
    """The number that a reader has written, in groups or not; ValueError if it is none."""
    plain = "".join(text.split())
    return float(plain.replace(",", ".") if language == "fr" else plain.replace(",", ""))


def month(number: int) -> str:
    """The short name of a month, from 1 for January."""
    return _MONTHS[number - 1]


def day(value: date) -> str:
    """A day, as "2026-03-12" or "12 mars 2026"."""
    if language == "en":
        return value.isoformat()
    return f"{'1er' if value.day == 1 else value.day} {month(value.month)} {value.year}"


def moment(value: datetime) -> str:
    """A day with its hour and minute."""
    return f"{day(value.date())} {value:%H:%M}"


def listing(parts: Iterable[str]) -> str:
    """Names and the like in a row."""
    return ", ".join(parts)


def series(parts: Iterable[str]) -> str:
    """Parts in a row that may have commas themselves."""
    return _SEMICOLON.join(parts)
