"""Files that appear whole or not at all."""

import errno
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Self

from annotator.errors import CannotWrite, reason_of
from annotator.i18n import gettext as _
from annotator.paths import followed, replacing

_BROKEN = re.compile("[\ud800-\udfff]")


class Output:
    """A UTF-8 text file in the making; lone surrogates become U+FFFD and are counted in `broken`.

    Raises CannotWrite when the disk refuses.
    """

    def __init__(self, path: Path, stream: IO[bytes]) -> None:
        self._path = path
        self._stream = stream
        self.broken = 0

    def write(self, text: str) -> int:
        """Append the text; the number of its code points."""
        whole, broken = _BROKEN.subn("\ufffd", text)
        self.broken += broken
        with _refusals_named(self._path):
            self._stream.write(whole.encode())
        return len(text)

    def append(self, other: Self) -> None:
        """Append all that was written to another output."""
        self.broken += other.broken
        with _refusals_named(self._path):
            other._stream.seek(0)
            shutil.copyfileobj(other._stream, self._stream)


@contextmanager
def new_file(path: Path) -> Iterator[Output]:
    """A file that takes the place of `path` once the block has ended well; CannotWrite."""
    with _refusals_named(path), replacing(path) as part, part.open("wb") as stream:
        yield Output(path, stream)


@contextmanager
def scratch_file(path: Path) -> Iterator[Output]:
    """A nameless file on the disk of `path`, gone after the block."""
    folder = followed(path).parent
    with _refusals_named(path), tempfile.TemporaryFile(dir=folder) as stream:
        yield Output(path, stream)


@contextmanager
def _refusals_named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWrite(path, _reason(error)) from error


def _reason(error: OSError) -> str:
    reasons = {
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("your share of the disk is used up"),
        errno.EACCES: _("writing is not allowed there"),
        errno.EPERM: _("writing is not allowed there"),
        errno.EROFS: _("the disk is read-only"),
        errno.ENOENT: _("its folder does not exist"),
        errno.ENOTDIR: _("its folder is a file"),
        errno.EISDIR: _("a folder has that name"),
        errno.ENAMETOOLONG: _("the name is too long"),
    }
    return reasons.get(error.errno or 0) or reason_of(error)
