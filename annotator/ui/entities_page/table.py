"""The table of entities: columns as wide as they need, names and labels changed with F2."""

from collections.abc import Collection

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.i18n import gettext as _
from annotator.ui.entities_page.labels import LabelDelegate
from annotator.ui.entities_page.model import Column, EntityModel
from annotator.ui.tables import Table

_WIDTHS = {Column.LABEL: 148, Column.MENTIONS: 104}
_ALIASES = 0.36  # of what names and aliases share


class EntityTable(Table):
    """Selects entities; many at once with Shift and Ctrl."""

    def __init__(self, model: EntityModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._entities = model
        self.setAccessibleName(_("Entities"))
        self.setEditTriggers(self.EditTrigger.EditKeyPressed)
        self.setItemDelegateForColumn(Column.LABEL, LabelDelegate(self))
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            self.set_width(column, width)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)

    def selected_ids(self) -> list[int]:
        """The ids of the selected entities."""
        return [self._entities.entity(row).id for row in self.selected_rows()]

    def select_ids(self, ids: Collection[int]) -> None:
        """Select these entities as far as they are shown, and bring the first into sight."""
        rows = self._entities.rows_of(ids)
        selection = self.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        selection.clearSelection()
        for row in rows:
            index = self._entities.index(row, Column.NAME)
            selection.select(index, flags.Select | flags.Rows)
        if rows:
            first = self._entities.index(rows[0], Column.NAME)
            selection.setCurrentIndex(first, flags.NoUpdate)
            self.scrollTo(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give most of the room to the names."""
        super().resizeEvent(event)
        shared = event.size().width() - sum(_WIDTHS.values())
        self.horizontalHeader().resizeSection(Column.ALIASES, round(shared * _ALIASES))

    def rename(self) -> None:
        """Have the name in the current row written anew."""
        current = self.currentIndex()
        if current.isValid():
            self.setFocus()
            self.edit(current.siblingAtColumn(Column.NAME))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let F2 rename from any column that cannot be typed into."""
        if event.key() == Qt.Key.Key_F2 and self.currentIndex().column() != Column.LABEL:
            self.rename()
        else:
            super().keyPressEvent(event)
