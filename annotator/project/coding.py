"""Coding by hand: mentions, claims and statements, each action one step of the history."""

from collections.abc import Callable, Collection, Sequence
from typing import Generic, TypeVar

from annotator.domain import (
    Changes,
    Claim,
    ClaimDraft,
    Mention,
    MentionDraft,
    Statement,
    StatementDraft,
    Verdict,
)
from annotator.i18n import gettext as _
from annotator.store.annotations import Annotations
from annotator.store.database import Database
from annotator.store.decisions import Decisions

Draft = TypeVar("Draft", MentionDraft, ClaimDraft, StatementDraft)
Stored = TypeVar("Stored", Mention, Claim, Statement)


class Coding(Generic[Draft, Stored]):
    """The annotations of one kind, as the window and scripts work with them."""

    def __init__(
        self,
        db: Database,
        table: Annotations[Draft, Stored],
        decisions: Decisions,
        link: Callable[[int, Draft], Draft],
    ) -> None:
        self._db = db
        self._table: Annotations[Draft, Stored] = table
        self._decisions = decisions
        self._link: Callable[[int, Draft], Draft] = link

    def of(self, article_id: int) -> tuple[Stored, ...]:
        """The current coder's annotations of an article, in the order of the text."""
        return self._table.of(article_id)

    def get(self, annotation_id: int) -> Stored:
        """The annotation of that id; NotFound if there is none."""
        return self._table.get(annotation_id)

    def by_ids(self, ids: Sequence[int]) -> tuple[Stored, ...]:
        """The annotations of these ids, in their order; ids that are gone are left out."""
        return self._table.by_ids(ids)

    def own(self, ids: Collection[int]) -> list[int]:
        """Those of these ids of which there is an annotation of the current coder."""
        return self._table.own(ids)

    def add(self, article_id: int, draft: Draft) -> Changes:
        """Code a span; InvalidInput if it is empty or not inside the article."""
        with self._db.step(_("Tag")) as step:
            linked = self._link(article_id, draft)
            self._table.insert(article_id, linked)
            self._tagged(article_id, linked)
        return step.changes

    def change(self, annotation_id: int, draft: Draft) -> Changes:
        """Give an annotation other contents; a suggestion accepted for it counts as corrected."""
        old = self._table.get(annotation_id)
        with self._db.step(_("Change annotation")) as step:
            linked = self._link(old.article_id, draft)
            self._table.rewrite(annotation_id, linked)
            self._redecide(old, Verdict.CORRECTED)
            self._changed(old, linked)
        return step.changes

    def remove(self, annotation_id: int) -> Changes:
        """Remove an annotation; a suggestion accepted for it counts as rejected."""
        return self.remove_all([self._table.get(annotation_id).id])

    def remove_all(self, ids: Sequence[int]) -> Changes:
        """Remove several, as `remove` does with one; ids that are gone are passed over."""
        old = self._table.by_ids(ids)
        with self._db.step(_("Remove annotation")) as step:
            self._table.delete([annotation.id for annotation in old])
            self._reject(old)
            self._removed(old)
        return step.changes

    def _tagged(self, article_id: int, draft: Draft) -> None:
        """Do what follows from a span that was coded, inside the current step."""

    def _changed(self, old: Stored, draft: Draft) -> None:
        """Do what follows from an annotation that says something else, in the current step."""
        self._tagged(old.article_id, draft)

    def _removed(self, old: Sequence[Stored]) -> None:
        """Do what follows from annotations that were removed, inside the current step."""

    def _reject(self, old: Sequence[Stored]) -> None:
        origins = [each.suggestion_id for each in old if each.suggestion_id is not None]
        decided = self._decisions.verdicts(origins)
        self._decisions.take_all(
            {
                origin: Verdict.REJECTED
                for origin, verdict in decided.items()
                if verdict is not Verdict.REJECTED
            }
        )

    def _redecide(self, old: Stored, verdict: Verdict) -> None:
        if old.suggestion_id is None:
            return
        decision = self._decisions.on(old.suggestion_id)
        if decision is not None and decision.verdict is not verdict:
            self._decisions.take(old.suggestion_id, verdict)
