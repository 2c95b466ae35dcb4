"""The menu bar, made from the table of commands; its entries carry the keys of the window."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from annotator.i18n import gettext as _
from annotator.settings import LanguageChoice, RecentProject, ThemeChoice
from annotator.ui.actions import Handlers, command, commands
from annotator.ui.command import MENU_TITLES, Command, Menu, Scope

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
    | {"find", "filter_articles", "accept_listed", "all_kinds", "order_text", "run_on", "palette"}
    | {
        "new_entity",
        "rename_entity",
        "order_annotations",
        "open_annotation",
        "accept_listed_ones",
        "entity_sentences",
        "type_up",
        "retire_type",
        "new_role",
    }
    | {"retire_role", "theme_system", "language_system", "pace", "zoom_in", "tour", "about"}
)
_THEMES = {f"theme_{choice}": choice for choice in ThemeChoice}
_LANGUAGES = {f"language_{choice}": choice for choice in LanguageChoice}


class Menus(QObject):
    """All entries; an entry without a handler, or out of its scope, is greyed.

    `running` is the key of the command that is being carried out, "" in between.
    """

    recent_chosen = Signal(str)
    type_chosen = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._handlers: dict[str, Callable[[], object]] = {}
        self._scopes = frozenset({Scope.ALWAYS})
        self._spent = frozenset({"undo", "redo"})
        self.running = ""
        self.actions: dict[str, QAction] = {}
        self._menus = {menu: window.menuBar().addMenu(MENU_TITLES[menu]) for menu in Menu}
        self._recent = QMenu(_("Open recent"), window)
        self.types: list[QAction] = []
        for entry in commands():
            if not entry.native:
                self._add(entry)
        self.show_keys()
        self._menus[Menu.PROJECT].insertMenu(self.actions["open_sample"], self._recent)
        self._make_choices(_THEMES)
        self._make_choices(_LANGUAGES)
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
        steps = {"undo": undo, "redo": redo}
        self._spent = frozenset(key for key, step in steps.items() if not step)
        for key, plain, named in (
            ("undo", _("Undo"), _("Undo {step}")),
            ("redo", _("Redo"), _("Redo {step}")),
        ):
            step = steps[key]
            self.actions[key].setText(named.format(step=step) if step else plain)
            self._enable(command(key))

    def show_recent(self, recent: Iterable[RecentProject]) -> None:
        """Fill the menu of recent projects."""
        self._recent.clear()
        for entry in recent:
            action = self._recent.addAction(entry.path.replace("&", "&&"))
            action.setObjectName(entry.path)
            action.setEnabled(entry.is_there)
            action.triggered.connect(partial(self.recent_chosen.emit, entry.path))
        self._recent.setEnabled(not self._recent.isEmpty())

    def show_theme(self, choice: ThemeChoice) -> None:
        """Tick the theme in use."""
        for key, meant in _THEMES.items():
            self.actions[key].setChecked(meant is choice)

    def show_language(self, choice: LanguageChoice) -> None:
        """Tick the language that was chosen."""
        for key, meant in _LANGUAGES.items():
            self.actions[key].setChecked(meant is choice)

    def show_ticks(self, ticks: Mapping[str, bool]) -> None:
        """Tick the commands, by their keys, that switch something which is on now."""
        for key, on in ticks.items():
            self.actions[key].setCheckable(True)
            self.actions[key].setChecked(on)

    def show_keys(self) -> None:
        """Have the entries bear the keys that are in use now."""
        for entry in commands():
            if not entry.native:
                keys = [QKeySequence(key) for key in entry.shortcuts]
                self.actions[entry.key].setShortcuts(keys)
        for action in self.types:
            action.setShortcut(QKeySequence(_free(action.data())))

    def entries(self) -> Iterator[tuple[str, QAction]]:
        """All that can be chosen now, from the first menu to the last, each with its menu."""
        for menu in self._menus.values():
            yield from _choices(menu)

    def show_types(self, codebook: "Codebook") -> None:
        """Give each statement type of the codebook an entry with its key."""
        self._show_types(codebook.types)

    def _show_types(self, types: "Iterable[StatementType]") -> None:
        for action in self.types:
            # until it is deleted its key would be claimed twice
            self._menus[Menu.TAG].removeAction(action)
            action.deleteLater()
        self.types = []
        first = self.actions["tag_mention"]
        for kind in types:
            if not kind.retired:
                action = QAction(_("Tag as {type}").format(type=kind.name), self._window)
                action.setObjectName(f"tag {kind.key}")
                action.setData(kind.shortcut)
                action.triggered.connect(partial(self.type_chosen.emit, kind.key))
                self._menus[Menu.TAG].insertAction(first, action)
                self.types.append(action)
        self.show_keys()
        self._refresh()

    def _add(self, entry: Command) -> None:
        action = QAction(entry.text, self._window)
        action.setObjectName(entry.key)
        if entry.local:
            # shown with its keys; the list that they belong to takes them itself
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(self._run, entry.key))
        if entry.key in _SEPARATED:
            self._menus[entry.menu].addSeparator()
        self._menus[entry.menu].addAction(action)
        self.actions[entry.key] = action

    def _make_choices(self, keys: Iterable[str]) -> None:
        group = QActionGroup(self)
        for key in keys:
            self.actions[key].setCheckable(True)
            group.addAction(self.actions[key])

    def _run(self, key: str) -> None:
        self.running = key
        try:
            self._handlers[key]()
        finally:
            self.running = ""

    def _refresh(self) -> None:
        for entry in commands():
            if not entry.native:
                self._enable(entry)
        for action in self.types:
            action.setEnabled(Scope.ARTICLES in self._scopes)

    def _enable(self, entry: Command) -> None:
        can_be_given = entry.key in self._handlers and entry.scope in self._scopes
        self.actions[entry.key].setEnabled(can_be_given and entry.key not in self._spent)


def _choices(menu: QMenu) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _choices(inner)
        elif action.isEnabled() and not action.isSeparator():
            yield menu.title(), action


def _free(key: str) -> str:
    """The key of a statement type, "" where a command of the articles has taken it."""
    taken = {
        shortcut.casefold()
        for entry in commands()
        if not entry.is_fixed and entry.scope in {Scope.ALWAYS, Scope.PROJECT, Scope.ARTICLES}
        for shortcut in entry.shortcuts
    }
    return "" if key.casefold() in taken else key
