"""How many: the numbers of a sum in digits, in words, and where only the magnitude is told."""

import re
from typing import NamedTuple

from annotator.nlp.money_words import Terms

_APART = re.compile(r"[ \t\u00a0\u2009\u202f'’]")
_GROUPED = re.compile(
    r"[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:\.[0-9]{3})+)|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"
)
_ONE_GROUP = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}")
_DECIMAL = re.compile(
    r"[0-9]+(?:[.,][0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+"
)
_MOST_DIGITS = 18
_FIGURES = range(4, 16)
_FARTHEST = 4
_HUNDRED = 100


class Quantity(NamedTuple):
    """A number or the bounds of a magnitude, without its scale, and the place behind it.

    `kind` is digits, words, article ("a million"), vague, plural ("billions"), figure or single
    ("billion-dollar"). Digits are read when their scale is known.
    """

    stop: int
    kind: str
    low: float = 1.0
    high: float | None = 1.0
    digits: str = ""


def number_of(digits: str, *, scaled: bool = False, comma: bool = False) -> float | None:
    """What these digits mean; None if they are no number, such as those of a date.

    Before a scale one point begins decimals, "$1.125 billion", but not in "€1.125"; with `comma`,
    in a language that writes so, a comma does.
    """
    plain = _APART.sub("", digits)
    if len(plain) > _MOST_DIGITS:
        return None
    group = _ONE_GROUP.fullmatch(plain)
    if group and (plain[0] == "0" or (scaled and group[1] == ("," if comma else "."))):
        return float(plain.replace(",", "."))
    if _GROUPED.fullmatch(plain):
        return float(re.sub(r"[,.]", "", plain))
    if not _DECIMAL.fullmatch(plain):
        return None
    whole, _point, decimals = plain.replace(",", ".").rpartition(".")
    return float(f"{whole.replace('.', '')}.{decimals}" if whole else decimals)


def quantity_at(terms: Terms, place: int) -> Quantity | None:
    """The quantity that begins at a term, if one does."""
    if not terms.sense(place, "starts"):
        return None
    found = _figure(terms, place) or _vague(terms, place)
    if found:
        return found
    digits = terms.sense(place, "digits")
    if digits:
        return Quantity(place + 1, "digits", digits=digits)
    return _words(terms, place) or _single(terms, place)


def _words(terms: Terms, place: int) -> Quantity | None:
    """A number written out: "a", "twenty-five", "three hundred and fifty", "one point five"."""
    kind = "article" if terms.sense(place, "articles") else "words"
    value, stop = (1.0, place + 1) if kind == "article" else _below_hundred(terms, place)
    if value is None:
        return None
    if terms.sense(stop, "scale") == _HUNDRED:
        rest, end = _below_hundred(terms, stop + 1 + (terms.word(stop + 1) == "and"))
        if rest is not None and rest >= 1:
            return Quantity(end, "words", value * _HUNDRED + rest, value * _HUNDRED + rest)
    elif terms.word(stop) == "point" and (tenths := terms.sense(stop + 1, "number")):
        value, stop = value + tenths / 10, stop + 2
    return Quantity(stop, kind, value, value)


def _below_hundred(terms: Terms, place: int) -> tuple[float | None, int]:
    value = terms.sense(place, "number")
    behind = terms.past_dash(place + 1)
    ones = terms.follows(behind, "number")
    if value in range(20, 100, 10) and ones in range(1, 10):
        return value + ones, behind + 1
    return value, place + 1


def _single(terms: Terms, place: int) -> Quantity | None:
    """The one that stands unsaid in "billion-dollar" and "hundred-million-euro"."""
    behind = place
    while (
        terms.sense(behind, "scale") and len(terms.word(behind)) > 1 and behind < place + _FARTHEST
    ):
        step = terms.past_dash(behind + 1)
        if step == behind + 1:
            return None
        behind = step
    return Quantity(place, "single") if behind > place and terms.sense(behind, "unit") else None


def _vague(terms: Terms, place: int) -> Quantity | None:
    """A magnitude: "tens", "a few", "low single-digit", or "billions", which is a scale too."""
    third, at = _third_at(terms, place)
    bounds = terms.sense(at, "vague")
    if bounds:
        high = bounds[1] if len(bounds) > 1 else None
        return Quantity(at + 1, "vague", *_narrowed(third, bounds[0], high))
    if terms.sense(at, "plurals"):
        return Quantity(at, "plural", *_narrowed(third, 2.0, None))
    return None


def _figure(terms: Terms, place: int) -> Quantity | None:
    """The bounds of "nine-figure", "low seven-figure", "six- or seven-figure"."""
    third, at = _third_at(terms, place)
    least, stop = _figures(terms, at)
    most = least
    if terms.is_dash(stop) and terms.follows(stop + 1, "to"):
        most, stop = _figures(terms, stop + 2)
    if terms.is_dash(stop) and terms.sense(stop + 1, "joined"):
        stop += 2
    elif terms.follows(stop, "apart"):
        stop += 1
    else:
        return None
    if not least or not most or terms.past_dash(stop) > stop:
        return None
    return Quantity(stop, "figure", *_narrowed(third, 10.0 ** (least - 1), 10.0**most - 1))


def _figures(terms: Terms, place: int) -> tuple[int, int]:
    """How many digits a sum is said to have, 0 for what cannot be, and the place behind."""
    digits = terms.sense(place, "digits")
    number = terms.sense(place, "number") or (digits and number_of(digits)) or 0
    return (int(number) if number in _FIGURES else 0), place + 1


def _third_at(terms: Terms, place: int) -> tuple[list[float] | None, int]:
    third = terms.sense(place, "third")
    return third, (terms.past_dash(place + 1) if third else place)


def _narrowed(
    third: list[float] | None, low: float, high: float | None
) -> tuple[float, float | None]:
    """The part of a magnitude whose first digit lies in the lower, middle or upper third."""
    if not third:
        return low, high
    magnitude = 10.0 ** (len(str(int(high or 9))) - 1)
    return max(low, third[0] * magnitude), (third[1] + 1) * magnitude - 1
