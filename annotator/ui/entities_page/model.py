"""The entities of a project as a table model."""

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from annotator.domain import Entity, EntityLabel
from annotator.i18n import gettext as _
from annotator.ui.theme import LIGHT, Theme, label_colour
from annotator.ui.wordings import LABELS

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_COLOUR = int(Qt.ItemDataRole.ForegroundRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The columns of the table."""

    NAME = 0
    LABEL = 1
    ALIASES = 2
    MENTIONS = 3


_TITLES = {
    Column.NAME: _("Name"),
    Column.LABEL: _("Label"),
    Column.ALIASES: _("Aliases"),
    Column.MENTIONS: _("Mentions"),
}

Write = Callable[[Entity, str], None]


class EntityModel(QAbstractTableModel):
    """Shows those entities that fit the search; `writes` says what typing into a column does."""

    def __init__(self, writes: Mapping[Column, Write], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writes = writes
        self._theme = LIGHT
        self._all: tuple[Entity, ...] = ()
        self._counts: Mapping[int, int] = {}
        self._shown: list[Entity] = []
        self._query = ""
        self._label: EntityLabel | None = None
        self._column = Column.NAME
        self._order = Qt.SortOrder.AscendingOrder

    def load(self, entities: Sequence[Entity], counts: Mapping[int, int]) -> None:
        """Take over the project's entities and how often each is mentioned."""
        self._all, self._counts = tuple(entities), counts
        self._arrange()

    def set_filter(self, query: str, label: EntityLabel | None) -> None:
        """Show only entities with `query` in a name or alias and, if given, that label."""
        self._query, self._label = query.casefold().strip(), label
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Show labels in the colours of `theme`."""
        self._theme = theme

    @property
    def total(self) -> int:
        """How many entities the project has."""
        return len(self._all)

    def entity(self, row: int) -> Entity:
        """The entity of that row."""
        return self._shown[row]

    def mentions(self, entity: Entity) -> int:
        """How often the entity is mentioned."""
        return self._counts.get(entity.id, 0)

    def rows_of(self, ids: Collection[int]) -> list[int]:
        """The rows that show the entities with these ids."""
        return [row for row, entity in enumerate(self._shown) if entity.id in ids]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many entities fit the search."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Name, label, aliases, mentions."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The titles of the columns."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == _ALIGN and section == Column.MENTIONS:
            return Qt.AlignmentFlag.AlignCenter  # the arrow of the order stands at the right
        return _TITLES[Column(section)] if role == _DISPLAY else None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """What a cell shows, and the colour of a label."""
        entity, column = self._shown[index.row()], index.column()
        if role == _EDIT and column == Column.LABEL:
            return entity.label.value
        if role in {_DISPLAY, _EDIT}:
            return self._cell(entity, column)
        if role == _COLOUR and column == Column.LABEL:
            return QColor(label_colour(entity.label, self._theme))
        if role == _ALIGN and column == Column.MENTIONS:
            return _RIGHT
        if role == _TOOLTIP and column != Column.MENTIONS:
            return self._cell(entity, column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Columns that can be typed into are editable."""
        flags = super().flags(index)
        if index.isValid() and index.column() in self._writes:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Pass on what was typed if it differs."""
        entity, column = self._shown[index.row()], Column(index.column())
        typed = str(value).strip()
        if role != _EDIT or not typed or typed == self.data(index, _EDIT):
            return False
        self._writes[column](entity, typed)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; what is selected stays so."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._shown[index.row()].id for index in before]
        self._column, self._order = Column(column), order
        self._shown = self._sorted(self._shown)
        rows = {entity.id: row for row, entity in enumerate(self._shown)}
        after = [
            self.index(rows[entity_id], index.column())
            for entity_id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _cell(self, entity: Entity, column: int) -> str | int:
        if column == Column.NAME:
            return entity.name
        if column == Column.LABEL:
            return LABELS[entity.label]
        if column == Column.ALIASES:
            return " · ".join(entity.aliases)
        return self.mentions(entity)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = self._sorted([entity for entity in self._all if self._fits(entity)])
        self.endResetModel()

    def _sorted(self, entities: list[Entity]) -> list[Entity]:
        falling = self._order is Qt.SortOrder.DescendingOrder
        by_name = sorted(entities, key=lambda entity: entity.name.casefold())
        if self._column == Column.NAME:
            return by_name[::-1] if falling else by_name
        return sorted(by_name, key=self._rank, reverse=falling)

    def _fits(self, entity: Entity) -> bool:
        if self._label is not None and entity.label is not self._label:
            return False
        return any(self._query in name.casefold() for name in (entity.name, *entity.aliases))

    def _rank(self, entity: Entity) -> tuple[int, str]:
        if self._column == Column.MENTIONS:
            return self.mentions(entity), ""
        if self._column == Column.ALIASES:
            return len(entity.aliases), ""
        return 0, LABELS[entity.label]
