"""A table of the overview in the window: sorted by a click, each number leading on."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.analysis import ChartKind, Row, Table
from annotator.analysis.table import Cell, Column, cell_text
from annotator.formats import dated
from annotator.i18n import gettext as _
from annotator.ui.swatch import swatch
from annotator.ui.tables import Table as TableView
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.wordings import LABELS, MODALITIES

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_COLOUR = int(Qt.ItemDataRole.ForegroundRole)
_SWATCH = int(Qt.ItemDataRole.DecorationRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW_HEIGHT = 30
_MOST_ROWS = 10
_NARROW, _WIDE, _ROOM = 72, 260, 36
_DAYS = frozenset({"month", "date", "published"})
_WORDS: Mapping[str, Mapping[str, str]] = {
    "label": {label.value: words for label, words in LABELS.items()},
    "modality": {modality.value: words for modality, words in MODALITIES.items()},
}


class FiguresModel(QAbstractTableModel):
    """The rows of an overview table in the order the user wants, without empty months."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = Table("", "", (), ())
        self._rows: list[Row] = []
        self._theme = LIGHT
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def table(self) -> Table:
        """The table on show, its rows in their first order."""
        return self._table

    def load(self, table: Table) -> None:
        """Show another table or the same one counted anew."""
        self._table = table
        self.sort(*self._order)

    def set_theme(self, theme: Theme) -> None:
        """Show zeros in the muted colour of `theme`."""
        self._theme = theme

    def row_at(self, row: int) -> Row:
        """The row as it was counted."""
        return self._rows[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """As many as the table has."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """As many as the table has."""
        return 0 if parent.isValid() else len(self._table.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The titles of the columns, over numbers to the right."""
        if orientation is Qt.Orientation.Vertical:
            return None
        column = self._table.columns[section]
        if role == _ALIGN and column.numeric:
            return Qt.AlignmentFlag.AlignCenter  # the arrow of the order stands at the right
        return column.title if role == _DISPLAY else None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """The cell as people read it."""
        row, column = self._rows[index.row()], self._table.columns[index.column()]
        if role == _ALIGN:
            return _RIGHT if column.numeric else None
        if role == _SWATCH:
            return _colour_of(row, index.column())
        cell = row.cells[index.column()]
        if role == _COLOUR:
            return QColor(self._theme.disabled) if cell == 0 else None
        if role == _TOOLTIP and column.numeric:
            return _("List what is counted here")
        return words_of(cell, column) if role in {_DISPLAY, _TOOLTIP} else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column, unknown values last; -1 is the first order."""
        self._order = (column, order)
        self.beginResetModel()
        self._rows = _shown_rows(self._table)
        if 0 <= column < len(self._table.columns):
            known = [row for row in self._rows if row.cells[column] not in {None, ""}]
            unknown = [row for row in self._rows if row.cells[column] in {None, ""}]
            numeric = self._table.columns[column].numeric
            known.sort(
                key=lambda row: _rank(row, column, numeric=numeric),
                reverse=order is Qt.SortOrder.DescendingOrder,
            )
            self._rows = known + unknown
        self.endResetModel()


def words_of(cell: Cell, column: Column) -> str:
    """A cell as people read it: codes of labels and modalities in words, days in full."""
    words = _WORDS.get(column.key, {}).get(str(cell)) or cell_text(cell, column)
    return dated(words) if column.key in _DAYS else words


def _shown_rows(table: Table) -> list[Row]:
    """All rows, but of the months only those with articles: the chart shows the gaps."""
    in_time = table.chart is ChartKind.TIME
    return [row for row in table.rows if row.article_ids or not in_time]


def _colour_of(row: Row, column: int) -> QIcon | None:
    return swatch(row.colour, 10) if row.colour and not column else None


def _rank(row: Row, column: int, *, numeric: bool) -> tuple[float, str]:
    cell = row.cells[column]
    if numeric and isinstance(cell, int | float):
        return cell, ""
    return 0, str(cell).casefold()


class FiguresTable(TableView):
    """As high as its first rows need, the rest scrolls."""

    def __init__(self, model: FiguresModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._figures = model
        self.set_row_height(_ROW_HEIGHT)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSelectionBehavior(self.SelectionBehavior.SelectItems)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        model.modelReset.connect(self._fit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll on, unless the table is what is being worked with."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        table = self._figures.table
        self.setAccessibleName(table.title)
        rows = min(_MOST_ROWS, max(1, self._figures.rowCount()))
        self.setMinimumHeight(rows * _ROW_HEIGHT + self.horizontalHeader().sizeHint().height() + 4)
        header = self.horizontalHeader()
        for number, column in enumerate(table.columns):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(number, self._width(number, column.title))
        if table.columns:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(_NARROW)

    def _width(self, number: int, title: str) -> int:
        column = self._figures.table.columns[number]
        texts = [words_of(row.cells[number], column) for row in self._figures.table.rows[:50]]
        metrics = self.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, (f"{title}  ", *texts)))
        return min(_WIDE, max(_NARROW, widest + _ROOM))
