"""The table view of the article list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.i18n import gettext as _
from annotator.ui.article_delegate import ArticleDelegate
from annotator.ui.article_model import ArticleModel, Index
from annotator.ui.theme import LIGHT, Theme


class ArticleList(QTableView):
    """Shows an ArticleModel; `article_chosen` carries the id of the row the user went to.

    `delete_asked` tells of the Delete key, which means something else in the rest of the window.
    """

    article_chosen = Signal(int)
    delete_asked = Signal()

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

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        parts = self.selectionModel().selection().toList()
        return sum(part.height() for part in parts)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer these on a right click."""
        self.addActions(actions)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def event(self, event: QEvent) -> bool:
        """Claim the Delete key."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_delete(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus; where no article of the list is on show, go to none of them."""
        is_nowhere = not self.currentIndex().isValid()
        with QSignalBlocker(self):
            super().focusInEvent(event)
            if is_nowhere:
                self.selectionModel().clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the removal of what is selected."""
        if _is_delete(event):
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def show_current(self, article_id: int | None) -> None:
        """Select the row of that article, without telling of it."""
        row = self._model.row_of(article_id)
        with QSignalBlocker(self):
            if row < 0:
                self.selectionModel().clear()
            elif row != self.currentIndex().row():
                # else the coder went there in the list, and what is selected is the coder's own
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


def _is_delete(event: QEvent) -> bool:
    bare = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Delete
        and event.modifiers() in bare
    )
