"""Where the program finds its own data and keeps the user's settings."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """The folder that holds `resources` and `models`: in the wheel, or else in the checkout."""
    packed = _PACKAGE / "_data"
    return packed if packed.is_dir() else _PACKAGE.parent


def resources_folder() -> Path:
    """The folder of gazetteers, codebooks, help, icons and the sample."""
    return data_folder() / "resources"


def locale_folder() -> Path:
    """The folder of compiled translations."""
    return resources_folder() / "locale"


def config_folder() -> Path:
    """The user's folder for settings; ANNOTATOR_CONFIG overrides it."""
    chosen = os.environ.get("ANNOTATOR_CONFIG")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", str(Path.home()))) / "Annotator"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Annotator"
    return Path(os.environ.get("XDG_CONFIG_HOME", str(Path.home() / ".config"))) / "annotator"


def documents_folder() -> Path:
    """Where new projects are offered to be kept."""
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()
