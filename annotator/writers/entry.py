"""Statements of an article, accepted or pending, as a table or a report lists them."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.domain import (
    AnnotatedArticle,
    CorpusInfo,
    Entity,
    Statement,
    StatementDraft,
    Suggestion,
)
from annotator.domain.naming import coder_name, normal_form
from annotator.i18n import gettext as _
from annotator.writers.loss import Losses


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement with its quote and who stands behind it; `score` is None once it is accepted."""

    statement: StatementDraft
    quote: str
    statement_id: int | None
    suggestion_id: int | None
    coder: str
    score: float | None = None
    evidence: str = ""

    @property
    def pending(self) -> bool:
        """Whether it is only a suggestion."""
        return self.score is not None


def entries(item: AnnotatedArticle, info: CorpusInfo) -> list[Entry]:
    """Statements and pending suggestions of statements, in the order of the text."""
    found = [_accepted(statement, info) for statement in item.statements]
    found += [
        _pending(suggestion, suggestion.content)
        for suggestion in item.pending
        if isinstance(suggestion.content, StatementDraft)
    ]
    return sorted(found, key=lambda entry: entry.statement.span)


def add_lost_words(entry: Entry, entities: Mapping[int, Entity], losses: Losses) -> None:
    """Count role values whose place or wording a list of names does not show."""
    for value in entry.statement.values:
        if value.span:
            losses.add(_("Places of role values in the text"), 1, value.text)
        if normal_form(value, entities) != value.text:
            losses.add(
                _("Wording of role values that are given by their entity or day"), 1, value.text
            )


def _accepted(statement: Statement, info: CorpusInfo) -> Entry:
    return Entry(
        statement=statement,
        quote=statement.quote,
        statement_id=statement.id,
        suggestion_id=statement.suggestion_id,
        coder=coder_name(info, statement.coder_id),
    )


def _pending(suggestion: Suggestion, content: StatementDraft) -> Entry:
    return Entry(
        statement=content,
        quote=suggestion.quote,
        statement_id=None,
        suggestion_id=suggestion.id,
        coder="",
        score=suggestion.score,
        evidence=suggestion.evidence,
    )
