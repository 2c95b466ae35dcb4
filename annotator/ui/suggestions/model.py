"""The pending suggestions of the kinds that are on, as rows of a list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.domain import Codebook, Suggestion
from annotator.i18n import gettext as _
from annotator.ui.wordings import kind_name, one_line

SUGGESTION_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


class SuggestionModel(QAbstractTableModel):
    """One column; the delegate paints what a row holds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Suggestion, ...] = ()
        self._codebook = Codebook(name="")

    def show_rows(self, rows: Sequence[Suggestion], codebook: Codebook) -> None:
        """Show these suggestions; when one was taken out the others stay where they are."""
        self._codebook = codebook
        gone = _one_less(self._rows, tuple(rows))
        if gone is None:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()
        else:
            self.beginRemoveRows(_ROOT, gone, gone)
            self._rows = tuple(rows)
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
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._rows[index.row()]
            kind = kind_name(row.content, self._codebook)
            return _("{kind}: {quote}").format(kind=kind, quote=one_line(row.quote))
        return None


def _one_less(old: tuple[Suggestion, ...], new: tuple[Suggestion, ...]) -> int | None:
    if len(new) != len(old) - 1:
        return None
    gone = next((row for row, kept in enumerate(new) if old[row].id != kept.id), len(new))
    return gone if old[gone + 1 :] == new[gone:] else None
