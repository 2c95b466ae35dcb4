"""The places of the same words as a table model: all of them, and lines of those looked at."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain import EntityLabel, Occurrence, Span, Standing
from annotator.formats import pair
from annotator.i18n import gettext as _
from annotator.project import Project
from annotator.ui.sentences.model import LINE_ROLE
from annotator.ui.sentences.places import Line, Place, lines_at
from annotator.ui.wordings import LABELS

_CHUNK = 64
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TICK = int(Qt.ItemDataRole.CheckStateRole)
SAID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SAID: Mapping[Standing, str] = {
    Standing.TOUCHED: _("part of another mention"),
    Standing.TAGGED: _("already tagged"),
}

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class OccurrenceModel(QAbstractTableModel):
    """One row a place; free ones are ticked, and those that are tagged already cannot be.

    `tagged` is how many of the latter there are.
    """

    def __init__(self, project: Project, label: EntityLabel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._label = label
        self._places: list[Occurrence] = []
        self._ticks = bytearray()
        self.tagged = 0
        self._lines: dict[int, Line | None] = {}

    @property
    def ticked(self) -> int:
        """How many places are ticked."""
        return self._ticks.count(1)

    @property
    def is_whole(self) -> bool:
        """Whether every place at which nothing is tagged has its tick."""
        return all(
            tick or place.standing is not Standing.FREE
            for place, tick in zip(self._places, self._ticks, strict=True)
        )

    def wanted(self) -> Mapping[int, Sequence[Span]]:
        """Give the places that are ticked, by article."""
        found: dict[int, list[Span]] = {}
        for place, tick in zip(self._places, self._ticks, strict=True):
            if tick:
                found.setdefault(place.article_id, []).append(place.span)
        return found

    def clear(self) -> None:
        """List nothing."""
        self.beginResetModel()
        self._places, self._ticks, self.tagged, self._lines = [], bytearray(), 0, {}
        self.endResetModel()

    def add(self, places: Sequence[Occurrence]) -> None:
        """List these too, below the others."""
        if not places:
            return
        first = len(self._places)
        self.beginInsertRows(_ROOT, first, first + len(places) - 1)
        self._places.extend(places)
        self._ticks.extend(place.standing is Standing.FREE for place in places)
        self.tagged += sum(place.standing is Standing.TAGGED for place in places)
        # of a chunk of lines that was cut short the rest can be read now
        self._lines = {row: line for row, line in self._lines.items() if row < first}
        self.endInsertRows()

    def switch(self, row: int) -> None:
        """Tick a place, or take its tick away."""
        self._set(row, on=not self._ticks[row])

    def tick_all(self, *, on: bool) -> None:
        """Tick all places that are not tagged, or none."""
        self._ticks = bytearray(
            on and place.standing is not Standing.TAGGED for place in self._places
        )
        if self._places:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._places) - 1, 0), [_TICK])

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many places there are."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One: the delegate draws the whole line."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let all be ticked that are not tagged."""
        plain = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if self._places[index.row()].standing is Standing.TAGGED:
            return plain
        return plain | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """The tick, line and what is tagged for the delegate, words for screen readers."""
        if role == _TICK:
            ticked = self._ticks[index.row()]
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        said = _SAID.get(self._places[index.row()].standing, "")
        if role == SAID_ROLE:
            return said
        line = self._line(index.row()) if role in {_DISPLAY, LINE_ROLE} else None
        if role == LINE_ROLE or line is None:
            return line
        words = pair(line.title, f"{line.before}{line.words}{line.after}")
        return f"{said}; {words}" if said else words

    def setData(self, index: Index, value: object, role: int = _DISPLAY) -> bool:
        """Take a tick from what works with the list in the place of keys and mouse."""
        if role == _TICK:
            self._set(index.row(), on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return role == _TICK

    def _set(self, row: int, *, on: bool) -> None:
        if self._places[row].standing is not Standing.TAGGED:
            self._ticks[row] = on
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0), [_TICK])

    def _line(self, row: int) -> Line | None:
        if row not in self._lines:
            self._read(row - row % _CHUNK)
        return self._lines.get(row)

    def _read(self, first: int) -> None:
        places = [self._place(each) for each in self._places[first : first + _CHUNK]]
        lines = lines_at(self._project, places)
        self._lines.update(enumerate(map(lines.get, places), first))

    def _place(self, found: Occurrence) -> Place:
        label = self._label
        return Place(found.article_id, found.span, LABELS[label], entity_label=label)
