"""Values of roles from spans of a text: entities by name, pronouns by what they stand for."""

from spacy.tokens import Doc, Span

from annotator.domain import RoleValue
from annotator.domain import Span as TextSpan
from annotator.nlp.antecedents import meant_by
from annotator.nlp.entity_spans import ents_in
from annotator.nlp.notes import name_of
from annotator.nlp.parties import named_at_end


def text_span(span: Span) -> TextSpan:
    """Where the tokens stand, in code points."""
    return TextSpan(span.start_char, span.end_char)


def value_of(role: str, span: Span) -> RoleValue:
    """A value of the role: the entity named there or meant by a pronoun, else the words."""
    named = named_at_end(span)
    if named is not None:
        return RoleValue(role, named.text, text_span(named), entity=name_of(named))
    meant = meant_by(span)
    entity = name_of(meant) if meant is not None else ""
    return RoleValue(role, span.text, text_span(span), entity=entity)


def choice(role: str, text: str) -> RoleValue:
    """A value of a role that has choices."""
    return RoleValue(role, text)


def names_in(doc: Doc, start: int, stop: int, labels: frozenset[str]) -> list[Span]:
    """All entities with one of these labels between two tokens."""
    return [ent for ent in ents_in(doc, start, stop) if ent.label_ in labels]
