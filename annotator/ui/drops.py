"""What is dragged onto the window or lies on the clipboard."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def dropped_paths(data: QMimeData) -> list[Path]:
    """Give the files and folders of this computer that `data` names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def clipboard_data() -> QMimeData:
    """Give what lies on the clipboard, empty data if nothing does."""
    # some platforms give None for an empty clipboard, which Qt's types do not say
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if found is None else found
