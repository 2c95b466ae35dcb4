"""The system's dialogs for files and folders to import."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.i18n import gettext as _

_ARTICLES = _(
    "Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.jsonl *.ndjson *.json"
    " *.csv *.tsv);;"
    "All files (*)"
)


def choose_files(parent: QWidget | None, folder: Path) -> list[Path]:
    """Ask for files to import; none when the dialog was left."""
    chosen, _used = QFileDialog.getOpenFileNames(parent, _("Import files"), str(folder), _ARTICLES)
    return [Path(name) for name in chosen]


def choose_folder(parent: QWidget | None, folder: Path) -> list[Path]:
    """Ask for a folder to import; none when the dialog was left."""
    chosen = QFileDialog.getExistingDirectory(parent, _("Import a folder"), str(folder))
    return [Path(chosen)] if chosen else []
