"""The table of roles: name, kind, number, choices and guideline changed in their cells."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.i18n import gettext as _
from annotator.ui.codebook_page.role_model import KIND_NAMES, Column, RoleModel
from annotator.ui.tables import Table

Index = QModelIndex | QPersistentModelIndex
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LINES_HEIGHT = 120
_LINES_WIDTH = 240


class KindDelegate(QStyledItemDelegate):
    """Lets the kind of a role be chosen in its cell."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """Give the list of kinds."""
        box = QComboBox(parent)
        box.addItems(list(KIND_NAMES.values()))
        return box


class LinesDelegate(QStyledItemDelegate):
    """Lets several lines be written in a field larger than the cell; Ctrl+Enter ends."""

    def __init__(self, hint: str, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._hint = hint

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """Give a field of several lines."""
        field = QPlainTextEdit(parent)
        field.setPlaceholderText(self._hint)
        keys = _("{hint}; Ctrl+Enter ends, Escape drops the changes")
        field.setToolTip(keys.format(hint=self._hint))
        field.setTabChangesFocus(True)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the field."""
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was written."""
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Let the field grow beyond the cell, but not beyond the table."""
        box, around = option.rect, self._view.viewport().rect()
        box.setWidth(max(box.width(), _LINES_WIDTH))
        box.setHeight(_LINES_HEIGHT)
        box.moveRight(min(box.right(), around.right()))
        box.moveBottom(min(box.bottom(), around.bottom()))
        box.moveTop(max(box.top(), 0))
        editor.setGeometry(box)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """End with Ctrl+Enter; Enter alone begins a line."""
        if (
            isinstance(editor, QPlainTextEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
        ):
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
            return True
        return super().eventFilter(editor, event)


class RoleTable(Table):
    """Shows the roles of a type; a double click, F2 or Enter changes a cell."""

    def __init__(self, model: RoleModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setAccessibleName(_("Roles"))
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        triggers = self.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setItemDelegateForColumn(Column.KIND, KindDelegate(self))
        self.setItemDelegateForColumn(Column.CHOICES, LinesDelegate(_("One choice a line"), self))
        self.setItemDelegateForColumn(
            Column.GUIDELINE, LinesDelegate(_("What belongs in this role"), self)
        )
        header = self.horizontalHeader()
        for column, width in ((Column.NAME, 120), (Column.KIND, 88), (Column.MANY, 60)):
            self.set_width(column, width)
        header.setSectionResizeMode(Column.CHOICES, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.GUIDELINE, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter change the current cell."""
        current = self.currentIndex()
        # a list in a cell hands its Enter on to the table
        editing = self.state() == self.State.EditingState
        if event.key() in _ENTER and current.isValid() and not editing:
            self.edit(current)
        else:
            super().keyPressEvent(event)
