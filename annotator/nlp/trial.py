"""How suggestions do on articles that were kept for the test, before and after learning."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.domain import (
    CLAIMS,
    NO_CLAIM,
    ClaimDraft,
    Figures,
    Lesson,
    Score,
    Span,
    StatementDraft,
    SuggestionDraft,
)
from annotator.nlp.lessons import Answer, answer

Suggestions = Sequence[SuggestionDraft]
_Case = tuple[str, object, object, object]


@dataclass(frozen=True, slots=True)
class Trial:
    """A lesson for the test, its sentences, and what was suggested for it before."""

    lesson: Lesson
    sentences: Sequence[Span]
    before: Suggestions


def figures(
    trials: Iterable[Trial],
    after: Iterable[Suggestions],
    types: Sequence[str],
    *,
    learned_from: int,
) -> Figures:
    """What the coders' answers say of the suggestions before and of those after learning."""
    cases = [
        case
        for trial, found in zip(trials, after, strict=True)
        for case in _cases(trial, found, types)
    ]
    scores = [
        _claim_score([case for case in cases if case[0] == CLAIMS]),
        *(_type_score(label, [case for case in cases if case[0] == label]) for label in types),
    ]
    return Figures(
        learned_from=learned_from,
        tested_on=len(cases),
        mended=sum(old != right == new for _label, right, old, new in cases),
        spoiled=sum(old == right != new for _label, right, old, new in cases),
        scores=tuple(score for score in (*scores[1:], scores[0]) if score.count),
    )


def _cases(trial: Trial, after: Suggestions, types: Sequence[str]) -> Iterator[_Case]:
    """Label, right answer, answer before and answer after, for all that is known."""
    old, new = (_as_lesson(found) for found in (trial.before, after))
    for sentence in trial.sentences:
        right, *others = (answer(lesson, sentence, types) for lesson in (trial.lesson, old, new))
        yield from _known(right, *others, types=types)


def _known(right: Answer, old: Answer, new: Answer, *, types: Sequence[str]) -> Iterator[_Case]:
    for label, *answers in zip(types, right.types, old.types, new.types, strict=True):
        if answers[0] is not None:
            yield label, answers[0], answers[1], answers[2]
    if right.kind is not None:
        yield CLAIMS, right.kind, old.kind or NO_CLAIM, new.kind or NO_CLAIM


def _as_lesson(found: Suggestions) -> Lesson:
    """What the suggestions would say if a coder took them all."""
    contents = [draft.content for draft in found]
    return Lesson(
        article_id=0,
        text="",
        statements=tuple((c.span, c.type) for c in contents if isinstance(c, StatementDraft)),
        claims=tuple((c.span, c.kind) for c in contents if isinstance(c, ClaimDraft)),
        done=True,
    )


def _claim_score(cases: Sequence[_Case]) -> Score:
    counts = Counter(
        name
        for _label, right, old, new in cases
        for name, found in (("before", old), ("after", new))
        if found == right
    )
    count = max(1, len(cases))
    return Score(
        label=CLAIMS,
        before=round(counts["before"] / count, 3),
        after=round(counts["after"] / count, 3),
        count=len(cases),
    )


def _type_score(label: str, cases: Sequence[_Case]) -> Score:
    return Score(
        label=label,
        before=_f_score([(right, old) for _label, right, old, _new in cases]),
        after=_f_score([(right, new) for _label, right, _old, new in cases]),
        count=sum(bool(right) for _label, right, _old, _new in cases),
    )


def _f_score(answers: Sequence[tuple[object, object]]) -> float:
    counts = Counter((bool(right), bool(found)) for right, found in answers)
    hits, errors = counts[True, True], counts[True, False] + counts[False, True]
    return round(2 * hits / max(1, 2 * hits + errors), 3)
