"""The open suggestions of the kinds that are on, as rows of a list."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain import Codebook, Suggestion
from annotator.i18n import gettext as _
from annotator.ui.suggestions.queue import Queue
from annotator.ui.wordings import kind_name, one_line

SUGGESTION_ROLE = Qt.ItemDataRole.UserRole + 1
SKIPPED_ROLE = Qt.ItemDataRole.UserRole + 2
_ROOT = QModelIndex()


class SuggestionModel(QAbstractTableModel):
    """One column; the delegate paints what a row holds. `flagged` are ids of those put aside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Suggestion, ...] = ()
        self._skipped: frozenset[int] = frozenset()
        self.flagged: frozenset[int] = frozenset()
        self._codebook = Codebook(name="")

    def show_queue(self, queue: Queue, codebook: Codebook, flagged: frozenset[int]) -> None:
        """Show these suggestions; when one was taken out the others stay where they are."""
        self._codebook, self._skipped, self.flagged = codebook, queue.skipped, flagged
        gone = _one_less(self._rows, queue.rows)
        if queue.rows == self._rows:
            self._tell_all_changed()
        elif gone is None:
            self.beginResetModel()
            self._rows = queue.rows
            self.endResetModel()
        else:
            self.beginRemoveRows(_ROOT, gone, gone)
            self._rows = queue.rows
            self.endRemoveRows()

    @property
    def rows(self) -> tuple[Suggestion, ...]:
        """The suggestions in their order."""
        return self._rows

    @property
    def codebook(self) -> Codebook:
        """The codebook that names the types of statement."""
        return self._codebook

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Give the number of suggestions."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Give the one column."""
        return 0 if parent.isValid() else 1

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give the suggestion to the delegate, its words to a screen reader."""
        if role == SUGGESTION_ROLE:
            return self._rows[index.row()]
        is_skipped = self._rows[index.row()].id in self._skipped
        if role == Qt.ItemDataRole.DisplayRole:
            return self._in_words(self._rows[index.row()], skipped=is_skipped)
        return is_skipped if role == SKIPPED_ROLE else None

    def _in_words(self, row: Suggestion, *, skipped: bool) -> str:
        kind = kind_name(row.content, self._codebook)
        words = _("{kind}, skipped: {quote}") if skipped else _("{kind}: {quote}")
        if row.id in self.flagged:
            words = _("{kind}, flagged: {quote}")
        return words.format(kind=kind, quote=one_line(row.quote))

    def _tell_all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))


def _one_less(old: tuple[Suggestion, ...], new: tuple[Suggestion, ...]) -> int | None:
    if len(new) != len(old) - 1:
        return None
    gone = next((row for row, kept in enumerate(new) if old[row].id != kept.id), len(new))
    return gone if old[gone + 1 :] == new[gone:] else None
