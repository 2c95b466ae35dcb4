"""Sums of money in plain text: where they stand and what they come to."""

import pytest

from annotator.domain import Money
from annotator.nlp.money_numbers import number_of
from annotator.nlp.sums import find_sums

EXAMPLES = [
    ("€1.7bn", Money(1.7e9, 1.7e9, "EUR")),
    ("$300M", Money(3e8, 3e8, "USD")),
    ("$1,200,000", Money(1.2e6, 1.2e6, "USD")),
    ("€10.000.000", Money(1e7, 1e7, "EUR")),
    ("1,5 Mrd. €", Money(1.5e9, 1.5e9, "EUR")),
    ("¥200 billion", Money(2e11, 2e11, "JPY")),
    ("$50-million", Money(5e7, 5e7, "USD")),
    ("C$2.4 billion", Money(2.4e9, 2.4e9, "CAD")),
    ("$5.1 million CAD", Money(5.1e6, 5.1e6, "CAD")),
    ("2 trillion won", Money(2e12, 2e12, "KRW")),
    ("one million dollars", Money(1e6, 1e6, "USD")),
    ("half a billion euros", Money(5e8, 5e8, "EUR")),
    ("between 2 and 3 billion dollars", Money(2e9, 3e9, "USD")),
    ("$5 to $7 billion", Money(5e9, 7e9, "USD")),
    ("€10-15m", Money(1e7, 1.5e7, "EUR")),
    ("more than $1bn", Money(1e9, None, "USD")),
    ("$100 billion or more", Money(1e11, None, "USD")),
    ("up to £5m", Money(None, 5e6, "GBP")),
    ("just under $2 trillion", Money(None, 2e12, "USD")),
    ("about $7.3 billion", Money(7.3e9, 7.3e9, "USD")),
    ("hundreds of millions of euros", Money(2e8, 999_999_999, "EUR")),
    ("tens of billions of dollars", Money(2e10, 99_999_999_999, "USD")),
    ("billions of dollars", Money(2e9, None, "USD")),
    ("multibillion-dollar", Money(2e9, None, "USD")),
    ("a nine-figure sum", Money(1e8, 999_999_999, None)),
]


@pytest.mark.parametrize(("text", "money"), EXAMPLES, ids=[text for text, _money in EXAMPLES])
def test_a_sum_comes_to_its_bounds_and_currency(text: str, money: Money) -> None:
    [found] = find_sums(f"🎉 They spoke of {text}.")
    assert found.money == money


@pytest.mark.parametrize("text", [text for text, _money in EXAMPLES if not text.startswith("a ")])
def test_a_sum_stands_whole_with_its_qualifier(text: str) -> None:
    sentence = f"🎉 Zoe\u0301 paid\u00a0for it: {text}, they say."
    [found] = find_sums(sentence)
    assert found.span.quote(sentence) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "billions of people",
        "the team won 5",
        "30 percent",
        "in 2024",
        "GPT-4 and 70B",
        "$",
        "20 pounds of sugar",
    ],
)
def test_what_is_no_sum_is_left_alone(text: str) -> None:
    assert find_sums(text) == []


def test_several_sums_come_in_order_and_apart() -> None:
    text = "First $1m, then €2bn (£1.7bn), at last billions."
    assert [found.span.quote(text) for found in find_sums(text)] == [
        "$1m",
        "€2bn",
        "£1.7bn",
        "billions",
    ]


def test_only_a_plain_dollar_sign_is_bare() -> None:
    assert [found.bare for found in find_sums("$5m, US$5m, €5m, 5 million dollars")] == [
        True,
        False,
        False,
        True,
    ]


def test_a_range_without_a_second_sum_keeps_its_opening_word_out() -> None:
    text = "It rose from $3m last year."
    [found] = find_sums(text)
    assert found.span.quote(text) == "$3m"


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("1.5", 1.5),
        ("1,5", 1.5),
        ("1,500", 1500),
        ("1.500.000", 1.5e6),
        ("1,500.25", 1500.25),
        ("1\u00a0500", 1500),
    ],
)
def test_points_and_commas_are_read_as_they_are_meant(digits: str, number: float) -> None:
    assert number_of(digits) == number
