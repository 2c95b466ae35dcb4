"""The mentions that a digit can put into a role; pure, so that it can be tried alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.domain import (
    SPEAKER,
    EntityLabel,
    Mention,
    MentionDraft,
    RoleValue,
    Span,
    Suggestion,
)
from annotator.ui.marked import Ref, as_words, ref

MOST = 9
"""As many as there are digits."""
_SPEAKING = frozenset({EntityLabel.PERSON, EntityLabel.ORG, EntityLabel.GPE})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention, tagged or suggested, with what it would fill a role with."""

    key: Ref
    words: RoleValue
    label: EntityLabel


def candidates_in(
    mentions: Iterable[Mention], pending: Iterable[Suggestion], statement: Span, sentence: Span
) -> tuple[Candidate, ...]:
    """The mentions of a statement, then those of its sentence, in the order of the text.

    Where a suggestion covers the words of a mention, the mention is meant.
    """
    found = {candidate.words.span: candidate for candidate in _near(pending, sentence)}
    found |= {candidate.words.span: candidate for candidate in _near(mentions, sentence)}
    return tuple(sorted(found.values(), key=lambda one: _order(one, statement)))


def speakers_in(
    mentions: Iterable[Mention], pending: Iterable[Suggestion], sentence: Span, before: Span
) -> tuple[RoleValue, ...]:
    """The persons, organisations and countries of a sentence, then those of the one before it."""
    near = candidates_in(mentions, pending, sentence, Span(before.start, sentence.stop))
    said = {one.words.text: one.words for one in near if one.label in _SPEAKING}
    return tuple(replace(words, role=SPEAKER) for words in said.values())


def _near(items: Iterable[Mention | Suggestion], sentence: Span) -> Iterable[Candidate]:
    start, stop = sentence.start, sentence.stop
    for item in items:
        draft = item.content if isinstance(item, Suggestion) else item
        is_near = draft.span.start < stop and start < draft.span.stop
        words = as_words(item) if is_near else None
        if words is not None and isinstance(draft, MentionDraft):
            yield Candidate(ref(item), words, draft.label)


def _order(candidate: Candidate, statement: Span) -> tuple[bool, Span]:
    span = candidate.words.span or statement
    return not statement.contains(span), span
