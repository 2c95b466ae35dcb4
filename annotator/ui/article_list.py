"""The table view of the article list: two lines an article, or a line with columns."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.domain import ArticleOrder
from annotator.i18n import gettext as _
from annotator.settings import Settings
from annotator.ui.article_columns import ORDERS, Column
from annotator.ui.article_delegate import ArticleDelegate
from annotator.ui.article_model import ArticleModel
from annotator.ui.columns import Columns
from annotator.ui.place_keeper import PlaceKeeper
from annotator.ui.row_model import Index
from annotator.ui.theme import LIGHT, Theme

_WIDTHS: Mapping[int, int] = {
    Column.TITLE: 190,
    Column.SOURCE: 92,
    Column.DATE: 108,
    Column.LANGUAGE: 0,
    Column.STATEMENTS: 0,
    Column.PENDING: 80,
    Column.DONE: 0,
}
_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
_LINE_HEIGHT = 30


class ArticleList(QTableView):
    """Shows an ArticleModel; `article_chosen` carries the id of the row the user went to.

    `order_chosen` carries the ArticleOrder of a click on the head of a column, `delete_asked`
    tells of the Delete key, which means something else in the rest of the window.
    """

    article_chosen = Signal(int)
    order_chosen = Signal(object)
    delete_asked = Signal()

    def __init__(
        self, model: ArticleModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._is_table = False
        self._delegate = ArticleDelegate(LIGHT)
        self.setObjectName("articleList")
        self.setAccessibleName(_("Articles"))
        self.setModel(model)
        self.columns = Columns(self, settings, "articles", _WIDTHS)
        PlaceKeeper(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._prepare_header()
        self.show_as_table(False)

    def show_as_table(self, on: bool) -> None:  # noqa: FBT001 (like setVisible)
        """Give each article a line with the columns that were chosen, or two lines of its own."""
        self._is_table = on
        header = self.horizontalHeader()
        header.setVisible(on)
        self.setItemDelegateForColumn(Column.TITLE, self.itemDelegate() if on else self._delegate)
        bar = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(bar.ScrollBarAsNeeded if on else bar.ScrollBarAlwaysOff)
        if on:
            self.columns.restore()
        else:
            self.columns.leave()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            for column in Column:
                header.setSectionHidden(column, column is not Column.TITLE)
        self._fit_rows()

    def show_order(self, order: ArticleOrder) -> None:
        """Point at the column by which the articles are ordered, if there is one."""
        found = [
            (column, orders.index(order)) for column, orders in ORDERS.items() if order in orders
        ]
        column, down = found[0] if found else (-1, 0)
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(column, _DOWN if down else _UP)
        self.horizontalHeader().viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Draw rows in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self._fit_rows()
        self.viewport().update()

    def selected_articles(self) -> list[int]:
        """Give the ids of the selected articles from top to bottom."""
        return self._model.ids_in(self.selectionModel().selection())

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
        article_id = self._model.id_at(current.row())
        if article_id is not None:
            self.article_chosen.emit(article_id)

    def _select(self, row: int) -> None:
        index = self._model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags | QItemSelectionModel.SelectionFlag.Rows)
        self.scrollTo(index)

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._choose_order)

    def _choose_order(self, column: int) -> None:
        is_down = self.horizontalHeader().sortIndicatorOrder() is _DOWN
        self.order_chosen.emit(ORDERS[Column(column)][is_down])

    def _fit_rows(self) -> None:
        height = _LINE_HEIGHT if self._is_table else self._delegate.row_height(self.font())
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)


def _is_delete(event: QEvent) -> bool:
    bare = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Delete
        and event.modifiers() in bare
    )
