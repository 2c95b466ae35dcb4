"""Looks for words in all articles off the window's thread."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.domain import Occurrence
from annotator.project import Project
from annotator.ui.reading import Reading
from annotator.ui.session import Session

_FIRST = 100
_CHUNK = 5_000


class _Courier(QObject):
    """Carries places to the window's thread; the search keeps it alive till its end."""

    came = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.stopped = False

    def carry(self, places: tuple[Occurrence, ...]) -> None:
        """Send what was found; called on the reader's thread."""
        self.came.emit(self, places)


class Finding(QObject):
    """Answers one search at a time; a new one cuts the old one off.

    `found` carries a tuple of Occurrence, the first few soon, and `finished` follows the last.
    """

    found = Signal(object)
    finished = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courier = _Courier()
        self._reading = Reading(session, self)
        self._reading.done.connect(self.finished)

    def look_for(self, words: str, *, any_case: bool) -> None:
        """Look for these words from now on."""
        self.stop()
        self._courier = courier = _Courier()
        courier.came.connect(self._pass_on)
        self._reading.ask(partial(_look, courier, words, any_case=any_case))

    def stop(self) -> None:
        """End the search; nothing comes of it any more."""
        self._courier.stopped = True
        self._reading.drop()

    def _pass_on(self, courier: _Courier, places: tuple[Occurrence, ...]) -> None:
        if not courier.stopped:
            self.found.emit(places)


def _look(courier: _Courier, words: str, project: Project, *, any_case: bool) -> None:
    """Send what is found in chunks; called on the reader's thread."""
    chunk: list[Occurrence] = []
    room = _FIRST
    for places in project.occurrences.of(words, any_case=any_case):
        if courier.stopped:
            return
        chunk.extend(places)
        if len(chunk) >= room:
            courier.carry(tuple(chunk))
            chunk, room = [], _CHUNK
    courier.carry(tuple(chunk))
