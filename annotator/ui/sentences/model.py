"""The list of sentences as a table model: references of all, lines of those that are looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.formats import pair
from annotator.project import Project
from annotator.ui.sentences.places import Line, Reference, lines_of

_CHUNK = 64
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
LINE_ROLE = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class SentenceModel(QAbstractTableModel):
    """One row a reference; its line is read when the row comes into sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._wanted: Sequence[Reference] = ()
        self._lines: dict[int, Line | None] = {}

    def show_references(self, project: Project, wanted: Sequence[Reference]) -> None:
        """List these in their order."""
        self._start_over(project, wanted)

    def clear(self) -> None:
        """List nothing and let go of the project."""
        self._start_over(None, ())

    def refresh(self) -> None:
        """Read the lines again when they are next looked at."""
        self._lines = {}
        if self._wanted:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._wanted) - 1, 0))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many entries there are."""
        return 0 if parent.isValid() else len(self._wanted)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One: the delegate draws the whole line."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """The line itself for the delegate, its words for screen readers and tooltips."""
        if role not in {_DISPLAY, _TOOLTIP, LINE_ROLE}:
            return None
        line = self.line(index.row())
        if role == LINE_ROLE or line is None:
            return line
        sentence = f"{line.before}{line.words}{line.after}"
        if role == _TOOLTIP:
            return sentence
        return pair(f"{line.title}, {line.source} {line.day}", sentence)

    def line(self, row: int) -> Line | None:
        """The line of that row; None when what it stood for is gone."""
        if row not in self._lines:
            self._read(row - row % _CHUNK)
        return self._lines.get(row)

    def _start_over(self, project: Project | None, wanted: Sequence[Reference]) -> None:
        self.beginResetModel()
        self._project, self._wanted, self._lines = project, wanted, {}
        self.endResetModel()

    def _read(self, first: int) -> None:
        if self._project is None:
            return
        wanted = self._wanted[first : first + _CHUNK]
        lines = lines_of(self._project, wanted)
        self._lines.update(enumerate(map(lines.get, wanted), first))
