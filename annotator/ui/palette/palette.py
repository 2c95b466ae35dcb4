"""The panel in which a command is found by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from annotator.i18n import gettext as _
from annotator.ui.actions import command
from annotator.ui.palette.ranking import Entry, ranked
from annotator.ui.palette.rows import ROW_HEIGHT, EntryDelegate, EntryList, EntryModel
from annotator.ui.theme import Theme
from annotator.ui.widgets import words

_ROWS = 8
_WIDTH = 620
_MARGIN = 32
_FROM_TOP = 0.14
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_ROWS,
    Qt.Key.Key_PageDown: _ROWS,
}


class Palette(QWidget):
    """Lies over the window until a command is chosen, Escape, or a click beside the panel.

    `chosen` carries the key of an entry, once the focus is back where it was.
    """

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries = entries
        self._recent: Sequence[str] = ()
        self._before = QApplication.focusWidget()
        self._model = EntryModel(self)
        self._delegate = EntryDelegate(self._model)
        self._field = QLineEdit()
        self._list = EntryList(self._model)
        self._nothing = words(_("No command is called so, or it cannot be given now."), "muted")
        self._panel = QFrame(self)
        self._shadow = QGraphicsDropShadowEffect(self._panel, blurRadius=32)
        self._lay_out()
        self._connect()

    def show_recent(self, recent: Sequence[str]) -> None:
        """Put the commands with these keys first, as far as nothing better is typed."""
        self._recent = recent
        self._find()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._delegate.set_theme(theme)
        shade = QColor("#000000")
        shade.setAlphaF(0.7 if theme.dark else 0.3)
        self._shadow.setColor(shade)

    def open(self) -> None:
        """Appear, and wait for words."""
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus()

    def leave(self) -> None:
        """Go away and give the focus back."""
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the window from what lies below."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that go through the list, choose or leave; grow with the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self._field and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._took(event)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001 (as Qt has it)
        """Keep the focus in the field."""
        return True

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Leave with a click beside the panel."""
        self.leave()

    def _lay_out(self) -> None:
        self._panel.setObjectName("palette")
        self._panel.setGraphicsEffect(self._shadow)
        self._shadow.setOffset(0, 8)
        self._field.setObjectName("paletteField")
        self._field.setPlaceholderText(_("Type the name of a command"))
        self._field.setAccessibleName(command("palette").text)
        self._list.setItemDelegate(self._delegate)
        self._list.setFixedHeight(_ROWS * ROW_HEIGHT)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(_ROWS * ROW_HEIGHT)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        for part in (self._field, self._list, self._nothing):
            column.addWidget(part)

    def _connect(self) -> None:
        self._window.installEventFilter(self)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._find)
        self._list.clicked.connect(self._choose)

    def _place(self) -> None:
        room = self._window.rect()
        self.setGeometry(room)
        width = min(_WIDTH, room.width() - 2 * _MARGIN)
        self._panel.resize(width, self._panel.sizeHint().height())
        self._panel.move((room.width() - width) // 2, round(room.height() * _FROM_TOP))

    def _find(self) -> None:
        found = ranked(self._entries, self._field.text(), self._recent)
        self._model.load(found)
        self._list.setVisible(bool(found))
        self._nothing.setHidden(bool(found))
        self._go(0)

    def _took(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        opening = [QKeySequence(keys) for keys in command("palette").shortcuts]
        if key == Qt.Key.Key_Escape or QKeySequence(event.keyCombination()) in opening:
            self.leave()
        elif key in _ENTER:
            self._choose()
        elif key in _STEPS:
            self._go(self._list.currentIndex().row() + _STEPS[key])
        else:
            return False
        return True

    def _go(self, row: int) -> None:
        last = self._model.rowCount() - 1
        self._list.setCurrentIndex(self._model.index(max(0, min(row, last)), 0))
        self._describe()

    def _describe(self) -> None:
        # the focus stays in the field, so the field says what Enter would do
        index = self._list.currentIndex()
        said = self._model.entry(index.row()).spoken if index.isValid() else self._nothing.text()
        self._field.setAccessibleDescription(said)

    def _choose(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            key = self._model.entry(index.row()).key
            self.leave()
            self.chosen.emit(key)
