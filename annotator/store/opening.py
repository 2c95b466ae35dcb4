"""Opening a project file: lock it, connect, see whose it is, and bring it up to date."""

import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.words import folded
from annotator.errors import (
    NotAProject,
    ProjectDamaged,
    ProjectExists,
    ProjectInUse,
    ProjectMissing,
    ProjectReadOnly,
    ProjectTooNew,
    refusals_named,
)
from annotator.paths import replacing
from annotator.store import structure

if TYPE_CHECKING:
    from filelock import BaseFileLock
    from sqlite_utils import Database as SqliteUtils

APPLICATION_ID = 0x414E4E4F
"""`ANNO` in SQLite's file header: how a project is told from any other SQLite file."""

_MAGIC = b"SQLite format 3\x00"
_ID_BYTES = slice(68, 72)
"""Where in a file the application id stands."""
_WRITER_KIB, _READER_KIB = 32_000, 3_000
"""How much of a file SQLite keeps for a connection; a reader goes through most of it only once."""
_CHECKPOINT_PAGES = 2_000
"""So far the write-ahead log grows (8 MB): folding more of it in takes 40 ms and longer."""


def create_file(path: Path) -> None:
    """Make an empty project file; its folder must be there. Raises ProjectExists, CannotWrite."""
    with refusals_named(path):
        if path.exists():
            raise ProjectExists(path)
        path.touch(exist_ok=False)


def lock(path: Path) -> "BaseFileLock":
    """Keep other processes from writing; raises ProjectMissing, -ReadOnly or -InUse."""
    # filelock costs 30 ms to import; a window without a project does not need it.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    require_file(path)
    if not path.stat().st_mode & stat.S_IWUSR:
        raise ProjectReadOnly(path)
    lock = FileLock(path.with_name(path.name + ".lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ProjectInUse(path) from error
    except OSError as error:
        raise ProjectReadOnly(path) from error
    return lock


def release(held: "BaseFileLock | None") -> None:
    """Let another process open the file."""
    if held is None:
        return
    with suppress(OSError):  # Windows does not remove an open file; filelock does it there
        Path(held.lock_file).unlink()
    held.release()


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Connect without changing what the file holds; ProjectMissing, NotAProject.

    A reader that closes last folds the write-ahead log in if the file says that it is ours.
    """
    require_file(path)
    is_ours = _read_header(path)[_ID_BYTES] == APPLICATION_ID.to_bytes(4)
    mode = "ro" if read_only and not is_ours else "rw"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    conn = sqlite3.connect(address, uri=True, isolation_level=None)
    conn.execute(f"PRAGMA query_only = {int(read_only)}")
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA busy_timeout = 2000")
    conn.create_function("folded", 1, folded, deterministic=True)
    conn.execute(f"PRAGMA cache_size = -{_READER_KIB if read_only else _WRITER_KIB}")
    return conn


def require_file(path: Path) -> None:
    """Raise ProjectMissing unless there is a file of that name."""
    try:
        is_file = path.is_file()
    except OSError as error:  # a name that is too long, or a folder that may not be searched
        raise ProjectMissing(path) from error
    if not is_file:
        raise ProjectMissing(path)


def identity(path: Path) -> tuple[int, int] | None:
    """What tells the file from another one that takes its name; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_database(path: Path) -> bool:
    """Whether there is a file of SQLite's, which no result may be written over; OSError."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _read_header(path: Path) -> bytes:
    """The beginning of a file of SQLite's, b"" of an empty one; NotAProject, ProjectReadOnly."""
    try:
        with path.open("rb") as file:
            header = file.read(_ID_BYTES.stop)
    except OSError as error:
        raise ProjectReadOnly(path) from error
    if header and not header.startswith(_MAGIC):
        raise NotAProject(path)
    return header


def prepare(path: Path, conn: sqlite3.Connection, *, read_only: bool, new: bool) -> "SqliteUtils":
    """Check whose file it is and how old; an older one is brought up to date after a backup.

    Raises NotAProject, ProjectTooNew, ProjectDamaged, and ProjectReadOnly for an older file that
    may not change.
    """
    # sqlite-utils costs 110 ms to import, half of what a bare window takes to show.
    from sqlite_utils import Database as SqliteUtils  # noqa: PLC0415

    from annotator.store.schema import (  # noqa: PLC0415
        MIGRATION_NAMES,
        migrations,
    )

    db = SqliteUtils(conn)
    if not new and conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotAProject(path)
    applied = {migration.name for migration in migrations.applied(db)}
    if applied - set(MIGRATION_NAMES):
        raise ProjectTooNew(path)
    if not new and not applied:  # a project is ours from its first migration on
        raise ProjectDamaged(path)
    if read_only:
        if migrations.pending(db):
            raise ProjectReadOnly(path)
        return db
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
    if migrations.pending(db):
        if not new:
            if not structure.lost_parts(conn):
                # nothing is left to be done: what calls the file an older one is damaged
                raise ProjectDamaged(path)
            copy(conn, path.with_name(f"{path.stem}-before-update{path.suffix}"))
        migrations.apply(db)
    return db


def copy(conn: sqlite3.Connection, target: Path) -> None:
    """A whole copy of the project, what lies in the write-ahead log included; CannotWrite.

    It takes the place of `target` once it is whole.
    """
    with refusals_named(target), replacing(target) as part, closing(sqlite3.connect(part)) as other:
        conn.backup(other)
