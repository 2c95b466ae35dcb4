"""The window: it puts start page, pages, menus and bars together and remembers how it was left."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import Changes, Kind
from annotator.i18n import gettext as _
from annotator.settings import Settings, ThemeChoice
from annotator.ui.actions import Handlers, Scope
from annotator.ui.icons import program_icon
from annotator.ui.menus import Menus
from annotator.ui.messages import Banner
from annotator.ui.pages import ARTICLES, PAGE_KEYS, Pages
from annotator.ui.projects import Projects
from annotator.ui.rail import Rail
from annotator.ui.session import Session
from annotator.ui.start_page import StartPage
from annotator.ui.theme import Theme, apply_theme, theme_for

_SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """Everything the analyst sees; `session` holds what is open."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self._theme = theme_for(settings.theme)
        self._page = ARTICLES
        self.banner = Banner()
        self.projects = Projects(session, settings, self.banner, self)
        self.menus = Menus(self)
        self.rail = Rail(PAGE_KEYS)
        self.start_page = StartPage(self._theme)
        self.pages = Pages(session, self._theme)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._restore()
        self._show_project()

    @property
    def theme(self) -> Theme:
        """The theme on show."""
        return self._theme

    def open_later(self, path: Path) -> None:
        """Open a project once the window has been painted."""
        QTimer.singleShot(0, lambda: self.projects.open(path))

    def go_to(self, key: str) -> None:
        """Show the page of that key."""
        if not self.session.is_open:
            return
        self._page = key
        self.rail.show_page(key)
        self.pages.setCurrentWidget(self.pages.page(key))
        self._scope()

    def set_theme(self, choice: ThemeChoice) -> None:
        """Show the theme of that choice from now on."""
        self.settings.theme = choice
        self._dress()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how the window was left; there is nothing else to save."""
        self.settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings.save()
        self.session.show_project(None)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setWindowIcon(program_icon())
        self.setMinimumSize(900, 560)
        self._stack.addWidget(self.start_page)
        self._stack.addWidget(self.pages)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.banner)
        middle.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        central = QWidget(objectName="page")
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        self.setCentralWidget(central)
        self.rail.set_theme(self._theme)

    def _connect(self) -> None:
        self.session.project_changed.connect(self._show_project)
        self.session.changed.connect(self._note_changes)
        self.session.failed.connect(self.banner.show_error)
        self.rail.chosen.connect(self.go_to)
        self.start_page.command_chosen.connect(lambda key: self.menus.actions[key].trigger())
        self.start_page.project_chosen.connect(lambda path: self.projects.open(Path(path)))
        self.start_page.project_forgotten.connect(self._forget_project)
        self.menus.recent_chosen.connect(lambda path: self.projects.open(Path(path)))
        self.menus.theme_chosen.connect(self.set_theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self.menus.connect_handlers(self._handlers())

    def _handlers(self) -> Handlers:
        visits: dict[str, Callable[[], None]] = {
            f"page_{key}": lambda key=key: self.go_to(key) for key in PAGE_KEYS
        }
        return {
            **visits,
            "new_project": self.projects.new_asking,
            "open_project": self.projects.open_asking,
            "backup": self.projects.backup_asking,
            "close_project": self.projects.close,
            "quit": lambda: [self.close()] and None,
            "undo": self.session.undo,
            "redo": self.session.redo,
        }

    def _restore(self) -> None:
        self.resize(*_SIZE)
        if self.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode()))
        self.menus.show_theme(self.settings.theme)

    def _show_project(self) -> None:
        is_open = self.session.is_open
        name = self.session.project.name if is_open else ""
        self.setWindowTitle(_("{name} — Annotator").format(name=name) if name else "Annotator")
        self.rail.setVisible(is_open)
        self._stack.setCurrentWidget(self.pages if is_open else self.start_page)
        self._show_recent()
        self._scope()
        if is_open:
            self.go_to(ARTICLES)
        else:
            self.start_page.setFocus()
        self._show_steps()

    def _show_recent(self) -> None:
        self.menus.show_recent(self.settings.recent)
        self.start_page.show_recent(self.settings.recent)

    def _forget_project(self, path: str) -> None:
        self.settings.forget_project(Path(path))
        self._show_recent()

    def _note_changes(self, changes: Changes) -> None:
        self._show_steps()

    def _show_steps(self) -> None:
        project = self.session.project if self.session.is_open else None
        self.menus.show_steps(
            project.undo_name if project else "", project.redo_name if project else ""
        )

    def _scope(self) -> None:
        if not self.session.is_open:
            self.menus.set_scopes(())
            return
        here = (Scope.ARTICLES,) if self._page == ARTICLES else ()
        self.menus.set_scopes((Scope.PROJECT, *here))

    def _dress(self) -> None:
        self._theme = theme_for(self.settings.theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, self._theme)
        for part in (self.rail, self.start_page, self.pages):
            part.set_theme(self._theme)
