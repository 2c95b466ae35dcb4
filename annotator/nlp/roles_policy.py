"""Roles of policy statements: who acts, on which rule, how, towards whom, where and when."""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from spacy.tokens import Span, Token

from annotator.domain import EntityLabel, RoleValue
from annotator.nlp import grammar
from annotator.nlp.entity_spans import ents_in
from annotator.nlp.fillers import choice, names_in, text_span, value_of
from annotator.nlp.notes import Candidate, key_of, notes_of
from annotator.nlp.parties import parties_of
from annotator.nlp.phrases import noun_phrase
from annotator.nlp.wordings import patterns, word_set

_MOST = 3
_LAW = frozenset({EntityLabel.LAW.value})
_AUTHORITY_CUES = frozenset({"policy.body", "policy.authority", "policy.country"})
_INSTRUMENT_CUES = frozenset({"policy.rule", "policy.comply", "policy.goal"})


def policy_values(candidate: Candidate) -> Iterator[RoleValue]:
    """All values that the candidate's clause gives."""
    span = candidate.span
    verb = _verb(candidate)
    actors = _actors(candidate, verb)
    instrument = _instrument(candidate)
    yield from (value_of("actor", phrase) for phrase in actors)
    if instrument is not None:
        yield value_of("instrument", instrument)
    taken = {phrase.start for phrase in actors} | ({instrument.start} if instrument else set())
    for phrase in _targets(verb, span):
        if phrase.start not in taken:
            taken.add(phrase.start)
            yield value_of("target", phrase)
    yield choice("action", _action(candidate, verb))
    yield choice("stance", _stance(candidate))
    yield from _places(span)
    yield from _dates(span)


def _verb(candidate: Candidate) -> Token:
    """The verb that tells what is done: the surest cue that is one, else the clause's own."""
    for hit in candidate.hits:
        word = candidate.span.doc[hit.start]
        if word.tag_.startswith("VB") and hit.cue.partition(".")[2] in _actions(word.lang_):
            return word
    return grammar.verb_above(candidate.span.root)


def _actors(candidate: Candidate, verb: Token) -> list[Span]:
    """The subject of the verb, or who does it in a passive clause; else the authority named."""
    does = grammar.subject(verb)
    heads = grammar.agent(verb) if grammar.is_passive(verb) else [does] if does is not None else []
    found = [party for head in heads for party in parties_of(head)]
    if found:
        return found
    doc = candidate.span.doc
    bodies = [hit for hit in candidate.hits if hit.cue in _AUTHORITY_CUES]
    return [party for hit in bodies[:1] for party in islice(parties_of(doc[hit.stop - 1]), 1)]


def _instrument(candidate: Candidate) -> Span | None:
    """The law named in the clause, else the noun phrase of a word for rules."""
    doc = candidate.span.doc
    laws = names_in(doc, candidate.span.start, candidate.span.end, _LAW)
    if laws:
        return laws[0]
    for hit in candidate.hits:
        if hit.cue in _INSTRUMENT_CUES and doc[hit.stop - 1].tag_.startswith("NN"):
            return noun_phrase(doc[hit.stop - 1])
    return None


def _targets(verb: Token, span: Span) -> Iterator[Span]:
    """Those whom the verb's objects name, or whom they are about; else the first object."""
    towards = word_set("towards", span.doc.lang_)
    heads = grammar.objects(verb)
    does = grammar.subject(verb)
    if grammar.is_passive(verb) and does is not None:
        heads = [does, *heads]
    about = [head for word in (verb, *heads) for head in grammar.after(word, towards)]
    inner = [child for child in verb.children if child.dep_ in {"ccomp", "xcomp"}]
    below = [head for word in inner for head in (*_own_subject(word), *grammar.objects(word))]
    places = [*heads, *about, *below]
    parties = [p for head in grammar.within(places, span) for p in parties_of(head)]
    yield from parties[:_MOST]
    if not parties and heads:
        yield noun_phrase(heads[0])


def _own_subject(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "nsubj"]


@cache
def _actions(language: str) -> dict[str, str]:
    cues = patterns("policy", language)["cue"]
    return {cue["key"]: cue["action"] for cue in cues if "action" in cue}


@cache
def _stances(language: str) -> dict[str, str]:
    return {
        f"policy.{cue['key']}": cue["stance"]
        for cue in patterns("policy", language)["cue"]
        if "stance" in cue
    }


def _action(candidate: Candidate, verb: Token) -> str:
    """The action for which the verb's own cue speaks, else the surest other one."""
    ordered = sorted(candidate.hits, key=lambda hit: hit.start != verb.i)
    keys = (hit.cue.partition(".")[2] for hit in ordered)
    actions = _actions(verb.lang_)
    return next((actions[key] for key in keys if key in actions), "other")


def _stance(candidate: Candidate) -> str:
    known = _stances(candidate.span.doc.lang_)
    stances = (known.get(hit.cue) for hit in candidate.hits)
    return next((stance for stance in stances if stance), "none")


def _places(span: Span) -> Iterator[RoleValue]:
    for ent in ents_in(span.doc, span.start, span.end):
        if ent.label_ in {EntityLabel.GPE, EntityLabel.LOC, EntityLabel.NORP}:
            yield RoleValue("jurisdiction", ent.text, text_span(ent))
            return


def _dates(span: Span) -> Iterator[RoleValue]:
    notes = notes_of(span.doc)
    for ent in ents_in(span.doc, span.start, span.end):
        if ent.label_ == EntityLabel.DATE:
            yield RoleValue("date", ent.text, text_span(ent), day=notes.days.get(key_of(ent)))
            return
