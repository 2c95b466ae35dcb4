"""The articles that an import has found, with their details open to correction."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication

from annotator.domain import ArticleDraft
from annotator.i18n import gettext as _
from annotator.i18n import ngettext

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
_COLOUR = int(Qt.ItemDataRole.ForegroundRole)
_CHECK, _TOOL_TIP = int(Qt.ItemDataRole.CheckStateRole), int(Qt.ItemDataRole.ToolTipRole)


class Column(IntEnum):
    """The columns of the table."""

    TITLE = 0
    SOURCE = 1
    DATE = 2
    LANGUAGE = 3
    AUTHORS = 4
    URL = 5
    STATE = 6


_HEADERS = {
    Column.TITLE: _("Title"),
    Column.SOURCE: _("Source"),
    Column.DATE: _("Date"),
    Column.LANGUAGE: _("Language"),
    Column.AUTHORS: _("Authors"),
    Column.URL: _("Address"),
    Column.STATE: "",
}


@dataclass(slots=True)
class _Row:
    draft: ArticleDraft
    state: str
    chosen: bool
    wrong_date: str = ""


class ImportModel(QAbstractTableModel):
    """One row an article; a duplicate is shown but not chosen.

    `chosen_changed` when an import would bring something else.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._texts: set[str] = set()
        self._wrong: set[int] = set()
        self._chosen = 0

    @property
    def chosen_count(self) -> int:
        """How many articles are ticked."""
        return self._chosen

    def add(self, drafts: Iterable[ArticleDraft], known: Iterable[bool]) -> None:
        """List more articles; `known` says of each whether the project holds its text."""
        new = [self._row(draft, is_known) for draft, is_known in zip(drafts, known, strict=True)]
        if not new:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._rows += new
        self._chosen += sum(row.chosen for row in new)
        self.endInsertRows()
        self.chosen_changed.emit()

    def chosen(self) -> list[ArticleDraft]:
        """Give the ticked articles as corrected; none while a date among them is wrong."""
        return [] if self.wrong_dates else [row.draft for row in self._rows if row.chosen]

    @property
    def wrong_dates(self) -> list[int]:
        """The rows of the ticked articles whose date was typed wrongly."""
        return sorted(number for number in self._wrong if self._rows[number].chosen)

    def date_trouble(self) -> str:
        """Say which dates stand in the way of the import, and how to write them; "" if none."""
        wrong = self.wrong_dates
        if not wrong:
            return ""
        first = self._rows[wrong[0]]
        trouble = _("Row {row}, “{title}”: “{words}” is not a date.").format(
            row=wrong[0] + 1, title=first.draft.title or _("Untitled"), words=first.wrong_date
        )
        more = ngettext(
            "{count} more date is wrong.", "{count} more dates are wrong.", len(wrong) - 1
        )
        parts = [
            trouble,
            more.format(count=len(wrong) - 1) if len(wrong) > 1 else "",
            _date_advice(),
        ]
        return " ".join(filter(None, parts))

    def draft(self, row: int) -> ArticleDraft:
        """Give the article of a row as corrected."""
        return self._rows[row].draft

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Count the articles."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        """Name the columns."""
        if role != _DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return _HEADERS[Column(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything but the state be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.TITLE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags if index.column() == Column.STATE else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Give the words of a cell, or the tick."""
        row = self._rows[index.row()]
        if role == _CHECK and index.column() == Column.TITLE:
            return Qt.CheckState.Checked if row.chosen else Qt.CheckState.Unchecked
        if role in (_DISPLAY, _EDIT):
            words = _cell(row, Column(index.column()))
            nameless = role == _DISPLAY and index.column() == Column.TITLE and not words
            return _("Untitled") if nameless else words
        if row.wrong_date and index.column() == Column.DATE and role in (_COLOUR, _TOOL_TIP):
            return QGuiApplication.palette().brightText() if role == _COLOUR else _date_advice()
        if role == _COLOUR and (row.state or not row.chosen):
            return QGuiApplication.palette().placeholderText()
        return row.draft.origin.path if role == _TOOL_TIP else None

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Take a correction; a date that is none of ISO 8601 is kept as typed, and is wrong."""
        row = self._rows[index.row()]
        if role == _CHECK:
            self._tick(row, chosen=Qt.CheckState(value) is Qt.CheckState.Checked)
        elif role == _EDIT:
            self._correct(index, str(value).strip())
        self.dataChanged.emit(index, index)
        return True

    def _correct(self, index: Index, text: str) -> None:
        row = self._rows[index.row()]
        if index.column() != Column.DATE:
            row.draft = _corrected(row.draft, Column(index.column()), text)
            return
        day = _day(text)
        row.draft = replace(row.draft, published=day)
        row.wrong_date = text if text and day is None else ""
        self._wrong.discard(index.row())
        if row.wrong_date:
            self._wrong.add(index.row())
        self.chosen_changed.emit()

    def _tick(self, row: _Row, *, chosen: bool) -> None:
        self._chosen += chosen - row.chosen
        row.chosen = chosen
        self.chosen_changed.emit()

    def _row(self, draft: ArticleDraft, known: bool) -> _Row:  # noqa: FBT001 (a fact, no option)
        state = ""
        if known:
            state = _("already in the project")
        elif draft.text in self._texts:
            state = _("twice in this import")
        self._texts.add(draft.text)
        return _Row(draft, state, chosen=not state)


def _cell(row: _Row, column: Column) -> str:
    draft = row.draft
    cells = {
        Column.TITLE: draft.title,
        Column.SOURCE: draft.source,
        Column.DATE: row.wrong_date or (draft.published.isoformat() if draft.published else ""),
        Column.LANGUAGE: draft.language,
        Column.AUTHORS: "; ".join(draft.authors),
        Column.URL: draft.url,
        Column.STATE: row.state,
    }
    return cells[column]


def _corrected(draft: ArticleDraft, column: Column, text: str) -> ArticleDraft:
    if column is Column.AUTHORS:
        return replace(draft, authors=split_names(text))
    if column is Column.TITLE:
        return replace(draft, title=text)
    if column is Column.SOURCE:
        return replace(draft, source=text)
    if column is Column.LANGUAGE:
        return replace(draft, language=text.lower())
    return replace(draft, url=text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _date_advice() -> str:
    return _("Write the date as year, month and day, like 2025-01-31, or leave it empty.")


def split_names(text: str) -> tuple[str, ...]:
    """Split authors at semicolons; a comma may be part of a name."""
    return tuple(name for part in text.split(";") if (name := part.strip()))
