"""The attributes of annotations as plain data, for the user data of a Doc."""

from collections.abc import Mapping
from typing import Any

from annotator.domain import (
    AnnotatedArticle,
    Claim,
    ClaimDraft,
    CorpusInfo,
    Mention,
    MentionDraft,
    Money,
    RoleValue,
    Statement,
    StatementDraft,
    Suggestion,
)

Content = MentionDraft | ClaimDraft | StatementDraft


def name_of(content: Content, info: CorpusInfo) -> str:
    """The name of the entity that a mention is linked to; empty for all else."""
    if not isinstance(content, MentionDraft):
        return ""
    entity_id = content.entity_id if isinstance(content, Mention) else None
    return _name(content.entity, entity_id, info)


def _name(told: str, entity_id: int | None, info: CorpusInfo) -> str:
    """An entity's present name, else the one that was told."""
    entity = info.entities.get(entity_id) if entity_id is not None else None
    return entity.name if entity else told


def about_row(article: AnnotatedArticle, info: CorpusInfo) -> dict[str, Any]:
    """What is known of the article itself, and the verdicts on its suggestions."""
    facts = article.article
    return {
        "id": facts.id,
        "title": facts.title,
        "source": facts.source,
        "authors": list(facts.authors),
        "url": facts.url,
        "published": facts.published.isoformat() if facts.published else None,
        "language": facts.language,
        "corpus": info.name,
        "note": article.note,
        "done_by": [_coder(coder, info) for coder in article.done_by],
        "decisions": [
            {
                "suggestion": decision.suggestion_id,
                "coder": _coder(decision.coder_id, info),
                "verdict": decision.verdict.value,
                "taken_at": decision.taken_at.isoformat(),
            }
            for decision in article.decisions
        ],
    }


def _coder(coder_id: int, info: CorpusInfo) -> str:
    coder = info.coders.get(coder_id)
    return coder.name if coder else str(coder_id)


def _place(content: Content) -> dict[str, Any]:
    return {"start": content.span.start, "stop": content.span.stop}


def mention_row(mention: Mention, info: CorpusInfo) -> dict[str, Any]:
    """What a mention has besides its span and label."""
    return _place(mention) | {
        "entity": name_of(mention, info),
        "coder": _coder(mention.coder_id, info),
    }


def claim_row(claim: Claim, info: CorpusInfo) -> dict[str, Any]:
    """What a claim has besides its span and kind."""
    return _place(claim) | _mood(claim, info) | {"coder": _coder(claim.coder_id, info)}


def statement_row(statement: Statement, info: CorpusInfo) -> dict[str, Any]:
    """What a statement has besides its span and type."""
    attributes = {"note": statement.note, "coder": _coder(statement.coder_id, info)}
    return _place(statement) | _mood(statement, info) | _roles(statement, info) | attributes


def pending_row(suggestion: Suggestion, info: CorpusInfo) -> dict[str, Any]:
    """What an undecided suggestion has besides its span and label."""
    content = suggestion.content
    row = _place(content) | {"score": suggestion.score, "evidence": suggestion.evidence}
    run = info.runs.get(suggestion.run_id)
    row |= {"pipeline": run.pipeline, "version": run.version} if run else {}
    if isinstance(content, MentionDraft):
        return row | {"entity": name_of(content, info)}
    row |= _mood(content, info)
    return row | _roles(content, info) if isinstance(content, StatementDraft) else row


def _mood(content: ClaimDraft | StatementDraft, info: CorpusInfo) -> dict[str, Any]:
    return {
        "speaker": _value(content.speaker, info) if content.speaker else None,
        "modality": content.modality.value,
        "polarity": content.polarity.value,
    }


def _roles(content: StatementDraft, info: CorpusInfo) -> dict[str, Any]:
    roles: dict[str, list[Mapping[str, Any]]] = {}
    for value in content.values:
        roles.setdefault(value.role, []).append(_value(value, info))
    return {"roles": roles}


def _value(value: RoleValue, info: CorpusInfo) -> dict[str, Any]:
    return {
        "text": value.text,
        "start": value.span.start if value.span else None,
        "stop": value.span.stop if value.span else None,
        "entity": _name(value.entity, value.entity_id, info) or None,
        "money": _money(value.money) if value.money else None,
        "day": value.day.isoformat() if value.day else None,
    }


def _money(money: Money) -> dict[str, Any]:
    return {"low": money.low, "high": money.high, "currency": money.currency}
