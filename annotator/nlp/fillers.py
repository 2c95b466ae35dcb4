"""Values of roles from spans of a text: entities by name, pronouns by what they stand for."""

from spacy.tokens import Doc, Span

from annotator.domain import EntityLabel, RoleValue
from annotator.domain import Span as TextSpan
from annotator.nlp.entity_spans import ents_in
from annotator.nlp.notes import key_of, notes_of
from annotator.nlp.parties import named_at_end, refers_back
from annotator.nlp.wordings import word_set

_FIRMS = frozenset({EntityLabel.ORG.value, EntityLabel.PRODUCT.value})
_LOOK_BACK = 120


def text_span(span: Span) -> TextSpan:
    """Where the tokens stand, in code points."""
    return TextSpan(span.start_char, span.end_char)


def value_of(role: str, span: Span) -> RoleValue:
    """A value of the role: the entity named there or meant by a pronoun, else the words."""
    named = named_at_end(span)
    if named is not None:
        name = notes_of(span.doc).names.get(key_of(named), named.text)
        return RoleValue(role, named.text, text_span(named), entity=name)
    meant = meant_by(span)
    entity = notes_of(span.doc).names.get(key_of(meant), meant.text) if meant is not None else ""
    return RoleValue(role, span.text, text_span(span), entity=entity)


def choice(role: str, text: str) -> RoleValue:
    """A value of a role that has choices."""
    return RoleValue(role, text)


def meant_by(span: Span) -> Span | None:
    """The entity named last before a pronoun or a description such as "the company"."""
    head, language = span.root.lower_, span.doc.lang_
    if head in word_set("personal", language):
        wanted = frozenset({EntityLabel.PERSON.value})
    elif head in word_set("impersonal", language) or refers_back(span):
        wanted = _FIRMS
    else:
        return None
    before = [
        ent
        for ent in ents_in(span.doc, max(0, span.start - _LOOK_BACK), span.start)
        if ent.label_ in wanted
    ]
    subjects = [ent for ent in before if ent.root.dep_ in {"nsubj", "nsubjpass"}]
    found = subjects or before
    return found[-1] if found else None


def names_in(doc: Doc, start: int, stop: int, labels: frozenset[str]) -> list[Span]:
    """All entities with one of these labels between two tokens."""
    return [ent for ent in ents_in(doc, start, stop) if ent.label_ in labels]
