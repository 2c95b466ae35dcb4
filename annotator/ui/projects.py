"""Opening, making, backing up and closing projects from the window."""

from collections.abc import Callable
from datetime import UTC, datetime
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.errors import UserError
from annotator.i18n import gettext as _
from annotator.paths import documents_folder
from annotator.settings import Settings
from annotator.ui.actions import Handlers
from annotator.ui.file_choice import FileChoice
from annotator.ui.messages import Banner
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.project import Project

SUFFIX = ".anno"
_SAMPLE = "Annotator sample.anno"
_FILTER = _("Annotator projects (*.anno);;All files (*)")


class Projects(QObject):
    """Changes which project the session holds, and remembers it in the settings.

    `leaving` is emitted before the open project is given up, `sample_made` once the sample
    project has been made and is shown.
    """

    leaving = Signal()
    sample_made = Signal()

    def __init__(
        self, session: Session, settings: Settings, banner: Banner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._banner = banner
        self._window = parent

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "new_project": self.new_asking,
            "open_project": self.open_asking,
            "open_sample": self.open_sample,
            "backup": self.backup_asking,
            "close_project": self.close,
        }

    def open(self, path: Path) -> bool:
        """Open the project file at `path`; on failure say why and keep what was open."""
        if self._session.path is not None and _same(self._session.path, path):
            return True
        # the start page needs no store
        from annotator.project import open_project  # noqa: PLC0415

        return self._show(lambda: open_project(path, coder=self._settings.coder))

    def open_asking(self) -> None:
        """Ask for a project file and open it."""
        choice = FileChoice(self._settings, "open")
        path = choice.open_file(self._window, _("Open a project"), _FILTER)
        if path is not None and self.open(path):
            choice.keep()

    def new_asking(self) -> None:
        """Ask for a name, a codebook and a coder, and make a project of them."""
        # codebooks are read for a new project only
        from annotator.ui.new_project_dialog import NewProjectDialog  # noqa: PLC0415
        from annotator.workflows.starting import new_project  # noqa: PLC0415

        dialog = NewProjectDialog(self._settings, self._window)
        if dialog.exec():
            wanted = dialog.wanted()
            self._settings.coder = wanted.coder
            if self._show(
                lambda: new_project(wanted.path, codebook=wanted.codebook, coder=wanted.coder)
            ):
                dialog.keep_folders()

    def open_sample(self) -> None:
        """Open the sample project; it is made in the documents folder if it is not there."""
        # articles are read for the sample only
        from annotator.workflows.starting import sample_project  # noqa: PLC0415

        path = sample_path()
        if path.exists():
            self.open(path)
        elif self._show(lambda: sample_project(path, coder=self._settings.coder)):
            self.sample_made.emit()

    def backup_asking(self) -> None:
        """Ask where to keep a backup of the open project, and write it."""
        path = self._session.project.path
        day = datetime.now(tz=UTC).astimezone().date().isoformat()
        choice = FileChoice(self._settings, "backup", path.parent)
        target = choice.save_file(
            self._window, _("Back up the project"), f"{path.stem} {day}{SUFFIX}", kinds=_FILTER
        )
        if target is not None and self._back_up(target):
            choice.keep()

    def close(self) -> None:
        """Close the open project."""
        self.leaving.emit()
        self._session.show_project(None)

    def _back_up(self, path: Path) -> bool:
        try:
            written = self._session.project.backup(path, replace=True)
        except UserError as error:
            self._banner.show_error(error)
            return False
        self._banner.show_note(_("The backup is at {path}.").format(path=written))
        return True

    def _show(self, get: Callable[[], "Project"]) -> bool:
        try:
            project = get()
        except UserError as error:
            self._banner.show_error(error)
            return False
        self._banner.hide()
        self._settings.remember_project(project.path, datetime.now(tz=UTC))
        self._settings.coder = project.coder.name
        self._settings.save()
        self.leaving.emit()
        self._session.show_project(project)
        return True


def sample_path() -> Path:
    """Where the sample project is kept."""
    return documents_folder() / _SAMPLE


def _same(one: Path, other: Path) -> bool:
    return realpath(one) == realpath(other)
