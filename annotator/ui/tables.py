"""Tables with the manners that all of them share."""

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolButton, QWidget

from annotator.ui.actions import command
from annotator.ui.command_button import name_command

_OWN_KEYS = frozenset({Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ROW_HEIGHT = 36


class Table(QTableView):
    """A table of whole rows that keeps F2, Delete and Enter for itself.

    `row_opened` tells of Enter or a double click, `delete_asked` of Delete, `move_asked` of Alt
    with an arrow key: -1 is up, 1 is down.
    """

    row_opened = Signal(int)
    delete_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.set_row_height(_ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    def set_row_height(self, height: int) -> None:
        """Give every row the same height, which spares asking each for its own."""
        header = self.verticalHeader()
        header.setMinimumSectionSize(height)
        header.setDefaultSectionSize(height)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_width(self, column: int, width: int) -> None:
        """Make a column that wide, or as wide as its title needs."""
        header = self.horizontalHeader()
        header.ensurePolished()
        header.resizeSection(column, max(width, header.sectionSizeHint(column)))

    def selected_rows(self) -> list[int]:
        """The numbers of the selected rows from top to bottom."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something else in the rest of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in {
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            }
            if plain and Qt.Key(event.key()) in _OWN_KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a row with Enter, ask for its removal with Delete, move it with Alt and arrows."""
        editing = self.state() == QAbstractItemView.State.EditingState
        current = self.currentIndex()
        if event.key() in _ENTER and current.isValid() and not editing:
            self.row_opened.emit(current.row())
        elif event.key() == Qt.Key.Key_Delete and not editing:
            self.delete_asked.emit()
        elif event.key() in _MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def move_button(key: str, *, up: bool) -> QToolButton:
    """A button for the command that moves the selected row up or down."""
    button = QToolButton()
    button.setProperty("button", True)
    button.setArrowType(Qt.ArrowType.UpArrow if up else Qt.ArrowType.DownArrow)
    button.setAccessibleName(command(key).text)
    name_command(button, key)
    return button
