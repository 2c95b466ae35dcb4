"""Days in plain text."""

from datetime import date

import pytest

from annotator.nlp.days import find_days


@pytest.mark.parametrize(
    "words",
    ["May 3, 2024", "May 3rd 2024", "3 May 2024", "3rd of May, 2024", "2024-05-03"],
)
def test_a_day_with_month_and_year_is_that_date(words: str) -> None:
    text = f"😀 It was signed on {words} in Rome."
    [(span, day)] = find_days(text)
    assert day == date(2024, 5, 3)
    assert span.quote(text) == words


@pytest.mark.parametrize(
    "text", ["May 3", "in May 2024", "2024", "last Tuesday", "31 February 2024"]
)
def test_a_date_that_is_not_one_day_stays_unknown(text: str) -> None:
    assert list(find_days(text)) == []
