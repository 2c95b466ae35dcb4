"""The search field above the article list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.i18n import gettext as _
from annotator.ui.actions import command
from annotator.ui.command_button import name_command
from annotator.ui.icons import icon
from annotator.ui.search_line import SearchLine
from annotator.ui.theme import LIGHT, Theme


class SearchField(SearchLine):
    """The search field; Escape empties it."""

    def __init__(self) -> None:
        super().__init__(_("Search titles and texts"))
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
        """Look for nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
