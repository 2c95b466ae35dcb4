"""SQLite's errors about the file, as errors that a person understands."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.errors import (
    CannotWrite,
    DiskFull,
    NotAProject,
    ProjectDamaged,
    ProjectInUse,
    ProjectReadOnly,
    UserError,
)

_MEANINGS: dict[int, Callable[[Path], UserError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ProjectReadOnly,
    sqlite3.SQLITE_CANTOPEN: ProjectReadOnly,
    sqlite3.SQLITE_PERM: ProjectReadOnly,
    sqlite3.SQLITE_BUSY: ProjectInUse,
    sqlite3.SQLITE_LOCKED: ProjectInUse,
    sqlite3.SQLITE_NOTADB: NotAProject,
    sqlite3.SQLITE_CORRUPT: ProjectDamaged,
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise the UserError for what SQLite says about the file; other errors pass as they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_IOERR:
            raise CannotWrite(path, str(error)) from error
        if code not in _MEANINGS:
            raise
        raise _MEANINGS[code](path) from error
