"""Long reads off the window's thread, with a connection of their own to the project."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.project import Project, open_project
from annotator.ui.background import Background
from annotator.ui.session import Session


class Reading(Background):
    """Answers one question at a time about the open project; `done` carries the answer."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(ThreadPoolExecutor(1, thread_name_prefix="reading"), parent)
        self._session = session
        self.failed.connect(session.failed)

    def ask(self, question: Callable[[Project], object]) -> None:
        """Put a question; what was asked before is not answered any more."""
        project = self._session.project
        self.run(partial(_answer, project.path, project.coder.name, question))


def _answer(path: Path, coder: str, question: Callable[[Project], object]) -> object:
    with open_project(path, coder=coder, read_only=True) as reader:
        return question(reader)
