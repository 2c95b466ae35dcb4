"""Who says what: quotations, reported speech and named sources, as stretches with a speaker."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from annotator.nlp import grammar
from annotator.nlp.entity_spans import ents_in
from annotator.nlp.notes import Hit, Speech
from annotator.nlp.phrases import noun_phrase
from annotator.nlp.referring import is_own_voice

_OPENING = frozenset("“«„")
_CLOSING = frozenset("”»")
_PLAIN = '"'
_SHORTEST_QUOTE = 4
_NEAR = 10
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
_TITLES = 60


def find_speeches(doc: Doc, hits: Sequence[Hit]) -> list[Speech]:
    """All stretches that somebody says, quotations first, in the order of the text."""
    verbs = [doc[hit.start] for hit in hits if hit.cue == "claims.say"]
    quoted = list(_quotations(doc, verbs))
    reported = [speech for verb in verbs for speech in _reported(verb)]
    sourced = [
        speech for hit in hits if hit.cue == "claims.source" for speech in _sourced(doc, hit)
    ]
    return [*quoted, *reported, *sourced]


def quote_ranges(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges inside quotation marks; a paragraph's end closes what was left open."""
    start: int | None = None
    for token in doc:
        text = token.text
        if start is not None and (text in _CLOSING or text == _PLAIN or "\n" in text):
            yield start, token.i
            start = None
        elif start is None and (text in _OPENING or text == _PLAIN):
            start = token.i + 1
    if start is not None:
        yield start, len(doc)


def _quotations(doc: Doc, verbs: Sequence[Token]) -> Iterator[Speech]:
    """Quotations of some length, with who is said near them to say them."""
    last: tuple[int, Span | None] = (-1, None)
    for start, stop in quote_ranges(doc):
        if stop - start < _SHORTEST_QUOTE:
            continue
        paragraph = _paragraph(doc, start)
        verb = _nearest(verbs, start, stop, paragraph)
        speaker = subject_of(verb) if verb is not None else None
        if speaker is None and last[0] >= paragraph[0] - _TITLES:
            speaker = last[1]
        last = (stop, speaker)
        yield Speech(start, stop, speaker, verb.i if verb is not None else -1, quoted=True)


def _paragraph(doc: Doc, position: int) -> tuple[int, int]:
    start = position
    while start > 0 and "\n" not in doc[start - 1].text:
        start -= 1
    stop = position
    while stop < len(doc) and "\n" not in doc[stop].text:
        stop += 1
    return start, stop


def _nearest(
    verbs: Sequence[Token], start: int, stop: int, paragraph: tuple[int, int]
) -> Token | None:
    """The verb of saying outside the quotation, in its paragraph, that stands closest to it."""
    first = bisect_left(verbs, paragraph[0], key=lambda verb: verb.i)
    last = bisect_left(verbs, paragraph[1], lo=first, key=lambda verb: verb.i)
    outside = [
        verb
        for verb in verbs[first:last]
        if not start <= verb.i < stop and subject_of(verb) is not None
    ]
    return min(outside, key=lambda verb: min(abs(verb.i - start), abs(verb.i - stop)), default=None)


def subject_of(verb: Token) -> Span | None:
    """Who does what the verb says: its own subject, or that of the verb it is joined to."""
    does = grammar.subject(verb)
    return noun_phrase(does) if does is not None else None


def _reported(verb: Token) -> Iterator[Speech]:
    """What a verb of saying has for its clause, or the clause into which it is put."""
    speaker = subject_of(verb)
    if speaker is None or is_own_voice(speaker):
        return
    clause = next((child for child in verb.children if child.dep_ in _CLAUSES), None)
    if clause is not None:
        yield _stretch(clause, verb, speaker)
    elif verb.dep_ in {"parataxis", "ccomp"} and verb.head.i != verb.i:
        sentence = verb.sent
        yield Speech(sentence.start, sentence.end, speaker, verb.i)


def _stretch(clause: Token, verb: Token, speaker: Span) -> Speech:
    """The clause's own words, on the side of the verb where the clause stands."""
    start, stop = clause.left_edge.i, clause.right_edge.i + 1
    if start <= verb.i < stop:
        start, stop = (verb.i + 1, stop) if clause.i > verb.i else (start, speaker.start)
    return Speech(start, max(start, stop), speaker, verb.i)


def _sourced(doc: Doc, hit: Hit) -> Iterator[Speech]:
    """A sentence whose source is named: "according to ..."."""
    sentence = doc[hit.start].sent
    if hit.stop >= sentence.end:
        return
    named = next(iter(ents_in(doc, hit.stop, hit.stop + _NEAR)), None)
    below = (child for token in doc[hit.start : hit.stop] for child in token.children)
    head = next((child for child in below if child.dep_ == "pobj"), None)
    if named is not None and named.end <= sentence.end:
        yield Speech(sentence.start, sentence.end, named, hit.start)
    elif head is not None:
        yield Speech(sentence.start, sentence.end, noun_phrase(head), hit.start)
