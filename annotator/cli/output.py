"""What the command line prints: results on stdout, progress and errors on stderr."""

import json
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from annotator.errors import CannotWrite, UserError
from annotator.i18n import gettext as _

_WIDTH = 30


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
        sys.stderr.write(
            f"\r{self._title} {bar:░<{_WIDTH}} {done}/{self._total}"
            f"  {_('{seconds} s left').format(seconds=round(left))}   "
        )
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._shown:
            sys.stderr.write("\n")


def say(text: str) -> None:
    """Print a result."""
    sys.stdout.write(f"{text}\n")


def say_json(data: object) -> None:
    """Print a result as JSON."""
    say(json.dumps(plain(data), ensure_ascii=False, indent=1))


def complain(error: UserError) -> None:
    """Print an error."""
    sys.stderr.write(f"annotator: {error.sentence}\n")


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
        sys.stdout.write(text)
        return
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
