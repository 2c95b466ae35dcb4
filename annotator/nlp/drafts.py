"""What the components noted on a parsed text, as suggestions in the order of the text."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from annotator.domain import (
    SPEAKER,
    ClaimDraft,
    EntityLabel,
    MentionDraft,
    RoleValue,
    StatementDraft,
    SuggestionDraft,
)
from annotator.nlp.fillers import text_span, value_of
from annotator.nlp.notes import Notes, key_of, notes_of


def drafts_of(doc: Doc, offset: int) -> tuple[SuggestionDraft, ...]:
    """All suggestions for a text that begins `offset` code points into its article."""
    notes = notes_of(doc)
    found = [*_mentions(doc, notes), *_claims(notes), *_statements(notes)]
    moved = (_moved(draft, offset) for draft in found) if offset else iter(found)
    return tuple(sorted(moved, key=lambda draft: (draft.span.start, -draft.span.stop)))


def _mentions(doc: Doc, notes: Notes) -> Iterator[SuggestionDraft]:
    for ent in doc.ents:
        key = key_of(ent)
        score, evidence = notes.origins.get(key, (0.5, ""))
        content = MentionDraft(
            span=text_span(ent), label=EntityLabel(ent.label_), entity=notes.names.get(key, "")
        )
        yield SuggestionDraft(content=content, score=score, evidence=evidence)


def _claims(notes: Notes) -> Iterator[SuggestionDraft]:
    for span, reading in notes.readings:
        if reading.kind is None:
            continue
        content = ClaimDraft(
            span=text_span(span),
            kind=reading.kind,
            speaker=value_of(SPEAKER, reading.speaker) if reading.speaker is not None else None,
            modality=reading.modality,
            polarity=reading.polarity,
        )
        yield SuggestionDraft(content=content, score=reading.score, evidence=reading.evidence)


def _statements(notes: Notes) -> Iterator[SuggestionDraft]:
    for filled in notes.statements:
        candidate = filled.candidate
        content = StatementDraft(
            span=text_span(candidate.span),
            type=candidate.type,
            values=filled.values,
            speaker=filled.speaker,
            modality=filled.modality,
            polarity=filled.polarity,
        )
        yield SuggestionDraft(content=content, score=candidate.score, evidence=candidate.evidence)


def _moved(draft: SuggestionDraft, by: int) -> SuggestionDraft:
    """The same suggestion, further on in the article."""
    content = draft.content
    span = content.span.moved(by)
    if isinstance(content, MentionDraft):
        return replace(draft, content=replace(content, span=span))
    speaker = _shift(content.speaker, by) if content.speaker else None
    if isinstance(content, ClaimDraft):
        return replace(draft, content=replace(content, span=span, speaker=speaker))
    values = tuple(_shift(value, by) for value in content.values)
    return replace(draft, content=replace(content, span=span, speaker=speaker, values=values))


def _shift(value: RoleValue, by: int) -> RoleValue:
    return replace(value, span=value.span.moved(by)) if value.span else value
