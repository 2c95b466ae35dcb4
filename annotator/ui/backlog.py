"""How much of the whole project is left to decide on, counted off the window's thread."""

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain import Changes, Kind
from annotator.ui.reading import Reading
from annotator.ui.session import Session

_PAUSE_MS = 300
_COUNTED = (Kind.SUGGESTION, Kind.DECISION, Kind.ARTICLE, Kind.CODER, Kind.MUTED)


class Backlog(QObject):
    """Counts anew when changes have paused; `counted` carries a PendingCount."""

    counted = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = Reading(session, self)
        self._reading.done.connect(self.counted)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._count)
        session.changed.connect(self._note)
        session.project_changed.connect(self._count)
        session.about_to_close.connect(self._let_go)
        self._count()

    def _note(self, changes: Changes) -> None:
        # what comes without a pause, as from an extraction, is counted now and then all the same
        if changes.touches(*_COUNTED) and not self._timer.isActive():
            self._timer.start()

    def _count(self) -> None:
        if self._session.is_open:
            self._reading.ask(lambda project: project.suggestions.left())

    def _let_go(self) -> None:
        self._timer.stop()
        self._reading.let_go()
