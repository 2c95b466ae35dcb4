"""Keeps the rows in sight where they are while rows above them come and go."""

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QTableView


class PlaceKeeper(QObject):
    """Scrolls a table of rows of one height along with what is inserted or removed above."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        table.model().rowsInserted.connect(self._note_inserted)
        table.model().rowsRemoved.connect(self._note_removed)

    def _note_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._scroll(first, last - first + 1)

    def _note_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._scroll(first, first - last - 1)

    def _scroll(self, first: int, rows: int) -> None:
        bar = self._table.verticalScrollBar()
        height = self._table.verticalHeader().defaultSectionSize()
        is_new = rows == self._table.model().rowCount()
        if first * height <= bar.value() and not is_new:
            place = bar.value() + rows * height
            # the bar learns of rows that came when the table is next laid out
            self._table.updateGeometries()
            bar.setValue(place)
