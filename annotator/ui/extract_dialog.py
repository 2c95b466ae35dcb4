"""Extract: which articles, with which pipeline, and how sure suggestions must be."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QRadioButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import SUGGESTED_TYPES, StatementType, Thresholds
from annotator.errors import PipelineDamaged, PipelineMissing
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.project import Project
from annotator.ui.actions import command
from annotator.ui.threshold_rows import ThresholdRows
from annotator.ui.widgets import closing_buttons, say, words

# the module knows of pipelines without loading spaCy
from annotator.workflows.extracting import (
    BY_LANGUAGE,
    DEFAULT_PIPELINE,
    installed_pipelines,
    pipeline_thresholds,
)
from annotator.workflows.languages import foreign_notice, pipeline_language
from annotator.workflows.routing import Routing, new_in, plan


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was asked for: the articles, by id, and a pipeline, "" for that of their language.

    `thresholds` are those that the project is to have from now on.
    """

    pipeline: str
    article_ids: tuple[int, ...]
    thresholds: Thresholds


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
        self._suggested = _suggested_types(project)
        self._sureness = ThresholdRows(self._suggested, project.thresholds.get())
        self._box, self._extract = closing_buttons(self, _("Extract"))
        self._lay_out()
        self._fill()

    def wanted(self) -> Extraction:
        """Give what was asked for."""
        chosen = next(choice for choice in self._plans if choice.isChecked())
        return Extraction(
            self._pipeline.currentData(),
            self._plans[chosen].article_ids,
            self._sureness.thresholds(),
        )

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
        self._column = column = QVBoxLayout(self)
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
        self._asked = self._choices_in(form)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._asked)
        column.addWidget(self._area, 1)
        self._fault = words("", "bad")
        self._notice = words("", "muted")
        empty = words(
            _("There are no articles to read yet. Choose “{command}” first.").format(
                command=command("import_files").hint
            ),
            "warn",
        )
        empty.setHidden(self._has_articles)
        column.addWidget(empty)
        column.addWidget(self._fault)
        column.addWidget(self._notice)
        column.addWidget(self._box)
        self._pipeline.setAccessibleName(_("Pipeline"))
        self._pipeline.currentIndexChanged.connect(self._count)
        self._choices.buttonClicked.connect(self._enable)
        self._sureness.changed.connect(self._recount)
        self.setMinimumWidth(520)

    def _choices_in(self, form: QFormLayout) -> QWidget:
        """What is asked, which scrolls so that the buttons below stay on a screen that is low."""
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(self._sureness)
        return asked

    def _fill(self) -> None:
        installed = installed_pipelines()
        if installed:
            self._pipeline.addItem(_("The one of each article's language"), BY_LANGUAGE)
        for info in installed:
            self._pipeline.addItem(f"{info.name} {info.version} ({info.language})", info.name)
        self._pipeline.setEnabled(bool(installed))
        self._count()

    def _count(self) -> None:
        """Tell what the chosen pipeline could read, or why it can read nothing."""
        fault = ""
        try:
            self._use(self._pipeline.currentData())
        except (PipelineMissing, PipelineDamaged) as error:
            self._plans, fault = {}, error.sentence
        say(self._fault, fault, "bad")
        self._sureness.setVisible(bool(self._plans and self._suggested))
        self._show_counts()
        self._choose_first()
        self._enable()

    def _use(self, pipeline: str | None) -> None:
        if pipeline is None:
            raise PipelineMissing(DEFAULT_PIPELINE)
        self._plans = self._planned(pipeline)
        self._show_defaults()

    def _recount(self) -> None:
        """Tell what is new by these thresholds; all else stays as it was planned."""
        every = self._plans[self._all_choice]
        self._plans[self._new_choice] = new_in(self._project, every, self._sureness.thresholds())
        self._show_counts()
        self._enable()

    def _show_counts(self) -> None:
        for choice, text in (
            (self._new_choice, _("New ones, which it has not seen ({count})")),
            (self._selected_choice, _("Selected in the list ({count})")),
            (self._all_choice, _("All, once more ({count})")),
        ):
            count = len(self._plans[choice].article_ids) if choice in self._plans else 0
            choice.setText(text.format(count=digits(count)))
            choice.setEnabled(bool(count))

    def _choose_first(self) -> None:
        """Choose what is most likely wanted, unless something is chosen."""
        choices = (self._new_choice, self._selected_choice, self._all_choice)
        first = next((choice for choice in choices if choice.isEnabled()), None)
        if first is not None and self._choices.checkedButton() is None:
            first.setChecked(True)

    def _planned(self, pipeline: str) -> dict[QRadioButton, Routing]:
        project = self._project
        every = plan(project, pipeline=pipeline, again=True)
        return {
            self._new_choice: new_in(project, every, self._sureness.thresholds()),
            self._selected_choice: plan(project, self._selected, pipeline=pipeline),
            self._all_choice: every,
        }

    def _show_defaults(self) -> None:
        """Tell how sure the pipelines that may read articles want to be of themselves."""
        routes = self._plans[self._all_choice].routes
        used = [route for route in routes if route.article_ids] or routes
        names = (route.pipeline for route in used)
        self._sureness.show_defaults(
            {pipeline_language(name): pipeline_thresholds(name) for name in names}
        )

    def _enable(self) -> None:
        chosen = self._choices.checkedButton()
        possible = bool(self._plans) and chosen is not None
        self._extract.setEnabled(possible and bool(self.wanted().article_ids))
        if possible:
            self._take_notice()
            count = len(self.wanted().article_ids)
            text = ngettext("Extract from {count} article", "Extract from {count} articles", count)
            self._extract.setText(text.format(count=digits(count)))

    def _take_notice(self) -> None:
        wanted = self.wanted()
        plans = (each for choice, each in self._plans.items() if choice.isChecked())
        notice = next(plans).notice
        if wanted.pipeline:
            notice = foreign_notice(self._project, wanted.pipeline, wanted.article_ids)
        say(self._notice, notice, "muted")
        # else the sentence would take its room from the choices above it
        self.adjustSize()
        self._use_height()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height anew: only now are all parts as high as they will be."""
        super().showEvent(event)
        self._use_height()

    def _use_height(self) -> None:
        """Be as high as it takes, or as the screen is."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        # a scroll area asks for some twenty lines at most, and not for its frame
        hidden = self._asked.sizeHint().height() - self._area.sizeHint().height()
        wanted = (
            self._column.totalHeightForWidth(self.width())
            + max(0, hidden)
            + 2 * self._area.frameWidth()
        )
        self.resize(self.width(), min(wanted, self.screen().availableSize().height() - bar))


def _suggested_types(project: Project) -> tuple[StatementType, ...]:
    """The types of the codebook that a pipeline suggests."""
    types = project.codebook.get().types
    return tuple(kind for kind in types if kind.key in SUGGESTED_TYPES and not kind.retired)
