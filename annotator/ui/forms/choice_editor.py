"""A role that holds one of the codebook's choices."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from annotator.domain import Role, RoleValue
from annotator.i18n import gettext as _


class ChoiceBox(QComboBox):
    """A list to choose from: letters go to the choice, the wheel leaves it alone."""

    focused = Signal()

    def event(self, event: QEvent) -> bool:
        """Claim letters, and the keys that open and end the list."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            event.setAccepted(plain and bool(event.text()) and event.text().isprintable())
            return event.isAccepted()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the list is in use."""
        super().focusInEvent(event)
        self.focused.emit()


class ChoiceEditor(QWidget):
    """Edits the value of a role with choices; `changed` carries no value or one."""

    changed = Signal(object)
    focused = Signal()

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self._value: RoleValue | None = None
        self._box = ChoiceBox()
        self._box.setAccessibleName(role.name)
        self._box.activated.connect(self._choose)
        self._box.focused.connect(self.focused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self.show_values(())

    def show_values(self, values: Sequence[RoleValue]) -> None:
        """Show the value; one that the codebook no longer offers is shown too."""
        self._value = values[0] if values else None
        chosen = self._value.text if self._value else ""
        strange = [chosen] if chosen and chosen not in self.role.choices else []
        with QSignalBlocker(self._box):
            self._box.clear()
            self._box.addItem(_("not said"), "")
            for choice in (*self.role.choices, *strange):
                self._box.addItem(choice, choice)
            self._box.setCurrentIndex(max(self._box.findData(chosen), 0))

    def fill(self, words: RoleValue) -> None:
        """Choose what the words of the text say, if it is one of the choices."""
        said = words.text.casefold()
        fitting = [choice for choice in self.role.choices if choice.casefold() == said]
        if fitting:
            value = RoleValue(self.role.key, fitting[0], words.span)
            self.show_values((value,))
            self.changed.emit((value,))

    def show_armed(self, on: bool) -> None:  # noqa: FBT001 (like setVisible)
        """Stay as it is: the list takes no more room while it is in use."""

    def take_focus(self) -> None:
        """Put the focus on the list."""
        self._box.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, _row: int) -> None:
        choice = self._box.currentData()
        if choice != (self._value.text if self._value else ""):
            self._value = RoleValue(self.role.key, choice) if choice else None
            self.changed.emit((self._value,) if self._value else ())
