"""The form of a statement: type, roles, speaker, modality, polarity, note."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain import (
    SPEAKER,
    Codebook,
    Role,
    RoleKind,
    RoleValue,
    StatementDraft,
)
from annotator.i18n import gettext as _
from annotator.ui.forms.drafts import retyped, speaker_role, typed, with_values
from annotator.ui.forms.entity_names import EntityNames
from annotator.ui.forms.mending import MENTIONED
from annotator.ui.forms.role_editor import RoleEditor
from annotator.ui.forms.role_row import RoleRow
from annotator.ui.forms.saying import SayingFields
from annotator.ui.forms.type_chips import TypeChips
from annotator.ui.markdown_editor import MarkdownEditor

_NOTE_HEIGHT = 96


class StatementForm(QWidget):
    """Edits a statement draft; `edited` carries it with what was changed.

    One role is armed: words of the text go there. `armed_changed` tells that it is another.
    """

    edited = Signal(object)
    armed_changed = Signal()

    def __init__(self, names: EntityNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._draft: StatementDraft | None = None
        self._codebook = Codebook(name="")
        self._text = ""
        self._rows: list[RoleRow] = []
        self._armed = 0
        self._types = TypeChips()
        self._roles = QVBoxLayout()
        self._saying = SayingFields()
        self._note = MarkdownEditor(_("Note"), _("No note."))
        self._lay_out()
        self._types.chosen.connect(self.retype)
        self._saying.edited.connect(self.edited)
        self._note.committed.connect(self._write_note)

    @property
    def armed(self) -> Role | None:
        """The role that words of the text go to."""
        return self._rows[self._armed].role if self._rows else None

    def show_draft(self, draft: StatementDraft, codebook: Codebook, text: str) -> None:
        """Show a draft; what is being written stays."""
        self._draft, self._codebook, self._text = draft, codebook, text
        self._types.show_type(draft.type, codebook)
        roles = (*_roles(draft, codebook), speaker_role(_("Speaker")))
        if roles != tuple(row.role for row in self._rows):
            self._build(roles)
        for row in self._rows:
            row.editor.show_values(self._values(row.role))
        self._saying.show_draft(draft)
        self._note.show_text(draft.note)

    def arm_first(self) -> None:
        """Arm the first role."""
        if self._rows:
            self._arm(0)

    def arm_next(self) -> None:
        """Arm the next role that is empty and that a mention can fill; else stay."""
        later = range(self._armed + 1, len(self._rows))
        empty = (place for place in later if not self._values(self._rows[place].role))
        fillable = (place for place in empty if self._rows[place].role.kind in MENTIONED)
        self._arm(next(fillable, self._armed))

    def focus_armed(self) -> None:
        """Put the cursor into the field of the armed role."""
        if self._rows:
            self._rows[self._armed].editor.take_focus()

    def armed_row(self) -> QWidget:
        """Give the row of the armed role."""
        return self._rows[self._armed] if self._rows else self

    def fill(self, words: RoleValue) -> None:
        """Give words of the text to the armed role."""
        if self._rows:
            self._rows[self._armed].editor.fill(words)

    def retype(self, key: str) -> None:
        """Make it a statement of another type."""
        new = self._codebook.type(key)
        if self._draft is not None and new is not None and key != self._draft.type:
            self.edited.emit(retyped(self._draft, self._codebook.type(self._draft.type), new))

    def edit_note(self) -> QWidget:
        """Let the note be written, and give where it stands."""
        self._note.edit()
        return self._note

    def finish(self) -> None:
        """Keep what is being written."""
        self._note.finish()

    def _lay_out(self) -> None:
        self._roles.setSpacing(0)
        self._note.setMinimumHeight(_NOTE_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 8)
        column.setSpacing(8)
        column.addWidget(self._types)
        column.addLayout(self._roles)
        column.addWidget(self._saying)
        note = QVBoxLayout()
        note.setContentsMargins(11, 0, 8, 0)
        note.addWidget(self._note)
        column.addLayout(note)
        column.addStretch()

    def _build(self, roles: Sequence[Role]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [RoleRow(role, self._typed) for role in roles]
        for place, row in enumerate(self._rows):
            self._roles.addWidget(row)
            row.armed.connect(lambda place=place: self._arm(place))
            row.editor.changed.connect(lambda values, row=row: self._take(row.role, values))
            if isinstance(row.editor, RoleEditor) and row.role.kind is RoleKind.ENTITY:
                row.editor.offer(self._names.model)
        self._set_tab_order()
        self._arm(0)

    def _set_tab_order(self) -> None:
        fields: list[QWidget] = [self._types, *(row.editor for row in self._rows), self._saying]
        for first, second in pairwise(fields):
            QWidget.setTabOrder(first, second)

    def _arm(self, place: int) -> None:
        self._armed = place
        self._names.refresh()
        for other, row in enumerate(self._rows):
            row.show_armed(other == place)
        self.armed_changed.emit()

    def _typed(self, role: Role, text: str) -> RoleValue | None:
        if self._draft is None:
            return None
        return typed(role, text, self._text, self._draft.span)

    def _values(self, role: Role) -> tuple[RoleValue, ...]:
        if self._draft is None:
            return ()
        if role.key == SPEAKER:
            return (self._draft.speaker,) if self._draft.speaker else ()
        return self._draft.of_role(role.key)

    def _take(self, role: Role, values: Sequence[RoleValue]) -> None:
        if self._draft is None:
            return
        if role.key == SPEAKER:
            self.edited.emit(replace(self._draft, speaker=values[0] if values else None))
        else:
            self.edited.emit(with_values(self._draft, role.key, values))

    def _write_note(self, note: str) -> None:
        if self._draft is not None:
            self.edited.emit(replace(self._draft, note=note))


def _roles(draft: StatementDraft, codebook: Codebook) -> list[Role]:
    """The roles of the type in use, and whatever else the draft holds values of."""
    known = codebook.type(draft.type)
    roles = [
        role
        for role in (known.roles if known else ())
        if not role.retired or draft.of_role(role.key)
    ]
    keys = {role.key for role in roles}
    strange = dict.fromkeys(value.role for value in draft.values if value.role not in keys)
    return [
        *roles,
        *(Role(key=key, name=key, kind=RoleKind.TEXT, many=True, retired=True) for key in strange),
    ]
