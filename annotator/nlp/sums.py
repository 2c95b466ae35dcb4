"""Sums of money in plain text: where they stand and what they come to.

Bounds follow the codebook: "more than" leaves the high bound open, "up to" and "almost" the
low one, "hundreds of millions" lies between two hundred million and a thousand million.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from annotator.domain import Money, Span
from annotator.nlp.wordings import patterns

_NUMBER = r"\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_GROUPED = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f]\d{3})+")
_GAP = r"[ \u00a0\u202f-]?"
_ALONE = (
    r"(?=\s*(?:[.,;:!?)\"\u201d\u2019]|$)|\s(?:in|for|into|to|on|from|more|at|by|and|but|with)\b)"
)
_SYMBOL = "$"
_QUALIFIER_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money and where it stands, in code points; `bare` says that its sign was "$"."""

    span: Span
    money: Money
    bare: bool = False


def find_sums(text: str) -> list[Sum]:
    """All sums of a text in order, with the words that qualify them; none inside another."""
    found = [*_amounts(text), *_vague(text)]
    kept: list[Sum] = []
    for candidate in sorted(found, key=lambda item: (item.span.start, -len(item.span))):
        if not kept or candidate.span.start >= kept[-1].span.stop:
            kept.append(candidate)
    return [_qualified(item, text) for item in kept]


def number_of(digits: str) -> float:
    """What these digits mean, with a point or a comma for decimals or for thousands."""
    if _GROUPED.fullmatch(digits):
        return float(re.sub(r"\D", "", digits))
    plain = re.sub(r"[\u00a0\u202f]", "", digits).replace(",", ".")
    whole, point, decimals = plain.rpartition(".")
    return float(whole.replace(".", "") + point + decimals)


def _amounts(text: str) -> Iterator[Sum]:
    signed, counted, worded = _expressions()
    for found in signed.finditer(text):
        sign = found["sign"]
        code = _currency(found["code"] or sign)
        yield Sum(Span(*found.span()), _range(found, code), sign == _SYMBOL and not found["code"])
    for found in counted.finditer(text):
        unit = found["unit"]
        if found["scale"] or found["scale2"] or unit.lower() not in _data()["scaled_only"]["units"]:
            money = _range(found, _currency(unit))
            yield Sum(Span(*found.span()), money, unit.lower().startswith("dollar"))
    for found in worded.finditer(text):
        value = float(patterns("money")["numbers"][found["word"].lower()]) * _scale(found["scale"])
        bare = found["unit"].lower().startswith("dollar")
        yield Sum(Span(*found.span()), Money(value, value, _currency(found["unit"])), bare)


def _vague(text: str) -> Iterator[Sum]:
    data = _data()
    for found in _vague_expression().finditer(text):
        code = _currency(found["unit"] or found["unit2"] or found["sign"])
        bare = code == "USD" and (found["sign"] or "dollar").lower() in {"$", "dollar"}
        yield Sum(Span(*found.span()), _vague_money(found, data, code), bare)


def _vague_money(
    found: re.Match[str], data: dict[str, dict[str, list[int]]], code: str | None
) -> Money:
    if found["figures"]:
        low = 10.0 ** (data["figures"][found["figures"].lower()] - 1)  # type: ignore[operator]
        return Money(low, low * 10 - 1, code)
    scale = _scale(found["many"] or found["multi"])
    if not found["vague"]:
        return Money(2 * scale, None, code)
    low, high = data["vague"][found["vague"].lower()]
    return Money(low * scale, (high + 1) * scale - 1, code)


def _range(found: re.Match[str], code: str | None) -> Money:
    """One number, or the bounds of two; "2 to 3 billion" scales both."""
    scale = _scale(found["scale"])
    low = number_of(found["number"])
    if not found["number2"]:
        return Money(low * scale, low * scale, code)
    high = number_of(found["number2"])
    scale2 = _scale(found["scale2"])
    return Money(low * (scale if found["scale"] else scale2), high * scale2, code)


def _qualified(item: Sum, text: str) -> Sum:
    """The sum with the words around it that open or close its bounds."""
    before, after = _qualifiers()
    span, money = item.span, item.money
    start = max(0, span.start - _QUALIFIER_LENGTH)
    lead = before.search(text[start : span.start])
    tail = after.match(text, span.stop)
    above = (lead and lead["above"]) or (tail and tail["above"])
    below = (lead and lead["below"]) or (tail and tail["below"])
    if above:
        money = Money(money.low, None, money.currency)
    elif below:
        money = Money(None, money.high, money.currency)
    if lead and lead["between"] and money.low == money.high:
        lead = None
    whole = Span(start + lead.start() if lead else span.start, tail.end() if tail else span.stop)
    return Sum(whole, money, item.bare)


def _currency(word: str | None) -> str | None:
    return _codes().get(word.lower()) if word else None


def _scale(word: str | None) -> float:
    return _scales()[word.lower().rstrip(".")] if word else 1.0


def _any(words: Iterable[str]) -> str:
    """An expression for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _data() -> dict[str, dict[str, list[int]]]:
    return dict(patterns("money"))


@cache
def _codes() -> dict[str, str]:
    return {word.lower(): code for word, code in patterns("money")["currencies"].items()}


@cache
def _scales() -> dict[str, float]:
    return {word.lower(): float(scale) for word, scale in patterns("money")["scales"].items()}


@cache
def _amount() -> str:
    """A number with its scale, perhaps a second one up to which it goes."""
    scales = rf"(?:(?:mrd|mio|mln|tsd)\.|(?:{_any(_scales())})\b)"
    signs = _any(sign for sign in patterns("money")["currencies"] if not sign[-1].isalpha())
    return (
        rf"(?P<number>{_NUMBER})(?:{_GAP}(?P<scale>{scales}))?"
        rf"(?:\s?(?:-|\u2013|to|and|or)\s?(?:{signs})?(?P<number2>{_NUMBER})(?:{_GAP}(?P<scale2>{scales})))?"
    )


@cache
def _expressions() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Sums that begin with a sign, that end with a unit, and that are written out."""
    words = patterns("money")["currencies"]
    signs = _any(sign for sign in words if not sign[-1].isalpha())
    codes = _any(word for word in words if word.isascii() and word.isupper() and word.isalpha())
    numbers = _any(patterns("money")["numbers"])
    unit = rf"{_GAP}(?P<unit>{_any(words)})(?!\w)"
    code = rf"(?:\s(?P<code>{codes}|Canadian dollars|Australian dollars)\b)?"
    signed = rf"(?<![\w$])(?P<sign>{signs}|(?:{codes})(?=\s?\d))\s?{_amount()}{code}"
    worded = rf"\b(?P<word>{numbers})[\s-](?P<scale>{_any(_scales())}){unit}"
    counted = rf"(?<![\w.,$€£¥]){_amount()}{unit}"
    flags = re.IGNORECASE
    return re.compile(signed, flags), re.compile(counted, flags), re.compile(worded, flags)


@cache
def _vague_expression() -> re.Pattern[str]:
    """Sums of which only the magnitude is told."""
    data = patterns("money")
    units = _any(word for word in data["currencies"] if word[0].isalpha() or word == "€")
    signs = _any(word for word in data["currencies"] if not word[-1].isalpha())
    return re.compile(
        rf"\b(?:(?P<vague>{_any(data['vague'])})\sof\s)?(?P<many>millions|billions|trillions)"
        rf"(?:\s(?:of\s)?(?P<unit>{units})(?!\w)|{_ALONE})"
        rf"|(?P<sign>{signs})?\bmulti-?\s?(?P<multi>million|billion|trillion)[\s-](?P<unit2>{units})(?!\w)"
        rf"|\b(?P<figures>{_any(data['figures'])})-figure\b(?:\s(?:sum|amount))?",
        re.IGNORECASE,
    )


@cache
def _qualifiers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand right before and right after a sum."""
    data = patterns("money")["qualifiers"]
    before = (
        rf"\b(?:(?P<above>{_any(data['above'])})|(?P<below>{_any(data['below'])})"
        rf"|(?P<about>{_any(data['about'])})|(?P<between>between|from))\s(?:an?\s)?$"
    )
    after = (
        rf"\s(?:(?P<above>{_any(data['after_above'])})|(?P<below>{_any(data['after_below'])}))\b"
    )
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)
