"""Who can fill a role: names, nouns for those who act, and pronouns that stand for them."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from annotator.domain import NAMED_LABELS, EntityLabel
from annotator.nlp.entity_spans import ent_over, ents_in
from annotator.nlp.phrases import joined, noun_phrase
from annotator.nlp.referring import is_pronoun
from annotator.nlp.wordings import noun_forms, patterns

_ACTING = frozenset(
    {
        EntityLabel.PERSON.value,
        EntityLabel.ORG.value,
        EntityLabel.GPE.value,
        EntityLabel.NORP.value,
        EntityLabel.LOC.value,
        EntityLabel.PRODUCT.value,
    }
)


def parties_of(head: Token) -> Iterator[Span]:
    """All parties that a noun and those joined to it name; none for things that cannot act."""
    for part in joined(head):
        party = _party(part)
        if party is not None:
            yield party


def _party(head: Token) -> Span | None:
    """The name, else the phrase of a noun for an actor, else whose the thing is."""
    named = ent_over(head)
    if named is not None:
        return named if named.label_ in _ACTING else None
    phrase = noun_phrase(head)
    if is_pronoun(head) or is_actor_noun(head):
        return phrase
    inside = [ent for ent in ents_in(phrase.doc, phrase.start, phrase.end) if ent.label_ in _ACTING]
    owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
    if owner is not None and (inside or is_pronoun(owner) or is_actor_noun(owner)):
        return next((ent for ent in inside if ent.start <= owner.i < ent.end), noun_phrase(owner))
    return phrase if head.tag_ in {"NNP", "NNPS"} else None


def is_actor_noun(token: Token) -> bool:
    """Whether the word is a noun for someone or something that acts."""
    return token.lower_ in _actor_nouns(token.lang_)


def named_at_end(span: Span) -> Span | None:
    """The named entity that a noun phrase is about, at its end in English."""
    last = ent_over(span.root)
    if last is None or last.label_ not in NAMED_LABELS:
        return None
    return last if last.start >= span.start or span.end <= last.end else None


@cache
def _actor_nouns(language: str) -> frozenset[str]:
    nouns = patterns("actors", language)["nouns"]
    return frozenset(form for noun in nouns for form in noun_forms(noun, language))
