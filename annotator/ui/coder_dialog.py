"""Who codes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.ui.widgets import closing_buttons, words


class CoderDialog(QDialog):
    """Offers the coders of the project, or a new name."""

    def __init__(self, names: Sequence[str], current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Coder"))
        self.setMinimumWidth(400)
        self._name = QComboBox(editable=True)
        self._name.addItems(list(names))
        self._name.setCurrentText(current)
        self._name.setAccessibleName(_("Coder"))
        self._name.setFocus()
        box, self._use = closing_buttons(self, _("Code as this coder"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(
            words(
                _(
                    "Every decision is kept under its coder's name; several coders can work on "
                    "one project. Choose a name or type a new one."
                ),
                "muted",
            )
        )
        column.addWidget(self._name)
        column.addWidget(box)
        self._name.editTextChanged.connect(self._check)

    def name(self) -> str:
        """Give the name as typed."""
        return self._name.currentText().strip()

    def _check(self) -> None:
        self._use.setEnabled(bool(self.name()))
