"""What coders have taught the pipeline, and the versions of what it has learned from it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from annotator.domain import (
    LEFT_OPEN,
    Changes,
    ClaimKind,
    Learned,
    LearnedDraft,
    Lesson,
    Span,
    SuggestionKind,
    Taught,
    Verdict,
)
from annotator.errors import NotFound
from annotator.i18n import gettext as _
from annotator.store import contents
from annotator.store.check import doubted
from annotator.store.database import AMONG, Database, listed, now

_COLUMNS = "id, learned_at, pipeline, version, weights, mark, figures, in_use"
_TAUGHT = f"""
    SELECT article_id, language, sum(decisions) FROM (
        SELECT article_id, count(*) AS decisions FROM statements
            WHERE suggestion_id IS NULL GROUP BY article_id
        UNION ALL SELECT article_id, count(*) FROM claims
            WHERE suggestion_id IS NULL GROUP BY article_id
        UNION ALL SELECT article_id, count(*)
            FROM decisions JOIN suggestions ON suggestions.id = suggestion_id
            WHERE kind <> ? AND verdict NOT {AMONG} GROUP BY article_id
        UNION ALL SELECT article_id, 0 FROM finished_articles)
    JOIN articles ON articles.id = article_id GROUP BY article_id ORDER BY article_id"""
_SUGGESTED = f"""
    SELECT start, stop, label, EXISTS (SELECT 1 FROM decisions
        WHERE suggestion_id = suggestions.id AND verdict NOT {AMONG})
    FROM suggestions WHERE article_id = ? AND kind <> ? AND NOT EXISTS (SELECT 1 FROM decisions
        WHERE suggestion_id = suggestions.id AND verdict = ?)"""


class LearnedVersions:
    """The versions of a project; of each pipeline one at most is in use."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> tuple[Learned, ...]:
        """All versions, the newest first."""
        return self._read("ORDER BY id DESC")

    def in_use(self, pipeline: str, version: str) -> Learned | None:
        """What this version of a pipeline is to go by; what was made for another does not fit."""
        found = self._read("WHERE in_use AND pipeline = ? AND version = ?", pipeline, version)
        return found[0] if found else None

    def add(self, pipeline: str, version: str, draft: LearnedDraft) -> Changes:
        """Keep what was learned; it is in use from now on if it is better than what was."""
        use = draft.figures.is_better
        with self._db.step(_("Learn from decisions")) as step:
            if use:
                self._put_aside(pipeline)
            self._db.insert(
                "learned_versions",
                {
                    "learned_at": now(),
                    "pipeline": pipeline,
                    "version": version,
                    "weights": draft.weights,
                    "mark": contents.mark_of(draft.weights),
                    "figures": contents.dump_figures(draft.figures),
                    "in_use": int(use),
                },
            )
        return step.changes

    def use(self, learned_id: int) -> Changes:
        """Have the pipeline go by this version from now on; NotFound if there is none."""
        found = self._read("WHERE id = ?", learned_id)
        if not found:
            raise NotFound(_("That version of what was learned is no longer there."))
        with self._db.step(_("Use what was learned")) as step:
            self._put_aside(found[0].pipeline)
            self._db.update("learned_versions", learned_id, {"in_use": 1})
        return step.changes

    def use_none(self, pipeline: str) -> Changes:
        """Have the pipeline work as it came, from now on."""
        with self._db.step(_("Put aside what was learned")) as step:
            self._put_aside(pipeline)
        return step.changes

    def taught(self) -> tuple[Taught, ...]:
        """The articles in which a coder has decided or tagged, or that are marked as done."""
        rows = self._db.rows(_TAUGHT, SuggestionKind.MENTION.value, listed(LEFT_OPEN))
        return tuple(
            Taught(article_id=article_id, language=language, decisions=decisions)
            for article_id, language, decisions in rows
        )

    def lesson(self, article_id: int) -> Lesson:
        """All that coders have said about an article; NotFound if it is gone."""
        text = self._db.value("SELECT text FROM article_texts WHERE id = ?", article_id)
        if text is None:
            raise NotFound(_("That article is no longer in the project."))
        with doubted(self._db):
            suggested = list(self._suggested(article_id))
            return Lesson(
                article_id=article_id,
                text=text,
                statements=tuple(self._coded("statements", "type", article_id)),
                claims=tuple(
                    (span, ClaimKind(kind))
                    for span, kind in self._coded("claims", "kind", article_id)
                ),
                refused=tuple((span, label) for span, label, decided in suggested if decided),
                open=tuple((span, label) for span, label, decided in suggested if not decided),
                done=self._is_done(article_id),
            )

    def _suggested(self, article_id: int) -> Iterator[tuple[Span, str, bool]]:
        """Suggested statements and claims that nobody accepted, and whether they were refused."""
        for start, stop, label, decided in self._db.rows(
            _SUGGESTED,
            listed(LEFT_OPEN),
            article_id,
            SuggestionKind.MENTION.value,
            Verdict.ACCEPTED.value,
        ):
            yield Span(start, stop), label, bool(decided)

    def _coded(self, table: str, label: str, article_id: int) -> Iterator[tuple[Span, str]]:
        for start, stop, value in self._db.rows(
            f"SELECT start, stop, {label} FROM {table} WHERE article_id = ? ORDER BY start",
            article_id,
        ):
            yield Span(start, stop), value

    def _is_done(self, article_id: int) -> bool:
        sql = "SELECT 1 FROM finished_articles WHERE article_id = ? LIMIT 1"
        return self._db.row(sql, article_id) is not None

    def _put_aside(self, pipeline: str) -> None:
        self._db.execute(
            "UPDATE learned_versions SET in_use = 0 WHERE in_use AND pipeline = ?", pipeline
        )

    def _read(self, where: str, *values: object) -> tuple[Learned, ...]:
        rows = self._db.rows(f"SELECT {_COLUMNS} FROM learned_versions {where}", *values)
        with doubted(self._db):
            return tuple(map(_learned, rows))


def _learned(row: tuple[Any, ...]) -> Learned:
    return Learned(
        id=row[0],
        learned_at=datetime.fromisoformat(row[1]),
        pipeline=row[2],
        version=row[3],
        weights=row[4],
        mark=row[5],
        figures=contents.load_figures(row[6]),
        in_use=bool(row[7]),
    )
