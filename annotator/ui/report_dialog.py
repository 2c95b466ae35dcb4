"""A list of sentences that is too long for a message, to be read and copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.ui.widgets import words


class ReportDialog(QDialog):
    """Shows lines under a heading."""

    def __init__(self, heading: str, lines: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Annotator")
        self.resize(640, 360)
        self._text = QPlainTextEdit(lines, readOnly=True)
        self._text.setAccessibleName(heading)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(lines))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(words(heading, "heading"))
        column.addWidget(self._text, 1)
        column.addWidget(buttons)
