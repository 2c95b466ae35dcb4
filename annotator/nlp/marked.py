"""Fillers and speakers that the encoder marks in a sentence, as parts of what they belong to."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from annotator.domain import PARTIES, PARTY_ROLES, SPEAKER, RoleValue
from annotator.nlp.encoding import Encodings
from annotator.nlp.entity_spans import ent_over, ents_in, token_span
from annotator.nlp.fillers import value_of
from annotator.nlp.notes import Candidate
from annotator.nlp.phrases import tidy
from annotator.nlp.referring import ATTRIBUTES, is_pronoun
from annotator.nlp.wordings import word_set

_BEFORE_A_NOUN = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_PREPOSITIONS = frozenset({"agent", "prep"})
_BARELY, _SURELY, _SURELY_SAYS = 0.3, 0.7, 0.8
"""How likely words of a filler are at least, one of them must be, and all of a speaker."""
_MAY_SAY = 0.1
"""Below it no word of a speaker by the grammar is one."""
_RULED_OUT = 0.4
"""Below it the grammar does not fill a role either."""


def marked_values(encodings: Encodings, candidate: Candidate) -> dict[str, list[RoleValue]]:
    """For each role of the candidate's type what is marked for it, in the order of the text.

    What is marked in the candidate itself counts; where that is nothing, what stands nearest to
    it in the sentence.
    """
    found: dict[str, list[RoleValue]] = {}
    for role in PARTIES[candidate.type]:
        runs = _sure_runs(encodings, f"role.{role}", candidate.span.sent)
        parts = [part for run in nearest(runs, candidate.span) for part in _parts(run)]
        found[role] = [value_of(role, part) for part in _told_once(parts)]
    return found


def is_possible(encodings: Encodings, value: RoleValue, doc: Doc) -> bool:
    """Whether the encoder lets the grammar fill a role with a value; it has no say on others."""
    if value.span is None or value.role not in PARTY_ROLES:
        return True
    words = token_span(doc, value.span.start, value.span.stop, "")
    return bool(encodings.chances(f"role.{value.role}", words).mean() >= _RULED_OUT)


def speaker_in(encodings: Encodings, sentence: Span, by_grammar: Span | None) -> Span | None:
    """Who says something in a sentence: who is surely marked, else by the grammar.

    Whom the encoder rules out there does not say it.
    """
    column = f"role.{SPEAKER}"
    marked = encodings.runs(column, sentence, least=_BARELY)
    sure = max(marked, key=lambda run: encodings.chances(column, run).mean(), default=None)
    if sure is not None and encodings.chances(column, sure).mean() >= _SURELY_SAYS:
        return next(_parts(sure), by_grammar)
    if by_grammar is None or by_grammar.sent.start != sentence.start:
        return by_grammar
    return by_grammar if encodings.chances(column, by_grammar).max() >= _MAY_SAY else None


def _sure_runs(encodings: Encodings, column: str, sentence: Span) -> list[Span]:
    """The stretches that are all but certainly marked at some word, as far as they may be."""
    runs = encodings.runs(column, sentence, least=_BARELY)
    return [run for run in runs if encodings.chances(column, run).max() >= _SURELY]


def nearest(stretches: Sequence[Span], span: Span) -> list[Span]:
    """Those of the stretches that reach into a span; if none does, the one nearest to it."""
    inside = [run for run in stretches if run.start < span.end and span.start < run.end]
    if inside or not stretches:
        return inside
    return [min(stretches, key=lambda run: max(span.start - run.end, run.start - span.end))]


def _parts(run: Span) -> Iterator[Span]:
    """What a marked stretch lists, one by one: names, else the words without what leads to them."""
    for part in _listed(run):
        words = _without_lead(tidy(run.doc, part.start, part.end))
        around = ents_in(run.doc, max(0, part.start - 6), part.end + 6)
        name = next((ent for ent in reversed(around) if _meet(ent, part)), None)
        if name is not None and len(words) and _is_mostly(words, name):
            yield name
        elif len(words):
            yield words


def _told_once(parts: Sequence[Span]) -> Iterator[Span]:
    """Parts but for owners of others ("OpenAI's GPT-4") and what a name has in brackets ("UAE")."""
    for part in parts:
        is_owner = any(_between(part, other) in {"'s", "'"} for other in parts)
        is_short = any(_between(other, part) == "(" and ent_over(other[-1]) for other in parts)
        if not is_owner and not is_short:
            yield part


def _between(before: Span, behind: Span) -> str:
    """What stands between two stretches, its apostrophes straight; nothing where they meet."""
    return before.doc[before.end : behind.start].text.replace("’", "'")


def _listed(run: Span) -> Iterator[Span]:
    """The parts of a stretch between its commas and conjunctions.

    Those within a name, before its noun ("food and drug regulator") or behind it ("regulators in
    France and Italy") part nothing.
    """
    doc, start = run.doc, run.start
    for token in run[1:]:
        if token.i > start and _is_joint(token, start):
            part = doc[start : token.i]
            if part.root.dep_ not in _BEFORE_A_NOUN:
                yield part
                start = token.i + 1
    if start < run.end:
        yield doc[start : run.end]


def _is_joint(token: Token, start: int) -> bool:
    """Whether a word stands between what a stretch lists that begins at `start`."""
    if token.dep_ != "cc" and token.text not in {",", ";"}:
        return False
    return ent_over(token) is None and not _is_within(_first(token.head), start)


def _first(word: Token) -> Token:
    """The first of the words that are joined to a word, itself included."""
    return next((each for each in (word, *word.ancestors) if each.dep_ != "conj"), word)


def _is_within(word: Token, start: int) -> bool:
    """Whether a word tells where or of whom the noun is that stands before it, from `start` on."""
    preposition = word.head
    is_one = preposition.lower_ in word_set("within", word.lang_)
    return is_one and start <= preposition.head.i < preposition.i


def _meet(ent: Span, run: Span) -> bool:
    """Whether half of an entity is marked, or more."""
    shared = min(ent.end, run.end) - max(ent.start, run.start)
    return shared * 2 >= len(ent)


def _is_mostly(words: Span, name: Span) -> bool:
    """Whether words are about the name among them.

    They are not about "German" in "German court", nor about "Europe" in "regulators in Europe".
    """
    if words.end <= name.end:
        return not _is_within(name.root, words.start)
    return len(name) * 2 >= len(words) and name.label_ not in ATTRIBUTES


def _without_lead(words: Span) -> Span:
    """Words without prepositions, articles and pronouns before them."""
    start = words.start
    while start < words.end - 1 and _leads(words.doc[start]):
        start += 1
    return words.doc[start : words.end]


def _leads(token: Token) -> bool:
    is_determiner = token.lower_ in word_set("determiners", token.lang_)
    return is_determiner or token.dep_ in _PREPOSITIONS or is_pronoun(token)
