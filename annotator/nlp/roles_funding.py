"""Roles of funding statements: who gives what to whom, by which means, what for and when."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from annotator.domain import EntityLabel, RoleValue
from annotator.nlp import grammar
from annotator.nlp.entity_spans import ents_in
from annotator.nlp.fillers import choice, text_span, value_of
from annotator.nlp.notes import Candidate, Hit, key_of, notes_of
from annotator.nlp.parties import parties_of
from annotator.nlp.wordings import patterns, word_set

_FIRMS = frozenset({"ORG", "PERSON", "GPE", "NORP"})


def funding_values(candidate: Candidate) -> Iterator[RoleValue]:
    """All values that the candidate's clause gives."""
    span = candidate.span
    yield from _amounts(span)
    yield from _dates(span)
    funders, recipients = _parties(candidate)
    taken: set[int] = set()
    for role, heads in (("funder", funders), ("recipient", recipients)):
        for head in heads:
            for phrase in parties_of(head):
                if phrase.start not in taken:
                    taken.add(phrase.start)
                    yield value_of(role, phrase)
    yield choice("instrument", _instrument(candidate))
    yield from _purpose(candidate)


def _amounts(span: Span) -> Iterator[RoleValue]:
    notes = notes_of(span.doc)
    for ent in ents_in(span.doc, span.start, span.end):
        money = notes.sums.get(key_of(ent))
        if money is not None:
            yield RoleValue("amount", ent.text, text_span(ent), money=money)


def _dates(span: Span) -> Iterator[RoleValue]:
    notes = notes_of(span.doc)
    for ent in ents_in(span.doc, span.start, span.end):
        if ent.label_ == EntityLabel.DATE:
            yield RoleValue("date", ent.text, text_span(ent), day=notes.days.get(key_of(ent)))
            return


def _parties(candidate: Candidate) -> tuple[list[Token], list[Token]]:
    """Heads of the noun phrases that give and that get, from the surest cue that has any."""
    funders: list[Token] = []
    recipients: list[Token] = []
    for hit in candidate.hits:
        word = candidate.span.doc[hit.stop - 1 if _is_noun_cue(hit) else hit.start]
        gives, gets = _around(word, _frame(hit, word.lang_))
        funders = funders or [head for head in gives if any(parties_of(head))]
        recipients = recipients or [head for head in gets if any(parties_of(head))]
    return funders, recipients


def _frame(hit: Hit, language: str) -> str:
    key = hit.cue.partition(".")[2]
    cues = patterns("funding", language)["cue"]
    return next((str(cue.get("frame", "")) for cue in cues if cue["key"] == key), "")


def _is_noun_cue(hit: Hit) -> bool:
    return hit.cue.partition(".")[2] in {"round", "money", "budget", "deal", "value"}


def _around(word: Token, frame: str) -> tuple[list[Token], list[Token]]:
    if frame == "give" and word.tag_.startswith("VB"):
        return _giving(word)
    if frame in {"get", "value"}:
        return _getting(word)
    if frame == "backed":
        return _backed(word)
    if frame == "noun":
        return _noun(word)
    return [], []


def _giving(verb: Token) -> tuple[list[Token], list[Token]]:
    """As in "X invests in Y", "Y was acquired by X", "X bought Y"."""
    does = grammar.subject(verb)
    things = [thing for thing in grammar.objects(verb) if thing.ent_type_ != "MONEY"]
    where = word_set("into", verb.lang_)
    into = grammar.after(verb, where)
    for thing in grammar.objects(verb):
        into += grammar.after(thing, where)
    if grammar.is_passive(verb):
        return grammar.agent(verb), [does] if does is not None else []
    named = [thing for thing in things if thing.ent_type_ in _FIRMS]
    return [does] if does is not None else [], named or into or things


def _getting(word: Token) -> tuple[list[Token], list[Token]]:
    """As in "Y raised a round led by X", "Y secured funding from X"."""
    verb = grammar.verb_above(word)
    gets = grammar.subject(verb)
    origin = word_set("from", word.lang_)
    sources = grammar.after(verb, origin)
    for thing in grammar.objects(verb):
        sources += grammar.after(thing, origin)
        sources += [
            head for acl in thing.children if acl.dep_ == "acl" for head in grammar.agent(acl)
        ]
    if word.i != verb.i:
        sources += grammar.after(word, origin)
    return sources, [gets] if gets is not None else []


def _backed(word: Token) -> tuple[list[Token], list[Token]]:
    """As in "X-backed Y", "Y, backed by X"."""
    if word.text == "-":
        before = [word.nbor(-1)] if word.i > 0 else []
        return before, [_modified(word)]
    backed = grammar.subject(word)
    return grammar.agent(word), [backed] if backed is not None else []


def _modified(word: Token) -> Token:
    """The noun to which a compound such as "Google-backed" belongs."""
    while word.dep_ in {"amod", "compound", "punct", "npadvmod", "nmod"} and word.head.i != word.i:
        word = word.head
    return word


def _noun(noun: Token) -> tuple[list[Token], list[Token]]:
    """As in "X's investment in Y", "funding for Y from X", "X announced investments in Y"."""
    whose = grammar.owner(noun)
    gives = grammar.after(noun, word_set("from", noun.lang_)) or (
        [whose] if whose is not None else []
    )
    if not gives:
        verb = grammar.verb_above(noun)
        does = grammar.subject(verb)
        gives = [does] if does is not None and does.i != noun.i else []
    return gives, grammar.after(noun, word_set("into", noun.lang_) | word_set("of", noun.lang_))


_INSTRUMENTS = (
    ("acquisition", ("funding.acquire", "funding.deal")),
    ("valuation", ("funding.value",)),
    ("equity", ("funding.round", "funding.listing", "funding.backed", "funding.investor")),
)


def _instrument(candidate: Candidate) -> str:
    """The choice for which the surest cue, else a word of the clause, speaks."""
    cues = {hit.cue for hit in candidate.hits}
    for instrument, wanted in _INSTRUMENTS:
        if cues & set(wanted):
            return instrument
    text = f" {candidate.span.text.lower()} "
    instruments = patterns("funding", candidate.span.doc.lang_)["instruments"].items()
    return next((name for name, words in instruments if any(w in text for w in words)), "equity")


def _purpose(candidate: Candidate) -> Iterator[RoleValue]:
    """A clause with "to" behind the verb, or what follows "for"."""
    span = candidate.span
    marks = word_set("infinitive", span.doc.lang_)
    for hit in candidate.hits:
        verb = grammar.verb_above(span.doc[hit.start])
        aims = (child for child in verb.children if child.dep_ == "advcl")
        aim = next((child for child in aims if child.left_edge.lower_ in marks), None)
        if aim is not None and aim.right_edge.i < span.end:
            found = span.doc[aim.left_edge.i + 1 : aim.right_edge.i + 1]
            if len(found):
                yield RoleValue("purpose", found.text, text_span(found))
            return
