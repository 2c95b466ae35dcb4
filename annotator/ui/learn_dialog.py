"""Learn from decisions: what there is to learn from, and the versions that were learned."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import CLAIMS, Codebook, Learned
from annotator.errors import TooFewDecisions
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.ui.learn_model import LearnModel
from annotator.ui.session import Session
from annotator.ui.tables import Table
from annotator.ui.widgets import button, closing_buttons, say, words

# the modules know of pipelines without loading spaCy
from annotator.workflows.extracting import PipelineInfo, installed_pipelines, pipeline_version
from annotator.workflows.training import Material, material_of

_SIZE = (880, 460)


class LearnDialog(QDialog):
    """Accepted when the pipeline is to learn; versions are switched while it is open."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Learn from decisions"))
        self._session = session
        self._model = LearnModel(_names(session.project.codebook.get()), self)
        self._table = Table(self._model)
        self._pipeline = QComboBox()
        self._material = words("", "muted")
        self._empty = words(_("Nothing has been learned yet."), "muted")
        self._use = button(_("Use this version"), _("From the next extraction on"))
        self._use_none = button(_("Use none"), _("The pipeline works as it came"))
        self._box, self._learn = closing_buttons(self, _("Learn"), leave=_("Close"))
        self._lay_out()
        self._connect()
        for info in installed_pipelines():
            self._pipeline.addItem(f"{info.name} {info.version} ({info.language})", info)
        self._show_pipeline()

    def pipeline(self) -> str:
        """Give the name of the pipeline that is to learn."""
        info: PipelineInfo = self._pipeline.currentData()
        return info.name

    def _lay_out(self) -> None:
        self.resize(*_SIZE)
        self._table.setAccessibleName(_("Versions"))
        self._table.setSelectionMode(Table.SelectionMode.SingleSelection)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self._pipeline.setAccessibleName(_("Pipeline"))
        form = QFormLayout()
        form.addRow(_("Pipeline"), self._pipeline)
        switches = QHBoxLayout()
        switches.addWidget(self._use)
        switches.addWidget(self._use_none)
        switches.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(words(_EXPLAINED, "muted"))
        column.addLayout(form)
        column.addWidget(self._material)
        column.addWidget(self._empty)
        column.addWidget(self._table, 100)
        column.addLayout(switches)
        column.addStretch(1)
        column.addWidget(self._box)

    def _connect(self) -> None:
        self._pipeline.currentIndexChanged.connect(self._show_pipeline)
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self._table.row_opened.connect(self._use_row)
        self._use.clicked.connect(lambda: self._use_row(self._table.selected_rows()[0]))
        self._use_none.clicked.connect(self._put_aside)

    def _show_pipeline(self) -> None:
        if self._pipeline.currentData() is None:
            self._learn.setEnabled(False)
            return
        material = material_of(self._session.project, self.pipeline())
        reason = _refusal(material)
        say(self._material, reason or _described(material), "warn" if reason else "muted")
        self._learn.setEnabled(not reason)
        self._show_versions()

    def _show_versions(self) -> None:
        versions = self._session.project.learned.all()
        own = [learned for learned in versions if learned.pipeline == self.pipeline()]
        self._model.load(own)
        self._table.setHidden(not own)
        self._empty.setHidden(bool(own))
        self._use.setHidden(not own)
        self._use_none.setHidden(not own)
        self._use_none.setEnabled(any(learned.in_use for learned in own))
        self._enable()

    def _enable(self) -> None:
        rows = self._table.selected_rows()
        self._use.setEnabled(bool(rows) and self._can_use(self._model.row_at(rows[0])))

    def _can_use(self, learned: Learned) -> bool:
        """Whether it is not in use yet and was made for the version that is installed."""
        return not learned.in_use and learned.version == pipeline_version(learned.pipeline)

    def _use_row(self, row: int) -> None:
        learned = self._model.row_at(row)
        if self._can_use(learned):
            self._session.do(lambda project: project.learned.use(learned.id))
            self._show_versions()

    def _put_aside(self) -> None:
        self._session.do(lambda project: project.learned.use_none(self.pipeline()))
        self._show_versions()


_EXPLAINED = _(
    "From what you accept, correct, reject and tag the pipeline learns, on this computer alone, "
    "to suggest statements and claims as you code them. Every fourth article is kept for the "
    "test. A version that does no better there is not used; one that does is used from the next "
    "extraction on. The table shows how suggestions did in the test before → after: F for types "
    "of statements, the share of right kinds for claims."
)


def _names(codebook: Codebook) -> dict[str, str]:
    """The scores that can be shown: those of the codebook's types, and of claims."""
    return {kind.key: kind.name for kind in codebook.types} | {CLAIMS: _("Claims")}


def _refusal(material: Material) -> str:
    try:
        material.require_enough()
    except TooFewDecisions as error:
        return error.sentence
    return ""


def _described(material: Material) -> str:
    text = ngettext(
        "{learn} decisions to learn from and {test} for the test, in {count} article.",
        "{learn} decisions to learn from and {test} for the test, in {count} articles.",
        len(material.article_ids),
    )
    return text.format(
        learn=digits(material.to_learn),
        test=digits(material.to_test),
        count=digits(len(material.article_ids)),
    )
