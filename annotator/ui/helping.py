"""Help, and what the program is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from annotator import __version__
from annotator.i18n import gettext as _
from annotator.ui.actions import Handlers
from annotator.ui.icons import program_icon


class Helping(QObject):
    """Opens the windows of the help menu; each is made when it is first asked for."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._help: QDialog | None = None

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {"help": self.show_help, "about": self.show_about}

    def show_help(self) -> None:
        """Show the help beside the window."""
        from annotator.ui.help_window import HelpWindow  # noqa: PLC0415 - seldom needed

        if self._help is None:
            self._help = HelpWindow(self._window)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def show_about(self) -> None:
        """Say which version this is and where things lie."""
        box = QMessageBox(self._window)
        box.setWindowTitle(_("About Annotator"))
        box.setIconPixmap(program_icon().pixmap(64, 64))
        box.setText(f"<b>Annotator {__version__}</b>")
        box.setInformativeText(
            _(
                "Tags who funds whom, which rule binds whom and who competes with whom in "
                "AI-industry news. Everything stays on this computer. MIT licence."
            )
        )
        box.exec()
