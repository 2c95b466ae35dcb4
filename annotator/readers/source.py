"""A file as the readers see it."""

import gzip
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from annotator.errors import UnreadableFile
from annotator.i18n import gettext as _
from annotator.readers.encoding import detect

MAX_BYTES = 20_000_000
"""The largest article; a novel has about one million."""
_SAMPLE = 64_000
_READ_BYTES = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""A pipe that nobody writes into would else be waited for."""
_LONE = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Source:
    """One file; a `.gz` is unpacked on the way."""

    path: Path

    @property
    def name(self) -> str:
        """The file's path for messages and origins."""
        return str(self.path)

    def load(self) -> tuple[bytes, str]:
        """The bytes of one article and the file's SHA-256; UnreadableFile if it is too large."""
        raw = _read(self.name)
        data = self._unpacked() if self._is_packed else raw
        return data, sha256(raw).hexdigest()

    @property
    def suffix(self) -> str:
        """What the name ends in, in lower case and without `.gz`."""
        name = self.name.lower().removesuffix(".gz")
        return Path(name).suffix

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The bytes as a stream, for corpora of any size."""
        with os.fdopen(_opened(self.name)[0], "rb") as file:
            if not self._is_packed:
                yield file
                return
            with gzip.open(file, "rb") as packed:
                yield packed  # type: ignore[misc] # typeshed: GzipFile is a BinaryIO in all but name

    @contextmanager
    def open_text(self) -> Iterator[TextIO]:
        """The file as text in the encoding found; bytes that do not fit become lone surrogates."""
        with self.open() as file:
            encoding = detect(file.read(_SAMPLE), self.name)
        with self.open() as file:
            yield TextIOWrapper(file, encoding, errors="surrogateescape", newline="")

    @property
    def _is_packed(self) -> bool:
        return self.name.endswith(".gz")

    def _unpacked(self) -> bytes:
        """The content of a `.gz`, never more than the limit whatever it unpacks to."""
        with self.open() as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise too_large(self.name)
        return data


def _read(name: str) -> bytes:
    """The bytes of a file; plain system calls, for a file object costs as much as the reading."""
    file, size = _opened(name)
    try:
        if size > MAX_BYTES:
            raise too_large(name)
        data = os.read(file, size + 1)
        while len(data) < size and (more := os.read(file, size)):
            data += more
    finally:
        os.close(file)
    return data


def _opened(name: str) -> tuple[int, int]:
    """The descriptor of a file and its size; UnreadableFile for pipes and devices."""
    file = os.open(name, _READ_BYTES)
    found = os.fstat(file)
    if not stat.S_ISREG(found.st_mode):
        os.close(file)
        raise UnreadableFile(name, _("it is not a file."), advice=_("Check the name."))
    return file, found.st_size


def too_large(name: str) -> UnreadableFile:
    """The refusal of an article beyond the limit."""
    return UnreadableFile(
        name,
        _("one article may have at most {limit} MB.").format(limit=MAX_BYTES // 1_000_000),
        advice=_(
            "Split the file into its articles, or put them into a JSONL file, one article a line."
        ),
    )


def damaged_archive(name: str) -> UnreadableFile:
    """The refusal of a `.gz` that does not unpack."""
    return UnreadableFile(
        name, _("the compressed file is damaged."), advice=_("Fetch or pack it again.")
    )


def read_lines(file: TextIO) -> Iterator[str]:
    """Lines of a corpus; of one beyond the limit only as much as shows that it is."""
    while line := file.readline(MAX_BYTES + 1):
        yield line
        rest = line
        while len(rest) > MAX_BYTES and not rest.endswith(("\n", "\r")):
            rest = file.readline(MAX_BYTES + 1)


def is_damaged(line: str) -> bool:
    """Whether a line from `open_text` had bytes that do not fit the file's encoding."""
    return not line.isascii() and bool(_LONE.search(line))
