"""Round numbers in many formats, and input that wants to be slow."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.nlp.sums import find_sums

SCALES = {
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "M": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "B": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "US$": "USD", "C$": "CAD", "₹": "INR", "HK$": "HKD"}
UNITS = {"dollars": "USD", "euros": "EUR", "yuan": "CNY", "SEK": "SEK", "dirhams": "AED"}
BOUNDS = {"": "exact", "more than ": "low", "up to ": "high", "about ": "exact"}
HOSTILE = [
    "1",
    "$",
    "$1 ",
    "1 000 ",
    "1.1.",
    "1,111",
    "1-",
    "$\n",
    "a ",
    "one ",
    "million ",
    "million-",
    "multi-",
    "six-",
    "$1 to ",
    "from $1 ",
    "more than ",
    "and a half ",
    "billions by ",
    "🎉",
    "$5\u200b",
    "e\u0301",
]


def tenths() -> st.SearchStrategy[float]:
    return st.integers(1, 9999).map(lambda number: number / 10)


@given(tenths(), st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(SIGNS)))
def test_a_number_behind_a_sign_is_read(number: float, scale: str, sign: str) -> None:
    text = f"🎉 It paid {sign}{number:g}{' ' if len(scale) > 2 else ''}{scale}."
    [found] = find_sums(text)
    assert found.money.low == pytest.approx(number * SCALES[scale], rel=1e-12)
    assert (found.money.high, found.money.currency) == (found.money.low, SIGNS[sign])


@given(
    tenths(),
    st.sampled_from(["million", "billion", "trillion", "thousand"]),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(["{:g} {} {}", "{:g}\u00a0{} {}", "{:g}-{}-{}"]),
)
def test_a_number_before_a_unit_is_read(number: float, scale: str, unit: str, form: str) -> None:
    words = form.format(number, scale, unit)
    [found] = find_sums(f"It paid {words}.")
    assert found.money.low == pytest.approx(number * SCALES[scale], rel=1e-12)
    assert found.money.currency == UNITS[unit]


@given(
    st.integers(1000, 10**12),
    st.sampled_from(["{:,}", "{:_}"]),
    st.sampled_from([",", ".", "\u00a0", "\u202f", " ", "’"]),
)
def test_thousands_may_be_parted_in_any_way(number: int, form: str, between: str) -> None:
    digits = form.format(number).replace(",", "_").replace("_", between)
    [found] = find_sums(f"It paid €{digits} for it.")
    assert found.money.low == number


@given(tenths(), st.sampled_from(sorted(BOUNDS)), st.sampled_from(["$", "€", "C$"]))
def test_a_qualifier_opens_one_bound_and_belongs_to_the_sum(
    number: float, qualifier: str, sign: str
) -> None:
    words = f"{qualifier}{sign}{number:g}bn"
    text = f"They want {words}, he said."
    [found] = find_sums(text)
    bounds = {"low": found.money.high, "high": found.money.low}
    assert found.span.quote(text) == words
    assert bounds.get(BOUNDS[qualifier]) is None


@given(
    st.integers(1, 500),
    st.integers(501, 999),
    st.sampled_from(
        [
            "${}-{}bn",
            "${}bn–${}bn",
            "${} to ${} billion",
            "between ${}bn and ${}bn",
            "{} to {} billion dollars",
        ]
    ),
)
def test_a_range_has_both_bounds(low: int, high: int, form: str) -> None:
    words = form.format(low, high)
    text = f"They want {words}."
    [found] = find_sums(text)
    assert found.span.quote(text) == words
    assert (found.money.low, found.money.high) == (low * 1e9, high * 1e9)


@given(st.text(alphabet="$€5.,1 -mbn\nkto\u00a0🎉billionand%", max_size=60))
def test_any_text_gives_sums_that_lie_apart_in_order(text: str) -> None:
    spans = [item.span for item in find_sums(text)]
    ends = [0, *(span.stop for span in spans)]
    assert all(end <= span.start < span.stop for end, span in zip(ends, spans, strict=False))
    assert all(span.quote(text).strip() == span.quote(text) for span in spans)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    find_sums(text)
    assert time.process_time() - start < 20
