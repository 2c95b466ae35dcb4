"""The component that fills the roles of each candidate and settles who says it, and how."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from annotator.domain import SPEAKER, Modality, Polarity, RoleValue
from annotator.nlp.claims import speech_over
from annotator.nlp.encoding import encodings_of
from annotator.nlp.fillers import value_of
from annotator.nlp.marked import is_possible, marked_values, speaker_in
from annotator.nlp.mood import modality_of, polarity_of
from annotator.nlp.notes import Candidate, Filled, Notes, hits_in, notes_of
from annotator.nlp.roles_competitor import competitor_values
from annotator.nlp.roles_funding import funding_values
from annotator.nlp.roles_policy import policy_values
from annotator.nlp.weighing import modality, polarity

_VALUES = {
    "funding": funding_values,
    "policy": policy_values,
    "competitor": competitor_values,
}


@Language.component("annotator_roles")
def fill_roles(doc: Doc) -> Doc:
    """Notes each candidate as a statement with its values."""
    notes = notes_of(doc)
    notes.statements = [_filled(candidate, notes) for candidate in notes.candidates]
    return doc


def _filled(candidate: Candidate, notes: Notes) -> Filled:
    span = candidate.span
    values = sorted(
        _values(candidate),
        key=lambda value: value.span.start if value.span else span.end_char,
    )
    speaker = _speaker(span, notes)
    said_by = value_of(SPEAKER, speaker) if speaker is not None else None
    return Filled(candidate, tuple(values), said_by, *_mood(candidate, notes))


def _speaker(span: Span, notes: Notes) -> Span | None:
    speech = speech_over(span, notes.speeches)
    by_grammar = speech.speaker if speech else None
    encodings = encodings_of(span.doc)
    return speaker_in(encodings, span.sent, by_grammar) if encodings else by_grammar


def _values(candidate: Candidate) -> Iterator[RoleValue]:
    """What the encoder marks for a role; where that is nothing, what the grammar gives.

    What the encoder rules out is not given: nothing is mended more easily than a missing filler.
    """
    by_rules = list(_VALUES[candidate.type](candidate))
    encodings = encodings_of(candidate.span.doc)
    if encodings is None:
        yield from by_rules
        return
    marked = marked_values(encodings, candidate)
    yield from (value for values in marked.values() for value in values)
    taken = {value.text for values in marked.values() for value in values}
    for value in by_rules:
        is_left = not marked.get(value.role) and value.text not in taken
        if is_left and is_possible(encodings, value, candidate.span.doc):
            yield value


def _mood(candidate: Candidate, notes: Notes) -> tuple[Modality, Polarity]:
    span, doc = candidate.span, candidate.span.doc
    inside = hits_in(notes.hits, span.start, span.end)
    how_far = modality_of(span, inside)
    denied = polarity_of(span, inside) if len(span) else Polarity.AFFIRMED
    encodings = encodings_of(doc)
    if encodings is None:
        return how_far, denied
    return (
        modality(encodings.card, encodings.modalities(candidate.type, span), how_far),
        polarity(encodings.card, encodings.denials(candidate.type, span), denied),
    )
