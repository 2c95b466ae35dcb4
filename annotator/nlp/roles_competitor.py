"""Roles of competitor statements: who stands against whom, in what, and who is ahead."""

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Span, Token

from annotator.domain import RoleValue
from annotator.nlp import grammar
from annotator.nlp.fillers import choice, names_in, value_of
from annotator.nlp.notes import Candidate, Hit
from annotator.nlp.parties import parties_of
from annotator.nlp.wordings import patterns, word_set

_SELLERS = frozenset({"ORG", "PRODUCT"})
_SIDES = frozenset({"ORG", "PRODUCT", "GPE", "NORP", "LOC"})


def competitor_values(candidate: Candidate) -> Iterator[RoleValue]:
    """All values that the candidate's clause gives."""
    cue = candidate.hits[0]
    subjects, rivals = _sides(candidate, cue)
    starts = {span.start for span in subjects}
    yield from (value_of("subject", span) for span in subjects)
    yield from (value_of("rival", span) for span in rivals if span.start not in starts)
    settings = _settings(cue, candidate.span.doc.lang_)
    yield choice("dimension", _dimension(candidate, settings))
    yield choice("direction", str(settings.get("direction", "unclear")))


def _settings(hit: Hit, language: str) -> dict[str, Any]:
    key = hit.cue.partition(".")[2]
    return next((cue for cue in patterns("competitor", language)["cue"] if cue["key"] == key), {})


def _dimension(candidate: Candidate, settings: dict[str, Any]) -> str:
    text = candidate.span.text.lower()
    dimensions = patterns("competitor", candidate.span.doc.lang_)["dimensions"]
    found = next((name for name, words in dimensions.items() if any(w in text for w in words)), "")
    return found or str(settings.get("dimension", "other"))


def _sides(candidate: Candidate, cue: Hit) -> tuple[list[Span], list[Span]]:
    """The subject of the clause against what the cue sets beside it, else names around the cue."""
    span = candidate.span
    word = span.doc[cue.start]
    verb = grammar.verb_above(word)
    does = grammar.subject(verb)
    subjects = list(parties_of(does)) if does is not None else []
    rivals = [party for head in _opposed(span, cue, verb) for party in parties_of(head)]
    owner = grammar.owner(word) if word.tag_.startswith("NN") else None
    if owner is not None and not rivals:
        rivals = list(parties_of(owner))
        subjects = list(parties_of(word.head)) if word.dep_ == "appos" else subjects
    if not subjects:
        subjects = names_in(span.doc, span.start, cue.start, _SIDES)[:1]
    if not rivals:
        rivals = names_in(span.doc, cue.stop, span.end, _SELLERS)[:2]
    own = {party.start for party in subjects}
    return subjects, [rival for rival in rivals if rival.start not in own]


def _opposed(span: Span, cue: Hit, verb: Token) -> list[Token]:
    """Heads of what follows "than", "rival of", "outperforms", "compete with"."""
    found: list[Token] = []
    against = word_set("against", span.doc.lang_)
    words = list(span.doc[cue.start : cue.stop])
    for word in words:
        found += grammar.after(word, against)
        if word.lower_ in against:
            found += [child for child in word.children if child.dep_ in {"pobj", "pcomp"}]
    if words[-1].tag_.startswith("VB") or verb.i in range(cue.start, cue.stop):
        found += grammar.objects(verb)
    return list({head.i: head for head in found if cue.start <= head.i}.values())
