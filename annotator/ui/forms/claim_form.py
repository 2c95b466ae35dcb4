"""The form of a claim: kind, speaker, modality, polarity."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain import ClaimDraft, ClaimKind, Role, RoleValue
from annotator.i18n import gettext as _
from annotator.ui.forms.drafts import speaker_role, typed
from annotator.ui.forms.entity_names import EntityNames
from annotator.ui.forms.role_editor import RoleEditor
from annotator.ui.forms.role_row import RoleRow, field_name
from annotator.ui.forms.saying import SayingFields
from annotator.ui.forms.segmented import Segmented
from annotator.ui.wordings import CLAIM_KINDS, CLAIM_TIPS


class ClaimForm(QWidget):
    """Edits a claim draft; `edited` carries it with what was changed."""

    edited = Signal(object)

    def __init__(self, names: EntityNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._draft: ClaimDraft | None = None
        self._text = ""
        self._kind: Segmented[ClaimKind] = Segmented(
            _("Kind of claim"), CLAIM_KINDS, tips=CLAIM_TIPS
        )
        self._speaker = RoleRow(speaker_role(_("Speaker")), self._typed)
        self._saying = SayingFields()
        self._lay_out()
        self._kind.chosen.connect(self._choose_kind)
        self._saying.edited.connect(self.edited)
        self._speaker.editor.changed.connect(self._take_speaker)
        self._speaker.armed.connect(names.refresh)
        if isinstance(self._speaker.editor, RoleEditor):
            self._speaker.editor.offer(names.model)

    @property
    def armed(self) -> Role:
        """The speaker, the one role of a claim."""
        return self._speaker.role

    def show_draft(self, draft: ClaimDraft, text: str) -> None:
        """Show a draft; what is being written stays."""
        self._draft, self._text = draft, text
        self._kind.show_value(draft.kind)
        self._speaker.editor.show_values((draft.speaker,) if draft.speaker else ())
        self._speaker.show_armed(True)
        self._saying.show_draft(draft)

    def focus_armed(self) -> None:
        """Put the cursor into the field of the speaker."""
        self._speaker.editor.take_focus()

    def fill(self, words: RoleValue) -> None:
        """Take words of the text as the speaker."""
        self._speaker.editor.fill(words)

    def _lay_out(self) -> None:
        kind = QHBoxLayout()
        kind.setContentsMargins(0, 0, 8, 0)
        kind.setSpacing(4)
        kind.addWidget(field_name(_("Claim")))
        kind.addWidget(self._kind, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 8)
        column.setSpacing(6)
        column.addLayout(kind)
        column.addWidget(self._speaker)
        column.addWidget(self._saying)
        column.addStretch()

    def _typed(self, role: Role, text: str) -> RoleValue | None:
        return typed(role, text, self._text, self._draft.span) if self._draft else None

    def _choose_kind(self, kind: ClaimKind) -> None:
        if self._draft is not None:
            self.edited.emit(replace(self._draft, kind=kind))

    def _take_speaker(self, values: Sequence[RoleValue]) -> None:
        if self._draft is not None:
            self.edited.emit(replace(self._draft, speaker=values[0] if values else None))
