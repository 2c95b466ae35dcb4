"""A table model for lists of any length: an array of ids, with rows fetched for what is visible."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QTimer,
)

from annotator.project import Project

_CHUNK = 128
_CHUNKS_KEPT = 32
_NEAR = 2_000
_LATER_MS = 50
"""Counting what is pending in a long article is not to hold up the decision that changed it."""

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class RowModel(QAbstractTableModel, Generic[Row]):
    """Keeps the ids of all rows, eight bytes each, and the contents of a few thousand at most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._ids = array("q")
        self._chunks: dict[int, dict[int, Row]] = {}
        self._outdated: frozenset[int] = frozenset()
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._renew_outdated)

    def fetch(self, project: Project, ids: "array[int]") -> Mapping[int, Row]:
        """Read the rows of these ids in one go; those that are gone are left out."""
        raise NotImplementedError

    def show_project(self, project: Project | None) -> None:
        """Fetch rows from this project from now on; the list is empty until ids come."""
        self.beginResetModel()
        self._project = project
        self._ids = array("q")
        self._chunks.clear()
        self.endResetModel()

    def replace(self, ids: "array[int]") -> None:
        """List these rows in place of all others."""
        self.beginResetModel()
        self._ids = array("q", ids)
        self._chunks.clear()
        self.endResetModel()

    def extend(self, ids: "array[int]") -> None:
        """List these rows below the others."""
        if not ids:
            return
        count = len(self._ids)
        self.beginInsertRows(QModelIndex(), count, count + len(ids) - 1)
        self._ids.extend(ids)
        self._chunks.pop(count // _CHUNK, None)
        self.endInsertRows()

    def settle(self, ids: "array[int]") -> None:
        """List these rows, most of which are listed already; those that are selected stay so."""
        first, last = _shared(self._ids, ids)
        old, new = len(self._ids) - last, len(ids) - last
        both = min(old, new)
        self._chunks.clear()
        if both > first:
            self._overwrite(first, ids[first:both])
        if old > both:
            self.beginRemoveRows(QModelIndex(), both, old - 1)
            del self._ids[both:old]
            self.endRemoveRows()
        elif new > both:
            self.beginInsertRows(QModelIndex(), both, new - 1)
            self._ids[both:both] = ids[both:new]
            self.endInsertRows()
        self.refresh()

    def refresh(self, ids: Iterable[int] | None = None) -> None:
        """Fetch the visible rows anew, all or only these; the list stays as it is."""
        if ids is None:
            self._chunks.clear()
            self._tell_of(0, len(self._ids) - 1)
            return
        wanted = frozenset(ids)
        for chunk, rows in tuple(self._chunks.items()):
            self._renew(chunk, rows, wanted & rows.keys())

    def refresh_later(self, ids: frozenset[int]) -> None:
        """Fetch these rows anew when changes have paused."""
        self._outdated |= ids
        self._later.start()

    def id_at(self, row: int) -> int | None:
        """Give the id of that row, if there is such a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def ids_in(self, selection: QItemSelection) -> list[int]:
        """Give the ids of the selected rows from top to bottom."""
        parts = sorted({(part.top(), part.bottom() + 1) for part in selection.toList()})
        return [row_id for first, last in parts for row_id in self._ids[first:last]]

    def row_of(self, row_id: int | None) -> int:
        """Give the number of the row with that id, or -1."""
        try:
            return -1 if row_id is None else self._ids.index(row_id)
        except ValueError:
            return -1

    def row(self, number: int) -> Row | None:
        """Give the row of that number, if it is still there."""
        if self._project is None or not 0 <= number < len(self._ids):
            return None
        chunk = number // _CHUNK
        if chunk not in self._chunks:
            self._fetch(self._project, chunk)
        return self._chunks[chunk].get(self._ids[number])

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the listed rows."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def _overwrite(self, first: int, ids: "array[int]") -> None:
        """Put these in the place of as many rows; a selected one is sought near where it was."""
        self.layoutAboutToBeChanged.emit()
        last = first + len(ids)
        moved = [index for index in self.persistentIndexList() if first <= index.row() < last]
        wanted = [self._ids[index.row()] for index in moved]
        self._ids[first:last] = ids
        near = [index.row() for index in moved] or [first]
        rows = self._rows_of(wanted, max(first, min(near) - _NEAR), min(last, max(near) + _NEAR))
        places = [
            self.index(rows.get(row_id, -1), index.column())
            for row_id, index in zip(wanted, moved, strict=True)
        ]
        self.changePersistentIndexList(moved, places)
        self.layoutChanged.emit()

    def _rows_of(self, ids: Iterable[int], first: int, last: int) -> dict[int, int]:
        """The rows of those of these ids that stand in a part of the list."""
        wanted = frozenset(ids)
        part = enumerate(self._ids[first:last], first)
        return {row_id: row for row, row_id in part if row_id in wanted}

    def _fetch(self, project: Project, chunk: int) -> None:
        if len(self._chunks) >= _CHUNKS_KEPT:
            del self._chunks[next(iter(self._chunks))]
        ids = self._ids[chunk * _CHUNK : (chunk + 1) * _CHUNK]
        self._chunks[chunk] = dict(self.fetch(project, ids))

    def _renew(self, chunk: int, rows: dict[int, Row], ids: frozenset[int]) -> None:
        if self._project is None or not ids:
            return
        for row_id, row in self.fetch(self._project, array("q", sorted(ids))).items():
            rows[row_id] = row
            place = self._ids.index(row_id, chunk * _CHUNK)
            self._tell_of(place, place)

    def _renew_outdated(self) -> None:
        ids, self._outdated = self._outdated, frozenset()
        self.refresh(ids)

    def _tell_of(self, first: int, last: int) -> None:
        if last >= first:
            right = self.columnCount() - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, right))


def _shared(old: "array[int]", new: "array[int]") -> tuple[int, int]:
    """How many rows both begin with, and with how many others both end."""
    most = min(len(old), len(new))
    first = _longest(most, lambda low, high: old[low:high] == new[low:high])
    left, right = len(old), len(new)
    last = _longest(
        most - first,
        lambda low, high: old[left - high : left - low] == new[right - high : right - low],
    )
    return first, last


def _longest(most: int, alike: Callable[[int, int], bool]) -> int:
    """The greatest number of rows that are alike; slices of arrays are compared at once."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if alike(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
