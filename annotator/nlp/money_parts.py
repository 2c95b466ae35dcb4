"""One amount in the terms of a text: a sign, a quantity, its scale and its unit."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from annotator.nlp.money_numbers import Quantity, number_of, quantity_at
from annotator.nlp.money_words import Terms

_MOST_SCALES = 3
_STOPS = frozenset(".,;:!?)]}\u201d\u2019\"'")
_JOINED = frozenset("-–\u2011")
_NO_NUMBER_AFTER = frozenset(".,_'’$€£¥#")


@dataclass(frozen=True, slots=True)
class Part:
    """One amount between two terms; its bounds count in its scale, or in that of its range.

    `kind` is that of its quantity, `word` the sign or the unit as it stands; `code` is None
    without one, and empty where it names no one country's currency.
    """

    first: int
    stop: int
    kind: str
    low: float
    high: float | None
    scale: float | None = None
    code: str | None = None
    word: str = ""
    signed: bool = False
    hundredth: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether a number is told, and not only its magnitude."""
        return self.kind in {"digits", "words", "article", "single"}

    def lowest(self, scale: float | None) -> float:
        """The low bound in whole units."""
        return self._whole(self.low * (scale or 1))

    def highest(self, scale: float | None) -> float | None:
        """The high bound in whole units; "hundreds of millions" ends below a thousand million."""
        if self.high is None:
            return None
        return self._whole(
            self.high * (scale or 1) if self.is_exact else (self.high + 1) * (scale or 1) - 1
        )

    def _whole(self, number: float) -> float:
        # 4.1 times a thousand million is 4,099,999,999.9999995 to a float
        return float(f"{number / (100 if self.hundredth else 1):.15g}")


class _Scale(NamedTuple):
    """What to multiply by, None for nothing; `comma` if a comma begins decimals before it."""

    stop: int
    value: float | None = None
    comma: bool = False


def part_at(terms: Terms, first: int, *, comma: bool = False, inside: bool = False) -> Part | None:
    """The amount that begins at a term, in its fullest form, if one does.

    With `comma`, the language is one in which a comma begins the decimals; `inside` a range it may
    stand behind a hyphen.
    """
    sign = _sign(terms, first)
    start = sign.stop if sign else first
    if sign and not terms.is_near(start):
        return None
    quantity = quantity_at(terms, start)
    if quantity is None or not (sign or inside or _is_free(terms, first)):
        return None
    scale = _scale(terms, quantity)
    low, high = quantity.low, quantity.high
    if quantity.digits:
        comma = comma or scale.comma
        number = number_of(quantity.digits, scaled=scale.value is not None, comma=comma)
        if number is None:
            return None
        low = high = number
    part = Part(first, scale.stop, quantity.kind, low, high, scale.value)
    if sign:
        part = replace(part, code=sign.code, word=sign.word, signed=True)
    return _with_unit(terms, _with_fraction(terms, part))


class _Sign(NamedTuple):
    stop: int
    code: str
    word: str


def _sign(terms: Terms, first: int) -> _Sign | None:
    """The sign that begins at a term; "USD $" is one."""
    code = terms.sense(first, "sign")
    start = terms[first].start
    before = terms.text[start - 1] if start else " "
    if code is None or before.isalnum() or before == "$":
        return None
    doubled = terms.follows(first + 1, "sign") is not None
    second = doubled and terms[first + 1].text in terms.listed("shared", "words")
    return _Sign(first + 1 + second, code, terms[first].text)


def _is_free(terms: Terms, first: int) -> bool:
    """Whether a quantity without a sign is no part of a name or number: "GPT-4", "mid-2024"."""
    start = terms[first].start
    before, farther = (terms.text[place] if place >= 0 else " " for place in (start - 1, start - 2))
    if before.isalnum():
        return False
    if not terms.sense(first, "digits"):
        return True
    return before not in _NO_NUMBER_AFTER and not (before in _JOINED and farther.isalnum())


def _scale(terms: Terms, quantity: Quantity) -> _Scale:
    """The product of up to three scales: "hundred million", "lakh crore", "tens of thousands"."""
    begin = quantity.stop
    if quantity.kind == "figure":
        return _Scale(begin)
    if (
        quantity.kind == "vague"
        and terms.follows(begin, "of")
        and terms.follows(begin + 1, "scale")
    ):
        begin += 1
    place, value, comma = begin, 1.0, False
    for _ in range(_MOST_SCALES):
        own = place == quantity.stop and quantity.kind in {"plural", "single"}
        at = place if own else terms.past_dash(place)
        if not _is_scale(terms, at) or not (own or terms.is_near(at)):
            break
        place, value = at + 1, value * terms.sense(at, "scale")
        comma = comma or terms.sense(at, "comma") is not None
    return _Scale(place, value, comma) if place > begin else _Scale(quantity.stop)


def _is_scale(terms: Terms, place: int) -> bool:
    """Whether a scale stands there; one letter must stand for itself: not in "$5 T-shirts"."""
    if not terms.sense(place, "scale"):
        return False
    if len(terms.word(place)) > 1:
        return True
    if not terms.sense(place - 1, "digits"):
        return False
    behind = terms.text[terms[place].stop : terms[place].stop + 1]
    apart = not behind or behind.isspace() or behind in _STOPS or terms.sense(place + 1, "sign")
    return terms.is_glued(place) or bool(apart)


def _with_fraction(terms: Terms, part: Part) -> Part:
    """The amount with "and a half" behind its number or its scale."""
    share = terms.follows(part.stop, "fraction")
    if share is None or not part.is_exact or part.kind == "single":
        return part
    part = replace(part, low=part.low + share, high=part.low + share, stop=part.stop + 1)
    if part.scale is None and _is_scale(terms, part.stop):
        part = replace(part, scale=float(terms.sense(part.stop, "scale")), stop=part.stop + 1)
    return replace(part, kind="words")


def _with_unit(terms: Terms, part: Part) -> Part:
    """The amount with the unit behind it: "million euros", "of dollars", "$5m CAD"."""
    at = terms.past_dash(part.stop)
    dashed = at > part.stop
    if not part.signed and terms.follows(at, "of") and (part.scale or not part.is_exact):
        at += 1
    if not part.signed and terms.follows(at, "adjective"):
        at += 1
    code, hundredth = _unit(terms, at)
    if code is None or (part.signed and not _agrees(terms, part, at, code)):
        return _with_noun(terms, part)
    # "a billion-dollar fund" has the article of the fund
    first = part.first + (part.kind == "article" and dashed)
    part = replace(part, first=first, stop=at + 1, hundredth=hundredth)
    return _with_noun(terms, replace(part, code=code, word=terms[at].text))


def _unit(terms: Terms, place: int) -> tuple[str | None, bool]:
    """The currency of a unit, and whether it is a hundredth of it."""
    if not terms.is_near(place):
        return None, False
    hundredth = terms.sense(place, "hundredth")
    if hundredth is not None:
        return hundredth, True
    sign = terms.sense(place, "sign")
    if sign is not None and terms.is_glued(place + 1) and terms.sense(place + 1, "digits"):
        return None, False
    code = terms.sense(place, "unit")
    return (code if code is not None else sign), False


def _agrees(terms: Terms, part: Part, place: int, code: str) -> bool:
    """Whether a unit behind a sign says the same or more: "$5m CAD", but not "$5m won"."""
    word = terms[place].text
    told = word.isupper() or " " in word
    return code == part.code or (
        part.word in terms.listed("shared", "words") and told and bool(code)
    )


def _with_noun(terms: Terms, part: Part) -> Part:
    """The amount with "sum" behind "nine-figure"."""
    ends = part.kind == "figure" and terms.word(part.stop) in terms.listed("nouns", "sums")
    return replace(part, stop=part.stop + 1) if ends and terms.is_near(part.stop) else part
