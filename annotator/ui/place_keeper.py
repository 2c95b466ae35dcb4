"""Keeps the rows in sight where they are while rows above them come and go."""

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QTableView


class PlaceKeeper(QObject):
    """Scrolls a table of rows of one height along with what is inserted or removed above."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._bar = table.verticalScrollBar()
        table.model().rowsInserted.connect(self._note_inserted)
        table.model().rowsRemoved.connect(self._note_removed)

    def _note_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._scroll(first, last - first + 1)

    def _note_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        in_sight = self._bar.value() // self._height
        self._scroll(first, first - min(last + 1, in_sight))

    @property
    def _height(self) -> int:
        return self._table.verticalHeader().defaultSectionSize()

    def _scroll(self, first: int, rows: int) -> None:
        is_new = rows == self._table.model().rowCount()
        if first * self._height <= self._bar.value() and not is_new:
            place = self._bar.value() + rows * self._height
            # the bar learns of rows that came when the table is next laid out
            self._table.updateGeometries()
            self._bar.setValue(place)
