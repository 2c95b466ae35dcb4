"""Which role of a statement words of the text belong to, and putting them there; pure functions."""

from collections.abc import Sequence

from annotator.domain import (
    NAMED_LABELS,
    EntityLabel,
    Role,
    RoleKind,
    RoleValue,
    StatementDraft,
    StatementType,
)
from annotator.ui.forms.drafts import as_value, with_values

_KINDS = {
    EntityLabel.MONEY: RoleKind.MONEY,
    EntityLabel.PERCENT: RoleKind.MONEY,
    EntityLabel.DATE: RoleKind.DATE,
    **dict.fromkeys(NAMED_LABELS, RoleKind.ENTITY),
}


_NOWHERE = 1e9
MENTIONED = frozenset(_KINDS.values())
"""The kinds of roles that mentions fill."""


def fits(role: Role, label: EntityLabel) -> bool:
    """Whether a mention of that label can fill a role."""
    return role.kind is _KINDS[label]


def roles_for(
    draft: StatementDraft, kind: StatementType, words: RoleValue, label: EntityLabel
) -> list[Role]:
    """The roles that a mention can fill, the likeliest first.

    That is one without a value; else the one whose value stands nearest, for a pipeline mistakes
    one party for its neighbour. The role that the words fill already comes last.
    """
    roles = [role for role in kind.roles if not role.retired and fits(role, label)]
    return sorted(roles, key=lambda role: _distance(draft.of_role(role.key), words))


def mended(
    draft: StatementDraft, kind: StatementType, role: Role, words: RoleValue
) -> StatementDraft:
    """The draft with these words in that role, in place of the value that stands nearest.

    If they filled another role of that kind, that one takes what stood here, where it can; a role
    of another kind keeps them: the actor's country is its jurisdiction too.
    """
    here = draft.of_role(role.key)
    replaced = min(here, key=lambda value: _gap(value, words), default=None)
    left = _left(draft, kind, role, words)
    if left is not None:
        others = [own for own in draft.of_role(left.key) if not _is_same(own, words)]
        draft = with_values(draft, left.key, [*others, *_back(left, replaced, others)])
    kept = [own for own in here if own is not replaced and not _is_same(own, words)]
    return with_values(draft, role.key, [*kept, as_value(role.key, role.kind, words)])


def _left(draft: StatementDraft, kind: StatementType, role: Role, words: RoleValue) -> Role | None:
    """The other role of that kind that the words filled."""
    filled = {own.role for own in draft.values if _is_same(own, words)} - {role.key}
    return next((own for own in kind.roles if own.key in filled and own.kind is role.kind), None)


def _back(left: Role, replaced: RoleValue | None, others: Sequence[RoleValue]) -> list[RoleValue]:
    """What the role that words have left takes in their place."""
    if replaced is None:
        return []
    return [as_value(left.key, left.kind, replaced)] if left.many or not others else []


def said_next(draft_speaker: RoleValue | None, speakers: Sequence[RoleValue]) -> RoleValue | None:
    """The speaker after that one: the first after none, none after the last."""
    if draft_speaker is None:
        return speakers[0] if speakers else None
    names = [speaker.text for speaker in speakers]
    place = names.index(draft_speaker.text) + 1 if draft_speaker.text in names else 0
    return speakers[place] if place < len(speakers) else None


def _distance(values: Sequence[RoleValue], words: RoleValue) -> float:
    """How far values stand from words, in code points; -1 where there are none."""
    if any(_is_same(value, words) for value in values):
        return float("inf")
    return min((_gap(value, words) for value in values), default=-1)


def _gap(value: RoleValue, words: RoleValue) -> float:
    if value.span is None or words.span is None:
        return _NOWHERE
    return abs(value.span.start - words.span.start)


def _is_same(value: RoleValue, words: RoleValue) -> bool:
    return value.text == words.text and value.span == words.span
