"""The runs of pipelines over articles, and what becomes of earlier suggestions when one stores."""

from collections.abc import Iterable, Mapping

from annotator.domain import Changes, PipelineRun, SuggestionDraft
from annotator.i18n import gettext as _
from annotator.store import history
from annotator.store.check import doubted
from annotator.store.database import Database, now
from annotator.store.suggestion_rows import Place, place_of, run_of
from annotator.store.suggestions import SuggestionTable


class PipelineRuns:
    """Which pipeline, in which version, has been over which articles."""

    def __init__(self, db: Database, suggestions: SuggestionTable) -> None:
        self._db = db
        self._suggestions = suggestions

    def start(self, pipeline: str, version: str) -> int:
        """Note that a pipeline sets to work; the id of its run."""
        row = {"pipeline": pipeline, "version": version, "started_at": now()}
        with self._db.transaction():
            return self._db.insert("pipeline_runs", row)

    def finish(self, run_id: int) -> None:
        """Note that a run went through to its end."""
        with self._db.transaction():
            self._db.update("pipeline_runs", run_id, {"finished_at": now()})

    def all(self) -> tuple[PipelineRun, ...]:
        """All pipeline runs, the first one first, and what stands for the coders' own."""
        rows = self._db.rows(
            "SELECT id, pipeline, version, started_at, finished_at, coder_id FROM pipeline_runs"
            " ORDER BY id"
        )
        with doubted(self._db):
            return tuple(map(run_of, rows))

    def is_extracted(self, article_id: int) -> bool:
        """Whether any pipeline has been over an article."""
        return (
            self._db.row(
                "SELECT 1 FROM extracted_articles WHERE article_id = ? LIMIT 1", article_id
            )
            is not None
        )

    def extracted_count(self) -> int:
        """How many articles some pipeline has been over."""
        return int(self._db.value("SELECT count(DISTINCT article_id) FROM extracted_articles"))

    def articles_without(self, pipeline: str, version: str) -> list[int]:
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
            first = self._db.value("SELECT min(id) FROM suggestions WHERE run_id = ?", run_id)
            for article_id, drafts in found.items():
                self._drop_undecided(article_id, since, first)
                self._store_article(run_id, article_id, drafts)
        return step.changes

    def _drop_undecided(self, article_id: int, since: int | None, first: int | None) -> None:
        # undo or redo may yet bring back decisions that were taken back while the run went on,
        # and takes away by itself what followed meanwhile from what a coder tagged
        self._db.execute(
            "DELETE FROM suggestions WHERE article_id = ?"
            " AND id NOT IN (SELECT suggestion_id FROM decisions)"
            " AND id NOT IN (SELECT suggestion_id FROM history_decisions WHERE seq > ?)"
            " AND NOT (id > coalesce(?, id)"
            " AND run_id IN (SELECT id FROM pipeline_runs WHERE coder_id NOTNULL))",
            article_id,
            since,
            first,
        )

    def _store_article(
        self, run_id: int, article_id: int, drafts: Iterable[SuggestionDraft]
    ) -> None:
        text = self._db.value("SELECT text FROM article_texts WHERE id = ?", article_id)
        if text is None:
            return
        kept = self._kept(article_id)
        drafts = list(drafts)
        self._adopt(run_id, ((kept.get(place_of(draft)), draft) for draft in drafts))
        new = [draft for draft in drafts if place_of(draft) not in kept]
        self._suggestions.insert(run_id, article_id, text, new)
        self._db.execute(
            "INSERT OR IGNORE INTO extracted_articles (article_id, run_id) VALUES (?, ?)",
            article_id,
            run_id,
        )

    def _kept(self, article_id: int) -> Mapping[Place, int | None]:
        """The places of all suggestions; with the id of one that only follows from a coder's tag.

        None stands for what a pipeline has suggested.
        """
        rows = self._db.rows(
            "SELECT kind, label, start, stop, CASE WHEN coder_id NOTNULL THEN suggestions.id END"
            " FROM suggestions JOIN pipeline_runs ON pipeline_runs.id = run_id"
            " WHERE article_id = ? ORDER BY coder_id NOTNULL DESC",
            article_id,
        )
        return {(kind, label, start, stop): own for kind, label, start, stop, own in rows}

    def _adopt(self, run_id: int, found: Iterable[tuple[int | None, SuggestionDraft]]) -> None:
        """Make suggestions of this run, for all coders, of what one coder's tags had led to."""
        self._db.execute_many(
            "UPDATE suggestions SET run_id = ?, score = ?, evidence = ? WHERE id = ?",
            [
                (run_id, draft.score, draft.evidence, row_id)
                for row_id, draft in found
                if row_id is not None
            ],
        )
