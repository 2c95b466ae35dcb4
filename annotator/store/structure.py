"""Whether a file still has the tables, views and triggers that this version gives a project."""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

_PARTS = (
    "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view', 'trigger')"
    " AND name NOT LIKE 'article\\_search\\__%' ESCAPE '\\' AND name NOT LIKE '\\_%' ESCAPE '\\'"
    " AND name NOT LIKE 'note\\_search\\__%' ESCAPE '\\'"
    " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
)
"""Our own; what SQLite and sqlite-utils make for themselves may differ with their versions."""


def lost_parts(conn: sqlite3.Connection) -> list[str]:
    """Names of the tables, views and triggers that are gone or no longer as they were made."""
    found = dict(conn.execute(_PARTS).fetchall())
    return [name for name, sql in _made() if found.get(name) != sql]


def is_whole(path: Path) -> bool:
    """Whether the file at `path` has all its parts; what cannot be read has not."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as conn:
            return not lost_parts(conn)
    except (sqlite3.Error, UnicodeDecodeError):
        return False


@cache
def _made() -> tuple[tuple[str, str], ...]:
    """Name and SQL of each part of a new project."""
    from sqlite_utils import Database as SqliteUtils  # noqa: PLC0415 - costs 110 ms, see opening

    from annotator.store.schema import migrations  # noqa: PLC0415

    with closing(sqlite3.connect(":memory:")) as conn:
        migrations.apply(SqliteUtils(conn))
        return tuple(conn.execute(_PARTS).fetchall())
