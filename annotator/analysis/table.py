"""Tables of figures, each row leading to the statements and articles behind it."""

import csv
import io
import json
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.naming import plain_number
from annotator.domain.spreadsheet import safe_cell
from annotator.formats import digits

Cell = str | float | None


class ChartKind(StrEnum):
    """How the figures of a table are best drawn."""

    NONE = "none"
    TIME = "time"
    CATEGORY = "category"
    AMOUNTS = "amounts"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; one with a `colour` counts a part of the total in the column before the parts.

    `decimals` is how many to show of a fraction; sums and counts are shown as they are.
    """

    key: str
    title: str
    numeric: bool = False
    colour: str = ""
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the order of the columns, and the ids of what they count."""

    cells: tuple[Cell, ...]
    statement_ids: tuple[int, ...] = ()
    article_ids: tuple[int, ...] = ()
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; `chart` says how to draw it."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    chart: ChartKind = ChartKind.NONE

    def position(self, key: str) -> int:
        """Where the column with that key stands; KeyError if there is none."""
        keys = [column.key for column in self.columns]
        if key not in keys:
            raise KeyError(key)
        return keys.index(key)


def cell_text(cell: Cell, column: Column) -> str:
    """The cell as people read it: thousands grouped, nothing for what is unknown."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if column.decimals is not None:
        return digits(cell, f",.{column.decimals}f")
    return digits(cell)


def to_csv(table: Table) -> str:
    """The table as CSV, safe to open in a spreadsheet; the header holds the column titles."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(safe_cell(column.title) for column in table.columns)
    writer.writerows([_csv_cell(cell) for cell in row.cells] for row in table.rows)
    return lines.getvalue()


def to_json(table: Table) -> str:
    """The table as one JSON object: rows are objects by column key, with the ids they count."""
    keys = [column.key for column in table.columns]
    rows = [
        dict(zip(keys, map(_json_cell, row.cells), strict=True))
        | {"statement_ids": row.statement_ids, "article_ids": row.article_ids}
        for row in table.rows
    ]
    columns = [{"key": column.key, "title": column.title} for column in table.columns]
    form = {"key": table.key, "title": table.title, "columns": columns, "rows": rows}
    return json.dumps(form, ensure_ascii=False, indent=1)


def to_text(table: Table) -> str:
    """The table as aligned lines for a terminal, numbers to the right."""
    lines = [[column.title for column in table.columns]]
    lines += [
        [
            _on_one_line(cell_text(cell, column))
            for cell, column in zip(row.cells, table.columns, strict=True)
        ]
        for row in table.rows
    ]
    widths = [max(map(_width, cells)) for cells in zip(*lines, strict=True)]
    rule = ["─" * width for width in widths]
    body = [_aligned(line, widths, table.columns) for line in (lines[0], rule, *lines[1:])]
    return "\n".join([table.title, "", *body]) + "\n"


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return safe_cell(cell)
    return "" if cell is None else str(plain_number(cell))


def _json_cell(cell: Cell) -> Cell:
    return cell if isinstance(cell, str) else plain_number(cell)


def _on_one_line(text: str) -> str:
    return " ".join(text.expandtabs(1).splitlines())


def _aligned(line: list[str], widths: list[int], columns: tuple[Column, ...]) -> str:
    cells = [
        " " * (width - _width(cell)) + cell
        if column.numeric
        else cell + " " * (width - _width(cell))
        for cell, width, column in zip(line, widths, columns, strict=True)
    ]
    return "  ".join(cells).rstrip()


def _width(text: str) -> int:
    """How many terminal cells the text takes."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
