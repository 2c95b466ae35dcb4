"""The window: it puts start page, pages, menus and bars together and remembers how it was left."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
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
from annotator.ui.drops import dropped_paths
from annotator.ui.helping import Helping
from annotator.ui.icons import program_icon
from annotator.ui.job_bar import JobBar
from annotator.ui.jobs import Jobs
from annotator.ui.menus import Menus
from annotator.ui.messages import Banner
from annotator.ui.pages import ARTICLES, PAGE_KEYS, Pages
from annotator.ui.projects import SUFFIX, Projects
from annotator.ui.rail import Rail
from annotator.ui.session import Session
from annotator.ui.start_page import StartPage
from annotator.ui.tasks import Tasks
from annotator.ui.theme import apply_theme, theme_for

_SIZE = (1280, 800)
_SMALLEST = (900, 560)


class MainWindow(QMainWindow):
    """Everything the analyst sees; `session` holds what is open.

    `closing` is emitted before the settings are saved for the last time.
    """

    closing = Signal()

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.theme = theme_for(settings.theme)
        self._page = ARTICLES
        self.jobs = Jobs(session, self)
        self.banner = Banner()
        self.projects = Projects(session, settings, self.banner, self)
        self.tasks = Tasks(session, settings, self.jobs, self.banner, self)
        self.helping = Helping(session, self)
        self.menus = Menus(self)
        self.rail = Rail(PAGE_KEYS)
        self.start_page = StartPage(self.theme)
        self.pages = Pages(session, self.theme)
        self.job_bar = JobBar(self.jobs)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._restore()
        self._show_project()

    def open_later(self, path: Path) -> None:
        """Open a project once the window has been painted."""
        QTimer.singleShot(0, partial(self.projects.open, path))

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
        """Keep how the window was left; the work itself is saved already."""
        self.closing.emit()
        self.settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings.save()
        self.hide()
        self.jobs.close()
        self.session.show_project(None)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and folders."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dropped project, import dropped articles."""
        event.acceptProposedAction()
        # the program that the files come from waits until this returns, dialogs must not hold it
        QTimer.singleShot(0, partial(self._take_paths, dropped_paths(event.mimeData())))

    def _take_paths(self, paths: list[Path]) -> None:
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.projects.open(projects[0])
        elif self.session.is_open:
            self.tasks.import_paths(paths)
        else:
            self.banner.show_note(_("Open or make a project first, then drop the articles again."))

    def _lay_out(self) -> None:
        self.setWindowIcon(program_icon())
        self.setMinimumSize(*_SMALLEST)
        self.setAcceptDrops(True)
        self._stack.addWidget(self.start_page)
        self._stack.addWidget(self.pages)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.banner)
        middle.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        central = QWidget()
        central.setObjectName("page")
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.job_bar)
        self.setCentralWidget(central)
        self._dress_parts()

    def _connect(self) -> None:
        self.session.project_changed.connect(self._show_project)
        self.session.changed.connect(self._note_changes)
        self.session.failed.connect(self.banner.show_error)
        self.projects.leaving.connect(self.jobs.close)
        self.rail.chosen.connect(self.go_to)
        self.pages.made.connect(self._connect_page)
        self.start_page.command_chosen.connect(self.menus.trigger)
        self.start_page.project_chosen.connect(lambda path: self.projects.open(Path(path)))
        self.start_page.project_forgotten.connect(self._forget_project)
        self.menus.recent_chosen.connect(lambda path: self.projects.open(Path(path)))
        self.menus.theme_chosen.connect(self.set_theme)
        self.job_bar.coder_asked.connect(self._change_coder)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self.menus.connect_handlers(self._handlers())
        for part in (self.tasks, self.projects, self.helping):
            self.menus.connect_handlers(part.handlers())

    def _handlers(self) -> Handlers:
        return {
            **{f"page_{key}": partial(self.go_to, key) for key in PAGE_KEYS},
            "quit": self.close,
            "undo": self.session.undo,
            "redo": self.session.redo,
            "change_coder": self._change_coder,
        }

    def _connect_page(self, key: str) -> None:
        # connections to pages are made when the page is, for pages are made late
        from annotator.ui.page_wiring import connect_page  # noqa: PLC0415

        connect_page(self, key)
        self._show_types()

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
        self.job_bar.setVisible(is_open)
        self._stack.setCurrentWidget(self.pages if is_open else self.start_page)
        self._show_recent()
        self._scope()
        if is_open:
            self.go_to(ARTICLES)
        else:
            self.start_page.setFocus()
        self._show_types()
        self._show_steps()

    def _show_recent(self) -> None:
        self.menus.show_recent(self.settings.recent)
        self.start_page.show_recent(self.settings.recent)

    def _forget_project(self, path: str) -> None:
        self.settings.forget_project(Path(path))
        self._show_recent()

    def _note_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.CODEBOOK):
            self._show_types()
        self._show_steps()

    def _show_types(self) -> None:
        codebook = self.session.project.codebook.get() if self.session.is_open else None
        self.menus.show_types(codebook)

    def _show_steps(self) -> None:
        project = self.session.project if self.session.is_open else None
        undo, redo = (project.undo_name, project.redo_name) if project else ("", "")
        self.menus.show_steps(undo, redo)
        self.job_bar.show_coder(project.coder.name if project else "")

    def _scope(self) -> None:
        if not self.session.is_open:
            self.menus.set_scopes(())
            return
        here = (Scope.ARTICLES,) if self._page == ARTICLES else ()
        self.menus.set_scopes((Scope.PROJECT, *here))

    def _change_coder(self) -> None:
        # the dialog and what it needs come when they are asked for
        from annotator.ui.article_actions import change_coder  # noqa: PLC0415

        change_coder(self.session, self.settings, self)

    def _dress(self) -> None:
        self.theme = theme_for(self.settings.theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, self.theme)
        self._dress_parts()

    def _dress_parts(self) -> None:
        for part in (self.rail, self.start_page, self.pages, self.job_bar):
            part.set_theme(self.theme)
