"""Saving a chart as a picture or a table as CSV."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.analysis import Table, charts, to_csv
from annotator.errors import refusals_named
from annotator.i18n import gettext as _
from annotator.paths import replacing

PICTURES = ("svg", "png")
CSV = "csv"


def ask_path(parent: QWidget, table: Table, suffix: str, project: Path) -> Path | None:
    """Where to save, as the user chooses, beside the project at first; None if not at all."""
    proposed = str(project.with_name(f"{project.stem} {table.key}.{suffix}"))
    kinds = f"{suffix.upper()} (*.{suffix})"
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Save as"), proposed, kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(f".{suffix}")


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
