"""Spans of entities: from code points to tokens, without overlaps, without what does not belong."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from itertools import takewhile

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from annotator.domain import EntityLabel
from annotator.nlp.notes import notes_of
from annotator.nlp.wordings import patterns

_QUOTES = frozenset("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb()[]{}*_`")


def token_span(doc: Doc, start: int, stop: int, label: str) -> Span:
    """The tokens that hold these code points, whole ones even if the ends lie within them."""
    span = doc.char_span(start, stop, label=label, alignment_mode="expand")
    return span if span is not None else Span(doc, 0, 0, label=label)


def place(doc: Doc, spans: Iterable[Span], *, drop: Collection[str] = ()) -> None:
    """Puts these entities into the text before all others; others of labels in `drop` go.

    Only a sum of money keeps what lies wholly within it: "5 million US dollars".
    """
    held = () if EntityLabel.MONEY in drop else _places(doc.ents, EntityLabel.MONEY)
    new = filter_spans([span for span in spans if len(span) and not _lies_within(span, held)])
    taken = {place for span in new for place in range(span.start, span.end)}
    kept = [
        span
        for span in doc.ents
        if span.label_ not in drop and taken.isdisjoint(range(span.start, span.end))
    ]
    doc.ents = tuple(sorted([*new, *kept], key=lambda span: span.start))


def _places(ents: Iterable[Span], label: str) -> set[int]:
    return {place for ent in ents if ent.label_ == label for place in range(ent.start, ent.end)}


def _lies_within(span: Span, places: Collection[int]) -> bool:
    return bool(places) and all(place in places for place in range(span.start, span.end))


def settle(doc: Doc) -> None:
    """Keeps the entities of a text at hand, when no component changes them any more."""
    notes_of(doc).ents = tuple(doc.ents)


def ents_in(doc: Doc, start: int, stop: int) -> list[Span]:
    """The settled entities that lie wholly between two tokens, in order."""
    ents = notes_of(doc).ents
    first = bisect_left(ents, start, key=lambda ent: ent.start)
    return [ent for ent in takewhile(lambda ent: ent.start < stop, ents[first:]) if ent.end <= stop]


def ent_over(token: Token) -> Span | None:
    """The settled entity of which a token is a part."""
    if not token.ent_type_:
        return None
    ents = notes_of(token.doc).ents
    before = bisect_right(ents, token.i, key=lambda ent: ent.start) - 1
    return ents[before] if before >= 0 and token.i < ents[before].end else None


def trimmed(span: Span) -> Span:
    """The span without leading articles and titles, possessives, quotes and line breaks."""
    start, stop = span.start, span.end
    doc = span.doc
    for token in span:
        if token.is_space and "\n" in token.text:
            stop = token.i
            break
    while start < stop and _leads(doc[start], span.label_):
        start += 1
    while start < stop and _trails(doc[stop - 1]):
        stop -= 1
    return Span(doc, start, stop, label=span.label_)


def _leads(token: Token, label: str) -> bool:
    word, lists = token.text, patterns("entities", token.lang_)["trim"]
    if word.lower() in lists["leading"] or word in _QUOTES or word.isspace():
        return True
    return label == "PERSON" and word.rstrip(".") in lists["titles"]


def _trails(token: Token) -> bool:
    word, lists = token.text, patterns("entities", token.lang_)["trim"]
    return word in lists["trailing"] or word in _QUOTES or word.isspace()
