"""Saving a chart as a picture or a table as CSV."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.analysis import Table, charts, to_csv
from annotator.errors import refusals_named
from annotator.i18n import gettext as _
from annotator.paths import replacing
from annotator.ui.file_choice import FileChoice

PICTURES = ("svg", "png")
CSV = "csv"


def ask_path(
    parent: QWidget, choice: FileChoice, table: Table, suffix: str, project: Path
) -> Path | None:
    """Where to save, as the user chooses; None if not at all."""
    name = f"{project.stem} {table.key}.{suffix}"
    kinds = f"{suffix.upper()} (*.{suffix})"
    path = choice.save_file(parent, _("Save as"), name, kinds=kinds)
    return path if path is None or path.suffix else path.with_suffix(f".{suffix}")


def save(table: Table, path: Path) -> Path:
    """Write the table, or its chart, in the form that the suffix of `path` names; the path.

    Raises CannotWrite.
    """
    if path.suffix.lower() == f".{CSV}":
        _save_text(path, to_csv(table))
    else:
        charts.save(charts.draw(table), path)
    return path


def _save_text(path: Path, text: str) -> None:
    with refusals_named(path), replacing(path) as part:
        part.write_text(text, "utf-8", newline="")
