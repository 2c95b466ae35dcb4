"""The roles of a statement type: the table, and buttons to add, order and retire them."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain import Role, StatementType
from annotator.i18n import gettext as _
from annotator.ui.actions import Handlers
from annotator.ui.codebook_page.edits import moved, with_new_role, with_role
from annotator.ui.codebook_page.role_model import RoleModel
from annotator.ui.codebook_page.role_table import RoleTable
from annotator.ui.command_button import command_button, name_command
from annotator.ui.name_dialog import ask_name
from annotator.ui.tables import move_button


class RoleEditor(QWidget):
    """Shows the roles of a type; `changed` carries the type with changed roles, and the step."""

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: StatementType | None = None
        self._model = RoleModel(self._write, self)
        self._table = RoleTable(self._model)
        self._hint = QLabel()
        self._add = command_button("new_role", _("Add role…"))
        self._up = move_button("role_up", up=True)
        self._down = move_button("role_down", up=False)
        self._retire = command_button("retire_role")
        self._lay_out()
        self._connect()

    def show_type(self, kind: StatementType, usage: dict[str, int]) -> None:
        """Show the roles of `kind`, of which `usage` says how many values each holds."""
        same = self._kind is not None and self._kind.key == kind.key
        current = self._table.currentIndex()
        row, column = (current.row(), current.column()) if same else (0, 0)
        self._kind = kind
        self._model.load(kind.roles, usage)
        self._table.setCurrentIndex(self._model.index(min(row, len(kind.roles) - 1), column))
        self._show_current()

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "new_role": self._ask_new,
            "role_up": partial(self._move, -1),
            "role_down": partial(self._move, 1),
            "retire_role": self._toggle_retired,
        }

    def _lay_out(self) -> None:
        title = QLabel(_("Roles"))
        title.setProperty("role", "section")
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addStretch()
        for button in (self._add, self._retire, self._up, self._down):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._hint)

    def _connect(self) -> None:
        self._add.clicked.connect(self._ask_new)
        self._retire.clicked.connect(self._toggle_retired)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._table.delete_asked.connect(self._toggle_retired)
        self._table.move_asked.connect(self._move)
        self._table.selectionModel().currentChanged.connect(self._show_current)

    def _current(self) -> Role | None:
        return self._model.role_at(self._table.currentIndex().row())

    def _show_current(self) -> None:
        role, row = self._current(), self._table.currentIndex().row()
        self._retire.setEnabled(role is not None)
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < self._model.rowCount() - 1)
        retired = role is not None and role.retired
        name_command(
            self._retire,
            "retire_role",
            words=_("Restore role") if retired else _("Retire role"),
            tip=_("Offer the role again")
            if retired
            else _("Offer the role no more; its values stay"),
        )
        self._hint.setText(self._advice(role))

    def _advice(self, role: Role | None) -> str:
        if role is None:
            return _("This type has no roles yet. Add the slots that its statements fill.")
        locked = self._model.locked(role)
        stored = _("Stored as “{key}”, whatever its name.").format(key=role.key)
        return f"{stored} {locked}".strip()

    def _write(self, role: Role) -> None:
        if self._kind is not None:
            self.changed.emit(with_role(self._kind, role), _("Change role"))

    def _ask_new(self) -> None:
        if self._kind is None:
            return
        name = ask_name(self, _("New role"), _("Name of the role"))
        if name:
            kind = with_new_role(self._kind, name)
            self.changed.emit(kind, _("Add role"))
            self._table.setCurrentIndex(self._model.index(len(kind.roles) - 1, 0))

    def _toggle_retired(self) -> None:
        role = self._current()
        if role is None or self._kind is None:
            return
        step = _("Restore role") if role.retired else _("Retire role")
        changed = replace(role, retired=not role.retired)
        self.changed.emit(with_role(self._kind, changed), step)

    def _move(self, by: int) -> None:
        row = self._table.currentIndex().row()
        if self._kind is None or not 0 <= row + by < self._model.rowCount():
            return
        kind = replace(self._kind, roles=moved(self._kind.roles, row, by))
        column = self._table.currentIndex().column()
        self.changed.emit(kind, _("Move role"))
        self._table.setCurrentIndex(self._model.index(row + by, column))
