"""The article list as a table model: an array of ids, with rows fetched for what is visible."""

from array import array
from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt

from annotator.domain import ArticleRow
from annotator.formats import day, digits, listing
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.project import Project
from annotator.ui.article_columns import NUMBERS, TITLES, Column, cell
from annotator.ui.row_model import Index, RowModel

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class ArticleModel(RowModel[ArticleRow]):
    """Articles; `ROW_ROLE` gives an ArticleRow, the title speaks for the whole row."""

    def fetch(self, project: Project, ids: "array[int]") -> Mapping[int, ArticleRow]:
        """Read the rows of these articles."""
        return {row.id: row for row in project.articles.rows(ids)}

    def ids_after(self, article_id: int | None) -> "array[int]":
        """Give the ids below that article, then those above it; of one not listed, all."""
        row = self.row_of(article_id)
        return self._ids[row + 1 :] + self._ids[: max(row, 0)]

    def first_of(self, ids: Collection[int]) -> int | None:
        """Give the first of the list that is one of these."""
        wanted = frozenset(ids)
        return next((article_id for article_id in self._ids if article_id in wanted), None)

    def columnCount(self, parent: Index | None = None) -> int:
        """Give all columns, of which the list may show only some."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Give the titles of the columns."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == _ALIGN and section in NUMBERS:
            return Qt.AlignmentFlag.AlignCenter  # the arrow of the order stands at the right
        return TITLES[Column(section)] if role == _DISPLAY else None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Give the row itself, or words for cells, tool tips and screen readers."""
        column = index.column()
        if role == _ALIGN:
            return _RIGHT if column in NUMBERS else None
        if role not in (ROW_ROLE, _DISPLAY, _TOOL_TIP, _SPOKEN):
            return None
        row = self.row(index.row())
        if row is None or role == ROW_ROLE:
            return row
        if role == _TOOL_TIP:
            return "\n".join(_facts(row))
        return listing(_facts(row)) if role == _SPOKEN and not column else cell(row, column)


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
