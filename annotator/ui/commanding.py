"""Finding a command by typing, seeing all keys and changing them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from annotator.settings import Settings
from annotator.ui.actions import Handlers, Keys, use_keys
from annotator.ui.command_button import name_keys_anew
from annotator.ui.menus import Menus
from annotator.ui.session import Session
from annotator.ui.theme import theme_for

if TYPE_CHECKING:
    from annotator.domain import Codebook


class Commanding(QObject):
    """Carries out the commands that are about commands; their windows are made when asked for."""

    def __init__(self, session: Session, settings: Settings, menus: Menus, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._menus = menus
        self._window = window

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "palette": self.show_palette,
            "keys": self.show_keys,
            "change_keys": self.change_keys,
        }

    def show_palette(self) -> None:
        """Let a command be found by its name, of those that can be given now."""
        from annotator.ui.palette import Palette, entry_of  # noqa: PLC0415 - made when needed

        offered = {
            action.objectName(): (entry_of(menu, action), action)
            for menu, action in self._menus.entries()
            if action.objectName() != "palette"
        }
        palette = Palette([entry for entry, _action in offered.values()], self._window)
        palette.show_recent(self._settings.commands)
        palette.set_theme(theme_for(self._settings.theme))
        palette.chosen.connect(lambda key: self._give(key, offered[key][1]))
        palette.open()

    def show_keys(self) -> None:
        """Lay all keys over the window."""
        from annotator.ui.keys_overlay import KeysOverlay  # noqa: PLC0415 - seldom needed

        KeysOverlay(self._codebook(), self._window).show()

    def change_keys(self) -> None:
        """Ask for other keys; each choice is in force at once."""
        from annotator.ui.keys_dialog import KeysDialog  # noqa: PLC0415 - seldom needed

        dialog = KeysDialog(self._settings.keys, self._codebook(), self._window)
        dialog.chosen.connect(self.use_keys)
        dialog.exec()
        dialog.deleteLater()

    def use_keys(self, chosen: Keys) -> None:
        """Have these keys in menus, buttons and tooltips from now on."""
        self._settings.keys = dict(chosen)
        use_keys(chosen)
        self._menus.show_keys()
        name_keys_anew()

    def _give(self, key: str, action: QAction) -> None:
        self._settings.remember_command(key)
        action.trigger()

    def _codebook(self) -> "Codebook | None":
        return self._session.project.codebook.get() if self._session.is_open else None
