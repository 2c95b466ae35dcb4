"""Extract: which articles, and with which pipeline."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import PipelineMissing
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.project import Project
from annotator.ui.widgets import closing_buttons, say, words

# the module knows of pipelines without loading spaCy
from annotator.workflows.extracting import (
    DEFAULT_PIPELINE,
    PipelineInfo,
    installed_pipelines,
    pipeline_version,
)
from annotator.workflows.languages import foreign_notice


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was asked for: a pipeline and the articles, by id, that it goes over."""

    pipeline: str
    article_ids: tuple[int, ...]


class ExtractDialog(QDialog):
    """Offers new, selected or all articles, and the pipelines that are installed."""

    def __init__(
        self, project: Project, selected: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Extract suggestions"))
        self._project = project
        self._selected = tuple(selected)
        self._all = tuple(project.articles.ids())
        self._new: tuple[int, ...] = ()
        self._choices = QButtonGroup(self)
        self._new_choice = self._choice()
        self._selected_choice = self._choice()
        self._all_choice = self._choice()
        self._pipeline = QComboBox()
        self._box, self._extract = closing_buttons(self, _("Extract"))
        self._lay_out()
        self._fill()

    def wanted(self) -> Extraction:
        """Give what was asked for."""
        ids = {
            self._new_choice: self._new,
            self._selected_choice: self._selected,
            self._all_choice: self._all,
        }
        chosen = next(choice for choice in ids if choice.isChecked())
        return Extraction(self._pipeline.currentData().name, ids[chosen])

    def _choice(self) -> QRadioButton:
        choice = QRadioButton()
        self._choices.addButton(choice)
        return choice

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(_("Articles"), self._new_choice)
        form.addRow("", self._selected_choice)
        form.addRow("", self._all_choice)
        form.addRow(_("Pipeline"), self._pipeline)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(
            words(
                _(
                    "The pipeline reads articles on this computer and suggests mentions, claims "
                    "and statements. What you have decided stays as it is."
                ),
                "muted",
            )
        )
        column.addLayout(form)
        self._missing = words(PipelineMissing(DEFAULT_PIPELINE).sentence, "bad")
        self._notice = words("", "muted")
        empty = words(_("There are no articles to read yet. Import some first (Ctrl+I)."), "warn")
        empty.setHidden(bool(self._all))
        column.addWidget(empty)
        column.addWidget(self._missing)
        column.addWidget(self._notice)
        column.addWidget(self._box)
        self._pipeline.setAccessibleName(_("Pipeline"))
        self._pipeline.currentIndexChanged.connect(self._count)
        self._choices.buttonClicked.connect(self._enable)
        self.setMinimumWidth(480)

    def _fill(self) -> None:
        installed = installed_pipelines()
        for info in installed:
            self._pipeline.addItem(f"{info.name} {info.version} ({info.language})", info)
        self._missing.setVisible(not installed)
        self._pipeline.setEnabled(bool(installed))
        self._count()
        for choice in (self._new_choice, self._selected_choice, self._all_choice):
            if choice.isEnabled():
                choice.setChecked(True)
                break
        self._enable()

    def _count(self) -> None:
        info: PipelineInfo | None = self._pipeline.currentData()
        if info is not None:
            suggestions = self._project.suggestions
            self._new = tuple(
                suggestions.articles_without_run(info.name, pipeline_version(info.name))
            )
        for choice, text, ids in (
            (self._new_choice, _("New ones, which it has not seen ({count:,})"), self._new),
            (self._selected_choice, _("Selected in the list ({count:,})"), self._selected),
            (self._all_choice, _("All, once more ({count:,})"), self._all),
        ):
            choice.setText(text.format(count=len(ids)))
            choice.setEnabled(bool(ids))
        self._enable()

    def _enable(self) -> None:
        chosen = self._choices.checkedButton()
        possible = self._pipeline.currentData() is not None and chosen is not None
        self._extract.setEnabled(possible)
        if possible:
            self._take_notice(self.wanted())
            count = len(self.wanted().article_ids)
            text = ngettext(
                "Extract from {count:,} article", "Extract from {count:,} articles", count
            )
            self._extract.setText(text.format(count=count))

    def _take_notice(self, wanted: Extraction) -> None:
        notice = foreign_notice(self._project, wanted.pipeline, wanted.article_ids)
        say(self._notice, notice, "muted")
        # else the sentence would take its room from the choices above it
        self.adjustSize()
