"""What the command line prints: results on stdout, progress and errors on stderr."""

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from enum import IntEnum
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from annotator.errors import CannotWrite, UserError, refusal_of, refusals_named
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.paths import replacing
from annotator.workflows.targets import require_file

_WIDTH = 30
_MOST_ERRORS = 100


class ExitCode(IntEnum):
    """What a command answers to the shell."""

    DONE = 0
    SOME_FAILED = 1
    UNUSABLE = 2


class Progress:
    """A progress bar on stderr, shown on a terminal only."""

    def __init__(self, title: str, total: int | None) -> None:
        self._title = title
        self._total = total or 0
        self._started = time.monotonic()
        self._shown = sys.stderr.isatty() and bool(total)

    def __call__(self, done: int) -> None:
        """Show that `done` of the total are done."""
        if not self._shown:
            return
        share = min(1.0, done / self._total)
        bar = "█" * round(share * _WIDTH)
        left = (time.monotonic() - self._started) * (1 - share) / share if share else 0
        rest = _("{seconds} s left").format(seconds=round(left))
        sys.stderr.write(f"\r{self._title} {bar:░<{_WIDTH}} {done}/{self._total}  {rest}   ")
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._shown:
            sys.stderr.write("\n")


def prepare_streams() -> None:
    """Let what the terminal cannot show be escaped; JSON lines come in and go out as UTF-8."""
    # a stream is None where the shell has closed it
    sys.stdin = sys.stdin or StringIO()
    sys.stdout = sys.stdout or StringIO()
    sys.stderr = sys.stderr or StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")


def say(text: str) -> None:
    """Print a result."""
    _print(f"{text}\n")


def flush() -> None:
    """Let all that was printed go out; CannotWrite."""
    with _refusals_named():
        sys.stdout.flush()


def _print(text: str) -> None:
    with _refusals_named():
        sys.stdout.write(text)


@contextmanager
def _refusals_named() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        discard()
        raise CannotWrite(_("The output"), refusal_of(error)) from error


def discard() -> None:
    """Drop what could not be printed; Python must not try it again, and complain, at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_json(data: object) -> None:
    """Print a result as JSON."""
    say(json.dumps(plain(data), ensure_ascii=False, indent=1))


def note(sentence: str) -> None:
    """Print what is worth knowing but no error."""
    sys.stderr.write(f"annotator: {sentence}\n")


def complain(error: UserError) -> None:
    """Print an error."""
    sys.stderr.write(f"annotator: {error.sentence}\n")


def complain_of_all(errors: Sequence[UserError]) -> None:
    """Print what failed, of very many only the first and their number."""
    for error in errors[:_MOST_ERRORS]:
        complain(error)
    more = len(errors) - _MOST_ERRORS
    if more > 0:
        sentence = ngettext("and {count} more failure.", "and {count} more failures.", more)
        sys.stderr.write(f"annotator: {sentence.format(count=digits(more))}\n")


def plain(data: object) -> Any:  # noqa: ANN401 - JSON is of any shape
    """Domain types as dictionaries, lists and texts that JSON can hold."""
    if is_dataclass(data) and not isinstance(data, type):
        return plain(asdict(data))
    if isinstance(data, Mapping):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple | frozenset):
        return [plain(value) for value in data]
    if data is None or isinstance(data, bool | int | float | str):
        return data
    return str(data)


def write_text(path: Path | None, text: str) -> None:
    """Write a result into a file, or print it when there is none; CannotWrite."""
    if path is None:
        _print(text)
        return
    with new_file(path) as file:
        file.write(text)


@contextmanager
def new_file(path: Path) -> Iterator[TextIO]:
    """A file that takes the place of `path` once the block has ended well; CannotWrite."""
    require_file(path)
    with (
        refusals_named(path),
        replacing(path) as part,
        part.open("w", encoding="utf-8", errors="backslashreplace") as file,
    ):
        yield file
