"""Where the program finds its own data and keeps the user's settings, and how files are made."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """The folder that holds `resources` and `models`: in the wheel, or else in the checkout."""
    packed = _PACKAGE / "_data"
    return packed if packed.is_dir() else _PACKAGE.parent


def resources_folder() -> Path:
    """The folder of gazetteers, codebooks, help, icons and the sample."""
    return data_folder() / "resources"


def locale_folder() -> Path:
    """The folder of compiled translations."""
    return resources_folder() / "locale"


def config_folder() -> Path:
    """The user's folder for settings; ANNOTATOR_CONFIG overrides it."""
    chosen = os.environ.get("ANNOTATOR_CONFIG")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", str(Path.home()))) / "Annotator"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Annotator"
    return Path(os.environ.get("XDG_CONFIG_HOME", str(Path.home() / ".config"))) / "annotator"


def documents_folder() -> Path:
    """Where new projects are offered to be kept."""
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def followed(path: Path) -> Path:
    """The absolute path to which links lead; a link that leads to itself is its own end."""
    return Path(os.path.realpath(path))  # Path.resolve raises RuntimeError for such a link


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` to write; it takes the place of `path` once the block has ended well.

    After a failure it is gone and `path` is as it was. A link stays, what it leads to is replaced.
    Raises OSError, before the block for a folder or a file that may not be written.
    """
    target = followed(path)
    _require_replaceable(target)
    part = part_of(path, os.getpid())
    try:
        yield part
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def part_of(path: Path, process_id: int) -> Path:
    """The file that a process writes to replace `path`; only one that was killed leaves it."""
    target = followed(path)
    return target.with_name(f".{target.name}.{process_id}.part")


def _require_replaceable(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
