"""Finds the rows a list shows, off the window's thread and in chunks."""

import queue
import threading
from array import array
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.errors import Interrupted, UserError
from annotator.project import Project, open_project

_FIRST, _CHUNK = 500, 5_000
"""The first rows are told of as soon as they fill a screen or two."""

Wanted = TypeVar("Wanted")


class RowIds(QObject, Generic[Wanted]):
    """Answers one question at a time; a new one cuts the old one off.

    `arrived` carries the ids of a chunk as `array("q")` and whether it is the first of its
    question; `finished` follows the last chunk. Make one for each project and coder, and close it.
    """

    arrived = Signal(object, bool)
    finished = Signal()
    failed = Signal(object)
    _came = Signal(int, object, bool)
    _ended = Signal(int)
    _broke = Signal(int, object)

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._questions: queue.SimpleQueue[tuple[int, Wanted] | None] = queue.SimpleQueue()
        self._came.connect(self._pass_on)
        self._ended.connect(self._end)
        self._broke.connect(self._fail)
        self._worker = threading.Thread(
            target=self._work, args=(project.path, project.coder.name), daemon=True
        )
        self._worker.start()

    def find(self, reader: Project, wanted: Wanted) -> Iterator[int]:
        """Give the ids of these rows in their order, as they are found; UserError."""
        raise NotImplementedError

    def ask(self, wanted: Wanted) -> None:
        """Look for these rows from now on."""
        self._number += 1
        self._questions.put((self._number, wanted))

    def close(self) -> None:
        """End the worker and its connection; nothing arrives any more."""
        self._number += 1
        self._questions.put(None)
        self._worker.join()

    def _work(self, path: Path, coder: str) -> None:
        try:
            reader = open_project(path, coder=coder, read_only=True)
        except UserError as error:
            self._refuse(error)
            return
        with reader:
            for number, wanted in iter(self._questions.get, None):
                if number == self._number:
                    self._answer(reader, number, wanted)

    def _refuse(self, error: UserError) -> None:
        for number, _wanted in iter(self._questions.get, None):
            self._broke.emit(number, error)

    def _answer(self, reader: Project, number: int, wanted: Wanted) -> None:
        # a long list is sorted before its first row is known
        reader.interrupt_when(lambda: number != self._number)
        try:
            for first, ids in _chunks(self.find(reader, wanted)):
                if number != self._number:
                    return
                self._came.emit(number, ids, first)
        except UserError as error:
            self._broke.emit(number, error)
        except Interrupted:
            return
        else:
            self._ended.emit(number)

    def _pass_on(self, number: int, ids: "array[int]", first: bool) -> None:  # noqa: FBT001 (a slot)
        if number == self._number:
            self.arrived.emit(ids, first)

    def _end(self, number: int) -> None:
        if number == self._number:
            self.finished.emit()

    def _fail(self, number: int, error: UserError) -> None:
        if number == self._number:
            self.failed.emit(error)


def _chunks(ids: Iterator[int]) -> Iterator[tuple[bool, "array[int]"]]:
    yield True, array("q", islice(ids, _FIRST))
    while chunk := array("q", islice(ids, _CHUNK)):
        yield False, chunk
