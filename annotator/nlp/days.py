"""Days in plain text: only those that name day, month and year are turned into dates."""

import re
from collections.abc import Iterator
from datetime import date

from annotator.domain import Span

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_EXPRESSIONS = tuple(
    re.compile(expression, re.IGNORECASE)
    for expression in (
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        rf"\b{_DAY}(?: of)? {_MONTH},? {_YEAR}\b",
        rf"\b{_YEAR}-(?P<month_number>\d\d)-(?P<day>\d\d)\b",
    )
)


def find_days(text: str) -> Iterator[tuple[Span, date]]:
    """Every place that names one day of one year; impossible days are passed over."""
    for expression in _EXPRESSIONS:
        for found in expression.finditer(text):
            parts = found.groupdict()
            month = parts.get("month_number") or _NUMBERS[parts["month"].lower()]
            try:
                day = date(int(parts["year"]), int(month), int(parts["day"]))
            except ValueError:
                continue
            yield Span(*found.span()), day
