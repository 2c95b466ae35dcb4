"""The list of annotations as a table model over keys, and the thread that finds these."""

from array import array
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QIcon

from annotator.domain import (
    AnnotationFilter,
    AnnotationRow,
    AnnotationState,
    Codebook,
    MentionDraft,
    StatementDraft,
)
from annotator.formats import listing
from annotator.project import Project
from annotator.ui.annotations_page.columns import TITLES, Column, cell
from annotator.ui.row_ids import RowIds
from annotator.ui.row_model import Index, RowModel
from annotator.ui.swatch import swatch
from annotator.ui.theme import LIGHT, Theme, in_theme, label_colour

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_COLOUR = int(Qt.ItemDataRole.ForegroundRole)
_SWATCH = int(Qt.ItemDataRole.DecorationRole)
_ROLES = frozenset({_DISPLAY, _TOOL_TIP, _SPOKEN, _COLOUR, _SWATCH})
_SPOKEN_COLUMNS = (Column.KIND, Column.LABEL, Column.STATE, Column.TEXT, Column.TITLE)


class AnnotationKeys(RowIds[AnnotationFilter]):
    """Streams the keys of the annotations that a filter lets through, in its order."""

    def find(self, reader: Project, wanted: AnnotationFilter) -> Iterator[int]:
        """Give the keys of these annotations."""
        return reader.annotations.keys(wanted)


class AnnotationModel(RowModel[AnnotationRow]):
    """Annotations and open suggestions; the words speak for the whole row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._codebook = Codebook(name="")
        self._theme = LIGHT
        self._swatches: dict[str, QIcon] = {}

    def set_codebook(self, codebook: Codebook) -> None:
        """Name statement types as this codebook does."""
        self._codebook = codebook

    def set_theme(self, theme: Theme) -> None:
        """Show labels in the colours of `theme`."""
        self._theme = theme

    def fetch(self, project: Project, ids: "array[int]") -> Mapping[int, AnnotationRow]:
        """Read what these keys stand for."""
        return project.annotations.rows(ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """Give all columns, of which the table may show only some."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Give the titles of the columns."""
        if orientation is Qt.Orientation.Vertical or role != _DISPLAY:
            return None
        return TITLES[Column(section)]

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Give the words of a cell, the colour of a label, or what a screen reader says."""
        row = self.row(index.row()) if role in _ROLES else None
        if row is None:
            return None
        column = index.column()
        if role == _COLOUR:
            return self._colour(row, column)
        if role == _SWATCH:
            return self._swatch(row) if column == Column.LABEL else None
        if role == _SPOKEN and column == Column.TEXT:
            return listing(cell(row, each, self._codebook) for each in _SPOKEN_COLUMNS)
        return cell(row, column, self._codebook)

    def _colour(self, row: AnnotationRow, column: int) -> QColor | None:
        if row.state is AnnotationState.REJECTED:
            return QColor(self._theme.muted)
        is_pending = row.state is AnnotationState.PENDING
        return QColor(self._theme.warn) if is_pending and column == Column.STATE else None

    def _swatch(self, row: AnnotationRow) -> QIcon | None:
        colour = self._label_colour(row)
        if colour and colour not in self._swatches:
            self._swatches[colour] = swatch(colour)
        return self._swatches.get(colour)

    def _label_colour(self, row: AnnotationRow) -> str:
        content = row.content
        if isinstance(content, MentionDraft):
            return label_colour(content.label, self._theme)
        known = self._codebook.type(content.type) if isinstance(content, StatementDraft) else None
        return in_theme(known.colour, self._theme) if known else ""
