"""Suggestions for one text in the plain form that `annotator predict` writes."""

from collections.abc import Iterable, Mapping
from typing import Any

from annotator.domain import ClaimDraft, MentionDraft, RoleValue, StatementDraft, SuggestionDraft

_MANY = frozenset({"funder", "recipient", "amount", "actor", "target", "subject", "rival"})
"""Roles that hold several values; the form writes all others as plain text."""


def prediction(text_id: str, text: str, drafts: Iterable[SuggestionDraft]) -> dict[str, Any]:
    """One JSON object: offsets are code points into `text`, half-open."""
    found: dict[str, Any] = {
        "id": text_id,
        "text": text,
        "entities": [],
        "claims": [],
        "statements": [],
    }
    for draft in drafts:
        content = draft.content
        row = {"start": content.span.start, "end": content.span.stop}
        reasons = {"score": round(draft.score, 4), "evidence": draft.evidence}
        if isinstance(content, MentionDraft):
            found["entities"].append(row | _mention(content, text) | reasons)
        elif isinstance(content, ClaimDraft):
            found["claims"].append(row | {"kind": content.kind.value} | _mood(content) | reasons)
        else:
            found["statements"].append(row | _statement(content) | _mood(content) | reasons)
    return found


def _mention(content: MentionDraft, text: str) -> dict[str, Any]:
    quote = content.span.quote(text)
    return {"label": content.label.value, "text": quote, "entity": content.entity or quote}


def _mood(content: ClaimDraft | StatementDraft) -> dict[str, Any]:
    return {
        "speaker": _filler(content.speaker) if content.speaker else None,
        "modality": content.modality.value,
        "polarity": content.polarity.value,
    }


def _statement(content: StatementDraft) -> dict[str, Any]:
    roles: dict[str, Any] = {}
    for value in content.values:
        if value.role not in _MANY:
            roles[value.role] = value.text
        else:
            roles.setdefault(value.role, []).append(_filler(value))
    return {"type": content.type, "roles": roles}


def _filler(value: RoleValue) -> Mapping[str, Any]:
    """A filler with its own offsets where it has any, and with what it comes to."""
    row: dict[str, Any] = {"text": value.text, "entity": value.entity or None}
    if value.span is not None:
        row |= {"start": value.span.start, "end": value.span.stop}
    if value.money is not None:
        money = value.money
        row["value"] = {"low": money.low, "high": money.high, "currency": money.currency}
    if value.day is not None:
        row["date"] = value.day.isoformat()
    return row
