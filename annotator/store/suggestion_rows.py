"""Suggestions, runs and decisions as rows of their tables, there and back."""

from datetime import datetime
from typing import Any

from annotator.domain import Decision, PipelineRun, Span, Suggestion, SuggestionDraft, Verdict
from annotator.store import contents


def place(draft: SuggestionDraft) -> tuple[str, str, int, int]:
    """What tells a suggestion from others in its article."""
    return (draft.kind.value, draft.label, draft.span.start, draft.span.stop)


def values(run_id: int, article_id: int, text: str, draft: SuggestionDraft) -> tuple[object, ...]:
    """The columns of a new suggestion, from `run_id` on."""
    return (
        run_id,
        article_id,
        *place(draft),
        draft.span.quote(text),
        draft.score,
        draft.evidence,
        contents.dump(draft.content),
    )


def run(row: tuple[Any, ...]) -> PipelineRun:
    """A pipeline run from its columns."""
    return PipelineRun(
        id=row[0],
        pipeline=row[1],
        version=row[2],
        started_at=datetime.fromisoformat(row[3]),
        finished_at=datetime.fromisoformat(row[4]) if row[4] else None,
    )


def decision(row: tuple[Any, ...]) -> Decision:
    """A decision from its columns."""
    return Decision(
        suggestion_id=row[0],
        coder_id=row[1],
        verdict=Verdict(row[2]),
        taken_at=datetime.fromisoformat(row[3]),
    )


def suggestion(row: tuple[Any, ...]) -> Suggestion:
    """A suggestion from its columns."""
    span = Span(row[5], row[6])
    return Suggestion(
        id=row[0],
        run_id=row[1],
        article_id=row[2],
        content=contents.load(row[3], row[4], span, row[10]),
        quote=row[7],
        score=row[8],
        evidence=row[9],
    )
