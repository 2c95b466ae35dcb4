"""A new project: its name and place, its codebook, its coder."""

import getpass
from dataclasses import dataclass
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

from annotator.i18n import gettext as _
from annotator.settings import Settings
from annotator.ui.file_choice import FileChoice
from annotator.ui.widgets import closing_buttons, say, words
from annotator.workflows.starting import DEFAULT_CODEBOOK

SUFFIX = ".anno"
_FORBIDDEN = frozenset('/\\:*?"<>|\0')


@dataclass(frozen=True, slots=True)
class NewProject:
    """What was asked for; `codebook` is the name of a shipped one, or a file."""

    path: Path
    codebook: str
    coder: str


class NewProjectDialog(QDialog):
    """Asks for the few things a project needs."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New project"))
        self.setMinimumWidth(560)
        self._places = FileChoice(settings, "open")
        self._codebooks = FileChoice(settings, "codebook")
        self._name = QLineEdit(_("AI news"))
        self._folder = QLineEdit(str(self._places.folder))
        self._codebook = QComboBox()
        self._coder = QLineEdit(settings.coder or login_name())
        self._note = words("", "muted")
        self._box, self._create = closing_buttons(self, _("Create"))
        self._fill()
        self._lay_out()
        for field in (self._name, self._folder, self._coder):
            field.textChanged.connect(self._check)
        self._name.selectAll()
        self._check()

    def wanted(self) -> NewProject:
        """Give what was asked for."""
        name = self._name.text().strip().removesuffix(SUFFIX)
        folder = Path(self._folder.text().strip()).expanduser()
        coder = self._coder.text().strip()
        return NewProject(folder / (name + SUFFIX), self._codebook.currentData(), coder)

    def keep_folders(self) -> None:
        """Remember the folders of the project and of codebooks."""
        self._places.folder = self.wanted().path.parent
        self._places.keep()
        self._codebooks.keep()

    def _fill(self) -> None:
        # the shipped codebooks are read only when a project is made
        from annotator.readers import read_codebook, shipped_codebooks  # noqa: PLC0415

        for key, path in shipped_codebooks().items():
            self._codebook.addItem(read_codebook(path).name or key, key)
        self._codebook.setCurrentIndex(max(self._codebook.findData(DEFAULT_CODEBOOK), 0))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(_("Name"), self._name)
        form.addRow(_("Folder"), _with_button(self._folder, self._browse))
        form.addRow(_("Codebook"), _with_button(self._codebook, self._browse_codebook))
        form.addRow(_("Coder"), self._coder)
        for name, field in (
            (_("Name"), self._name),
            (_("Folder"), self._folder),
            (_("Codebook"), self._codebook),
            (_("Coder"), self._coder),
        ):
            field.setAccessibleName(name)
        self._coder.setToolTip(_("Your decisions are kept under this name"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._note)
        column.addWidget(self._box)

    def _browse(self) -> None:
        self._places.folder = Path(self._folder.text())
        for folder in self._places.open_folder(self, _("Folder")):
            self._folder.setText(str(folder))

    def _browse_codebook(self) -> None:
        chosen = self._codebooks.open_file(self, _("Codebook"), _("Codebooks (*.toml)"))
        if chosen is not None:
            self._codebook.addItem(chosen.name, str(chosen))
            self._codebook.setCurrentIndex(self._codebook.count() - 1)

    def _check(self) -> None:
        fault = self._fault()
        kept = _("The project will be the file {path}.").format(path=self.wanted().path)
        say(self._note, fault or kept, "bad" if fault else "muted")
        self._create.setEnabled(not fault)

    def _fault(self) -> str:
        name = self._name.text().strip()
        if not name or _FORBIDDEN.intersection(name):
            return _("Give the project a name that can be a file's name.")
        if not self._coder.text().strip():
            return _("Say who codes: your decisions are kept under that name.")
        if not self.wanted().path.parent.is_dir():
            return _("There is no such folder. Choose another one.")
        if self.wanted().path.exists():
            return _("A project of that name is there already. Choose another name.")
        return ""


def login_name() -> str:
    """Give the name under which the user is logged in, as a first guess for the coder."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _with_button(field: QWidget, browse: object) -> QHBoxLayout:
    button = QPushButton(_("Choose…"), autoDefault=False)
    button.clicked.connect(browse)
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
