"""Export: format, which annotations, whose, and where to."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import Include
from annotator.errors import CannotWrite, refusals_named
from annotator.formats import digits, pair
from annotator.i18n import gettext as _
from annotator.project import Project
from annotator.ui.file_choice import FileChoice
from annotator.ui.widgets import closing_buttons, say, words
from annotator.workflows.exporting import EXPORT_FORMATS, Exported, Wanted
from annotator.workflows.targets import require_file


class ExportDialog(QDialog):
    """Asks what to write where; an existing file is named before it is replaced."""

    def __init__(self, project: Project, choice: FileChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setWindowTitle(_("Export"))
        self.setMinimumWidth(560)
        self._stem = project.name
        self._format = QComboBox()
        self._include = QComboBox()
        self._coder = QComboBox()
        self._path = QLineEdit()
        self._note = words("", "warn")
        self._box, self._export = closing_buttons(self, _("Export"))
        self._fill(project)
        self._path.setText(str(choice.folder / (self._stem + self._suffix())))
        self._lay_out()
        self._format.currentIndexChanged.connect(self._change_suffix)
        self._path.textChanged.connect(self._check)
        self._check()

    def wanted(self) -> Wanted:
        """Give what was asked for."""
        return Wanted(
            self._format.currentData(),
            Path(self._path.text().strip()).expanduser(),
            Include(self._include.currentData()),
            self._coder.currentData(),
        )

    def accept(self) -> None:
        """Close when the file can be written, and else stay open with the reason."""
        try:
            require_place(self.wanted().path)
        except CannotWrite as error:
            say(self._note, error.sentence, "bad")
            return
        super().accept()

    def _fill(self, project: Project) -> None:
        for entry in EXPORT_FORMATS.values():
            self._format.addItem(entry.name, entry.key)
        for text, include in (
            (_("Accepted: what coders have tagged"), Include.ACCEPTED),
            (_("Pending suggestions only"), Include.PENDING),
            (_("All: tagged and pending"), Include.ALL),
        ):
            self._include.addItem(text, include)
        self._coder.addItem(_("All coders"), "")
        for coder in project.coders.all():
            self._coder.addItem(coder.name, coder.name)

    def _lay_out(self) -> None:
        browse = QPushButton(_("Choose…"), autoDefault=False)
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.setSpacing(6)
        place.addWidget(self._path, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for name, field in (
            (_("Format"), self._format),
            (_("Annotations"), self._include),
            (_("Coder"), self._coder),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        form.addRow(_("File"), place)
        self._path.setAccessibleName(_("File"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(self._note)
        column.addWidget(self._box)

    def _suffix(self) -> str:
        return EXPORT_FORMATS[self._format.currentData()].suffix

    def _change_suffix(self) -> None:
        path = Path(self._path.text().strip())
        if path.suffix in {entry.suffix for entry in EXPORT_FORMATS.values()}:
            self._path.setText(str(path.with_suffix(self._suffix())))

    def _browse(self) -> None:
        path = self._choice.save_file(self, _("Export to"), self._path.text(), replace=True)
        if path is not None:
            self._path.setText(str(path if path.suffix else path.with_suffix(self._suffix())))

    def _check(self) -> None:
        text = self._path.text().strip()
        path = Path(text).expanduser()
        is_there = bool(text) and path.is_file()
        say(
            self._note,
            _("This file is there already and will be replaced.") if is_there else "",
            "warn",
        )
        self._export.setEnabled(bool(text))


def require_place(path: Path) -> None:
    """Refuse a place where no file can be written; CannotWrite."""
    require_file(path)
    if not path.parent.is_dir():
        raise CannotWrite(path, _("there is no such folder"))
    # the rights alone do not tell of a disk that is mounted read-only
    with refusals_named(path), tempfile.TemporaryFile(dir=path.parent):
        pass


def summary(exported: Exported) -> str:
    """Say where the file is, and what it could not hold."""
    written = _("Exported to {path}.").format(path=exported.path)
    if not exported.losses:
        return written + " " + _("Nothing was left out.")
    return (
        written
        + " "
        + _("Some things do not fit the format; {report} lists them.").format(
            report=exported.report.name
        )
    )


def loss_lines(exported: Exported) -> str:
    """List what the file could not hold, one kind a line."""
    return "\n".join(
        pair(digits(loss.count), loss.what)
        + (_(", such as {example}").format(example=loss.example) if loss.example else "")
        for loss in exported.losses
    )
