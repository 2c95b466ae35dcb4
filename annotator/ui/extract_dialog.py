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
from annotator.workflows.extracting import BY_LANGUAGE, DEFAULT_PIPELINE, installed_pipelines
from annotator.workflows.languages import foreign_notice
from annotator.workflows.routing import Routing, plan


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was asked for: the articles, by id, and a pipeline, "" for that of their language."""

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
        self._has_articles = bool(project.articles.count())
        self._plans: dict[QRadioButton, Routing] = {}
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
        chosen = next(choice for choice in self._plans if choice.isChecked())
        return Extraction(self._pipeline.currentData(), self._plans[chosen].article_ids)

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
        empty.setHidden(self._has_articles)
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
        if installed:
            self._pipeline.addItem(_("The one of each article's language"), BY_LANGUAGE)
        for info in installed:
            self._pipeline.addItem(f"{info.name} {info.version} ({info.language})", info.name)
        self._missing.setVisible(not installed)
        self._pipeline.setEnabled(bool(installed))
        self._count()
        for choice in (self._new_choice, self._selected_choice, self._all_choice):
            if choice.isEnabled():
                choice.setChecked(True)
                break
        self._enable()

    def _count(self) -> None:
        pipeline: str | None = self._pipeline.currentData()
        self._plans = self._planned(pipeline) if pipeline is not None else {}
        for choice, text in (
            (self._new_choice, _("New ones, which it has not seen ({count:,})")),
            (self._selected_choice, _("Selected in the list ({count:,})")),
            (self._all_choice, _("All, once more ({count:,})")),
        ):
            count = len(self._plans[choice].article_ids) if choice in self._plans else 0
            choice.setText(text.format(count=count))
            choice.setEnabled(bool(count))
        self._enable()

    def _planned(self, pipeline: str) -> dict[QRadioButton, Routing]:
        project = self._project
        return {
            self._new_choice: plan(project, pipeline=pipeline),
            self._selected_choice: plan(project, self._selected, pipeline=pipeline),
            self._all_choice: plan(project, pipeline=pipeline, again=True),
        }

    def _enable(self) -> None:
        chosen = self._choices.checkedButton()
        possible = bool(self._plans) and chosen is not None
        self._extract.setEnabled(possible and bool(self.wanted().article_ids))
        if possible:
            self._take_notice()
            count = len(self.wanted().article_ids)
            text = ngettext(
                "Extract from {count:,} article", "Extract from {count:,} articles", count
            )
            self._extract.setText(text.format(count=count))

    def _take_notice(self) -> None:
        wanted = self.wanted()
        plans = (each for choice, each in self._plans.items() if choice.isChecked())
        notice = next(plans).notice
        if wanted.pipeline:
            notice = foreign_notice(self._project, wanted.pipeline, wanted.article_ids)
        say(self._notice, notice, "muted")
        # else the sentence would take its room from the choices above it
        self.adjustSize()
