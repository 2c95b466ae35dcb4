"""The statement types of a codebook as a list; its first row stands for the codebook itself."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.domain import Codebook, StatementType
from annotator.i18n import gettext as _
from annotator.ui.swatch import swatch
from annotator.ui.tables import Table

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_SWATCH = int(Qt.ItemDataRole.DecorationRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_COLOUR = int(Qt.ItemDataRole.ForegroundRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_NAME, _KEY, _USES = range(3)
_TITLES = (_("Statement type"), _("Key"), _("Uses"))
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TypeModel(QAbstractTableModel):
    """Name with colour, keyboard key and number of statements of each type."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._codebook = Codebook(name="")
        self._usage: Mapping[str, int] = {}

    def load(self, codebook: Codebook, usage: Mapping[str, int]) -> None:
        """Take over a codebook and how many statements each type has."""
        self.beginResetModel()
        self._codebook, self._usage = codebook, usage
        self.endResetModel()

    def type_at(self, row: int) -> StatementType | None:
        """The type of a row; None in the row of the codebook itself."""
        return self._codebook.types[row - 1] if 0 < row <= len(self._codebook.types) else None

    def row_of(self, key: str) -> int:
        """The row of the type with that key; 0 if there is none."""
        keys = [kind.key for kind in self._codebook.types]
        return keys.index(key) + 1 if key in keys else 0

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The types and one row for the codebook."""
        return 0 if parent.isValid() else len(self._codebook.types) + 1

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Name, key, uses."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The titles of the columns."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == _ALIGN and section == _USES:
            return _RIGHT
        return _TITLES[section] if role == _DISPLAY else None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """What a cell shows."""
        kind, column = self.type_at(index.row()), index.column()
        if role == _ALIGN and column == _USES:
            return _RIGHT
        if kind is None:
            return _("General guideline") if (role, column) == (_DISPLAY, _NAME) else None
        if role == _DISPLAY or (role, column) == (_TOOLTIP, _NAME):
            return self._cell(kind, column)
        if role == _SWATCH and column == _NAME:
            return swatch(kind.colour)
        return _retired_look(role) if kind.retired else None

    def _cell(self, kind: StatementType, column: int) -> str | int:
        if column == _NAME:
            return _("{name} (retired)").format(name=kind.name) if kind.retired else kind.name
        return kind.shortcut if column == _KEY else self._usage.get(kind.key, 0)


def _retired_look(role: int) -> object:
    if role == _FONT:
        slanted = QFont()
        slanted.setItalic(True)
        return slanted
    muted = QPalette().color(QPalette.ColorRole.PlaceholderText)
    return muted if role == _COLOUR else None


class TypeList(Table):
    """Shows the types; one of them is selected."""

    def __init__(self, model: TypeModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setAccessibleName(_("Statement types"))
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setIconSize(QSize(12, 12))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.set_width(_KEY, 48)
        self.set_width(_USES, 60)
