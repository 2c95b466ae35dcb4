"""The columns of the list of articles: their titles, the orders they stand for, their words."""

from collections.abc import Callable, Mapping
from enum import IntEnum

from annotator.domain import ArticleOrder, ArticleRow
from annotator.formats import day, digits
from annotator.i18n import gettext as _
from annotator.ui.languages import language_name


class Column(IntEnum):
    """The columns of the list; the title is always there."""

    TITLE = 0
    SOURCE = 1
    DATE = 2
    LANGUAGE = 3
    STATEMENTS = 4
    PENDING = 5
    DONE = 6


TITLES: Mapping[Column, str] = {
    Column.TITLE: _("Title"),
    Column.SOURCE: _("Source"),
    Column.DATE: _("Date"),
    Column.LANGUAGE: _("Language"),
    Column.STATEMENTS: _("Statements"),
    Column.PENDING: _("Pending"),
    Column.DONE: _("Done"),
}
NUMBERS = frozenset({Column.STATEMENTS, Column.PENDING})
"""Columns of figures, which stand at the right."""
ORDERS: Mapping[Column, tuple[ArticleOrder, ArticleOrder]] = {
    Column.TITLE: (ArticleOrder.TITLE, ArticleOrder.TITLE_DOWN),
    Column.SOURCE: (ArticleOrder.SOURCE, ArticleOrder.SOURCE_DOWN),
    Column.DATE: (ArticleOrder.OLDEST, ArticleOrder.NEWEST),
    Column.LANGUAGE: (ArticleOrder.LANGUAGE, ArticleOrder.LANGUAGE_DOWN),
    Column.STATEMENTS: (ArticleOrder.FEWEST_STATEMENTS, ArticleOrder.MOST_STATEMENTS),
    Column.PENDING: (ArticleOrder.FEWEST_PENDING, ArticleOrder.MOST_PENDING),
    Column.DONE: (ArticleOrder.DONE_LAST, ArticleOrder.DONE_FIRST),
}
"""The orders by a column, up and down."""
_WORDS: Mapping[Column, Callable[[ArticleRow], str]] = {
    Column.TITLE: lambda row: row.title or _("Untitled"),
    Column.SOURCE: lambda row: row.source,
    Column.DATE: lambda row: day(row.published) if row.published else "",
    Column.LANGUAGE: lambda row: language_name(row.language) if row.language else "",
    Column.STATEMENTS: lambda row: digits(row.statements) if row.statements else "",
    Column.PENDING: lambda row: digits(row.pending) if row.pending else "",
    Column.DONE: lambda row: _("done") if row.done else "",
}


def cell(row: ArticleRow, column: int) -> str:
    """What a column says of an article; "" where there is nothing to say."""
    return _WORDS[Column(column)](row)
