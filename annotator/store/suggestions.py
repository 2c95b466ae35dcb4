"""Suggestions, the pipeline runs that made them, and the coders' decisions on them."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from annotator.domain import (
    LEFT_OPEN,
    Changes,
    Decision,
    EntityLabel,
    PendingCount,
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
from annotator.store.labels import UNMUTED
from annotator.store.suggestion_rows import (
    COLUMNS,
    Place,
    decision_of,
    place_of,
    run_of,
    suggestion_of,
    values_of,
)

PENDING = (
    "NOT EXISTS (SELECT 1 FROM decisions WHERE suggestion_id = suggestions.id AND coder_id = ?)"
    " AND run_id NOT IN (SELECT id FROM pipeline_runs WHERE coder_id <> ?)"
)
"""Holds for suggestions that wait for a coder's decision; both values are the coder's id."""
_OPEN_MENTION = (
    "article_id = ? AND kind = ?"
    " AND run_id NOT IN (SELECT id FROM pipeline_runs WHERE coder_id <> ?)"
    " AND NOT EXISTS (SELECT 1 FROM decisions WHERE suggestion_id = suggestions.id"
    f" AND coder_id = ? AND verdict NOT {AMONG})"
)
_OPEN_NEAR = (
    "SELECT DISTINCT start, stop FROM json_each(?) AS place CROSS JOIN suggestions"
    " ON start < json_extract(place.value, '$[1]') AND stop > json_extract(place.value, '$[0]')"
    # what begins so much earlier that it cannot reach that far is passed over by an index
    " AND start > json_extract(place.value, '$[0]')"
    " - (SELECT max(stop - start) FROM suggestions WHERE article_id = ?)"
    f" WHERE {_OPEN_MENTION}"
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
        coder = self._db.coder_id
        return self._read(f"WHERE {where} AND {PENDING} {_ORDER}", *values, coder, coder)

    def undecided(self, article_id: int, *, coder_id: int | None) -> tuple[Suggestion, ...]:
        """Suggestions without a decision of that coder, or with None of anybody."""
        if coder_id is not None:
            where = f"WHERE article_id = ? AND {PENDING} {_ORDER}"
            return self._read(where, article_id, coder_id, coder_id)
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

    def verdicts(self, ids: Collection[int]) -> dict[int, Verdict]:
        """The current coder's verdicts on these suggestions, by id; pending ones are left out."""
        found = self._decisions(
            f"WHERE suggestion_id {AMONG} AND coder_id = ?", listed(ids), self._db.coder_id
        )
        return {decision.suggestion_id: decision.verdict for decision in found}

    def decisions_in(self, article_id: int) -> tuple[Decision, ...]:
        """All coders' decisions on the suggestions of an article, in the order they were taken."""
        return self._decisions(
            "WHERE suggestion_id IN (SELECT id FROM suggestions WHERE article_id = ?)"
            " ORDER BY taken_at, id",
            article_id,
        )

    def aside(self, article_id: int, *, among: Collection[int] | None = None) -> dict[int, Verdict]:
        """The suggestions of an article that the current coder has skipped or flagged, by id.

        In text order. With `among` only those of these; the others are not looked at.
        """
        where, values = _within(article_id, among)
        rows = self._db.rows(
            f"SELECT id, (SELECT verdict FROM decisions WHERE suggestion_id = suggestions.id"
            f" AND coder_id = ?) AS verdict FROM suggestions WHERE {where}"
            f" AND verdict {AMONG} {_ORDER}",
            self._db.coder_id,
            *values,
            listed(LEFT_OPEN),
        )
        with doubted(self._db):
            return {row_id: Verdict(verdict) for row_id, verdict in rows}

    def first_pending(
        self, article_ids: Sequence[int], kinds: Collection[SuggestionKind]
    ) -> int | None:
        """The first of these articles in which suggestions of these kinds are left."""
        coder = self._db.coder_id
        found = self._db.value(
            "SELECT article.value FROM json_each(?) AS article WHERE EXISTS (SELECT 1"
            f" FROM suggestions WHERE article_id = article.value AND kind {AMONG} AND {PENDING}"
            f" AND {UNMUTED}) LIMIT 1",
            listed(article_ids),
            listed(kinds),
            coder,
            coder,
            coder,
        )
        return None if found is None else int(found)

    def left(self) -> PendingCount:
        """How much of the whole project is pending; what the coder has muted does not count."""
        coder = self._db.coder_id
        (found,) = self._db.rows(
            "SELECT count(*), count(DISTINCT article_id) FROM suggestions"
            f" WHERE {PENDING} AND {UNMUTED}",
            coder,
            coder,
            coder,
        )
        return PendingCount(*found)

    def pending_count(self) -> int:
        """How many suggestions of the whole project the current coder has not decided on."""
        sql = f"SELECT count(*) FROM suggestions WHERE {PENDING}"
        return int(self._db.value(sql, self._db.coder_id, self._db.coder_id))

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

    def open_at(self, article_id: int, spans: Iterable[Span]) -> Mapping[Span, Suggestion]:
        """Mentions that are suggested to the current coder for just these spans."""
        wanted = {(span.start, span.stop) for span in spans}
        sql = f"SELECT start, stop, id FROM suggestions WHERE {_OPEN_MENTION} AND start {AMONG}"
        starts = listed(start for start, _stop in wanted)
        rows = self._db.rows(sql, *self._open_mention(article_id), starts)
        found = self.by_ids([row_id for start, stop, row_id in rows if (start, stop) in wanted])
        return {suggestion.span: suggestion for suggestion in found}

    def open_spans(self, article_id: int, near: Iterable[Span]) -> frozenset[Span]:
        """Where mentions that overlap these are suggested: pending, skipped or flagged."""
        places = json.dumps([(span.start, span.stop) for span in near])
        open_mention = self._open_mention(article_id)
        rows = self._db.rows(_OPEN_NEAR, places, article_id, *open_mention)
        return frozenset(Span(*row) for row in rows)

    def decided_spans(self, article_id: int, among: Collection[Span]) -> frozenset[Span]:
        """On which of these, as suggested mentions, the current coder has decided in any way."""
        rows = self._db.rows(
            f"SELECT start, stop FROM suggestions WHERE article_id = ? AND start {AMONG}"
            " AND kind = ? AND EXISTS"
            " (SELECT 1 FROM decisions WHERE suggestion_id = suggestions.id AND coder_id = ?)",
            article_id,
            listed(span.start for span in among),
            SuggestionKind.MENTION.value,
            self._db.coder_id,
        )
        return frozenset(Span(*row) for row in rows).intersection(among)

    def decide_all(self, verdicts: Mapping[int, Verdict]) -> None:
        """Note many verdicts of the current coder, by suggestion, inside the current step."""
        coder, time = self._db.coder_id, now()
        self._db.execute_many(
            "INSERT INTO decisions (suggestion_id, coder_id, verdict, taken_at)"
            " VALUES (?, ?, ?, ?) ON CONFLICT (suggestion_id, coder_id)"
            " DO UPDATE SET verdict = excluded.verdict, taken_at = excluded.taken_at",
            [(row_id, coder, verdict.value, time) for row_id, verdict in verdicts.items()],
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
        """All pipeline runs, the first one first, and what stands for the coders' own."""
        rows = self._db.rows(
            "SELECT id, pipeline, version, started_at, finished_at, coder_id FROM pipeline_runs"
            " ORDER BY id"
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
            first = self._db.value("SELECT min(id) FROM suggestions WHERE run_id = ?", run_id)
            for article_id, drafts in found.items():
                self._drop_undecided(article_id, since, first)
                self._store_article(run_id, article_id, drafts)
        return step.changes

    def insert(
        self, run_id: int, article_id: int, text: str, drafts: Iterable[SuggestionDraft]
    ) -> None:
        """Store suggestions for an article with that text inside the current step."""
        # an id is given once: a step that is redone brings its suggestions back with theirs
        free = self._db.value(
            "SELECT max(coalesce((SELECT max(id) FROM suggestions), 0),"
            " coalesce((SELECT max(id) FROM history_suggestions), 0)) + 1"
        )
        self._db.execute_many(
            f"INSERT INTO suggestions ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (row_id, *values_of(run_id, article_id, text, draft))
                for row_id, draft in enumerate(drafts, free)
            ],
        )

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

    def _open_mention(self, article_id: int) -> tuple[object, ...]:
        coder = self._db.coder_id
        return article_id, SuggestionKind.MENTION.value, coder, coder, listed(LEFT_OPEN)

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
        self.insert(run_id, article_id, text, new)
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
