"""The menu bar, made from the table of commands; its entries carry the keys of the window."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from annotator.i18n import gettext as _
from annotator.settings import RecentProject, ThemeChoice
from annotator.ui.actions import COMMANDS, MENU_TITLES, Command, Handlers, Menu, Scope

if TYPE_CHECKING:
    from annotator.domain import Codebook, StatementType

_SEPARATED = frozenset(
    {
        "export",
        "pause_job",
        "close_project",
        "quit",
        "search",
        "change_coder",
        "extract",
        "next_article",
    }
    | {"edit_metadata", "remove_article", "next_suggestion", "learn", "cycle_modality", "layers"}
    | {"pace", "tour", "about"}
)


class Menus(QObject):
    """All entries; an entry without a handler, or out of its scope, is greyed.

    `running` is the key of the command that is being carried out, "" in between.
    """

    recent_chosen = Signal(str)
    type_chosen = Signal(str)
    theme_chosen = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._handlers: dict[str, Callable[[], object]] = {}
        self._scopes = frozenset({Scope.ALWAYS})
        self.running = ""
        self.actions: dict[str, QAction] = {}
        self._menus = {menu: window.menuBar().addMenu(MENU_TITLES[menu]) for menu in Menu}
        self._recent = QMenu(_("Open recent"), window)
        self.types: list[QAction] = []
        for command in COMMANDS:
            if not command.native:
                self._add(command)
        self._menus[Menu.PROJECT].insertMenu(self.actions["open_sample"], self._recent)
        self._themes = self._add_themes()
        self._refresh()

    def connect_handlers(self, handlers: Handlers) -> None:
        """Have these functions called by the commands they are named for."""
        self._handlers.update(handlers)
        self._refresh()

    def menu(self, menu: Menu) -> QMenu:
        """Give one of the menus of the bar."""
        return self._menus[menu]

    def trigger(self, key: str) -> None:
        """Give a command, as if its entry had been chosen."""
        self.actions[key].trigger()

    def set_scopes(self, scopes: Iterable[Scope]) -> None:
        """Say which commands can be given now."""
        self._scopes = frozenset({Scope.ALWAYS, *scopes})
        self._refresh()

    def show_nothing(self) -> None:
        """Offer what can be done without a project."""
        self.set_scopes(())
        self.show_steps("", "")
        self._show_types(())

    def show_steps(self, undo: str, redo: str) -> None:
        """Name the steps that undo and redo would take; an empty name greys the entry."""
        for key, text, step in (("undo", _("Undo {step}"), undo), ("redo", _("Redo {step}"), redo)):
            self.actions[key].setText(text.format(step=step).strip())
            self.actions[key].setEnabled(bool(step) and Scope.PROJECT in self._scopes)

    def show_recent(self, recent: Iterable[RecentProject]) -> None:
        """Fill the menu of recent projects."""
        self._recent.clear()
        for entry in recent:
            action = self._recent.addAction(entry.path.replace("&", "&&"))
            action.setEnabled(entry.is_there)
            action.triggered.connect(partial(self.recent_chosen.emit, entry.path))
        self._recent.setEnabled(not self._recent.isEmpty())

    def show_theme(self, choice: ThemeChoice) -> None:
        """Tick the theme in use."""
        self._themes[choice].setChecked(True)

    def show_types(self, codebook: "Codebook") -> None:
        """Give each statement type of the codebook an entry with its key."""
        self._show_types(codebook.types)

    def _show_types(self, types: "Iterable[StatementType]") -> None:
        for action in self.types:
            action.deleteLater()
        self.types = []
        first = self.actions["tag_mention"]
        for kind in types:
            if not kind.retired:
                action = QAction(_("Tag as {type}").format(type=kind.name), self._window)
                action.setShortcut(QKeySequence(kind.shortcut))
                action.triggered.connect(partial(self.type_chosen.emit, kind.key))
                self._menus[Menu.TAG].insertAction(first, action)
                self.types.append(action)
        self._refresh()

    def _add(self, command: Command) -> None:
        action = QAction(command.text, self._window)
        action.setShortcuts([QKeySequence(shortcut) for shortcut in command.shortcuts])
        action.triggered.connect(partial(self._run, command.key))
        if command.key in _SEPARATED:
            self._menus[command.menu].addSeparator()
        self._menus[command.menu].addAction(action)
        self.actions[command.key] = action

    def _add_themes(self) -> dict[ThemeChoice, QAction]:
        names = {
            ThemeChoice.SYSTEM: _("Like the system"),
            ThemeChoice.LIGHT: _("Light"),
            ThemeChoice.DARK: _("Dark"),
        }
        menu = self._menus[Menu.VIEW].addMenu(_("Theme"))
        group = QActionGroup(self)
        entries = {}
        for choice, name in names.items():
            entries[choice] = group.addAction(menu.addAction(name))
            entries[choice].setCheckable(True)
            entries[choice].triggered.connect(partial(self.theme_chosen.emit, choice))
        return entries

    def _run(self, key: str) -> None:
        self.running = key
        try:
            self._handlers[key]()
        finally:
            self.running = ""

    def _refresh(self) -> None:
        for command in COMMANDS:
            if not command.native and command.key not in {"undo", "redo"}:
                possible = command.key in self._handlers and command.scope in self._scopes
                self.actions[command.key].setEnabled(possible)
        for action in self.types:
            action.setEnabled(Scope.ARTICLES in self._scopes)
