"""The table of annotations: a click on a head orders it, one on the right chooses columns."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from annotator.domain import AnnotationOrder
from annotator.i18n import gettext as _
from annotator.settings import Settings
from annotator.ui.annotations_page.columns import ORDERS, TITLES, WIDTHS, Column
from annotator.ui.annotations_page.model import AnnotationModel
from annotator.ui.columns import Columns
from annotator.ui.place_keeper import PlaceKeeper
from annotator.ui.row_model import Index
from annotator.ui.tables import Table

_ROW_HEIGHT = 30
_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class AnnotationTable(Table):
    """Selects annotations, many at once with Shift and Ctrl; `ordered` when another order holds."""

    ordered = Signal()

    def __init__(
        self, model: AnnotationModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, parent)
        self._annotations = model
        self._last = 0
        self.setAccessibleName(_("Annotations"))
        self.set_row_height(_ROW_HEIGHT)
        self.columns = Columns(self, settings, "annotations", WIDTHS)
        self.columns.restore()
        PlaceKeeper(self)
        model.modelReset.connect(self._start_over)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, _UP)
        header.sectionClicked.connect(self.ordered)

    @property
    def order(self) -> tuple[AnnotationOrder, bool]:
        """By which column the list is ordered, and whether down; else by article, newest first."""
        header = self.horizontalHeader()
        column = header.sortIndicatorSection()
        if column < 0:
            return AnnotationOrder.PLACE, True
        return ORDERS[Column(column)], header.sortIndicatorOrder() is _DOWN

    def selected_keys(self) -> list[int]:
        """The keys of the selected rows from top to bottom."""
        return self._annotations.ids_in(self.selectionModel().selection())

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(part.height() for part in self.selectionModel().selection().toList())

    def stay(self) -> None:
        """Select the row in the place of the current one if that is gone, at first the first."""
        if not self.selectionModel().hasSelection():
            self._select(self._last)

    def go_on(self) -> None:
        """Select the row below the current one and the selected ones around it."""
        parts = self.selectionModel().selection().toList()
        around = [part.bottom() for part in parts if part.top() <= self._last <= part.bottom()]
        self._select(max(around, default=self._last) + 1)

    def ask_order(self) -> None:
        """Offer the columns to order by; that in use turns the order round."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, title in TITLES.items():
            action = menu.addAction(title)
            action.triggered.connect(lambda _on, column=column: self._order_by(column))
        menu.addSeparator()
        menu.addAction(_("Last imported")).triggered.connect(lambda: self._order_by(None))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.viewport().mapToGlobal(QPoint(0, 0)))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Remember where the user is, in case that row goes."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._last = current.row()

    def _select(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        place = self._annotations.index(min(row, self._annotations.rowCount() - 1), Column.TEXT)
        self.selectionModel().setCurrentIndex(place, flags.ClearAndSelect | flags.Rows)

    def _start_over(self) -> None:
        self._last = 0

    def _order_by(self, column: Column | None) -> None:
        header = self.horizontalHeader()
        is_up = header.sortIndicatorSection() == column and header.sortIndicatorOrder() is _UP
        header.setSortIndicator(-1 if column is None else column, _DOWN if is_up else _UP)
        self.ordered.emit()
