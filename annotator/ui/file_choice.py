"""The system's dialogs for files and folders, each beginning in the folder last used for it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.i18n import gettext as _
from annotator.paths import documents_folder
from annotator.settings import Settings

_ARTICLES = _(
    "Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.jsonl *.ndjson *.json"
    " *.csv *.tsv);;"
    "All files (*)"
)


class FileChoice:
    """Asks for files for one purpose, such as "export", at first in the folder last used for it.

    What is chosen moves `folder`, in which the next dialog begins. The settings remember it only
    once `keep` is called: what was cancelled or came to nothing changes nothing.
    """

    def __init__(self, settings: Settings, purpose: str, otherwise: Path | None = None) -> None:
        self._settings = settings
        self._purpose = purpose
        self.folder = settings.folder(purpose, otherwise or documents_folder())

    def keep(self) -> None:
        """Remember the folder, also if the program should end by a fault."""
        self._settings.folders[self._purpose] = str(self.folder)
        self._settings.save()

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Ask for a file that is there; None when the dialog was left."""
        chosen, _used = QFileDialog.getOpenFileName(parent, title, str(self.folder), kinds)
        return self._in_its_folder(chosen)

    def open_articles(self, parent: QWidget) -> list[Path]:
        """Ask for files to import; none when the dialog was left."""
        chosen, _used = QFileDialog.getOpenFileNames(
            parent, _("Import files"), str(self.folder), _ARTICLES
        )
        return [path for path in map(self._in_its_folder, chosen) if path]

    def open_folder(self, parent: QWidget, title: str) -> list[Path]:
        """Ask for a folder; none when the dialog was left."""
        chosen = QFileDialog.getExistingDirectory(parent, title, str(self.folder))
        if not chosen:
            return []
        self.folder = Path(chosen)
        return [self.folder]

    def save_file(
        self, parent: QWidget, title: str, name: str, *, kinds: str = "", replace: bool = False
    ) -> Path | None:
        """Ask for a file to write, at first `name`; None when the dialog was left.

        With `replace` it is not asked whether a file that is there may be written over.
        """
        options = QFileDialog.Option.DontConfirmOverwrite if replace else QFileDialog.Option(0)
        chosen, _used = QFileDialog.getSaveFileName(
            parent, title, str(self.folder / name), kinds, options=options
        )
        return self._in_its_folder(chosen)

    def _in_its_folder(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        self.folder = Path(chosen).parent
        return Path(chosen)
