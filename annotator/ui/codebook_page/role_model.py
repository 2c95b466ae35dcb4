"""The roles of a statement type as a table model that can be typed into."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPalette

from annotator.domain import Role, RoleKind
from annotator.i18n import gettext as _
from annotator.i18n import ngettext

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_COLOUR = int(Qt.ItemDataRole.ForegroundRole)


class Column(IntEnum):
    """The columns of the table."""

    NAME = 0
    KIND = 1
    MANY = 2
    CHOICES = 3
    GUIDELINE = 4


_TITLES = {
    Column.NAME: _("Role"),
    Column.KIND: _("Kind"),
    Column.MANY: _("Many"),
    Column.CHOICES: _("Choices"),
    Column.GUIDELINE: _("Guideline"),
}

KIND_NAMES: Mapping[RoleKind, str] = {
    RoleKind.ENTITY: _("Entity"),
    RoleKind.MONEY: _("Money"),
    RoleKind.DATE: _("Date"),
    RoleKind.CHOICE: _("Choice"),
    RoleKind.TEXT: _("Text"),
}
_KINDS = {name: kind for kind, name in KIND_NAMES.items()}


class RoleModel(QAbstractTableModel):
    """One row a role; `write` is called with a changed role."""

    def __init__(self, write: Callable[[Role], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._roles: tuple[Role, ...] = ()
        self._usage: Mapping[str, int] = {}

    def load(self, roles: tuple[Role, ...], usage: Mapping[str, int]) -> None:
        """Take over the roles and how many values each holds."""
        self.beginResetModel()
        self._roles, self._usage = roles, usage
        self.endResetModel()

    def role_at(self, row: int) -> Role | None:
        """The role of a row, None beyond the last."""
        return self._roles[row] if 0 <= row < len(self._roles) else None

    def locked(self, role: Role) -> str:
        """Why the kind of a role cannot be changed, "" if it can."""
        held = self._usage.get(role.key, 0)
        if not held:
            return ""
        return ngettext(
            "“{role}” holds {n} value, so its kind stays."
            " For another kind, add a new role and retire this one.",
            "“{role}” holds {n} values, so its kind stays."
            " For another kind, add a new role and retire this one.",
            held,
        ).format(role=role.name, n=held)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many roles there are, retired ones too."""
        return 0 if parent.isValid() else len(self._roles)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Name, kind, many, choices, guideline."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The titles of the columns."""
        if orientation is Qt.Orientation.Vertical or role != _DISPLAY:
            return None
        return _TITLES[Column(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be typed into or ticked."""
        flags = super().flags(index)
        role = self.role_at(index.row())
        if role is None:
            return flags
        column = Column(index.column())
        if column is Column.MANY:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        fixed = (column is Column.KIND and self.locked(role)) or (
            column is Column.CHOICES and role.kind is not RoleKind.CHOICE
        )
        return flags if fixed else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """What a cell shows, and what is typed into."""
        item, column = self._roles[index.row()], Column(index.column())
        if role == _CHECK and column is Column.MANY:
            return Qt.CheckState.Checked if item.many else Qt.CheckState.Unchecked
        if role == _EDIT:
            return _typed(item, column)
        if role == _DISPLAY:
            return _shown(item, column)
        if role == _TOOLTIP:
            return self._tooltip(item, column)
        return _retired_look(role) if item.retired else None

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Pass on the role as it was changed."""
        old = self._roles[index.row()]
        column = Column(index.column())
        if role == _CHECK and column is Column.MANY:
            new = replace(old, many=Qt.CheckState(value) is Qt.CheckState.Checked)
        elif role == _EDIT:
            new = _changed(old, column, str(value).strip())
        else:
            return False
        if new != old:
            self._write(new)
        return new != old

    def _tooltip(self, item: Role, column: Column) -> str:
        if column is Column.KIND:
            return self.locked(item)
        if column is Column.MANY:
            return _("Whether a statement can have several of these")
        return _typed(item, column)


def _typed(role: Role, column: Column) -> str:
    if column is Column.NAME:
        return role.name
    if column is Column.KIND:
        return KIND_NAMES[role.kind]
    if column is Column.CHOICES:
        return "\n".join(role.choices)
    return role.guideline if column is Column.GUIDELINE else ""


def _shown(role: Role, column: Column) -> str:
    if column is Column.NAME and role.retired:
        return _("{name} (retired)").format(name=role.name)
    return _typed(role, column).replace("\n", " · " if column is Column.CHOICES else " ")


def _changed(role: Role, column: Column, typed: str) -> Role:
    if column is Column.NAME:
        return replace(role, name=typed or role.name)
    if column is Column.KIND:
        return replace(role, kind=_KINDS[typed])
    if column is Column.CHOICES:
        lines = [line.strip() for line in typed.splitlines()]
        return replace(role, choices=tuple(dict.fromkeys(filter(None, lines))))
    return replace(role, guideline=typed)


def _retired_look(role: int) -> object:
    if role == _FONT:
        slanted = QFont()
        slanted.setItalic(True)
        return slanted
    muted = QPalette().color(QPalette.ColorRole.PlaceholderText)
    return muted if role == _COLOUR else None
