"""Whether an amount is money: by its currency, or else by the words around it."""

from annotator.nlp.money_parts import Part
from annotator.nlp.money_ranges import Amount
from annotator.nlp.money_words import Terms

_NO_END = frozenset("%/$€£¥-–#&@*_'’")
_MILLION = 1e6
_THOUSAND = 1000
_YEARS = range(1900, 2100)
_PENNY = "p"


def is_money(terms: Terms, amount: Amount, first: int) -> bool:
    """Whether an amount, with qualifiers from the term `first` on, is a sum of money."""
    named, last = amount.named, amount.high
    if named.code is not None:
        return _is_currency(terms, named)
    if last.kind == "figure" or (_is_large(last) and _is_for_money(terms, last)):
        return True
    if not _is_large(last) or not _is_alone(terms, last.stop):
        return False
    if terms.sense(last.stop - 1, "plurals"):
        return not _is_of_people(terms, first, last.stop)
    return bool(terms.is_near(first) and terms.sense(first - 1, "before"))


def _is_currency(terms: Terms, part: Part) -> bool:
    """Whether the sign or unit of an amount can be meant as such: not in "the team won"."""
    if part.code is None:
        return False
    value = part.lowest(part.scale)
    if part.word in terms.listed("scaled_only", "codes"):
        return part.scale is not None or value >= _THOUSAND
    if {part.word, part.word.lower()} & terms.listed("scaled_only", "units"):
        scaled = part.scale is not None or not part.is_exact
        told = (
            part.word not in terms.listed("scaled_only", "spelled") or terms.word(part.stop - 2)[1:]
        )
        return scaled and bool(told) and not _measures(terms, part)
    if part.word.lower() == _PENNY:
        whole = part.kind == "digits" and terms.is_glued(part.stop - 1)
        return whole and part.word == _PENNY and value < 1
    if part.kind == "article":
        return part.scale is not None
    is_year = part.low in _YEARS and part.scale is None and terms.word(part.first - 1) == "in"
    return not (is_year and part.kind == "digits" and not part.signed)


def _measures(terms: Terms, part: Part) -> bool:
    """Whether a unit weighs something: "5 million pounds of copper"."""
    weighs = part.word.lower() in terms.listed("scaled_only", "measures")
    named = terms.word(part.stop + 1) in terms.listed("nouns", "money") | terms.listed(
        "links", "adjective"
    )
    return weighs and terms.word(part.stop) == "of" and not named


def _is_large(part: Part) -> bool:
    return part.scale is not None or part.low >= _MILLION


def _is_for_money(terms: Terms, part: Part) -> bool:
    """Whether what follows is paid: "multibillion deal", but not "two million loans"."""
    behind = terms.past_dash(part.stop)
    word = terms.word(behind)
    if not terms.is_near(behind) or word not in terms.listed("nouns", "money"):
        return False
    return not part.is_exact or not word.endswith("s")


def _is_alone(terms: Terms, stop: int) -> bool:
    """Whether nothing that is counted follows."""
    if not terms.is_near(stop):
        return True
    text = terms[stop].text
    if text[0].isalnum() or terms.sense(stop, "after"):
        return bool(terms.sense(stop, "after"))
    return text not in _NO_END or (terms.is_dash(stop) and not terms.is_glued(stop))


def _is_of_people(terms: Terms, first: int, stop: int) -> bool:
    """Whether bare "millions" counts people: "used by millions", "millions in Africa"."""
    if terms.told_before(first, "near"):
        return False
    placed = terms.word(stop) in {"in", "from"} and stop + 1 < len(terms)
    return bool(terms.sense(first - 1, "people")) or (placed and terms[stop + 1].text[0].isupper())
