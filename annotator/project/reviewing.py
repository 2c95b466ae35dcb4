"""Deciding on suggestions: what is accepted becomes an annotation in the same step."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from annotator.domain import (
    Changes,
    ClaimDraft,
    Decision,
    MentionDraft,
    PendingCount,
    PipelineRun,
    StatementDraft,
    Suggestion,
    SuggestionDraft,
    SuggestionKind,
    Verdict,
)
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.project.tables import Tables
from annotator.store.database import Database


class Suggestions:
    """The suggestions of a project and the current coder's decisions on them."""

    def __init__(self, db: Database, tables: Tables) -> None:
        self._db = db
        self._table = tables.suggestions
        self._tables = tables

    def pending(
        self, article_id: int, *, among: Collection[int] | None = None
    ) -> tuple[Suggestion, ...]:
        """Suggestions of an article on which the current coder has not decided, in text order.

        With `among` only those of these ids; the others are not looked at.
        """
        return self._table.pending(article_id, among=among)

    def of(self, article_id: int) -> tuple[Suggestion, ...]:
        """All suggestions of an article, decided or not, in text order."""
        return self._table.of(article_id)

    def get(self, suggestion_id: int) -> Suggestion:
        """The suggestion of that id; NotFound if there is none."""
        return self._table.get(suggestion_id)

    def by_ids(self, ids: Collection[int]) -> tuple[Suggestion, ...]:
        """The suggestions of these ids in text order; ids that are gone are left out."""
        return self._table.by_ids(ids)

    def is_extracted(self, article_id: int) -> bool:
        """Whether any pipeline has been over an article."""
        return self._tables.runs.is_extracted(article_id)

    def decision(self, suggestion_id: int) -> Decision | None:
        """The current coder's decision on a suggestion."""
        return self._tables.decisions.on(suggestion_id)

    def aside(self, article_id: int, *, among: Collection[int] | None = None) -> dict[int, Verdict]:
        """The suggestions of an article that the current coder has skipped or flagged, by id.

        In text order. With `among` only those of these; the others are not looked at.
        """
        return self._table.aside(article_id, among=among)

    def first_pending(
        self, article_ids: Sequence[int], kinds: Collection[SuggestionKind]
    ) -> int | None:
        """The first of these articles in which suggestions of these kinds are left."""
        return self._table.first_pending(article_ids, kinds)

    def left(self) -> PendingCount:
        """How much of the whole project is pending; what the coder has muted does not count."""
        return self._table.left()

    def runs(self) -> tuple[PipelineRun, ...]:
        """All pipeline runs, the first one first, and what stands for the coders' own."""
        return self._tables.runs.all()

    def accept(self, ids: Sequence[int]) -> Changes:
        """Accept suggestions as they stand."""
        name = ngettext("Accept suggestion", "Accept {count} suggestions", len(ids))
        mentions: dict[int, list[MentionDraft]] = {}
        with self._db.step(name.format(count=digits(len(ids)))) as step:
            for suggestion in self._table.by_ids(ids):
                self._tables.withdraw(suggestion.id)
                mention = self._tables.annotate(suggestion, suggestion.content)
                self._tables.decisions.take(suggestion.id, Verdict.ACCEPTED)
                if mention is not None:
                    mentions.setdefault(suggestion.article_id, []).append(mention)
            for article_id, accepted in mentions.items():
                self._tables.proposals.follow(article_id, accepted, by_hand=False)
        return step.changes

    def correct(
        self, suggestion_id: int, draft: MentionDraft | ClaimDraft | StatementDraft
    ) -> Changes:
        """Accept a suggestion with other contents."""
        suggestion = self._table.get(suggestion_id)
        with self._db.step(_("Correct suggestion")) as step:
            self._tables.withdraw(suggestion_id)
            mention = self._tables.annotate(suggestion, draft)
            self._tables.decisions.take(suggestion_id, Verdict.CORRECTED)
            if mention is not None:
                self._tables.proposals.follow(suggestion.article_id, [mention], by_hand=True)
        return step.changes

    def reject(self, ids: Sequence[int]) -> Changes:
        """Reject suggestions; annotations they had led to go."""
        name = ngettext("Reject suggestion", "Reject {count} suggestions", len(ids))
        return self._put_aside(name.format(count=digits(len(ids))), ids, Verdict.REJECTED)

    def skip(self, ids: Sequence[int]) -> Changes:
        """Leave suggestions undecided and go on; they no longer count as pending."""
        name = ngettext("Skip suggestion", "Skip {count} suggestions", len(ids))
        return self._put_aside(name.format(count=digits(len(ids))), ids, Verdict.SKIPPED)

    def flag(self, ids: Sequence[int]) -> Changes:
        """Leave suggestions undecided, to come back to them; they no longer count as pending."""
        name = ngettext("Flag suggestion", "Flag {count} suggestions", len(ids))
        return self._put_aside(name.format(count=digits(len(ids))), ids, Verdict.FLAGGED)

    def reopen(self, ids: Sequence[int]) -> Changes:
        """Take the current coder's decisions back, and the annotations they had led to."""
        with self._db.step(_("Reopen suggestions")) as step:
            for suggestion_id in ids:
                self._tables.withdraw(suggestion_id)
                self._tables.decisions.take_back(suggestion_id)
        return step.changes

    def propose(self, article_id: int) -> Changes:
        """Suggest in an article what the current coder has tagged in others; no step of its own.

        NotFound if the article is gone.
        """
        return self._tables.proposals.catch_up(article_id)

    def start_run(self, pipeline: str, version: str) -> int:
        """Note that a pipeline sets to work; the id of its run."""
        return self._tables.runs.start(pipeline, version)

    def store(self, run_id: int, found: Mapping[int, Iterable[SuggestionDraft]]) -> Changes:
        """Store a batch of a run: for each article id what was suggested, also nothing."""
        return self._tables.runs.store(run_id, found)

    def finish_run(self, run_id: int) -> None:
        """Note that a run went through to its end."""
        self._tables.runs.finish(run_id)

    def articles_without_run(self, pipeline: str, version: str) -> list[int]:
        """Ids of the articles whose suggestions by a pipeline, if any, are of another version."""
        return self._tables.runs.articles_without(pipeline, version)

    def _put_aside(self, name: str, ids: Sequence[int], verdict: Verdict) -> Changes:
        with self._db.step(name) as step:
            for suggestion in self._table.by_ids(ids):
                self._tables.withdraw(suggestion.id)
                self._tables.decisions.take(suggestion.id, verdict)
        return step.changes
