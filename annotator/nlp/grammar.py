"""Who does what to whom around a verb or noun, read off the dependency parse."""

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from annotator.nlp.wordings import word_set

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_OBJECT = frozenset({"dobj", "dative", "attr", "oprd", "obj"})


def verb_above(token: Token) -> Token:
    """The token itself if it is a verb, else the verb on which it depends."""
    while not token.tag_.startswith(("VB", "MD")) and token.head.i != token.i:
        token = token.head
    return token


def is_subject(token: Token) -> bool:
    """Whether the token is the grammatical subject of a verb."""
    return token.dep_ in _SUBJECT


def is_passive(verb: Token) -> bool:
    """Whether the subject is the one to whom it happens."""
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def subject(verb: Token) -> Token | None:
    """The grammatical subject: the verb's own, or that of the verb that governs it."""
    seen = 0
    while seen < 6:  # noqa: PLR2004 - chains of verbs are short; a parse may be odd
        own = next(filter(is_subject, verb.children), None)
        if own is not None:
            return _antecedent(own, verb)
        if verb.dep_ == "relcl" or (verb.dep_ == "acl" and not _is_infinitive(verb)):
            return verb.head
        if verb.head.i == verb.i or verb.dep_ not in {
            "xcomp",
            "conj",
            "advcl",
            "ccomp",
            "aux",
            "pcomp",
            "acl",
        }:
            return None
        verb = verb_above(verb.head)
        seen += 1
    return None


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _antecedent(own: Token, verb: Token) -> Token:
    """What a relative pronoun stands for."""
    return verb.head if own.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else own


def objects(verb: Token) -> list[Token]:
    """Direct objects and what stands in their place."""
    return [child for child in verb.children if child.dep_ in _OBJECT]


def after(word: Token, prepositions: Collection[str]) -> list[Token]:
    """What follows one of these prepositions behind the word."""
    return [
        child
        for preposition in word.children
        if preposition.dep_ in {"prep", "agent", "dative"} and preposition.lower_ in prepositions
        for child in preposition.children
        if child.dep_ in {"pobj", "pcomp"}
    ]


def agent(verb: Token) -> list[Token]:
    """Who does it, in a passive clause."""
    return after(verb, word_set("by", verb.lang_))


def owner(noun: Token) -> Token | None:
    """Whose it is: "Amazon's investment", "the Amazon investment"."""
    for dependency in ("poss", "compound"):
        found = next(
            (
                child
                for child in noun.lefts
                if child.dep_ == dependency
                and (dependency == "poss" or child.ent_type_ in {"ORG", "GPE", "PERSON"})
            ),
            None,
        )
        if found is not None:
            return found
    return None


def within(tokens: Collection[Token], span: Span) -> Iterator[Token]:
    """Those of the tokens that stand in the sentence of the span."""
    sentence = span.sent
    return (token for token in tokens if sentence.start <= token.i < sentence.end)
