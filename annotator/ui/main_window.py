"""The window: start page or desk, menus and messages; it remembers how it was left.

It imports nothing that only an open project needs, so that it is on the screen at once.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.i18n import language, language_of
from annotator.settings import LanguageChoice, Settings, ThemeChoice
from annotator.ui.actions import use_keys
from annotator.ui.commanding import Commanding
from annotator.ui.drops import dropped_paths
from annotator.ui.helping import Helping
from annotator.ui.icons import program_icon
from annotator.ui.menus import Menus
from annotator.ui.messages import Banner
from annotator.ui.placing import keep_on_screen
from annotator.ui.projects import SUFFIX, Projects
from annotator.ui.session import Session
from annotator.ui.start_page import StartPage
from annotator.ui.step_note import StepNote
from annotator.ui.theme import apply_theme, theme_for

if TYPE_CHECKING:
    from annotator.ui.desk import Desk
    from annotator.ui.tour import Touring

_SIZE = (1280, 800)
# narrower, the parts of the Articles page would lie over each other
_SMALLEST = QSize(940, 480)


class MainWindow(QMainWindow):
    """Everything the analyst sees; `session` holds what is open, `desk` shows it."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.theme = theme_for(settings.theme)
        self.banner = Banner()
        self.projects = Projects(session, settings, self.banner, self)
        self.helping = Helping(self)
        use_keys(settings.keys)
        self.menus = Menus(self)
        self.commanding = Commanding(session, settings, self.menus, self)
        self.start_page = StartPage(self.theme)
        self.desk: Desk | None = None
        self._touring: Touring | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._restore()
        self._show_project()

    def open_later(self, path: Path) -> None:
        """Open a project once the window has been painted."""
        QTimer.singleShot(0, partial(self.projects.open, path))

    def set_theme(self, choice: ThemeChoice) -> None:
        """Show the theme of that choice from now on."""
        self.settings.theme = choice
        self._dress()

    def set_language(self, choice: LanguageChoice) -> None:
        """Speak that language from the next start on."""
        self.settings.language = choice
        if language_of(choice) != language:
            self.banner.show_note(_("Annotator speaks this language once it is started again."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the message with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.banner.hide()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how the window was left; the work itself is saved already."""
        if self.desk is not None:
            self.desk.leaving.emit()
        self.settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings.save()
        self.hide()
        self.projects.close()
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
        elif self.desk is not None and self.session.is_open:
            self.desk.import_paths(paths)
        else:
            self.banner.show_note(_("Open or make a project first, then drop the articles again."))

    def _lay_out(self) -> None:
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        self._stack.addWidget(self.start_page)
        central = QWidget()
        central.setObjectName("page")
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        StepNote(self.session, self.menus, central)

    def _connect(self) -> None:
        self.session.project_changed.connect(self._show_project)
        self.session.failed.connect(self.banner.show_error)
        self.session.succeeded.connect(self.banner.forget_error)
        self.start_page.command_chosen.connect(self.menus.trigger)
        self.start_page.project_chosen.connect(self._open)
        self.start_page.project_forgotten.connect(self._forget_project)
        self.menus.recent_chosen.connect(self._open)
        self.projects.leaving.connect(self._stop_jobs)
        self.projects.sample_made.connect(self._extract_sample)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self.menus.connect_handlers({"quit": self.close, "tour": self._show_tour})
        for choice in ThemeChoice:
            self.menus.connect_handlers({f"theme_{choice}": partial(self.set_theme, choice)})
        for spoken in LanguageChoice:
            self.menus.connect_handlers({f"language_{spoken}": partial(self.set_language, spoken)})
        for part in (self.projects, self.helping, self.commanding):
            self.menus.connect_handlers(part.handlers())

    def _restore(self) -> None:
        self.resize(*_SIZE)
        if self.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode()))
        keep_on_screen(self, smallest=_SMALLEST)
        self.menus.show_theme(self.settings.theme)
        self.menus.show_language(self.settings.language)

    def _show_project(self) -> None:
        self._show_recent()
        if self.session.is_open:
            self._show_desk()
            return
        self.setWindowTitle("Annotator")
        self._stack.setCurrentWidget(self.start_page)
        self.start_page.setFocus()
        self.menus.show_nothing()

    def _show_desk(self) -> None:
        self.setWindowTitle(_("{name} — Annotator").format(name=self.session.project.name))
        if self.desk is None:
            self.desk = self._make_desk()
            self._stack.addWidget(self.desk)
        self._stack.setCurrentWidget(self.desk)
        self.desk.show_project()
        self._tours().offer()

    def _make_desk(self) -> "Desk":
        from annotator.ui.desk import Desk  # noqa: PLC0415 - the start page does without it

        return Desk(self.session, self.settings, self.banner, self.menus, self.theme)

    def _tours(self) -> "Touring":
        from annotator.ui.tour import Touring  # noqa: PLC0415 - the start page does without it

        if self._touring is None:
            self._touring = Touring(self.session, self.settings, self.menus, self, self.theme)
        return self._touring

    def _extract_sample(self) -> None:
        # A newcomer meets suggestions at once, without having to ask for them first.
        if self.desk is not None:
            self.desk.tasks.extract_with()

    def _show_tour(self) -> None:
        self._tours().show()

    def _show_recent(self) -> None:
        self.menus.show_recent(self.settings.recent)
        self.start_page.show_recent(self.settings.recent)

    def _open(self, path: str) -> None:
        self.projects.open(Path(path))

    def _forget_project(self, path: str) -> None:
        self.settings.forget_project(Path(path))
        self._show_recent()

    def _stop_jobs(self) -> None:
        if self.desk is not None:
            self.desk.stop()

    def _dress(self) -> None:
        self.theme = theme_for(self.settings.theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, self.theme)
        self.start_page.set_theme(self.theme)
        for part in (self.desk, self._touring):
            if part is not None:
                part.set_theme(self.theme)
