"""The list with a tick before each line."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.i18n import gettext as _
from annotator.ui.occurrences.delegate import TickDelegate
from annotator.ui.occurrences.model import OccurrenceModel
from annotator.ui.tables import Table
from annotator.ui.theme import Theme

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class OccurrenceList(Table):
    """Shows an OccurrenceModel: Space or a click ticks.

    `agreed` follows Enter, `scope_asked` Tab, `all_asked` and `case_asked` their letters.
    """

    agreed = Signal()
    scope_asked = Signal()
    case_asked = Signal()
    all_asked = Signal()

    def __init__(self, model: OccurrenceModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._places = model
        self._delegate = TickDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Places"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.clicked.connect(lambda index: model.switch(index.row()))

    def set_titled(self, on: bool) -> None:  # noqa: FBT001 (like setVisible)
        """Name the article of each line, or not where all are of one."""
        self._delegate.titled = on
        self.set_row_height(self._delegate.height(self.font()))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Take Tab before it moves the focus."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _TABS:
            self.scope_asked.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, agree with Enter; the rest moves about in the list."""
        current = self.currentIndex()
        if event.key() in _ENTER:
            self.agreed.emit()
        elif event.key() == Qt.Key.Key_Space and current.isValid():
            self._places.switch(current.row())
        elif event.key() == Qt.Key.Key_C and not event.modifiers():
            self.case_asked.emit()
        elif event.key() == Qt.Key.Key_A and not event.modifiers():
            self.all_asked.emit()
        else:
            super().keyPressEvent(event)
