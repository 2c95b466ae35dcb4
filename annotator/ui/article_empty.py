"""What stands in place of an empty article list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.ui.command_button import command_button
from annotator.ui.widgets import words


class EmptyList(QWidget):
    """Says why nothing is listed, and what to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self._words = words("", "muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.import_button = command_button("import_files", _("Import…"), look="primary")
        self.clear_button = command_button("all_articles")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._words)
        for way in (self.import_button, self.clear_button):
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)

    def show_reason(self, *, any_article: bool) -> None:
        """Choose the reason."""
        nothing = _("No articles yet. Import files, or drop or paste articles into this window.")
        self._words.setText(_("No article matches.") if any_article else nothing)
        self.import_button.setVisible(not any_article)
        self.clear_button.setVisible(any_article)
