"""What is never altered, as JSON: what a suggestion proposes, the figures of what was learned."""

import json
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import Any

from annotator.domain import (
    ClaimDraft,
    ClaimKind,
    EntityLabel,
    Figures,
    MentionDraft,
    Modality,
    Money,
    Polarity,
    RoleValue,
    Score,
    Span,
    StatementDraft,
    SuggestionKind,
)


def dump(content: MentionDraft | ClaimDraft | StatementDraft) -> str:
    """JSON for what the columns `label`, `start` and `stop` do not say; empty parts left out."""
    if isinstance(content, MentionDraft):
        return (
            json.dumps({"entity": content.entity}, ensure_ascii=False) if content.entity else "{}"
        )
    parts: dict[str, object] = {
        "modality": content.modality.value,
        "polarity": content.polarity.value,
        "speaker": _value_parts(content.speaker) if content.speaker else None,
    }
    if isinstance(content, StatementDraft):
        parts |= {
            "values": [_value_parts(value) for value in content.values],
            "note": content.note,
        }
    return json.dumps({name: part for name, part in parts.items() if part}, ensure_ascii=False)


def load(
    kind: str, label: str, span: Span, content: str
) -> MentionDraft | ClaimDraft | StatementDraft:
    """The proposal that `dump` wrote down."""
    parts = json.loads(content)
    if kind == SuggestionKind.MENTION:
        return MentionDraft(span=span, label=EntityLabel(label), entity=parts.get("entity", ""))
    speaker = _value(parts["speaker"]) if "speaker" in parts else None
    modality, polarity = Modality(parts["modality"]), Polarity(parts["polarity"])
    if kind == SuggestionKind.CLAIM:
        return ClaimDraft(
            span=span,
            kind=ClaimKind(label),
            speaker=speaker,
            modality=modality,
            polarity=polarity,
        )
    return StatementDraft(
        span=span,
        type=label,
        values=tuple(map(_value, parts.get("values", ()))),
        speaker=speaker,
        modality=modality,
        polarity=polarity,
        note=parts.get("note", ""),
    )


def dump_figures(figures: Figures) -> str:
    """JSON for the figures of something learned."""
    return json.dumps(asdict(figures))


def load_figures(content: str) -> Figures:
    """The figures that `dump_figures` wrote down."""
    parts = json.loads(content)
    return Figures(**parts | {"scores": tuple(Score(**score) for score in parts["scores"])})


def mark_of(weights: bytes) -> str:
    """What tells these weights from all others, short enough to stand in a version."""
    return sha256(weights).hexdigest()[:8]


def _value_parts(value: RoleValue) -> dict[str, object]:
    parts: dict[str, object] = {"role": value.role, "text": value.text, "entity": value.entity}
    if value.span is not None:
        parts["span"] = [value.span.start, value.span.stop]
    if value.money is not None:
        parts["money"] = [value.money.low, value.money.high, value.money.currency]
    if value.day is not None:
        parts["day"] = value.day.isoformat()
    return {name: part for name, part in parts.items() if part}


def _value(parts: dict[str, Any]) -> RoleValue:
    return RoleValue(
        role=parts["role"],
        text=parts.get("text", ""),
        span=Span(*parts["span"]) if "span" in parts else None,
        entity=parts.get("entity", ""),
        money=Money(*parts["money"]) if "money" in parts else None,
        day=date.fromisoformat(parts["day"]) if "day" in parts else None,
    )
