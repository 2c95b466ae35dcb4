"""A page of the window: it reloads when it is on show and something that it shows was touched."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from annotator.domain import Changes, Kind
from annotator.ui.actions import Handlers
from annotator.ui.session import Session


class Page(QWidget):
    """Base of the pages; `kinds` are the rows it shows, `reload` reads them again."""

    def __init__(self, session: Session, *kinds: Kind) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._kinds = kinds
        self._stale = True
        session.project_changed.connect(self._change_project)
        session.changed.connect(self._note)

    def reload(self) -> None:
        """Read what the page shows; called only while a project is open and the page on show."""
        raise NotImplementedError

    def forget(self) -> None:
        """Let go of what belongs to the project that was closed."""

    def handlers(self) -> Handlers:
        """Give the commands that the page carries out."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on what was touched while another page was on show."""
        super().showEvent(event)
        self._catch_up()

    def _change_project(self) -> None:
        self.forget()
        self._stale = True
        self._catch_up()

    def _note(self, changes: Changes) -> None:
        if changes.touches(*self._kinds):
            self._stale = True
            self._catch_up()

    def _catch_up(self) -> None:
        if self._stale and self._session.is_open and self.isVisible():
            self._stale = False
            self.reload()
