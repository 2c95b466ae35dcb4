"""Sums of money in plain text: where they stand and what they come to.

Bounds follow the codebook: "more than" leaves the high bound open, "up to" and "almost" the
low one, "hundreds of millions" lies between two hundred million and a thousand million.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain import Money, Span
from annotator.nlp.money_context import is_money
from annotator.nlp.money_ranges import Amount, amount_at
from annotator.nlp.money_words import Terms
from annotator.nlp.wordings import ENGLISH

_MOST_QUALIFIERS = 3
_NO_TAIL_BEFORE = frozenset({"than", "a", "an", "the"})
_QUALIFIERS = ("above", "below", "about", "more")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money and where it stands, in code points; `bare` if its sign may be another's."""

    span: Span
    money: Money
    bare: bool = False


def find_sums(text: str, language: str = ENGLISH) -> list[Sum]:
    """All sums of a text in order, with the words that qualify them; none inside another."""
    return list(_sums(Terms(text, language), comma=language != ENGLISH))


def _sums(terms: Terms, *, comma: bool) -> Iterator[Sum]:
    place = floor = 0
    while place < len(terms):
        amount = amount_at(terms, place, floor=floor, comma=comma)
        first, lead = _lead(terms, amount.first, floor) if amount else (place, "")
        if amount is None or not is_money(terms, amount, first):
            place += 1
            continue
        place, tail = _tail(terms, amount.stop)
        yield _sum(terms, amount, Span(terms[first].start, terms[place - 1].stop), lead or tail)
        floor = place


def _sum(terms: Terms, amount: Amount, span: Span, bound: str) -> Sum:
    """The sum of an amount, whose other bound a qualifier leaves open."""
    part = amount.named
    high = None if bound == "above" else amount.highest
    low = None if bound == "below" and high is not None else amount.lowest
    bare = part.word.lower() in terms.listed("shared", "words")
    return Sum(span, Money(low, high, part.code or None), bare)


def _lead(terms: Terms, first: int, floor: int) -> tuple[int, str]:
    """Where the qualifiers before an amount begin, and which bound the nearest of them sets."""
    bound = ""
    for _ in range(_MOST_QUALIFIERS):
        place = first - 1 - (terms.past_dash(first - 1) == first)
        if place < floor or not terms.is_near(first):
            break
        kind = next((name for name in _QUALIFIERS if terms.sense(place, name)), "")
        if not kind or (kind != "more" and terms.sense(place - 1, "topics")):
            break
        first = place
        bound = bound or (kind if kind in {"above", "below"} else "")
    return first, bound


def _tail(terms: Terms, stop: int) -> tuple[int, str]:
    """Where the qualifier behind an amount ends, and which bound it sets."""
    behind = terms.past_dash(stop)
    if terms.follows(behind, "attached_above"):
        ends = not terms.word(behind + 1)[:1].isalnum() and not terms.sense(behind + 1, "sign")
        joined = behind > stop or (terms.word(behind) == "+" and terms.is_glued(behind))
        return (behind + 1, "above") if joined or ends else (stop, "")
    blocked = terms.word(stop + 1) in _NO_TAIL_BEFORE or terms.sense(stop + 1, "digits")
    if blocked or terms.sense(stop + 1, "sign"):
        return stop, ""
    for name in ("above", "below", "about"):
        if terms.follows(stop, f"after_{name}"):
            return stop + 1, name
    return stop, ""
