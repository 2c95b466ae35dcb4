"""Undo in the store: triggers keep the old values of every changed row of the tracked tables.

A step is one action of a coder. `history` lists, in order, which row of which table a step
inserted, updated or deleted; `history_TABLE` holds the row as it was before. To undo a step its
entries are applied backwards, and the same triggers then write down how to redo it. Old values
never leave SQLite, so nothing is lost on the way.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

INSERTED, UPDATED, DELETED = "I", "U", "D"


def track(db: "Database", tables: Iterable[str]) -> None:
    """Create the history and the triggers that fill it for `tables`.

    A write outside a step fails, because `history.step_id` may not be null: no operation can
    forget to be undoable.
    """
    db.execute(
        "CREATE TABLE steps (id INTEGER PRIMARY KEY, name TEXT NOT NULL, coder_id INTEGER,"
        " taken_at TEXT NOT NULL, state TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX idx_steps_state ON steps(state)")
    db.execute("CREATE TABLE current_step (step_id INTEGER) STRICT")
    db.execute("INSERT INTO current_step VALUES (NULL)")
    db.execute(
        "CREATE TABLE history (seq INTEGER PRIMARY KEY, step_id INTEGER NOT NULL REFERENCES"
        " steps(id), table_name TEXT NOT NULL, op TEXT NOT NULL, row_id INTEGER NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX idx_history_step ON history(step_id)")
    for table in tables:
        track_table(db, table)


def track_table(db: "Database", table: str) -> None:
    """Create the triggers that fill the history for one table."""
    columns = [column.name for column in db.table(table).columns]
    kept = ", ".join(columns)
    old = ", ".join(f"old.{name}" for name in columns)
    db.execute(f"CREATE TABLE history_{table} (seq INTEGER PRIMARY KEY, {kept})")
    keep_old = f"INSERT INTO history_{table} (seq, {kept}) VALUES (last_insert_rowid(), {old});"
    for op, event, row, keep in (
        (INSERTED, "INSERT", "new", ""),
        (UPDATED, "UPDATE", "old", keep_old),
        (DELETED, "DELETE", "old", keep_old),
    ):
        db.execute(
            f"CREATE TRIGGER history_{table}_{event.lower()} AFTER {event} ON {table} BEGIN"
            f" INSERT INTO history (step_id, table_name, op, row_id)"
            f" VALUES ((SELECT step_id FROM current_step), '{table}', '{op}', {row}.id);"
            f" {keep} END"
        )


def last_entry(conn: "sqlite3.Connection") -> int:
    """The number of the newest entry of the history, 0 if it is empty."""
    return int(conn.execute("SELECT coalesce(max(seq), 0) FROM history").fetchone()[0])


def first_entry(conn: "sqlite3.Connection", step_id: int) -> int | None:
    """The number of a step's oldest entry, None while it has none."""
    row = conn.execute("SELECT min(seq) FROM history WHERE step_id = ?", (step_id,)).fetchone()
    first: int | None = row[0]
    return first


def articles_deleted_since(conn: "sqlite3.Connection", step_id: int) -> bool:
    """Whether a later step, done or undone, has taken articles away."""
    row = conn.execute(
        "SELECT EXISTS (SELECT 1 FROM history"
        " WHERE step_id > ? AND table_name = 'articles' AND op = ?)",
        (step_id, DELETED),
    ).fetchone()
    return bool(row[0])


def flip(conn: "sqlite3.Connection", step_id: int) -> None:
    """Apply the entries of a step backwards; afterwards its entries say how to flip it back.

    Must run inside a transaction, with `current_step` set to `step_id`.
    """
    conn.execute("PRAGMA defer_foreign_keys = ON")
    last = last_entry(conn)
    for table, op, entries in _runs(conn, step_id):
        _restore(conn, table, op, entries)
    _forget(conn, step_id, last)


def _runs(
    conn: "sqlite3.Connection", step_id: int
) -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
    """Entries from the newest to the oldest, joined while table and operation stay the same."""
    entries = conn.execute(
        "SELECT table_name, op, seq, row_id FROM history WHERE step_id = ? ORDER BY seq DESC",
        (step_id,),
    ).fetchall()
    for (table, op), group in groupby(entries, key=lambda entry: (entry[0], entry[1])):
        yield table, op, [(seq, row) for _, _, seq, row in group]


def _restore(
    conn: "sqlite3.Connection", table: str, op: str, entries: list[tuple[int, int]]
) -> None:
    if op == INSERTED:
        conn.executemany(f"DELETE FROM {table} WHERE id = ?", [(row,) for _, row in entries])
        return
    names = [name for _, name, *_ in conn.execute(f"PRAGMA table_info({table})")]
    columns = ", ".join(names)
    if op == DELETED:
        conn.executemany(
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM history_{table} WHERE seq = ?",
            [(seq,) for seq, _ in entries],
        )
        return
    conn.executemany(
        f"UPDATE {table} SET ({columns}) = (SELECT {columns} FROM history_{table} WHERE seq = ?)"
        " WHERE id = ?",
        entries,
    )


def _forget(conn: "sqlite3.Connection", step_id: int, last: int) -> None:
    """Remove the entries that were applied; those written meanwhile stay."""
    tables = conn.execute(
        "SELECT DISTINCT table_name FROM history WHERE step_id = ? AND seq <= ?", (step_id, last)
    ).fetchall()
    for (table,) in tables:
        conn.execute(
            f"DELETE FROM history_{table} WHERE seq IN"
            " (SELECT seq FROM history WHERE step_id = ? AND seq <= ?)",
            (step_id, last),
        )
    conn.execute("DELETE FROM history WHERE step_id = ? AND seq <= ?", (step_id, last))
