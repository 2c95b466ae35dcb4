"""Days as news writes them."""

from datetime import date

import pytest

from annotator.readers.dates import find_date, is_only_a_date, parse_date, without_date

THIRD_OF_MAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2024",
        "May 3, 2024",
        "Friday, 3rd of May 2024 at 10:30 am EST",
        "3. Mai 2024",
        "3 mai 2024",
        "3 de mayo de 2024",
        "3 maggio 2024",
        "2024-05-03",
        "2024-05-03T23:30:00-05:00",
        "2024/05/03",
        "20240503",
        "Fri, 03 May 2024 10:00:00 GMT",
        "2024年5月3日",
    ],
)
def test_a_full_date_is_read(text: str) -> None:
    assert parse_date(text) == THIRD_OF_MAY


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2024",
        "3.4.2024",
        "May 2024",
        "2024",
        "yesterday",
        "3 days ago",
        "31 February 2024",
        "3/5/24",
        "",
    ],
)
def test_what_is_not_one_certain_day_stays_unknown(text: str) -> None:
    assert parse_date(text) is None


def test_a_numeric_date_counts_when_only_one_order_makes_sense() -> None:
    assert parse_date("13/04/2024") == parse_date("04/13/2024") == date(2024, 4, 13)
    assert parse_date("05.05.2024") == date(2024, 5, 5)


def test_the_first_of_two_days_is_found() -> None:
    assert find_date("Published 3 May 2024, updated 5 May 2024") == THIRD_OF_MAY


def test_a_weekday_and_a_time_are_part_of_a_date_and_other_words_are_not() -> None:
    assert is_only_a_date("Fri 3 May 2024, 10:30 BST")
    assert not is_only_a_date("France acted on 3 May 2024")


def test_a_day_is_taken_out_of_a_name() -> None:
    assert without_date("Reuters, 3 May 2024") == "Reuters"
