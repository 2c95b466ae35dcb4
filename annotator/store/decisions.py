"""What coders have decided on suggestions."""

from collections.abc import Collection, Mapping

from annotator.domain import Decision, Verdict
from annotator.store.check import doubted
from annotator.store.database import AMONG, Database, listed, now
from annotator.store.suggestion_rows import decision_of


class Decisions:
    """The verdicts; a coder has one on a suggestion, of which the last one counts."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def on(self, suggestion_id: int) -> Decision | None:
        """The current coder's decision on a suggestion."""
        found = self._read(
            "WHERE suggestion_id = ? AND coder_id = ?", suggestion_id, self._db.coder_id
        )
        return found[0] if found else None

    def of(self, article_id: int) -> tuple[Decision, ...]:
        """All coders' decisions on the suggestions of an article, in the order they were taken."""
        return self._read(
            "WHERE suggestion_id IN (SELECT id FROM suggestions WHERE article_id = ?)"
            " ORDER BY taken_at, id",
            article_id,
        )

    def verdicts(self, suggestions: Collection[int]) -> dict[int, Verdict]:
        """The current coder's verdicts on these suggestions, by id; pending ones are left out."""
        found = self._read(
            f"WHERE suggestion_id {AMONG} AND coder_id = ?", listed(suggestions), self._db.coder_id
        )
        return {decision.suggestion_id: decision.verdict for decision in found}

    def counts(self) -> dict[Verdict, int]:
        """How many decisions of each kind all coders have taken."""
        rows = self._db.rows("SELECT verdict, count(*) FROM decisions GROUP BY verdict")
        with doubted(self._db):
            return {Verdict(verdict): count for verdict, count in rows}

    def take(self, suggestion_id: int, verdict: Verdict) -> None:
        """Note the current coder's verdict inside the current step, in place of an earlier one."""
        self.take_all({suggestion_id: verdict})

    def take_all(self, verdicts: Mapping[int, Verdict]) -> None:
        """Note verdicts of the current coder, by suggestion, inside the current step."""
        coder, time = self._db.coder_id, now()
        self._db.execute_many(
            "INSERT INTO decisions (suggestion_id, coder_id, verdict, taken_at)"
            " VALUES (?, ?, ?, ?) ON CONFLICT (suggestion_id, coder_id)"
            " DO UPDATE SET verdict = excluded.verdict, taken_at = excluded.taken_at",
            [(row_id, coder, verdict.value, time) for row_id, verdict in verdicts.items()],
        )

    def take_back(self, suggestion_id: int) -> None:
        """Take the current coder's verdict back inside the current step."""
        self._db.execute(
            "DELETE FROM decisions WHERE suggestion_id = ? AND coder_id = ?",
            suggestion_id,
            self._db.coder_id,
        )

    def _read(self, where: str, *values: object) -> tuple[Decision, ...]:
        rows = self._db.rows(
            f"SELECT suggestion_id, coder_id, verdict, taken_at FROM decisions {where}", *values
        )
        with doubted(self._db):
            return tuple(map(decision_of, rows))
