"""The form of a mention: its label and the entity that it names."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCompleter, QFormLayout, QLabel, QWidget

from annotator.domain import NAMED_LABELS, EntityLabel, MentionDraft
from annotator.i18n import gettext as _
from annotator.ui.forms.choice_editor import ChoiceBox
from annotator.ui.forms.entity_names import EntityNames
from annotator.ui.forms.text_field import TextField
from annotator.ui.wordings import LABELS


class MentionForm(QWidget):
    """Edits a mention draft; `edited` carries it with what was changed."""

    edited = Signal(object)

    def __init__(self, names: EntityNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._draft: MentionDraft | None = None
        self._label = ChoiceBox()
        self._label.setAccessibleName(_("Label"))
        for label, words in LABELS.items():
            self._label.addItem(f"{words} ({label.value})", label.value)
        self._entity = TextField(_("Entity"), _("name of the entity"))
        self._note = QLabel(wordWrap=True)
        self._note.setProperty("role", "muted")
        self._lay_out()
        self._label.activated.connect(self._choose_label)
        self._entity.written.connect(self._write_entity)
        self._entity.textChanged.connect(self._explain)
        self._entity.focused.connect(names.refresh)
        self._complete()

    def show_draft(self, draft: MentionDraft, quote: str) -> None:
        """Show a draft; what is being written stays."""
        self._draft = draft
        with QSignalBlocker(self._label):
            self._label.setCurrentIndex(self._label.findData(draft.label.value))
        self._entity.show_text(draft.entity or quote)
        self._form.setRowVisible(self._entity, draft.label in NAMED_LABELS)
        self._explain()

    def focus_armed(self) -> None:
        """Put the focus on the label."""
        self._label.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        self._form = QFormLayout(self)
        self._form.setContentsMargins(12, 8, 12, 12)
        self._form.setSpacing(8)
        self._form.addRow(_("Label"), self._label)
        self._form.addRow(_("Entity"), self._entity)
        self._form.addRow("", self._note)

    def _complete(self) -> None:
        completer = QCompleter(self._names.model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # the field takes the completion after this signal, and only then can it be kept
        completer.activated.connect(self._entity.write, Qt.ConnectionType.QueuedConnection)
        self._entity.setCompleter(completer)

    def _choose_label(self, _row: int) -> None:
        if self._draft is not None:
            self.edited.emit(replace(self._draft, label=EntityLabel(self._label.currentData())))

    def _write_entity(self, name: str) -> None:
        if self._draft is not None:
            self.edited.emit(replace(self._draft, entity=name))

    def _explain(self) -> None:
        name = self._entity.text().strip()
        named = self._draft is not None and self._draft.label in NAMED_LABELS
        is_new = bool(name) and named and not self._names.is_known(name)
        self._note.setText(_("A new entity of this name will be made.") if is_new else "")
