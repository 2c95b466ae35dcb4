"""Amounts of one part, and of two that are the bounds of a range."""

from dataclasses import dataclass, replace

from annotator.nlp.money_parts import Part, part_at
from annotator.nlp.money_words import Terms

_SHARES = frozenset({"%", "percent"})


@dataclass(frozen=True, slots=True)
class Amount:
    """The part that gives the low bound and the one that gives the high one, perhaps the same."""

    first: int
    low: Part
    high: Part
    scale: float | None

    @property
    def stop(self) -> int:
        """The place behind its last term."""
        return self.high.stop

    @property
    def named(self) -> Part:
        """The part that tells the currency, with the scale of both."""
        part = self.low if self.low.code is not None else self.high
        return replace(part, scale=part.scale or self.high.scale)

    @property
    def lowest(self) -> float:
        """The low bound in whole units."""
        return self.low.lowest(self.scale)

    @property
    def highest(self) -> float | None:
        """The high bound in whole units."""
        return self.high.highest(self.high.scale)


def amount_at(terms: Terms, place: int, *, floor: int, comma: bool) -> Amount | None:
    """The amount whose first number or sign is that term; its opener not before `floor`."""
    if not terms.sense(place, "starts"):
        return None
    low = part_at(terms, place, comma=comma)
    if low is None:
        return None
    opener = _opener(terms, low.first, floor)
    join = _join(terms, low.stop, opener)
    high = part_at(terms, terms.past_dash(join + 1), comma=comma, inside=True) if join else None
    if high and _belong(terms, low, high, join=join, opened=bool(opener)):
        if low.code is None:
            low = replace(low, hundredth=high.hundredth)
        for scale in (low.scale or high.scale, low.scale):
            most = high.highest(high.scale)
            if most is None or low.lowest(scale) < most:
                return Amount(low.first - bool(opener), low, high, scale)
    return Amount(low.first, low, low, low.scale)


def _opener(terms: Terms, first: int, floor: int) -> str:
    """What opens a range: "between", "from", nothing, or "change" for "rose from"."""
    if first - 1 < floor or not terms.is_near(first):
        return ""
    if terms.sense(first - 1, "between"):
        return "between"
    if not terms.sense(first - 1, "from"):
        return ""
    return "change" if terms.told_before(first - 1, "changes") else "from"


def _join(terms: Terms, stop: int, opener: str) -> int:
    """The place of the word or dash that joins two bounds, 0 if none does."""
    dashed = terms.is_dash(stop) and terms.follows(stop + 1, "to") and not terms.is_dash(stop + 1)
    place = stop + 1 if dashed else stop
    joins = terms.follows(place, "to") or (opener == "between" and terms.follows(place, "and"))
    if opener == "change" or not joins or not terms.is_near(place + 1):
        return 0
    even = terms.is_glued(place) == terms.is_glued(place + 1)
    return place if even or not terms.is_dash(place) else 0


def _belong(terms: Terms, low: Part, high: Part, *, join: int, opened: bool) -> bool:
    """Whether two parts may be the bounds of one range."""
    if not _are_alike(low, high, dashed=terms.is_dash(join)):
        return False
    if terms.word(high.stop) in _SHARES or (not high.scale and _is_compound(terms, high)):
        return False
    if not low.signed:
        return not high.signed and (low.code is None or high.code is not None)
    if high.signed or (high.scale and not low.scale):
        return True
    dashed = terms.is_dash(join) and terms.is_glued(join)
    return (opened or dashed) and bool(low.scale) == bool(high.scale)


def _are_alike(low: Part, high: Part, *, dashed: bool) -> bool:
    """Whether two parts are of one currency, both numbers or both magnitudes."""
    if low.code is not None and high.code is not None and low.code != high.code:
        return False
    if low.is_exact != high.is_exact:
        return False
    # the article in "half-a-billion" begins no number of its own
    lone = low.kind == "article" and low.scale is None
    return not lone and not (high.kind == "article" and dashed)


def _is_compound(terms: Terms, part: Part) -> bool:
    """Whether a word is joined to the number: "$5-10-year"."""
    return terms.past_dash(part.stop) > part.stop
