"""The names of the project's entities, offered while one types."""

from PySide6.QtCore import QObject, QStringListModel

from annotator.domain import Changes, Kind
from annotator.ui.session import Session


class EntityNames(QObject):
    """Names and aliases as a list; they are read when they are first needed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self.model = QStringListModel(self)
        session.project_changed.connect(self._forget)
        session.changed.connect(self._note)

    def refresh(self) -> None:
        """Read the names if something about them may have changed."""
        if self._stale and self._session.is_open:
            self._stale = False
            entities = self._session.project.entities.all()
            names = (name for entity in entities for name in (entity.name, *entity.aliases))
            self.model.setStringList(list(dict.fromkeys(names)))

    def is_known(self, name: str) -> bool:
        """Whether the project has an entity of that name or alias."""
        return self._session.project.entities.named(name) is not None

    def _forget(self) -> None:
        self._stale = True

    def _note(self, changes: Changes) -> None:
        if changes.touches(Kind.ENTITY):
            self._stale = True
