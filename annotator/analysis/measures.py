"""What is compared between a gold article and a predicted one, and when two things are the same.

A span speaks of a sentence when both share at least half of the shorter one. Statements and
claims are compared sentence by sentence, entities by their spans, roles and attributes between
statements of one type that overlap, the largest overlap first.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotator.analysis.labelled import Bounds, CodedArticle, CodedStatement, Filler, Labelled
from annotator.analysis.tally import Rate, Tally
from annotator.domain import NO_CLAIM, PARTIES, EntityLabel, Span

AMOUNT = "amount"

_WORD = re.compile(r"\w+")
_EMPTY_WORDS = frozenset({"the", "a", "an", "of"})
_TOLERANCE = 0.01

Pair = tuple[CodedStatement, CodedStatement | None]


@dataclass(slots=True)
class Scores:
    """All counts of one article, or of several together."""

    statements: Tally = field(default_factory=Tally)
    claims: Tally = field(default_factory=Tally)
    sentences: Rate = field(default_factory=Rate)
    entities_exact: Tally = field(default_factory=Tally)
    entities_overlap: Tally = field(default_factory=Tally)
    fillers: Tally = field(default_factory=Tally)
    amounts: Rate = field(default_factory=Rate)
    speaker: Rate = field(default_factory=Rate)
    modality: Rate = field(default_factory=Rate)
    polarity: Rate = field(default_factory=Rate)

    def merge(self, other: "Scores") -> None:
        """Add another article's counts."""
        for tally in ("statements", "claims", "entities_exact", "entities_overlap", "fillers"):
            getattr(self, tally).merge(getattr(other, tally))
        for rate in ("sentences", "amounts", "speaker", "modality", "polarity"):
            setattr(self, rate, getattr(self, rate) + getattr(other, rate))


def compare(gold: CodedArticle, predicted: CodedArticle) -> Scores:
    """Count what `predicted` has right and wrong."""
    scores = Scores()
    for sentence in gold.sentences:
        _compare_types(sentence, gold, predicted, scores.statements)
        _compare_claims(sentence, gold, predicted, scores)
    known = {*EntityLabel, *(entity.label for entity in gold.entities)}
    got = [entity for entity in predicted.entities if entity.label in known]
    _compare_exactly(gold.entities, got, scores.entities_exact)
    _compare_loosely(gold.entities, got, scores.entities_overlap)
    for pair in matched(gold.statements, predicted.statements):
        _compare_roles(pair, scores)
        _compare_attributes(pair, scores)
    return scores


def matched(gold: Sequence[CodedStatement], predicted: Sequence[CodedStatement]) -> list[Pair]:
    """Each gold statement with the predicted one that overlaps it most, each used once."""
    overlaps = sorted(
        (
            (wanted.span.shared(given.span), i, j)
            for i, wanted in enumerate(gold)
            for j, given in enumerate(predicted)
            if wanted.type == given.type and wanted.span.shared(given.span)
        ),
        reverse=True,
    )
    partners: dict[int, int] = {}
    for _size, i, j in overlaps:
        if i not in partners and j not in partners.values():
            partners[i] = j
    return [
        (wanted, predicted[partners[i]] if i in partners else None) for i, wanted in enumerate(gold)
    ]


def alike(wanted: str, given: Filler) -> bool:
    """Whether the words of the filler or of its entity are half of all words of both."""
    return any(_half_shared(_words(wanted), _words(said)) for said in (given.text, given.entity))


def same_sum(wanted: Bounds, given: Bounds | None) -> bool:
    """Whether both bounds agree to a hundredth and the currency is the same."""
    if given is None:
        return False
    return _near(wanted[0], given[0]) and _near(wanted[1], given[1]) and wanted[2] == given[2]


def _compare_types(
    sentence: Span, gold: CodedArticle, predicted: CodedArticle, tally: Tally
) -> None:
    wanted, given = _types_in(sentence, gold), _types_in(sentence, predicted)
    for kind in PARTIES:
        tally.add(
            kind,
            found=kind in wanted & given,
            wrong=kind in given - wanted,
            missed=kind in wanted - given,
        )


def _types_in(sentence: Span, article: CodedArticle) -> set[str]:
    return {each.type for each in article.statements if each.span.speaks_of(sentence)}


def _compare_claims(
    sentence: Span, gold: CodedArticle, predicted: CodedArticle, scores: Scores
) -> None:
    wanted = next((each.label for each in _claims_in(sentence, gold)), NO_CLAIM)
    near = _claims_in(sentence, predicted)
    given = max(near, key=lambda each: each.span.shared(sentence)).label if near else NO_CLAIM
    right = wanted == given
    scores.claims.add(wanted, found=right, missed=not right)
    if not right:
        scores.claims.add(given, wrong=1)
    scores.sentences += Rate(int(right), 1)


def _claims_in(sentence: Span, article: CodedArticle) -> list[Labelled]:
    return [each for each in article.claims if each.span.speaks_of(sentence)]


def _compare_exactly(gold: Iterable[Labelled], predicted: Iterable[Labelled], tally: Tally) -> None:
    wanted, given = _spans_by_label(gold), _spans_by_label(predicted)
    for label in {**wanted, **given}:
        tally.add_sets(label, wanted.get(label, Counter()), given.get(label, Counter()))


def _spans_by_label(entities: Iterable[Labelled]) -> dict[str, Counter[object]]:
    spans: dict[str, Counter[object]] = {}
    for entity in entities:
        spans.setdefault(entity.label, Counter())[entity.span] += 1
    return spans


def _compare_loosely(gold: Iterable[Labelled], predicted: Iterable[Labelled], tally: Tally) -> None:
    unused = list(predicted)
    for wanted in gold:
        hit = next((given for given in unused if _overlap_alike(wanted, given)), None)
        tally.add(wanted.label, found=hit is not None, missed=hit is None)
        if hit:
            unused.remove(hit)
    for given in unused:
        tally.add(given.label, wrong=1)


def _overlap_alike(wanted: Labelled, given: Labelled) -> bool:
    return wanted.label == given.label and wanted.span.shared(given.span) > 0


def _compare_roles(pair: Pair, scores: Scores) -> None:
    wanted, given = pair
    for role in PARTIES.get(wanted.type, ()):
        fillers = list(given.of_role(role)) if given else []
        found = sum(_take(filler.text, fillers) for filler in wanted.of_role(role))
        missed = len(wanted.of_role(role)) - found
        name = f"{wanted.type}.{role}"
        scores.fillers.add(name, found=found, wrong=len(fillers), missed=missed)
    for filler in wanted.of_role(AMOUNT):
        sums = [each.bounds for each in given.of_role(AMOUNT)] if given else []
        bounds = filler.bounds or (None, None, None)
        scores.amounts += Rate(int(any(same_sum(bounds, each) for each in sums)), 1)


def _take(wanted: str, fillers: list[Filler]) -> bool:
    """Take the first filler that is alike out of the list; whether there was one."""
    hit = next((given for given in fillers if alike(wanted, given)), None)
    if hit:
        fillers.remove(hit)
    return hit is not None


def _compare_attributes(pair: Pair, scores: Scores) -> None:
    wanted, given = pair
    if given is None:
        return
    scores.modality += Rate(int(wanted.modality == given.modality), 1)
    scores.polarity += Rate(int(wanted.polarity == given.polarity), 1)
    scores.speaker += Rate(int(_same_speaker(wanted.speaker, given.speaker)), 1)


def _same_speaker(wanted: Filler | None, given: Filler | None) -> bool:
    if wanted is None or given is None:
        return wanted is given
    return alike(wanted.text, given)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower().lstrip("="))) - _EMPTY_WORDS


def _half_shared(one: set[str], other: set[str]) -> bool:
    both = one & other
    return bool(both) and 2 * len(both) >= len(one | other)


def _near(wanted: float | None, given: float | None) -> bool:
    if wanted is None or given is None:
        return wanted is given
    return abs(wanted - given) <= _TOLERANCE * abs(wanted)
