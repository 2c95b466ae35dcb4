"""Undo and redo: which step comes next in either direction."""

from datetime import datetime

from annotator.domain import Changes, Step, StepState
from annotator.store.check import doubted
from annotator.store.database import Database
from annotator.store.faults import translated
from annotator.store.touched import lasting_articles

_NEXT_UNDO = "SELECT id, name FROM steps WHERE state = ? ORDER BY id DESC LIMIT 1"
_NEXT_REDO = "SELECT id, name FROM steps WHERE state = ? ORDER BY id LIMIT 1"


class Steps:
    """The steps of a project, in the order in which they were taken."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def undo_name(self) -> str:
        """The name of the step that would be undone next, or ""."""
        row = self._db.row(_NEXT_UNDO, StepState.DONE)
        return row[1] if row else ""

    def redo_name(self) -> str:
        """The name of the step that would be redone next, or ""."""
        row = self._db.row(_NEXT_REDO, StepState.UNDONE)
        return row[1] if row else ""

    def undo_articles(self) -> frozenset[int]:
        """The articles that stay and in which the next step to be undone did something."""
        return self._articles(_NEXT_UNDO, StepState.DONE)

    def redo_articles(self) -> frozenset[int]:
        """The articles that stay and in which the next step to be redone did something."""
        return self._articles(_NEXT_REDO, StepState.UNDONE)

    def undo(self) -> Changes:
        """Take the last step back."""
        row = self._db.row(_NEXT_UNDO, StepState.DONE)
        return self._db.flip(row[0], state=StepState.UNDONE) if row else Changes()

    @property
    def next_redo(self) -> int | None:
        """The step that would be redone next."""
        row = self._db.row(_NEXT_REDO, StepState.UNDONE)
        return row[0] if row else None

    def redo(self) -> Changes:
        """Take the last undone step again."""
        row = self._db.row(_NEXT_REDO, StepState.UNDONE)
        return self._db.flip(row[0], state=StepState.DONE) if row else Changes()

    def seal(self) -> None:
        """Put all steps so far beyond undo: a new project begins with its codebook."""
        with self._db.transaction():
            self._db.execute("UPDATE steps SET state = ?", StepState.SEALED)

    def latest(self, limit: int) -> list[Step]:
        """The last steps, newest first."""
        with doubted(self._db):
            return [
                Step(
                    id=row[0],
                    name=row[1],
                    coder=row[2] or "",
                    taken_at=datetime.fromisoformat(row[3]),
                    state=StepState(row[4]),
                )
                for row in self._db.rows(
                    "SELECT steps.id, steps.name, coders.name, taken_at, state FROM steps"
                    " LEFT JOIN coders ON coders.id = coder_id ORDER BY steps.id DESC LIMIT ?",
                    limit,
                )
            ]

    def last_coder(self) -> str:
        """Who took the last step, "" before the first."""
        name = self._db.value(
            "SELECT coders.name FROM steps JOIN coders ON coders.id = coder_id"
            " ORDER BY steps.id DESC LIMIT 1"
        )
        return str(name or "")

    def _articles(self, sql: str, state: StepState) -> frozenset[int]:
        row = self._db.row(sql, state)
        if row is None:
            return frozenset()
        with translated(self._db.path):
            return lasting_articles(self._db.conn, row[0])
