"""Values of roles from spans of a text: entities by name, pronouns by what they stand for."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from annotator.domain import NAMED_LABELS, EntityLabel, RoleValue
from annotator.domain import Span as TextSpan
from annotator.nlp.notes import key_of, notes_of
from annotator.nlp.phrases import entity_at, joined, noun_phrase

_PERSONAL = frozenset({"he", "she", "him", "his", "her"})
_IMPERSONAL = frozenset({"it", "its", "they", "their", "them", "we", "our", "us"})
_GENERIC = frozenset(
    {"company", "firm", "startup", "start-up", "group", "maker", "giant", "lab", "model"}
)
_FIRMS = frozenset({EntityLabel.ORG.value, EntityLabel.PRODUCT.value})
_LOOK_BACK = 120


def text_span(span: Span) -> TextSpan:
    """Where the tokens stand, in code points."""
    return TextSpan(span.start_char, span.end_char)


def value_of(role: str, span: Span) -> RoleValue:
    """A value of the role: the entity named there or meant by a pronoun, else the words."""
    named = named_in(span)
    if named is not None:
        name = notes_of(span.doc).names.get(key_of(named), named.text)
        return RoleValue(role, named.text, text_span(named), entity=name)
    meant = meant_by(span)
    entity = notes_of(span.doc).names.get(key_of(meant), meant.text) if meant is not None else ""
    return RoleValue(role, span.text, text_span(span), entity=entity)


def choice(role: str, text: str) -> RoleValue:
    """A value of a role that has choices."""
    return RoleValue(role, text)


def named_in(span: Span) -> Span | None:
    """The named entity that a noun phrase is about: at its end, else the first one in it."""
    ents = [ent for ent in span.ents if ent.label_ in NAMED_LABELS]
    if not ents:
        return None
    return next((ent for ent in ents if ent.end == span.end), None)


def meant_by(span: Span) -> Span | None:
    """The entity named last before a pronoun or a description such as "the company"."""
    head = span[-1].lower_
    if head in _PERSONAL:
        wanted = frozenset({EntityLabel.PERSON.value})
    elif head in _IMPERSONAL or (head in _GENERIC and len(span) == 1):
        wanted = _FIRMS
    else:
        return None
    before = [
        ent
        for ent in span.doc[max(0, span.start - _LOOK_BACK) : span.start].ents
        if ent.label_ in wanted
    ]
    subjects = [ent for ent in before if ent.root.dep_ in {"nsubj", "nsubjpass"}]
    found = subjects or before
    return found[-1] if found else None


def phrases_of(head: Token) -> Iterator[Span]:
    """The noun phrase of a head and of what is joined to it; entities as they are named."""
    for part in joined(head):
        named = entity_at(part)
        yield named if named is not None and named.label_ in NAMED_LABELS else noun_phrase(part)


def names_in(doc: Doc, start: int, stop: int, labels: frozenset[str]) -> list[Span]:
    """All entities with one of these labels between two tokens."""
    return [ent for ent in doc[start:stop].ents if ent.label_ in labels]
