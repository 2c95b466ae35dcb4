"""A role of the form: its name beside its editor, lit up while it is the current one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.domain import Role, RoleKind
from annotator.i18n import gettext as _
from annotator.ui.forms.choice_editor import ChoiceEditor
from annotator.ui.forms.role_editor import RoleEditor, Typed
from annotator.ui.messages import set_property

_NAME_WIDTH = 86
_LEFT = 11


class RoleRow(QFrame):
    """Holds the editor of one role; `armed` tells that it was clicked or entered."""

    armed = Signal()

    def __init__(self, role: Role, typed: Typed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self.editor: ChoiceEditor | RoleEditor = (
            ChoiceEditor(role)
            if role.kind is RoleKind.CHOICE and not role.many
            else RoleEditor(role, typed)
        )
        self.editor.focused.connect(self.armed)
        self._name = QPushButton(_name(role))
        self._name.setProperty("roleName", True)
        self._name.setFixedWidth(_NAME_WIDTH)
        self._name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name.setToolTip(role.guideline or _("Make this the current role"))
        self._name.clicked.connect(self.armed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(4)
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.editor, 1)
        self.setProperty("roleRow", True)

    def show_armed(self, on: bool) -> None:  # noqa: FBT001 (like setVisible)
        """Light the row up, or not."""
        if bool(self.property("armed")) is not on:
            set_property(self, "armed", on)
            set_property(self._name, "armed", on)
            self.editor.show_armed(on)
            self._name.setAccessibleDescription(_("current role") if on else "")


def field_name(words: str) -> QLabel:
    """The name of a field that is no role, set like the names of roles."""
    label = QLabel(words)
    label.setProperty("role", "muted")
    label.setFixedWidth(_LEFT + _NAME_WIDTH)
    label.setContentsMargins(_LEFT, 6, 0, 0)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


def _name(role: Role) -> str:
    words = _("{role} (retired)").format(role=role.name) if role.retired else role.name
    return words.replace("&", "&&")
