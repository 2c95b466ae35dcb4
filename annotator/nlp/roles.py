"""The component that fills the roles of each candidate and settles who says it, and how."""

from spacy.language import Language
from spacy.tokens import Doc

from annotator.domain import SPEAKER, Polarity, RoleValue
from annotator.nlp.claims import speech_over
from annotator.nlp.fillers import value_of
from annotator.nlp.mood import modality_of, polarity_of
from annotator.nlp.notes import Candidate, Filled, Notes, hits_in, notes_of
from annotator.nlp.roles_competitor import competitor_values
from annotator.nlp.roles_funding import funding_values
from annotator.nlp.roles_policy import policy_values

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
    inside = hits_in(notes.hits, span.start, span.end)
    speech = speech_over(span, notes.speeches)
    speaker: RoleValue | None = None
    if speech is not None and speech.speaker is not None:
        speaker = value_of(SPEAKER, speech.speaker)
    polarity = polarity_of(span, inside) if len(span) else Polarity.AFFIRMED
    values = sorted(
        _VALUES[candidate.type](candidate),
        key=lambda value: value.span.start if value.span else span.end_char,
    )
    return Filled(candidate, tuple(values), speaker, modality_of(span, inside), polarity)
