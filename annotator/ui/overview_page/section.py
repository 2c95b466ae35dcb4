"""One section of the overview: a chart and its table, which can be saved."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from annotator.analysis import ChartKind, Row, Table
from annotator.i18n import gettext as _
from annotator.ui.command_button import name_command
from annotator.ui.overview_page.chart import ChartView
from annotator.ui.overview_page.saving import CSV, PICTURES
from annotator.ui.overview_page.table import FiguresModel, FiguresTable
from annotator.ui.theme import Theme

_SIDE_BY_SIDE = 1240
_BESIDE = frozenset({ChartKind.TIME, ChartKind.CATEGORY})


class Section(QFrame):
    """Shows a table of the overview.

    `chosen` carries the Table, a Row and the number of a column; `save_asked` the Table and
    the suffix of the file.
    """

    chosen = Signal(object, object, int)
    save_asked = Signal(object, str)

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._model = FiguresModel(self)
        self._figures = FiguresTable(self._model)
        self._chart = ChartView()
        self._title = QLabel()
        self._nothing = QLabel(_("Nothing has been tagged here yet."))
        self._save = QPushButton()
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.setFocusProxy(self._figures)
        self._lay_out()
        self._connect()
        self.show_table(table)

    def show_table(self, table: Table) -> None:
        """Show the table as it was counted anew."""
        self._title.setText(table.title)
        self._save.setAccessibleName(_("Save {title} as…").format(title=table.title))
        self._model.load(table)
        self._chart.show_table(table)
        filled = bool(table.rows)
        self._chart.setVisible(filled and table.chart is not ChartKind.NONE)
        self._figures.setVisible(filled)
        self._save.setEnabled(filled)
        self._nothing.setVisible(not filled)

    def offer_saving(self, menu: QMenu) -> None:
        """Add a menu with the ways to save this section, if it shows anything."""
        if self._model.table.rows:
            inner = menu.addMenu(self._model.table.title.replace("&", "&&"))
            self._fill(inner)

    def set_theme(self, theme: Theme) -> None:
        """Show chart and table in the colours of `theme`."""
        self._chart.set_theme(theme)
        self._model.set_theme(theme)
        self._figures.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chart beside its table where there is room for both."""
        super().resizeEvent(event)
        beside = event.size().width() >= _SIDE_BY_SIDE and self._model.table.chart in _BESIDE
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _lay_out(self) -> None:
        self._title.setProperty("role", "heading")
        self._nothing.setProperty("role", "muted")
        self._save.setMenu(self._save_menu())
        name_command(self._save, "save_figures", words=_("Save as…"))
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._save)
        self._body.setSpacing(16)
        self._body.addWidget(self._chart, 11, Qt.AlignmentFlag.AlignTop)
        self._body.addWidget(self._figures, 9)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._nothing)
        layout.addLayout(self._body)

    def _save_menu(self) -> QMenu:
        menu = QMenu(self)
        self._fill(menu)
        return menu

    def _fill(self, menu: QMenu) -> None:
        for suffix in PICTURES:
            self._offer(menu, _("Chart as {form}…").format(form=suffix.upper()), suffix)
        self._offer(menu, _("Table as CSV…"), CSV)

    def _offer(self, menu: QMenu, words: str, suffix: str) -> None:
        action = menu.addAction(words)
        action.setObjectName("save_figures")
        action.triggered.connect(lambda: self.save_asked.emit(self._model.table, suffix))

    def _connect(self) -> None:
        self._figures.clicked.connect(self._choose)
        self._figures.row_opened.connect(lambda _row: self._choose(self._figures.currentIndex()))
        self._chart.bar_clicked.connect(self._choose_bar)

    def _choose(self, index: QModelIndex) -> None:
        row: Row = self._model.row_at(index.row())
        self.chosen.emit(self._model.table, row, index.column())

    def _choose_bar(self, row: int, column: str) -> None:
        table = self._model.table
        self.chosen.emit(table, table.rows[row], table.position(column))
