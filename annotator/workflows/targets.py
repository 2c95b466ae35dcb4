"""Where results may be written: never over a project, nor in the place of a pipe or device."""

from pathlib import Path

from annotator.errors import CannotWrite, refusals_named
from annotator.i18n import gettext as _
from annotator.project import is_database


def require_file(path: Path) -> None:
    """Refuse what a new file may not take the place of; CannotWrite."""
    refuse_project(path)
    if path.is_dir():
        raise CannotWrite(path, _("it is a folder"))
    if path.exists() and not path.is_file():
        raise CannotWrite(path, _("it is a pipe or a device"))


def refuse_project(path: Path) -> None:
    """Refuse to write over a project; CannotWrite."""
    with refusals_named(path):
        is_taken = is_database(path)
    if is_taken:
        raise CannotWrite(path, _("it is a project or another database"))
