"""The columns of a table: which are shown, in which order and how wide is the user's choice."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QEvent, QItemSelectionModel, QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from annotator.i18n import gettext as _
from annotator.settings import Settings


class Columns(QObject):
    """Lets the columns of a table be chosen, moved and sized, and remembers how they were left.

    `name` is that of the list in the settings, `widths` those of its columns at first: 0 hides
    one. The first column is always there; it is lent the room that the others leave.
    """

    def __init__(
        self, table: QTableView, settings: Settings, name: str, widths: Mapping[int, int]
    ) -> None:
        super().__init__(table)
        self._header = table.horizontalHeader()
        self._settings = settings
        # what was kept for other columns is of no use to these
        self._name = f"{name}-{len(widths)}"
        self._widths = widths
        self._first = next(iter(widths))
        self._lent = 0
        self._is_kept = False
        # its own: Qt asks whether a column is selected row by row, for seconds where there are many
        self._header.setSelectionModel(QItemSelectionModel(table.model(), self))
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self._show_menu_at)
        self._header.sectionMoved.connect(self._keep)
        self._header.sectionResized.connect(self._take_width)
        self._header.viewport().installEventFilter(self)

    def restore(self) -> None:
        """Show the columns as they were left, or as at first, and keep what becomes of them."""
        saved = QByteArray.fromBase64(self._settings.columns.get(self._name, "").encode())
        self._is_kept = False
        self._lent = 0
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._header.setSectionsMovable(True)
        if not self._header.restoreState(saved):
            self._begin()
        self._is_kept = True
        self._lend()

    def leave(self) -> None:
        """Let others arrange the columns for a while."""
        self._is_kept = False

    def show_menu(self) -> None:
        """Ask which columns are to be shown, below the header."""
        self._show_menu_at(self._header.rect().bottomLeft())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lend what room a wider table has, and take it back from a narrower one."""
        if event.type() == QEvent.Type.Resize and self._is_kept:
            self._lend()
        return super().eventFilter(watched, event)

    def _show_menu_at(self, place: QPoint) -> None:
        menu = self._menu()
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._header.mapToGlobal(place))

    def _menu(self) -> QMenu:
        menu = QMenu(self._header)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        model = self._header.model()
        for column in list(self._widths)[1:]:
            title = model.headerData(column, Qt.Orientation.Horizontal)
            action = menu.addAction(str(title).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not self._header.isSectionHidden(column))
            action.toggled.connect(lambda on, column=column: self._show(column, on))
        menu.addSeparator()
        menu.addAction(_("As at first")).triggered.connect(self._start_over)
        return menu

    def _show(self, column: int, on: bool) -> None:  # noqa: FBT001 (a slot)
        self._header.setSectionHidden(column, not on)
        if on and not self._widths[column]:
            self._header.resizeSection(column, self._header.defaultSectionSize())
        self._lend()
        self._keep()

    def _start_over(self) -> None:
        self._is_kept = False
        self._lent = 0
        self._begin()
        self._is_kept = True
        self._lend()
        self._keep()

    def _begin(self) -> None:
        for column, width in self._widths.items():
            self._header.moveSection(self._header.visualIndex(column), column)
            self._header.setSectionHidden(column, not width)
            if width:
                self._header.resizeSection(column, width)

    def _take_width(self, column: int) -> None:
        if not self._is_kept:
            return
        if column == self._first:
            self._lent = 0
        else:
            self._lend()
        self._keep()

    def _lend(self) -> None:
        spare = self._header.viewport().width() - self._header.length()
        change = max(spare, -self._lent)
        self._lent += change
        self._widen_first(change)

    def _widen_first(self, change: int) -> None:
        was_kept, self._is_kept = self._is_kept, False
        self._header.resizeSection(self._first, self._header.sectionSize(self._first) + change)
        self._is_kept = was_kept

    def _keep(self) -> None:
        if self._is_kept:
            # in a narrower window there is less to lend
            self._widen_first(-self._lent)
            state = bytes(self._header.saveState().toBase64().data()).decode()
            self._widen_first(self._lent)
            self._settings.columns[self._name] = state
