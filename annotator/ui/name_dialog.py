"""What something new is to be called."""

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.ui.widgets import closing_buttons


class NameDialog(QDialog):
    """Asks for one name; an empty one is not taken."""

    def __init__(self, title: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(400)
        self._name = QLineEdit()
        self._name.setAccessibleName(label)
        self._name.textChanged.connect(self._check)
        caption = QLabel(label)
        caption.setBuddy(self._name)
        box, self._add = closing_buttons(self, _("Add"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (caption, self._name, box):
            column.addWidget(part)
        self._name.setFocus()
        self._check()

    def name(self) -> str:
        """Give the name as typed."""
        return self._name.text().strip()

    def _check(self) -> None:
        self._add.setEnabled(bool(self.name()))


def ask_name(parent: QWidget, title: str, label: str) -> str:
    """Ask for a name; "" when the user thought better of it."""
    dialog = NameDialog(title, label, parent)
    agreed = dialog.exec()
    dialog.deleteLater()
    return dialog.name() if agreed else ""
