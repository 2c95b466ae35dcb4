"""Suggestions, decisions and runs as rows of their tables."""

from datetime import datetime
from typing import Any

from annotator.domain import Decision, PipelineRun, Span, Suggestion, SuggestionDraft, Verdict
from annotator.store import contents

COLUMNS = "id, run_id, article_id, kind, label, start, stop, quote, score, evidence, content"
Place = tuple[str, str, int, int]
"""Kind, label, start and stop of a suggestion."""


def place_of(draft: SuggestionDraft) -> Place:
    """What makes two suggestions of an article the same."""
    return (draft.kind.value, draft.label, draft.span.start, draft.span.stop)


def values_of(
    run_id: int, article_id: int, text: str, draft: SuggestionDraft
) -> tuple[object, ...]:
    """The columns that follow the id, for a new suggestion of an article with that text."""
    return (
        run_id,
        article_id,
        *place_of(draft),
        draft.span.quote(text),
        draft.score,
        draft.evidence,
        contents.dump(draft.content),
    )


def run_of(row: tuple[Any, ...]) -> PipelineRun:
    """A run from id, pipeline, version, times and coder."""
    return PipelineRun(
        id=row[0],
        pipeline=row[1],
        version=row[2],
        started_at=datetime.fromisoformat(row[3]),
        finished_at=datetime.fromisoformat(row[4]) if row[4] else None,
        coder_id=row[5],
    )


def decision_of(row: tuple[Any, ...]) -> Decision:
    """A decision from suggestion, coder, verdict and time."""
    return Decision(
        suggestion_id=row[0],
        coder_id=row[1],
        verdict=Verdict(row[2]),
        taken_at=datetime.fromisoformat(row[3]),
    )


def suggestion_of(row: tuple[Any, ...]) -> Suggestion:
    """A suggestion from the columns named in COLUMNS."""
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
