"""The editor of one statement type: name, colour, key, roles and guideline."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import Codebook, StatementType
from annotator.i18n import gettext as _
from annotator.ui.actions import Handlers
from annotator.ui.codebook_page.edits import COLOURS, key_problem, restored
from annotator.ui.codebook_page.role_editor import RoleEditor
from annotator.ui.command_button import name_command
from annotator.ui.markdown_editor import MarkdownEditor
from annotator.ui.messages import set_property
from annotator.ui.swatch import swatch


class TypeEditor(QWidget):
    """Shows a type; `changed` carries it as it was changed and the name of the step."""

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codebook = Codebook(name="")
        self._kind: StatementType | None = None
        self._name = QLineEdit()
        self._colour = QPushButton()
        self._key = QLineEdit()
        self._retire = QPushButton()
        self._hint = QLabel()
        self._roles = RoleEditor()
        self._guideline = MarkdownEditor(_("Guideline"), _("When is a statement of this type?"))
        self._lay_out()
        self._connect()

    def show_type(self, codebook: Codebook, kind: StatementType, usage: dict[str, int]) -> None:
        """Show `kind` of `codebook`; `usage` says how many values each of its roles holds."""
        if self._kind is not None and self._kind.key != kind.key:
            self.finish()
        self._codebook, self._kind = codebook, kind
        self._name.setText(kind.name)
        self._name.setCursorPosition(0)
        self._key.setText(kind.shortcut)
        self._colour.setIcon(swatch(kind.colour))
        self._colour.setText(f" {kind.colour}")
        name_command(
            self._retire,
            "retire_type",
            words=_("Restore type") if kind.retired else _("Retire type"),
            tip=_("Offer this type again for tagging")
            if kind.retired
            else _("Offer this type no more; its statements stay as they are"),
        )
        self._roles.show_type(kind, usage)
        self._guideline.show_text(kind.guideline)
        self._explain("")

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "type_colour": self._ask_colour,
            "retire_type": self.toggle_retired,
            **self._roles.handlers(),
        }

    def toggle_retired(self) -> None:
        """Retire the type, or take it into use again."""
        kind = self._kind
        if kind is None:
            return
        if kind.retired:
            self.changed.emit(restored(self._codebook, kind), _("Restore statement type"))
        else:
            self.changed.emit(replace(kind, retired=True), _("Retire statement type"))

    def write_guideline(self) -> None:
        """Let the guideline be written."""
        self._guideline.edit()

    def forget(self) -> None:
        """Let go of the type, for its project was closed."""
        self._kind = None
        self._guideline.drop()

    def finish(self) -> None:
        """Commit what is still being written."""
        self._guideline.finish()

    def _lay_out(self) -> None:
        self._hint.setWordWrap(True)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        for part in (self._roles, self._guideline):
            part.setContentsMargins(0, 8, 0, 8)
            parts.addWidget(part)
        parts.setSizes([340, 260])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self._hint)
        layout.addWidget(parts, 1)

    def _head(self) -> QHBoxLayout:
        self._name.setMinimumWidth(96)
        self._key.setMaxLength(1)
        self._key.setFixedWidth(44)
        self._key.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._key.setToolTip(_("The single key that tags the selected text with this type"))
        name_command(self._colour, "type_colour")
        self._colour.setAccessibleName(_("Colour"))
        head = QHBoxLayout()
        head.setSpacing(8)
        for words, field, stretch in (
            (_("Name"), self._name, 1),
            (_("Colour"), self._colour, 0),
            (_("Key"), self._key, 0),
        ):
            label = QLabel(words)
            label.setProperty("role", "section")
            label.setBuddy(field)
            field.setAccessibleName(words)
            head.addWidget(label)
            head.addWidget(field, stretch)
        head.addWidget(self._retire)
        return head

    def _connect(self) -> None:
        self._name.editingFinished.connect(self._rename)
        self._key.editingFinished.connect(self._rekey)
        self._key.textEdited.connect(lambda text: self._explain(self._key_problem(text)))
        self._colour.clicked.connect(self._ask_colour)
        self._retire.clicked.connect(self.toggle_retired)
        self._roles.changed.connect(self.changed)
        self._guideline.committed.connect(self._set_guideline)

    def _explain(self, problem: str) -> None:
        stored = _("Stored as “{key}”, whatever its name.")
        key = self._kind.key if self._kind else ""
        self._hint.setText(problem or stored.format(key=key))
        set_property(self._hint, "role", "bad" if problem else "muted")
        set_property(self._key, "invalid", bool(problem))

    def _key_problem(self, text: str) -> str:
        return key_problem(self._codebook, self._kind.key, text.strip()) if self._kind else ""

    def _rename(self) -> None:
        kind, name = self._kind, self._name.text().strip()
        if kind is None or name == kind.name:
            return
        if not name:
            self._name.setText(kind.name)
            return
        self.changed.emit(replace(kind, name=name), _("Rename statement type"))

    def _rekey(self) -> None:
        kind, key = self._kind, self._key.text().strip()
        if kind is None or key == kind.shortcut or self._key_problem(key):
            return
        self.changed.emit(replace(kind, shortcut=key), _("Change key of statement type"))

    def _ask_colour(self) -> None:
        kind = self._kind
        if kind is None:
            return
        for number, colour in enumerate(COLOURS):
            QColorDialog.setCustomColor(number, QColor(colour))
        title = _("Colour of “{name}”").format(name=kind.name)
        chosen = QColorDialog.getColor(QColor(kind.colour), self, title)
        if chosen.isValid() and chosen.name() != kind.colour:
            self.changed.emit(replace(kind, colour=chosen.name()), _("Change colour"))

    def _set_guideline(self, text: str) -> None:
        if self._kind is not None:
            self.changed.emit(replace(self._kind, guideline=text), _("Change guideline"))
