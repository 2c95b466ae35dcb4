"""What the pipeline proposes, and what coders decide on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from annotator.domain.claim import Claim, ClaimDraft
from annotator.domain.entity import Mention, MentionDraft
from annotator.domain.span import Span
from annotator.domain.statement import Statement, StatementDraft


class SuggestionKind(StrEnum):
    """What a suggestion would become once it is accepted."""

    MENTION = "mention"
    CLAIM = "claim"
    STATEMENT = "statement"


_KINDS: Mapping[type, SuggestionKind] = {
    MentionDraft: SuggestionKind.MENTION,
    Mention: SuggestionKind.MENTION,
    ClaimDraft: SuggestionKind.CLAIM,
    Claim: SuggestionKind.CLAIM,
    StatementDraft: SuggestionKind.STATEMENT,
    Statement: SuggestionKind.STATEMENT,
}


def kind_of(content: MentionDraft | ClaimDraft | StatementDraft) -> SuggestionKind:
    """What an annotation is, or its draft would become."""
    return _KINDS[type(content)]


@dataclass(frozen=True, slots=True)
class SuggestedLabel:
    """An entity label, claim kind or statement type that is suggested."""

    kind: SuggestionKind
    label: str


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """Of how many suggestions that were decided on so many were `right`: accepted or corrected."""

    right: int
    decided: int


class Verdict(StrEnum):
    """A coder's answer to a suggestion."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    SKIPPED = "skipped"
    FLAGGED = "flagged"


LEFT_OPEN = (Verdict.SKIPPED, Verdict.FLAGGED)
"""Verdicts that put a suggestion aside and say nothing of whether it is right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionDraft:
    """What the pipeline proposes for one text, with a score of 0 to 1 and the reason in words."""

    content: MentionDraft | ClaimDraft | StatementDraft
    score: float
    evidence: str = ""

    @property
    def kind(self) -> SuggestionKind:
        """What it would become."""
        return kind_of(self.content)

    @property
    def label(self) -> str:
        """The entity label, claim kind or statement type that it proposes."""
        if isinstance(self.content, StatementDraft):
            return self.content.type
        if isinstance(self.content, ClaimDraft):
            return self.content.kind.value
        return self.content.label.value

    @property
    def suggested(self) -> SuggestedLabel:
        """Its label with its kind, by which it can be muted."""
        return SuggestedLabel(self.kind, self.label)

    @property
    def span(self) -> Span:
        """Where in the article it stands."""
        return self.content.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion(SuggestionDraft):
    """A stored suggestion of one pipeline run; never altered afterwards."""

    id: int
    article_id: int
    run_id: int
    quote: str

    @property
    def order(self) -> tuple[int, bool, bool, int, int]:
        """What puts the suggestions of an article into the order of the text.

        Of those that start together statements come first, then claims; the longer before the
        shorter.
        """
        is_mention = self.kind is SuggestionKind.MENTION
        is_claim = self.kind is SuggestionKind.CLAIM
        return (self.span.start, is_mention, is_claim, -self.span.stop, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A coder's verdict on a suggestion."""

    suggestion_id: int
    coder_id: int
    verdict: Verdict
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class PendingCount:
    """How many suggestions wait for a coder, and in how many articles."""

    suggestions: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineRun:
    """One pass of a pipeline over articles; `finished_at` is None while it lasts or was cut off.

    With a `coder_id` it is no pipeline's: it holds what follows from what that coder has tagged,
    and nobody else sees.
    """

    id: int
    pipeline: str
    version: str
    started_at: datetime
    finished_at: datetime | None
    coder_id: int | None = None
