"""Days in plain text: only those that name day, month and year are turned into dates."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from annotator.domain import Span
from annotator.nlp.wordings import ENGLISH, patterns

_ISO = r"\b(?P<year>(?:19|20)\d\d)-(?P<month_number>\d\d)-(?P<day>\d\d)\b"


def find_days(text: str, language: str = ENGLISH) -> Iterator[tuple[Span, date]]:
    """Every place that names one day of one year; impossible days are passed over."""
    for expression in _expressions(language):
        for found in expression.finditer(text):
            parts = found.groupdict()
            month = parts.get("month_number") or _months(language)[parts["month"].lower()]
            try:
                day = date(int(parts["year"]), int(month), int(parts["day"]))
            except ValueError:
                continue
            yield Span(*found.span()), day


@cache
def _months(language: str) -> dict[str, int]:
    """The number of the month by its names."""
    names = patterns("dates", language)["months"]
    return {name: number for number, own in enumerate(names, start=1) for name in own}


@cache
def _expressions(language: str) -> tuple[re.Pattern[str], ...]:
    """The orders of day, month and year that the language has, and that of ISO 8601."""
    months = "|".join(sorted(map(re.escape, _months(language)), key=len, reverse=True))
    parts = {
        "month": rf"(?P<month>{months})\b\.?",
        "day": r"(?P<day>\d{1,2})",
        "year": r"(?P<year>(?:19|20)\d\d)",
    }
    orders = (order.format(**parts) for order in patterns("dates", language)["orders"])
    return tuple(re.compile(order, re.IGNORECASE) for order in (*orders, _ISO))
