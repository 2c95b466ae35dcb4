"""Suggestions, the pipeline runs that made them, and the coders' decisions on them."""

from collections.abc import Collection, Iterable, Mapping

from annotator.domain import (
    Changes,
    Decision,
    EntityLabel,
    PipelineRun,
    Span,
    Suggestion,
    SuggestionDraft,
    SuggestionKind,
    Verdict,
)
from annotator.errors import NotFound
from annotator.i18n import gettext as _
from annotator.store import history
from annotator.store.check import doubted
from annotator.store.database import AMONG, Database, listed, now
from annotator.store.suggestion_rows import (
    COLUMNS,
    decision_of,
    place_of,
    run_of,
    suggestion_of,
    values_of,
)

_UNDECIDED = (
    "NOT EXISTS (SELECT 1 FROM decisions WHERE suggestion_id = suggestions.id AND coder_id = ?)"
)
_ORDER = "ORDER BY start, kind = 'mention', kind = 'claim', stop DESC, id"


class SuggestionTable:
    """What pipelines proposed and which of it is still pending for a coder."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def pending(
        self, article_id: int, *, among: Collection[int] | None = None
    ) -> tuple[Suggestion, ...]:
        """Suggestions of an article on which the current coder has not decided, in text order.

        With `among` only those of these ids; the others are not looked at.
        """
        where, values = _within(article_id, among)
        return self._read(f"WHERE {where} AND {_UNDECIDED} {_ORDER}", *values, self._db.coder_id)

    def undecided(self, article_id: int, *, coder_id: int | None) -> tuple[Suggestion, ...]:
        """Suggestions without a decision of that coder, or with None of anybody."""
        if coder_id is not None:
            where = f"WHERE article_id = ? AND {_UNDECIDED} {_ORDER}"
            return self._read(where, article_id, coder_id)
        nobody = "id NOT IN (SELECT suggestion_id FROM decisions)"
        return self._read(f"WHERE article_id = ? AND {nobody} {_ORDER}", article_id)

    def of(self, article_id: int) -> tuple[Suggestion, ...]:
        """All suggestions of an article, decided or not, in text order."""
        return self._read(f"WHERE article_id = ? {_ORDER}", article_id)

    def get(self, suggestion_id: int) -> Suggestion:
        """The suggestion of that id; NotFound if there is none."""
        found = self._read("WHERE id = ?", suggestion_id)
        if not found:
            raise NotFound(_("That suggestion is no longer there."))
        return found[0]

    def by_ids(self, ids: Collection[int]) -> tuple[Suggestion, ...]:
        """The suggestions of these ids in text order; ids that are gone are left out."""
        return self._read(f"WHERE id {AMONG} {_ORDER}", listed(ids))

    def is_extracted(self, article_id: int) -> bool:
        """Whether any pipeline has been over an article."""
        return (
            self._db.row(
                "SELECT 1 FROM extracted_articles WHERE article_id = ? LIMIT 1", article_id
            )
            is not None
        )

    def decision(self, suggestion_id: int) -> Decision | None:
        """The current coder's decision on a suggestion."""
        found = self._decisions(
            "WHERE suggestion_id = ? AND coder_id = ?", suggestion_id, self._db.coder_id
        )
        return found[0] if found else None

    def decisions_in(self, article_id: int) -> tuple[Decision, ...]:
        """All coders' decisions on the suggestions of an article, in the order they were taken."""
        return self._decisions(
            "WHERE suggestion_id IN (SELECT id FROM suggestions WHERE article_id = ?)"
            " ORDER BY taken_at, id",
            article_id,
        )

    def skipped(self, article_id: int, *, among: Collection[int] | None = None) -> tuple[int, ...]:
        """Ids of the suggestions of an article that the current coder has skipped.

        With `among` only those of these; the others are not looked at.
        """
        where, values = _within(article_id, among)
        rows = self._db.rows(
            f"SELECT id FROM suggestions WHERE {where} AND EXISTS (SELECT 1 FROM decisions"
            f" WHERE suggestion_id = suggestions.id AND coder_id = ? AND verdict = ?) {_ORDER}",
            *values,
            self._db.coder_id,
            Verdict.SKIPPED.value,
        )
        return tuple(row[0] for row in rows)

    def pending_count(self) -> int:
        """How many suggestions of the whole project the current coder has not decided on."""
        sql = f"SELECT count(*) FROM suggestions WHERE {_UNDECIDED}"
        return int(self._db.value(sql, self._db.coder_id))

    def extracted_count(self) -> int:
        """How many articles some pipeline has been over."""
        return int(self._db.value("SELECT count(DISTINCT article_id) FROM extracted_articles"))

    def verdict_counts(self) -> dict[Verdict, int]:
        """How many decisions of each kind all coders have taken."""
        rows = self._db.rows("SELECT verdict, count(*) FROM decisions GROUP BY verdict")
        with doubted(self._db):
            return {Verdict(verdict): count for verdict, count in rows}

    def decide(self, suggestion_id: int, verdict: Verdict) -> None:
        """Note the current coder's verdict inside the current step, in place of an earlier one."""
        row: dict[str, object] = {"verdict": verdict.value, "taken_at": now()}
        old = self._db.value(
            "SELECT id FROM decisions WHERE suggestion_id = ? AND coder_id = ?",
            suggestion_id,
            self._db.coder_id,
        )
        if old is not None:
            self._db.update("decisions", old, row)
            return
        key = {"suggestion_id": suggestion_id, "coder_id": self._db.coder_id}
        self._db.insert("decisions", key | row)

    def undecide(self, suggestion_id: int) -> None:
        """Take the current coder's verdict back inside the current step."""
        self._db.execute(
            "DELETE FROM decisions WHERE suggestion_id = ? AND coder_id = ?",
            suggestion_id,
            self._db.coder_id,
        )

    def label_at(self, article_id: int, span: Span) -> EntityLabel | None:
        """The label that a mention or a suggested mention gives to just this span."""
        found = self._db.value(
            "SELECT label FROM mentions WHERE article_id = ?1 AND start = ?2 AND stop = ?3"
            " UNION ALL SELECT label FROM suggestions"
            " WHERE article_id = ?1 AND start = ?2 AND stop = ?3 AND kind = ?4 LIMIT 1",
            article_id,
            span.start,
            span.stop,
            SuggestionKind.MENTION.value,
        )
        with doubted(self._db):
            return EntityLabel(found) if found else None

    def start_run(self, pipeline: str, version: str) -> int:
        """Note that a pipeline sets to work; the id of its run."""
        row = {"pipeline": pipeline, "version": version, "started_at": now()}
        with self._db.transaction():
            return self._db.insert("pipeline_runs", row)

    def finish_run(self, run_id: int) -> None:
        """Note that a run went through to its end."""
        with self._db.transaction():
            self._db.update("pipeline_runs", run_id, {"finished_at": now()})

    def runs(self) -> tuple[PipelineRun, ...]:
        """All pipeline runs, the first one first."""
        rows = self._db.rows(
            "SELECT id, pipeline, version, started_at, finished_at FROM pipeline_runs ORDER BY id"
        )
        with doubted(self._db):
            return tuple(map(run_of, rows))

    def store(self, run_id: int, found: Mapping[int, Iterable[SuggestionDraft]]) -> Changes:
        """Store a batch of a run: the suggestions for each article id, also none.

        What earlier runs proposed for these articles and nobody decided on is replaced; what a
        coder has decided on is not proposed again. All batches of a run are one step. Articles
        that were removed meanwhile are passed over.
        """
        step_id = self._db.value("SELECT step_id FROM pipeline_runs WHERE id = ?", run_id)
        with self._db.step(_("Extract"), join=step_id) as step:
            self._db.update("pipeline_runs", run_id, {"step_id": step.id})
            since = history.first_entry(self._db.conn, step.id)
            for article_id, drafts in found.items():
                self._drop_undecided(article_id, since)
                self._store_article(run_id, article_id, drafts)
        return step.changes

    def articles_without_run(self, pipeline: str, version: str) -> list[int]:
        """Ids of the articles whose suggestions by a pipeline, if any, are of another version."""
        return [
            row[0]
            for row in self._db.rows(
                "SELECT id FROM articles WHERE ? IS NOT (SELECT version FROM extracted_articles"
                " JOIN pipeline_runs ON pipeline_runs.id = run_id WHERE article_id = articles.id"
                " AND pipeline = ? ORDER BY run_id DESC LIMIT 1) ORDER BY id",
                version,
                pipeline,
            )
        ]

    def _drop_undecided(self, article_id: int, since: int | None) -> None:
        # undo or redo may yet bring back decisions that were taken back while the run went on
        self._db.execute(
            "DELETE FROM suggestions WHERE article_id = ?"
            " AND id NOT IN (SELECT suggestion_id FROM decisions)"
            " AND id NOT IN (SELECT suggestion_id FROM history_decisions WHERE seq > ?)",
            article_id,
            since,
        )

    def _store_article(
        self, run_id: int, article_id: int, drafts: Iterable[SuggestionDraft]
    ) -> None:
        text = self._db.value("SELECT text FROM article_texts WHERE id = ?", article_id)
        if text is None:
            return
        kept = set(
            self._db.rows(
                "SELECT kind, label, start, stop FROM suggestions WHERE article_id = ?", article_id
            )
        )
        self._db.execute_many(
            f"INSERT INTO suggestions ({COLUMNS[4:]}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                values_of(run_id, article_id, text, draft)
                for draft in drafts
                if place_of(draft) not in kept
            ],
        )
        self._db.execute(
            "INSERT OR IGNORE INTO extracted_articles (article_id, run_id) VALUES (?, ?)",
            article_id,
            run_id,
        )

    def _read(self, where: str, *values: object) -> tuple[Suggestion, ...]:
        rows = self._db.rows(f"SELECT {COLUMNS} FROM suggestions {where}", *values)
        with doubted(self._db):
            return tuple(map(suggestion_of, rows))

    def _decisions(self, where: str, *values: object) -> tuple[Decision, ...]:
        rows = self._db.rows(
            f"SELECT suggestion_id, coder_id, verdict, taken_at FROM decisions {where}", *values
        )
        with doubted(self._db):
            return tuple(map(decision_of, rows))


def _within(article_id: int, among: Collection[int] | None) -> tuple[str, tuple[object, ...]]:
    if among is None:
        return "article_id = ?", (article_id,)
    # the plus keeps SQLite from going through the article instead of the ids
    return f"id {AMONG} AND +article_id = ?", (listed(among), article_id)
