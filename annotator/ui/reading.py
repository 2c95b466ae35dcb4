"""Long reads off the window's thread, each with its own connection to the project."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.errors import UserError
from annotator.project import Project, open_project
from annotator.ui.session import Session


class _Bell(QObject):
    """Carries the end of a read to the window's thread; the worker keeps it alive till then."""

    rung = Signal(object)


class Reading(QObject):
    """Answers one question at a time about the open project; a new one replaces the old.

    `answered` carries what the question returned. A UserError goes to the session; any other
    error is raised in the window's thread, where the crash dialog takes it.
    """

    answered = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
        self._current: Future[object] | None = None
        session.project_changed.connect(self.drop)

    def ask(self, question: Callable[[Project], object]) -> None:
        """Put a question; what was asked before is not answered any more."""
        self.drop()
        bell = _Bell()
        bell.rung.connect(self._deliver)
        project = self._session.project
        self._current = self._worker.submit(_read, project.path, project.coder.name, question)
        self._current.add_done_callback(bell.rung.emit)

    def drop(self) -> None:
        """Forget the current question."""
        if self._current is not None:
            self._current.cancel()
            self._current = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._current is not None

    def _deliver(self, ended: Future[object]) -> None:
        if ended is not self._current:
            return
        self._current = None
        try:
            answer = ended.result()
        except UserError as error:
            self._session.failed.emit(error)
            return
        self.answered.emit(answer)


def _read(path: Path, coder: str, question: Callable[[Project], object]) -> object:
    with open_project(path, coder=coder, read_only=True) as reader:
        return question(reader)
