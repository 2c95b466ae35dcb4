"""Brings new articles into the search index while the window has nothing else to do."""

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain import Changes, Kind
from annotator.errors import UserError
from annotator.ui.session import Session

_BATCH = 8
"""So few that they are indexed in some 2 ms."""
_PAUSE_MS = 5


class Indexing(QObject):
    """Works in small batches on the owner's thread; `finished` when the index has caught up."""

    finished = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found = 0
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._go_on)
        session.changed.connect(self._note)
        session.project_changed.connect(self._timer.start)
        if session.is_open:
            self._timer.start()

    def _note(self, changes: Changes) -> None:
        if changes.touches(Kind.ARTICLE):
            self._timer.start()

    def _go_on(self) -> None:
        found = self._index()
        self._found += found
        if found:
            return
        self._timer.stop()
        if self._found:
            self._found = 0
            self.finished.emit()

    def _index(self) -> int:
        if not self._session.is_open or self._session.project.read_only:
            return 0
        try:
            return self._session.project.articles.index_new(_BATCH)
        except UserError as error:
            self._session.failed.emit(error)
            return 0
