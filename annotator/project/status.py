"""How much a project holds, and how much is still to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import Verdict
from annotator.project.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Counts over all coders; `pending` and `done` are the current coder's."""

    path: Path
    coder: str
    articles: int
    extracted: int
    done: int
    suggestions: int
    pending: int
    decisions: Mapping[Verdict, int]
    statements: Mapping[str, int]
    mentions: int
    claims: int
    entities: int


def status_of(tables: Tables, path: Path) -> Status:
    """The counts of a project."""
    count = tables.db.count
    return Status(
        path=path,
        coder=tables.coders.current().name,
        articles=count("articles"),
        extracted=tables.runs.extracted_count(),
        done=tables.articles.done_count(),
        suggestions=count("suggestions"),
        pending=tables.suggestions.pending_count(),
        decisions=tables.decisions.counts(),
        statements=tables.codebook.usage(),
        mentions=count("mentions"),
        claims=count("claims"),
        entities=count("entities"),
    )
