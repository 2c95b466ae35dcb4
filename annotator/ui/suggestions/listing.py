"""The list of open suggestions, of which one is current."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.i18n import gettext as _
from annotator.ui.suggestions.delegate import SuggestionDelegate
from annotator.ui.suggestions.model import SuggestionModel
from annotator.ui.theme import Theme

_ROW_HEIGHT = 28


class SuggestionList(QTableView):
    """Shows what is visible only; `chosen` carries the row that was clicked."""

    chosen = Signal(int)

    def __init__(self, model: SuggestionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._delegate = SuggestionDelegate(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        # the keys of the stream go from one to the next, the list itself needs none
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Suggestions, pending and skipped"))
        self.setObjectName("suggestionList")
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header = self.verticalHeader()
        header.hide()
        header.setMinimumSectionSize(_ROW_HEIGHT)
        header.setDefaultSectionSize(_ROW_HEIGHT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._choose)

    def show_row(self, row: int) -> None:
        """Mark a row as the current one and bring it into view."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
