"""Role values and what is said about a saying, as columns of their tables."""

from datetime import date
from typing import Any

from annotator.domain import (
    SPEAKER,
    ClaimDraft,
    Modality,
    Money,
    Polarity,
    RoleValue,
    Span,
    StatementDraft,
)


def saying_row(draft: ClaimDraft | StatementDraft) -> dict[str, object]:
    """The columns for who says it, how sure and whether it is denied."""
    speaker = draft.speaker
    return {
        "speaker_text": speaker.text if speaker else None,
        "speaker_start": speaker.span.start if speaker and speaker.span else None,
        "speaker_stop": speaker.span.stop if speaker and speaker.span else None,
        "speaker_entity": speaker.entity if speaker else None,
        "speaker_entity_id": speaker.entity_id if speaker else None,
        "modality": draft.modality.value,
        "polarity": draft.polarity.value,
    }


def saying(row: tuple[Any, ...]) -> dict[str, Any]:
    """Speaker, modality and polarity from those columns and the name of an entity."""
    text, start, stop, entity, entity_id, modality, polarity, name = row
    speaker = None
    if text is not None:
        span = Span(start, stop) if start is not None else None
        speaker = RoleValue(SPEAKER, text, span, name or entity or "", entity_id)
    return {"speaker": speaker, "modality": Modality(modality), "polarity": Polarity(polarity)}


def value_row(value: RoleValue) -> dict[str, object]:
    """The columns of a role value."""
    return {
        "role": value.role,
        "text": value.text,
        "start": value.span.start if value.span else None,
        "stop": value.span.stop if value.span else None,
        "entity": value.entity,
        "entity_id": value.entity_id,
        "low": value.money.low if value.money else None,
        "high": value.money.high if value.money else None,
        "currency": value.money.currency if value.money else None,
        "is_money": int(value.money is not None),
        "day": value.day.isoformat() if value.day else None,
    }


def value_of(row: tuple[Any, ...]) -> RoleValue:
    """A role value from those columns after its statement."""
    role, text, start, stop, entity, entity_id, low, high, currency, is_money, day = row
    return RoleValue(
        role,
        text,
        Span(start, stop) if start is not None else None,
        entity,
        entity_id,
        Money(low, high, currency) if is_money else None,
        date.fromisoformat(day) if day else None,
    )
