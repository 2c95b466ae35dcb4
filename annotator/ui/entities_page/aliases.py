"""The other names of an entity: one button each, and a field for more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.ui.flow import FlowLayout

_COMPACT = "QPushButton { padding: 1px 10px; min-height: 18px; border-radius: 11px; }"
_REMOVING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class AliasChip(QPushButton):
    """One alias; a click, Delete or Backspace asks for its removal."""

    removal_asked = Signal(str)

    def __init__(self, alias: str, parent: QWidget) -> None:
        super().__init__(f"{alias.replace('&', '&&')}  ✕", parent)
        self._alias = alias
        self.setToolTip(_("Remove the alias “{alias}” (Del)").format(alias=alias))
        self.setAccessibleName(_("Remove the alias {alias}").format(alias=alias))
        self.clicked.connect(lambda: self.removal_asked.emit(self._alias))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete and Backspace do what a click does."""
        if event.key() in _REMOVING:
            self.click()
        else:
            super().keyPressEvent(event)


class AliasEditor(QWidget):
    """Shows aliases; `added` and `removed` carry one that was typed or clicked away."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = QWidget()
        self._chips.setStyleSheet(_COMPACT)
        self._flow = FlowLayout(self._chips)
        self._field = QLineEdit()
        self._field.setPlaceholderText(_("Add another name, then Enter"))
        self._field.setAccessibleName(_("Add an alias"))
        self._field.returnPressed.connect(self._add)
        title = QLabel(_("Aliases"))
        title.setProperty("role", "section")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(title)
        layout.addWidget(self._chips)
        layout.addWidget(self._field)

    def show_aliases(self, aliases: Sequence[str]) -> None:
        """Show these aliases."""
        self._flow.clear()
        for alias in aliases:
            chip = AliasChip(alias, self._chips)
            chip.removal_asked.connect(self.removed)
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(aliases))

    def begin(self) -> None:
        """Put the cursor into the field."""
        self._field.setFocus()

    def _add(self) -> None:
        alias = self._field.text().strip()
        self._field.clear()
        if alias:
            self.added.emit(alias)
