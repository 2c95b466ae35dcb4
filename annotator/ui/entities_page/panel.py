"""The panel of one entity: name, label, aliases and note, all changed in place."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.domain import Entity, EntityLabel
from annotator.i18n import gettext as _
from annotator.ui.entities_page.aliases import AliasEditor
from annotator.ui.entities_page.labels import fill_with_labels
from annotator.ui.markdown_editor import MarkdownEditor
from annotator.ui.session import Session


class EntityPanel(QScrollArea):
    """Shows an entity; what is changed is written when the field is left."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entity: Entity | None = None
        self._name = QLineEdit()
        self._label = QComboBox()
        self._aliases = AliasEditor()
        self._note = MarkdownEditor(_("Note"), _("No note yet."))
        self._lay_out()
        self._connect()

    def show_entity(self, entity: Entity) -> None:
        """Show this entity; a note that was being written on another one is kept there."""
        other = self._entity is None or self._entity.id != entity.id
        if other:
            self._note.finish()
        self._entity = entity
        if other or not (self._name.hasFocus() and self._name.isModified()):
            self._name.setText(entity.name)
            self._name.setCursorPosition(0)
        self._label.setCurrentIndex(self._label.findData(entity.label.value))
        self._aliases.show_aliases(entity.aliases)
        self._note.show_text(entity.note)

    def begin_alias(self) -> None:
        """Let another name be written, if an entity is on show."""
        self._aliases.begin()

    def begin_note(self) -> None:
        """Let the note be written, if an entity is on show."""
        if self.isVisible():
            self._note.edit()

    def forget(self) -> None:
        """Let go of the entity, for its project was closed."""
        self._entity = None
        self._note.drop()

    def _lay_out(self) -> None:
        fill_with_labels(self._label)
        self._name.setAccessibleName(_("Name of the entity"))
        self._label.setAccessibleName(_("Label of the entity"))
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._name, 1)
        first.addWidget(self._label)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 0, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(first)
        layout.addWidget(self._aliases)
        layout.addWidget(self._note, 1)
        self.setWidget(body)
        self.setWidgetResizable(True)

    def _connect(self) -> None:
        self._name.editingFinished.connect(self._rename)
        self._label.activated.connect(self._relabel)
        self._aliases.added.connect(self._add_alias)
        self._aliases.removed.connect(self._remove_alias)
        self._note.committed.connect(self._set_note)

    def _rename(self) -> None:
        entity, name = self._entity, self._name.text().strip()
        if entity is None or name == entity.name:
            return
        if not self._session.do(lambda project: project.entities.rename(entity.id, name)):
            self._name.setText(entity.name)

    def _relabel(self) -> None:
        entity, label = self._entity, EntityLabel(self._label.currentData())
        if entity is not None and label is not entity.label:
            self._session.do(lambda project: project.entities.relabel(entity.id, label))

    def _add_alias(self, alias: str) -> None:
        entity = self._entity
        if entity is not None:
            self._session.do(lambda project: project.entities.add_alias(entity.id, alias))

    def _remove_alias(self, alias: str) -> None:
        entity = self._entity
        if entity is not None:
            self._session.do(lambda project: project.entities.remove_alias(entity.id, alias))

    def _set_note(self, note: str) -> None:
        entity = self._entity
        if entity is not None:
            self._session.do(lambda project: project.entities.set_note(entity.id, note))
