"""Sums of money in plain text: where they stand and what they come to.

Bounds follow the codebook: "more than" leaves the high bound open, "up to" and "almost" the
low one, "hundreds of millions" lies between two hundred million and a thousand million.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from annotator.domain import Money, Span
from annotator.nlp.wordings import ENGLISH, patterns

_GROUPED = re.compile(r"\d{1,3}(?:[,. \u00a0\u202f]\d{3})+")
_GAP = r"[ \u00a0\u202f-]?"
_QUALIFIER_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money and where it stands, in code points; `bare` says that its sign was "$"."""

    span: Span
    money: Money
    bare: bool = False


def find_sums(text: str, language: str = ENGLISH) -> list[Sum]:
    """All sums of a text in order, with the words that qualify them; none inside another."""
    found = [*_amounts(text, language), *_vague(text, language)]
    kept: list[Sum] = []
    for candidate in sorted(found, key=lambda item: (item.span.start, -len(item.span))):
        if not kept or candidate.span.start >= kept[-1].span.stop:
            kept.append(candidate)
    return [_qualified(item, text, language) for item in kept]


def number_of(digits: str) -> float:
    """What these digits mean, with a point or a comma for decimals or for thousands."""
    if _GROUPED.fullmatch(digits):
        return float(re.sub(r"\D", "", digits))
    plain = re.sub(r"[\u00a0\u202f]", "", digits).replace(",", ".")
    whole, point, decimals = plain.rpartition(".")
    return float(whole.replace(".", "") + point + decimals)


def _amounts(text: str, language: str) -> Iterator[Sum]:
    signed, counted, worded = _expressions(language)
    words = patterns("money", language)
    for found in signed.finditer(text):
        money = _range(found, found["code"] or found["sign"], language)
        yield Sum(Span(*found.span()), money, _is_bare(found["code"] or found["sign"], language))
    for found in counted.finditer(text):
        unit = found["unit"]
        if found["scale"] or found["scale2"] or unit.lower() not in words["scaled_only"]["units"]:
            money = _range(found, unit, language)
            yield Sum(Span(*found.span()), money, _is_bare(unit, language))
    for found in worded.finditer(text):
        value = float(words["numbers"][found["word"].lower()]) * _scale(found["scale"], language)
        money = Money(value, value, _currency(found["unit"], language))
        yield Sum(Span(*found.span()), money, _is_bare(found["unit"], language))


def _vague(text: str, language: str) -> Iterator[Sum]:
    for found in _vague_expression(language).finditer(text):
        unit = found["unit"] or found["unit2"] or found["sign"]
        money = _vague_money(found, _currency(unit, language), language)
        yield Sum(Span(*found.span()), money, _is_bare(unit, language))


def _vague_money(found: re.Match[str], code: str | None, language: str) -> Money:
    data = patterns("money", language)
    if found["figures"]:
        low = 10.0 ** (data["figures"][found["figures"].lower()] - 1)
        return Money(low, low * 10 - 1, code)
    scale = _scale(found["many"] or found["multi"], language)
    if not found["vague"]:
        return Money(2 * scale, None, code)
    low, high = data["vague"][found["vague"].lower()]
    return Money(low * scale, (high + 1) * scale - 1, code)


def _range(found: re.Match[str], unit: str, language: str) -> Money:
    """One number, or the bounds of two; "2 to 3 billion" scales both."""
    code = _currency(unit, language)
    scale = _scale(found["scale"], language)
    low = number_of(found["number"])
    if not found["number2"]:
        return Money(low * scale, low * scale, code)
    high = number_of(found["number2"])
    scale2 = _scale(found["scale2"], language)
    return Money(low * (scale if found["scale"] else scale2), high * scale2, code)


def _qualified(item: Sum, text: str, language: str) -> Sum:
    """The sum with the words around it that open or close its bounds."""
    before, after = _qualifiers(language)
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


def _is_bare(unit: str | None, language: str) -> bool:
    """Whether the word or sign is that of a dollar which may be any country's."""
    return unit is not None and unit.lower() in patterns("money", language)["words"]["bare"]


def _currency(word: str | None, language: str) -> str | None:
    return _codes(language).get(word.lower()) if word else None


def _scale(word: str | None, language: str) -> float:
    return _scales(language)[word.lower().rstrip(".")] if word else 1.0


def _any(words: Iterable[str]) -> str:
    """An expression for any of these words, the longest first; without any it never matches."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in longest_first) or "(?!)"


@cache
def _codes(language: str) -> dict[str, str]:
    currencies = patterns("money", language)["currencies"]
    return {word.lower(): code for word, code in currencies.items()}


@cache
def _scales(language: str) -> dict[str, float]:
    scales = patterns("money", language)["scales"]
    return {word.lower(): float(scale) for word, scale in scales.items()}


def _number(language: str) -> str:
    """A number in digits, with what the language sets between thousands."""
    between = rf"[,.\u00a0\u202f{patterns('money', language)['words']['thousands']}]"
    return rf"\d{{1,3}}(?:{between}\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)|\d+(?:[.,]\d+)?"


@cache
def _amount(language: str) -> str:
    """A number with its scale, perhaps a second one up to which it goes."""
    data = patterns("money", language)
    number, joining = _number(language), _any(data["words"]["to"])
    scales = rf"(?:(?:mrd|mio|mln|tsd)\.|(?:{_any(_scales(language))})\b)"
    signs = _any(sign for sign in data["currencies"] if not sign[-1].isalpha())
    return (
        rf"(?P<number>{number})(?:{_GAP}(?P<scale>{scales}))?"
        rf"(?:\s?(?:-|\u2013|{joining})\s?(?:{signs})?"
        rf"(?P<number2>{number})(?:{_GAP}(?P<scale2>{scales})))?"
    )


@cache
def _expressions(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Sums that begin with a sign, that end with a unit, and that are written out."""
    words = patterns("money", language)["currencies"]
    signs = _any(sign for sign in words if not sign[-1].isalpha())
    codes = _any(word for word in words if word.isascii() and word.isupper() and word.isalpha())
    behind = _any(patterns("money", language)["words"]["behind_sign"])
    numbers = _any(patterns("money", language)["numbers"])
    unit = rf"{_GAP}(?P<unit>{_any(words)})(?!\w)"
    code = rf"(?:\s(?P<code>{codes}|{behind})\b)?"
    amount = _amount(language)
    signed = rf"(?<![\w$])(?P<sign>{signs}|(?:{codes})(?=\s?\d))\s?{amount}{code}"
    worded = rf"\b(?P<word>{numbers})[\s-](?P<scale>{_any(_scales(language))}){unit}"
    counted = rf"(?<![\w.,$€£¥]){amount}{unit}"
    flags = re.IGNORECASE
    return re.compile(signed, flags), re.compile(counted, flags), re.compile(worded, flags)


@cache
def _vague_expression(language: str) -> re.Pattern[str]:
    """Sums of which only the magnitude is told."""
    data = patterns("money", language)
    words = {name: _any(listed) for name, listed in data["words"].items()}
    units = _any(word for word in data["currencies"] if word[0].isalpha() or word == "€")
    signs = _any(word for word in data["currencies"] if not word[-1].isalpha())
    alone = rf"(?=\s*(?:[.,;:!?)\"\u201d\u2019]|$)|\s(?:{words['behind']})\b)"
    return re.compile(
        rf"\b(?:(?P<vague>{_any(data['vague'])})\s(?:{words['of']})\s)?(?P<many>{words['many']})"
        rf"(?:\s(?:(?:{words['of']})\s)?(?P<unit>{units})(?!\w)|{alone})"
        rf"|(?P<sign>{signs})?\bmulti-?\s?(?P<multi>{words['multi']})[\s-](?P<unit2>{units})(?!\w)"
        rf"|\b(?P<figures>{_any(data['figures'])})(?:{words['figures']})\b(?:\s(?:sum|amount))?",
        re.IGNORECASE,
    )


@cache
def _qualifiers(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand right before and right after a sum."""
    data = patterns("money", language)["qualifiers"]
    between = _any(patterns("money", language)["words"]["between"])
    before = (
        rf"\b(?:(?P<above>{_any(data['above'])})|(?P<below>{_any(data['below'])})"
        rf"|(?P<about>{_any(data['about'])})|(?P<between>{between}))\s(?:an?\s)?$"
    )
    after = (
        rf"\s(?:(?P<above>{_any(data['after_above'])})|(?P<below>{_any(data['after_below'])}))\b"
    )
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)
