"""SQLite's errors about the file, as errors that a person understands."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.errors import (
    CannotWrite,
    DiskFull,
    Interrupted,
    InvalidInput,
    NotAProject,
    ProjectDamaged,
    ProjectInUse,
    ProjectReadOnly,
    UserError,
)
from annotator.i18n import gettext as _
from annotator.store import structure

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

_NOT_UTF8 = "Could not decode to UTF-8"
_BROKEN = _("The text holds characters that are broken. Type it anew.")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise the UserError for what SQLite says about the file; other errors pass as they are."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite's message quotes bytes of a damaged file
        raise ProjectDamaged(path) from error
    except UnicodeEncodeError as error:
        raise InvalidInput(_BROKEN) from error
    except sqlite3.DatabaseError as error:
        if _is_damage(error, path):
            raise ProjectDamaged(path) from error
        code = _code(error) & 0xFF
        if code == sqlite3.SQLITE_INTERRUPT:
            raise Interrupted from error
        if _code(error) == sqlite3.SQLITE_IOERR_SHMSIZE:
            raise DiskFull(path) from error
        if code == sqlite3.SQLITE_IOERR:
            raise CannotWrite(path, str(error)) from error
        if code not in _MEANINGS:
            raise
        raise _MEANINGS[code](path) from error


def _is_damage(error: sqlite3.DatabaseError, path: Path) -> bool:
    """Whether SQLite cannot do as told because the file is not as we made it.

    Where it is, the mistake is in our own SQL.
    """
    if _code(error) == sqlite3.SQLITE_ERROR:
        return not structure.is_whole(path)
    return str(error).startswith(_NOT_UTF8)


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's extended code, 0 for what Python's module raises itself."""
    return getattr(error, "sqlite_errorcode", 0)
