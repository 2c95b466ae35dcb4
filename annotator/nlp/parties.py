"""Who can fill a role: names, nouns for those who act, and pronouns that stand for them."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from annotator.domain import NAMED_LABELS, EntityLabel
from annotator.nlp.entity_spans import ent_over, ents_in
from annotator.nlp.phrases import joined, noun_phrase
from annotator.nlp.wordings import noun_forms, patterns, word_set

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


def is_pronoun(token: Token) -> bool:
    """Whether the word stands for persons or things that were named before."""
    return any(token.lower_ in word_set(kind, token.lang_) for kind in ("personal", "impersonal"))


def refers_back(span: Span) -> bool:
    """Whether a phrase such as "the company" stands for a firm named before."""
    language = span.doc.lang_
    if span.root.lower_ not in patterns("actors", language)["referring"] or span.start == 0:
        return False
    before = span.doc[span.start - 1].lower_
    return before in word_set("definite", language) and not ents_in(span.doc, span.start, span.end)


def named_at_end(span: Span) -> Span | None:
    """The named entity that a noun phrase is about, at its end in English."""
    last = ent_over(span.root)
    inside = last is not None and last.start >= span.start and last.label_ in NAMED_LABELS
    return last if inside else None


@cache
def _actor_nouns(language: str) -> frozenset[str]:
    nouns = patterns("actors", language)["nouns"]
    return frozenset(form for noun in nouns for form in noun_forms(noun, language))
