"""Asking for a new entity."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import EntityLabel
from annotator.i18n import gettext as _
from annotator.ui.entities_page.labels import fill_with_labels


class NewEntityDialog(QDialog):
    """Asks for the name and label of a new entity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLineEdit()
        self._label = QComboBox()
        fill_with_labels(self._label)
        self._label.setCurrentIndex(self._label.findData(EntityLabel.ORG.value))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = self._buttons.addButton(_("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()

    @property
    def name(self) -> str:
        """The name that was typed."""
        return self._name.text().strip()

    @property
    def label(self) -> EntityLabel:
        """The label that was chosen."""
        return EntityLabel(self._label.currentData())

    def _lay_out(self) -> None:
        self.setWindowTitle(_("New entity"))
        self.setMinimumWidth(400)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(_("&Name"), self._name)
        form.addRow(_("&Label"), self._label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(20)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self._add.setDefault(True)
        self._add.setEnabled(False)
        self._name.textChanged.connect(lambda: self._add.setEnabled(bool(self.name)))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
