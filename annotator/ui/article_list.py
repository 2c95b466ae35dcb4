"""The table view of the article list."""

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.i18n import gettext as _
from annotator.ui.article_delegate import ArticleDelegate
from annotator.ui.article_model import ArticleModel, Index
from annotator.ui.theme import LIGHT, Theme


class ArticleList(QTableView):
    """Shows an ArticleModel; `article_chosen` carries the id of the row the user went to."""

    article_chosen = Signal(int)

    def __init__(self, model: ArticleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = ArticleDelegate(LIGHT)
        self.setObjectName("articleList")
        self.setAccessibleName(_("Articles"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()

    def set_theme(self, theme: Theme) -> None:
        """Draw rows in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self._fit_rows()
        self.viewport().update()

    def selected_articles(self) -> list[int]:
        """Give the ids of the selected articles from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        ids = (self._model.article_at(row) for row in rows)
        return [article_id for article_id in ids if article_id is not None]

    def show_current(self, article_id: int | None) -> None:
        """Select the row of that article, without telling of it."""
        row = self._model.row_of(article_id)
        with QSignalBlocker(self):
            if row < 0:
                self.selectionModel().clear()
            elif row != self.currentIndex().row() or not self.selectionModel().isRowSelected(row):
                self._select(row)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which article the user went to."""
        super().currentChanged(current, previous)
        article_id = self._model.article_at(current.row())
        if article_id is not None:
            self.article_chosen.emit(article_id)

    def _select(self, row: int) -> None:
        index = self._model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags | QItemSelectionModel.SelectionFlag.Rows)
        self.scrollTo(index)

    def _fit_rows(self) -> None:
        height = self._delegate.row_height(self.font())
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
