"""The search field above the article list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from annotator.i18n import gettext as _
from annotator.ui.actions import command
from annotator.ui.command_button import name_command
from annotator.ui.icons import icon
from annotator.ui.theme import LIGHT, Theme


class SearchField(QLineEdit):
    """The search field; Escape empties it, Enter and Down lead into the list."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__(placeholderText=_("Search titles and texts"), clearButtonEnabled=True)
        told = _("{search}; “note:” before a word looks for it in notes")
        name_command(self, "search", tip=told.format(search=command("search").text))
        self.setAccessibleName(command("search").text)
        self._icon = self.addAction(
            icon("search", LIGHT.muted), self.ActionPosition.LeadingPosition
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the colours of `theme`."""
        self._icon.setIcon(icon("search", theme.muted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field by keys."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
