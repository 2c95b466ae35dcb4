"""Files that appear whole or not at all."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Self

from annotator.errors import refusals_named
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
        with refusals_named(self._path):
            self._stream.write(whole.encode())
        return len(text)

    def append(self, other: Self) -> None:
        """Append all that was written to another output."""
        self.broken += other.broken
        with refusals_named(self._path):
            other._stream.seek(0)
            shutil.copyfileobj(other._stream, self._stream)


@contextmanager
def new_file(path: Path) -> Iterator[Output]:
    """A file that takes the place of `path` once the block has ended well; CannotWrite."""
    with refusals_named(path), replacing(path) as part, part.open("wb") as stream:
        yield Output(path, stream)


@contextmanager
def scratch_file(path: Path) -> Iterator[Output]:
    """A nameless file on the disk of `path`, gone after the block."""
    folder = followed(path).parent
    with refusals_named(path), tempfile.TemporaryFile(dir=folder) as stream:
        yield Output(path, stream)
