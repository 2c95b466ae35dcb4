"""Opening, locking and writing a project file; every write is a step of the history."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from annotator.domain import Changes, StepState
from annotator.errors import ProjectGone, ProjectReadOnly
from annotator.store import history, opening, touched
from annotator.store.faults import translated

AMONG = "IN (SELECT value FROM json_each(?))"
"""Whether an id is one of those that `listed` puts into one value: any number of them."""


_STRIDE = 100_000
"""Instructions of SQLite's between looks at whether a query is still wanted; 10 ms or so."""


def listed(ids: Iterable[int] | Iterable[str]) -> str:
    """Ids, or words, as one value; SQLite takes 32,766 values at most."""
    return json.dumps([*ids])


def now() -> str:
    """The time as the store writes it: UTC, ISO 8601, whole microseconds."""
    return datetime.now(UTC).isoformat()


@dataclass(slots=True)
class OpenStep:
    """A step while it is being written; `changes` is known once it has ended."""

    id: int
    name: str
    changes: Changes


class Database:
    """One open project file. It belongs to the thread that opened it.

    Raises ProjectError for a file that cannot be used, in the constructor or in any later call.
    """

    def __init__(self, path: Path, *, read_only: bool = False, new: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self.coder_id: int | None = None
        self._step: OpenStep | None = None
        with ExitStack() as held:
            self._lock = None if read_only else opening.lock(path)
            held.callback(opening.release, self._lock)
            with translated(path):
                self.conn = held.enter_context(closing(opening.connect(path, read_only=read_only)))
                self._db = opening.prepare(path, self.conn, read_only=read_only, new=new)
            held.callback(self._fold_in)
            self._file = path.absolute()
            self._identity = opening.identity(self._file)
            self._held = held.pop_all()

    def close(self) -> None:
        """Close the file, whole in itself; calling it twice does no harm."""
        self._held.close()

    def _fold_in(self) -> None:
        """Bring what lies in the write-ahead log into the file, even if readers are still there.

        Without them SQLite does so when its last connection closes. Nothing is lost where it
        cannot be done: the log stays beside the file and counts.
        """
        if not self.read_only:
            with suppress(sqlite3.DatabaseError):
                self.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with translated(self.path):
            return self.conn.execute(sql, values).fetchall()

    def stream(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, fetched as they are asked for."""
        with translated(self.path):
            yield from self.conn.execute(sql, values)

    def interrupt_when(self, is_over: Callable[[], bool]) -> None:
        """Have queries raise Interrupted soon after `is_over` says so for the first time."""
        self.conn.set_progress_handler(is_over, _STRIDE)

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        with translated(self.path):
            row: tuple[Any, ...] | None = self.conn.execute(sql, values).fetchone()
        return row

    def value(self, sql: str, *values: object) -> Any:  # noqa: ANN401 - whatever SQLite holds
        """The first column of the first row of a query, or None."""
        row = self.row(sql, *values)
        return row[0] if row else None

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self.value(f"SELECT count(*) FROM {table}"))

    def insert(self, table: str, row: Mapping[str, object]) -> int:
        """Insert one row inside a step; its id."""
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        cursor = self.conn.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values())
        )
        return int(cursor.lastrowid or 0)

    def update(self, table: str, row_id: int, row: Mapping[str, object]) -> None:
        """Change columns of one row inside a step."""
        names = ", ".join(f"{name} = ?" for name in row)
        self.execute(f"UPDATE {table} SET {names} WHERE id = ?", *row.values(), row_id)

    def delete(self, table: str, ids: Sequence[int]) -> None:
        """Delete rows by id inside a step."""
        self.execute_many(f"DELETE FROM {table} WHERE id = ?", [(row_id,) for row_id in ids])

    def execute(self, sql: str, *values: object) -> None:
        """Run one writing statement inside a step."""
        self.conn.execute(sql, values)

    def execute_many(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        """Run one writing statement for many rows inside a step."""
        self.conn.executemany(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, for writes that are no step (coders, pipeline runs, the search index)."""
        if self.read_only:
            raise ProjectReadOnly(self.path)
        if opening.identity(self._file) != self._identity:
            raise ProjectGone(self.path)
        with translated(self.path), self._db.atomic():
            yield

    @contextmanager
    def step(self, name: str, *, join: int | None = None) -> Iterator[OpenStep]:
        """One named step of the history: all or nothing, committed at the end.

        A step inside a step becomes part of the outer one. `join` adds to an earlier step (one
        batch of long work after the other), unless that was undone meanwhile, or a later step
        took articles away: their ids may be given anew, and steps are undone latest first.
        """
        if self._step is not None:
            yield self._step
            return
        with self.transaction():
            self._step = self._begin(name, join)
            after = history.last_entry(self.conn)
            try:
                yield self._step
                self._step.changes = self._end(self._step, after)
                if self._step.changes and self._step.id != join:
                    self._drop_undone()
            finally:
                self._step = None

    def last_step(self) -> int | None:
        """The step that would be undone next, if more may be joined to it."""
        latest = self.value(
            "SELECT id FROM steps WHERE state = ? ORDER BY id DESC LIMIT 1", StepState.DONE
        )
        return self._joined(latest)

    def flip(self, step_id: int, *, state: StepState) -> Changes:
        """Undo or redo a step; it is in `state` afterwards."""
        name = self.value("SELECT name FROM steps WHERE id = ?", step_id)
        with self.transaction():
            self.execute("UPDATE current_step SET step_id = ?", step_id)
            after = history.last_entry(self.conn)
            history.flip(self.conn, step_id)
            self.execute("UPDATE steps SET state = ? WHERE id = ?", state, step_id)
            return self._end(OpenStep(step_id, name, Changes()), after)

    def _begin(self, name: str, join: int | None) -> OpenStep:
        step_id = self._joined(join) or self._new_step(name)
        self.execute("UPDATE current_step SET step_id = ?", step_id)
        return OpenStep(step_id, name, Changes(step_id=step_id, step=name))

    def _joined(self, join: int | None) -> int | None:
        if join is None:
            return None
        joined: int | None = self.value(
            "SELECT id FROM steps WHERE id = ? AND state = ?", join, StepState.DONE
        )
        if joined is None or history.articles_deleted_since(self.conn, joined):
            return None
        return joined

    def _new_step(self, name: str) -> int:
        return self.insert(
            "steps",
            {"name": name, "coder_id": self.coder_id, "taken_at": now(), "state": StepState.DONE},
        )

    def _drop_undone(self) -> None:
        self.execute(
            "UPDATE steps SET state = ? WHERE state = ?", StepState.DROPPED, StepState.UNDONE
        )

    def _end(self, step: OpenStep, after: int) -> Changes:
        self.execute("UPDATE current_step SET step_id = NULL")
        changes = touched.changes(self.conn, step.id, step.name, after=after)
        if not changes and not self._has_entries(step.id):
            self.execute("DELETE FROM steps WHERE id = ?", step.id)
        return changes

    def _has_entries(self, step_id: int) -> bool:
        return self.row("SELECT 1 FROM history WHERE step_id = ? LIMIT 1", step_id) is not None
