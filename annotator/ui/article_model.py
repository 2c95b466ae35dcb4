"""The article list as a table model: an array of ids, with rows fetched for what is visible."""

from array import array
from collections.abc import Collection

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from annotator.domain import ArticleRow
from annotator.formats import day, digits, listing
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.project import Project

_CHUNK = 128
_CHUNKS_KEPT = 32
_LATER_MS = 50
"""Counting what is pending in a long article is not to hold up the decision that changed it."""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
ROW_ROLE = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractTableModel):
    """One column of articles; `ROW_ROLE` gives an ArticleRow."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._ids = array("q")
        self._chunks: dict[int, dict[int, ArticleRow]] = {}
        self._outdated: frozenset[int] = frozenset()
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._renew_outdated)

    def show_project(self, project: Project | None) -> None:
        """Fetch rows from this project from now on; the list is empty until ids come."""
        self.beginResetModel()
        self._project = project
        self._ids = array("q")
        self._chunks.clear()
        self.endResetModel()

    def replace(self, ids: "array[int]") -> None:
        """List these articles in place of all others."""
        if ids == self._ids:
            self.refresh()
            return
        self.beginResetModel()
        self._ids = array("q", ids)
        self._chunks.clear()
        self.endResetModel()

    def extend(self, ids: "array[int]") -> None:
        """List these articles below the others."""
        if not ids:
            return
        count = len(self._ids)
        self.beginInsertRows(QModelIndex(), count, count + len(ids) - 1)
        self._ids.extend(ids)
        self._chunks.pop(count // _CHUNK, None)
        self.endInsertRows()

    def refresh(self) -> None:
        """Fetch the visible rows anew; the list stays as it is."""
        self._chunks.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def refresh_later(self, articles: frozenset[int]) -> None:
        """Fetch the rows of these articles anew when changes have paused."""
        self._outdated |= articles
        self._later.start()

    def article_at(self, row: int) -> int | None:
        """Give the id of the article in that row, if there is such a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def ids_after(self, article_id: int | None) -> "array[int]":
        """Give the ids below that article, then those above it; of one not listed, all."""
        row = self.row_of(article_id)
        return self._ids[row + 1 :] + self._ids[: max(row, 0)]

    def row_of(self, article_id: int | None) -> int:
        """Give the row of an article, or -1."""
        if article_id is None or article_id not in self._ids:
            return -1
        return self._ids.index(article_id)

    def first_of(self, ids: Collection[int]) -> int | None:
        """Give the first of the list that is one of these."""
        wanted = frozenset(ids)
        return next((article_id for article_id in self._ids if article_id in wanted), None)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the listed articles."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """Give the one column."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Give the row itself, or words for tool tips and screen readers."""
        if role not in (ROW_ROLE, _DISPLAY, _TOOL_TIP):
            return None
        row = self._row(index.row())
        if row is None or role == ROW_ROLE:
            return row
        return "\n".join(_facts(row)) if role == _TOOL_TIP else listing(_facts(row))

    def _row(self, number: int) -> ArticleRow | None:
        if self._project is None or not 0 <= number < len(self._ids):
            return None
        chunk = number // _CHUNK
        if chunk not in self._chunks:
            self._fetch(self._project, chunk)
        return self._chunks[chunk].get(self._ids[number])

    def _renew(self, chunk: int, rows: dict[int, ArticleRow], articles: frozenset[int]) -> None:
        if self._project is None or not articles:
            return
        for row in self._project.articles.rows(sorted(articles)):
            rows[row.id] = row
            place = self.index(self._ids.index(row.id, chunk * _CHUNK), 0)
            self.dataChanged.emit(place, place)

    def _renew_outdated(self) -> None:
        articles, self._outdated = self._outdated, frozenset()
        for chunk, rows in tuple(self._chunks.items()):
            self._renew(chunk, rows, articles & rows.keys())

    def _fetch(self, project: Project, chunk: int) -> None:
        if len(self._chunks) >= _CHUNKS_KEPT:
            del self._chunks[next(iter(self._chunks))]
        ids = self._ids[chunk * _CHUNK : (chunk + 1) * _CHUNK]
        self._chunks[chunk] = {row.id: row for row in project.articles.rows(ids)}


def counts(row: ArticleRow) -> str:
    """Give the numbers of statements and pending suggestions in words."""
    parts = []
    if row.statements:
        parts.append(
            ngettext("{count} statement", "{count} statements", row.statements).format(
                count=digits(row.statements)
            )
        )
    if row.pending:
        parts.append(_("{count} pending").format(count=digits(row.pending)))
    return " · ".join(parts)


def origin(row: ArticleRow) -> str:
    """Give source and date in words."""
    published = day(row.published) if row.published else _("undated")
    return " · ".join(part for part in (row.source, published) if part)


def _facts(row: ArticleRow) -> list[str]:
    done = _("done") if row.done else ""
    return [part for part in (row.title or _("Untitled"), origin(row), counts(row), done) if part]
