"""What a lesson says about each sentence: is it such a statement, which kind of claim is it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain import NO_CLAIM, ClaimKind, Lesson, Span

_KINDS = frozenset(kind.value for kind in ClaimKind)


@dataclass(frozen=True, slots=True)
class Answer:
    """For each type whether the sentence is such a statement, and its kind; None is not known."""

    types: tuple[bool | None, ...]
    kind: str | None


def answer(lesson: Lesson, sentence: Span, types: Sequence[str]) -> Answer:
    """What the coders' work says of a sentence; a suggestion that is still open says nothing."""
    return Answer(
        tuple(_is_such(lesson, sentence, label) for label in types), _kind(lesson, sentence)
    )


def _is_such(lesson: Lesson, sentence: Span, label: str) -> bool | None:
    wanted = frozenset({label})
    if _stands(lesson.statements, sentence, wanted):
        return True
    if _stands(lesson.open, sentence, wanted):
        return None
    return False if lesson.done or _stands(lesson.refused, sentence, wanted) else None


def _kind(lesson: Lesson, sentence: Span) -> str | None:
    claims = [(span.shared(sentence), kind.value) for span, kind in lesson.claims]
    shared, kind = max(claims, default=(0, ""))
    if shared * 2 >= len(sentence) or _stands(lesson.claims, sentence, _KINDS):
        return kind
    if _stands(lesson.open, sentence, _KINDS):
        return None
    # who has tagged no claim in a whole article was not after claims
    finished = lesson.done and bool(lesson.claims)
    return NO_CLAIM if finished or _stands(lesson.refused, sentence, _KINDS) else None


def _stands(spans: Iterable[tuple[Span, str]], sentence: Span, labels: frozenset[str]) -> bool:
    """Whether something of these labels covers half of the shorter of itself and the sentence."""
    return any(label in labels and span.speaks_of(sentence) for span, label in spans)
