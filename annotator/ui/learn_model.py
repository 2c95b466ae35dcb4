"""The versions of what a pipeline has learned, as rows of a table."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain import Learned
from annotator.formats import digits, moment
from annotator.i18n import gettext as _

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)


class LearnModel(QAbstractTableModel):
    """A row a version, the newest first; each score as it was before and is after."""

    def __init__(self, names: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._rows: tuple[Learned, ...] = ()
        self._titles = (
            *(_("Learned"), _("From"), _("Tested on")),
            *names.values(),
            *(_("Mended"), _("Spoiled"), _("In use")),
        )

    def load(self, versions: Sequence[Learned]) -> None:
        """Show these versions."""
        self.beginResetModel()
        self._rows = tuple(versions)
        self.endResetModel()

    def row_at(self, row: int) -> Learned:
        """The version in that row."""
        return self._rows[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """As many as there are versions."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """When, from how much, the scores, what changed and whether it is in use."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The titles of the columns."""
        shown = orientation is Qt.Orientation.Horizontal and role == _DISPLAY
        return self._titles[section] if shown else None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """What stands in a cell; whole versions are told apart by the tip."""
        learned = self._rows[index.row()]
        if role == _TOOLTIP:
            return f"{learned.pipeline} {learned.version}+learned.{learned.mark}"
        return self._cells(learned)[index.column()] if role == _DISPLAY else None

    def _cells(self, learned: Learned) -> tuple[str, ...]:
        figures = learned.figures
        scores = {score.label: score for score in figures.scores}
        shown = (
            f"{digits(scores[key].before, '.2f')} → {digits(scores[key].after, '.2f')}"
            if key in scores
            else "–"
            for key in self._names
        )
        return (
            moment(learned.learned_at.astimezone()),
            digits(figures.learned_from),
            digits(figures.tested_on),
            *shown,
            digits(figures.mended),
            digits(figures.spoiled),
            _("yes") if learned.in_use else "",
        )
