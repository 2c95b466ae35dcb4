"""What editing makes of a draft; pure functions."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from annotator.domain import (
    SPEAKER,
    Claim,
    ClaimDraft,
    Mention,
    MentionDraft,
    Role,
    RoleKind,
    RoleValue,
    Span,
    Statement,
    StatementDraft,
    StatementType,
    anchor,
)

Draft = MentionDraft | ClaimDraft | StatementDraft
Choice = TypeVar("Choice", bound=StrEnum)


def draft_of(stored: Mention | Claim | Statement) -> Draft:
    """What a stored annotation says, without whose it is."""
    if isinstance(stored, Mention):
        return MentionDraft(span=stored.span, label=stored.label, entity=stored.entity)
    if isinstance(stored, Claim):
        return ClaimDraft(
            span=stored.span,
            kind=stored.kind,
            speaker=stored.speaker,
            modality=stored.modality,
            polarity=stored.polarity,
        )
    return StatementDraft(
        span=stored.span,
        type=stored.type,
        values=stored.values,
        speaker=stored.speaker,
        modality=stored.modality,
        polarity=stored.polarity,
        note=stored.note,
    )


def with_values(draft: StatementDraft, role: str, values: Sequence[RoleValue]) -> StatementDraft:
    """The draft with these values in that role, all values in the order of the text."""
    others = [value for value in draft.values if value.role != role]
    return replace(draft, values=tuple(sorted([*others, *values], key=_place)))


def retyped(draft: StatementDraft, old: StatementType | None, new: StatementType) -> StatementDraft:
    """The draft with another type; values stay where both types have such a role."""
    kept = tuple(value for value in draft.values if _is_held(value, old, new))
    return replace(draft, type=new.key, values=kept)


def after(choice: Choice) -> Choice:
    """The next value of an enum, after the last the first."""
    values = list(type(choice))
    return values[(values.index(choice) + 1) % len(values)]


def as_value(role: str, kind: RoleKind, words: RoleValue) -> RoleValue:
    """A value for a role of that kind from words typed, or taken from the text."""
    if kind is RoleKind.MONEY:
        return _as_sum(role, words)
    if kind is RoleKind.DATE:
        return _as_day(role, words)
    linked = kind is RoleKind.ENTITY
    return RoleValue(
        role=role,
        text=words.text,
        span=words.span,
        entity=words.entity if linked else "",
        entity_id=words.entity_id if linked else None,
    )


def typed(role: Role, text: str, article: str, within: Span) -> RoleValue | None:
    """A value from what was typed, anchored if the statement says just these words.

    None if the role offers choices and this is none of them.
    """
    if role.kind is RoleKind.CHOICE:
        said = [choice for choice in role.choices if choice.casefold() == text.casefold()]
        return RoleValue(role.key, said[0]) if said else None
    found = anchor(article, text, within.start)
    span = found if found is not None and within.contains(found) else None
    return as_value(role.key, role.kind, RoleValue(role.key, text, span))


def speaker_role(name: str) -> Role:
    """The speaker as a role like the others."""
    return Role(key=SPEAKER, name=name, kind=RoleKind.ENTITY)


def _as_sum(role: str, words: RoleValue) -> RoleValue:
    # the expressions for sums are compiled when the first one is filled in
    from annotator.nlp.sums import find_sums  # noqa: PLC0415

    sums = find_sums(words.text)
    return RoleValue(role, words.text, words.span, money=sums[0].money if sums else None)


def _as_day(role: str, words: RoleValue) -> RoleValue:
    # the expressions for days are compiled when the first one is filled in
    from annotator.nlp.days import find_days  # noqa: PLC0415

    days = [day for _span, day in find_days(words.text)]
    return RoleValue(role, words.text, words.span, day=days[0] if days else None)


def _is_held(value: RoleValue, old: StatementType | None, new: StatementType) -> bool:
    role = new.role(value.role)
    before = old.role(value.role) if old else None
    return role is not None and before is not None and role.kind is before.kind


def _place(value: RoleValue) -> tuple[bool, int]:
    return (value.span is None, value.span.start if value.span else 0)
