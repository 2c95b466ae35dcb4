"""What is dragged onto the window or lies on the clipboard."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_paths(data: QMimeData) -> list[Path]:
    """Give the files and folders of this computer that `data` names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
