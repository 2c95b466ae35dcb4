"""Words that stand for somebody or something named before: pronouns and phrases like "the firm"."""

from functools import cache

from spacy.tokens import Span, Token

from annotator.domain import EntityLabel
from annotator.nlp.entity_spans import ents_in
from annotator.nlp.wordings import patterns, word_set

ATTRIBUTES = frozenset({EntityLabel.NORP.value, EntityLabel.GPE.value, EntityLabel.LOC.value})
"""What may describe a firm that is not named: "the French startup"."""


def is_pronoun(token: Token) -> bool:
    """Whether the word stands for persons or things that were named before."""
    return _pronoun(token) is not None


def referring_kind(span: Span) -> str | None:
    """What a phrase stands for, a key of referring.toml; None if it stands for itself."""
    head = span.root
    named = [ent.label_ for ent in ents_in(span.doc, span.start, span.end)]
    if not ATTRIBUTES.issuperset(named) or (named and _is_national(head)):
        return None
    return _pronoun(head) or (
        _kinds("nouns", head.lang_).get(head.lower_) if _is_pointed_at(span) else None
    )


def is_own_voice(span: Span) -> bool:
    """Whether a phrase is "we" or "I": outside of quotations, the writers of the article."""
    return _pronoun(span.root) == "speaker"


def _pronoun(token: Token) -> str | None:
    """The kind of a pronoun; "US" is a country."""
    if token.is_upper and len(token) > 1 and token.ent_type_:
        return None
    return _kinds("pronouns", token.lang_).get(token.lower_)


def _is_national(head: Token) -> bool:
    return head.lower_ in patterns("referring", head.lang_)["national"]["nouns"]


def _is_pointed_at(span: Span) -> bool:
    if span.start == 0:
        return False
    return span.doc[span.start - 1].lower_ in word_set("definite", span.doc.lang_)


@cache
def _kinds(part: str, language: str) -> dict[str, str]:
    """Each word of a part of referring.toml with its kind."""
    lists = patterns("referring", language)[part]
    return {word: kind for kind, words in lists.items() for word in words}
