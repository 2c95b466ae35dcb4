"""Corpora as CSV or TSV with one article a row; the columns are known by their usual names."""

import csv
from collections import deque
from collections.abc import Iterator
from hashlib import sha256

from annotator.domain import ArticleDraft
from annotator.errors import UnreadableFile
from annotator.i18n import gettext as _
from annotator.readers.records import draft_of, field_columns
from annotator.readers.source import MAX_BYTES, Source, is_damaged, read_lines, too_large

_DELIMITERS = (",", ";", "\t", "|")
_MOST_COLUMNS = 20
_MOST_OPEN = 50
"""So often the rest of a file is read for a quote that closes; more would take for ever."""


def read(source: Source) -> Iterator[ArticleDraft | UnreadableFile]:
    """One article for each row with a text; broken rows as UnreadableFile with their line."""
    csv.field_size_limit(MAX_BYTES)
    with source.open_text() as file:
        lines = _Lines(read_lines(file))
        delimiter = _delimiter(lines.peek())
        columns = _columns(source, lines, delimiter)
        if "text" not in field_columns(columns):
            raise _no_text_column(source, columns)
        yield from _articles(source, lines, columns, delimiter)


def _columns(source: Source, lines: "_Lines", delimiter: str) -> list[str]:
    try:
        return [column.strip() for column in lines.row(delimiter)]
    except csv.Error as error:
        raise UnreadableFile(
            f"{source.name}:1",
            _("the line with the names of the columns is broken: {error}.").format(error=error),
            advice=_("Save the table again as CSV."),
        ) from error


def _articles(
    source: Source, lines: "_Lines", columns: list[str], delimiter: str
) -> Iterator[ArticleDraft | UnreadableFile]:
    open_rows = 0
    while lines.peek():
        number = lines.next_number
        name = f"{source.name}:{number}"
        try:
            row = lines.row(delimiter)
        except csv.Error as error:
            open_rows += not lines.peek()
            if open_rows > _MOST_OPEN:
                raise _never_closed(source, number) from error
            lines.skip_one()
            yield UnreadableFile(name, _("the row is broken: {error}.").format(error=error))
            continue
        if not any(map(str.strip, row)):
            continue
        yield _flaw(name, row, columns, lines.taken) or draft_of(
            dict(zip(columns, row, strict=False)),
            source,
            reader="table",
            line=number,
            sha256=sha256(lines.taken.encode("utf-8", "surrogatepass")).hexdigest(),
        )


def _never_closed(source: Source, number: int) -> UnreadableFile:
    return UnreadableFile(
        source.name,
        _("from line {number} on, quotes are opened that are never closed.").format(number=number),
        advice=_("Save the table again as CSV."),
    )


def _flaw(name: str, row: list[str], columns: list[str], line: str) -> UnreadableFile | None:
    """What makes a row unusable, if anything does."""
    if is_damaged(line):
        return UnreadableFile(name, _("the row has bytes that are not text."))
    if any(map(str.strip, row[len(columns) :])):
        return UnreadableFile(
            name,
            _("the row has {found} fields, but there are {expected} columns.").format(
                found=len(row), expected=len(columns)
            ),
            advice=_("Put fields that hold the separator or quotes into quotes."),
        )
    place = columns.index(field_columns(columns)["text"])
    if len(row) <= place or not row[place].strip():
        return UnreadableFile(name, _("the row has no text."))
    return too_large(name) if len(row[place]) > MAX_BYTES else None


def _delimiter(header: str) -> str:
    """The separator that stands most often in the first line."""
    return max(_DELIMITERS, key=header.count)


def _no_text_column(source: Source, columns: list[str]) -> UnreadableFile:
    found = ", ".join(column for column in columns[:_MOST_COLUMNS] if column)
    return UnreadableFile(
        source.name,
        _("no column holds the text; the columns found are: {columns}.").format(columns=found),
        advice=_("Name the column with the articles “text”."),
    )


class _Lines:
    """Lines that can be read again from the second one of a broken row on."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._waiting: deque[str] = deque()
        self._row: list[str] = []
        self.next_number = 1

    @property
    def taken(self) -> str:
        """The lines of the last row."""
        return "".join(self._row)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._lines)
        self._row.append(line)
        self.next_number += 1
        return line

    def peek(self) -> str:
        """The next line, or an empty string at the end."""
        if not self._waiting:
            line = next(self._lines, "")
            if not line:
                return ""
            self._waiting.append(line)
        return self._waiting[0]

    def row(self, delimiter: str) -> list[str]:
        """The fields of the next row, perhaps of several lines; csv.Error if it is broken."""
        self._row = []
        return next(csv.reader(self, delimiter=delimiter, strict=True), [])

    def skip_one(self) -> None:
        """Give back all lines of a broken row but the first."""
        self._waiting.extendleft(reversed(self._row[1:]))
        self.next_number -= len(self._row) - 1
