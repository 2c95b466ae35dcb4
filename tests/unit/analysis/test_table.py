import csv
import io
import json

import pytest

from annotator.analysis import Column, Row, Table, to_csv, to_json, to_text

COLUMNS = (Column("name", "Name"), Column("sum", "Sum", numeric=True))


def table(*rows: Row, columns: tuple[Column, ...] = COLUMNS) -> Table:
    return Table("t", "Title", columns, rows)


def test_numbers_stand_to_the_right_and_thousands_are_grouped() -> None:
    text = to_text(table(Row(("Ada", 2e9)), Row(("Zoë", 7))))
    assert text.splitlines() == [
        "Title",
        "",
        "Name            Sum",
        "────  ─────────────",
        "Ada   2,000,000,000",
        "Zoë               7",
    ]


@pytest.mark.parametrize("name", ["日本", "🙂🙂", "Zoe\u0301e", "a\nbcd"])
def test_columns_stay_aligned_whatever_the_script(name: str) -> None:
    width = {"日本": 4, "🙂🙂": 4, "Zoe\u0301e": 4, "a\nbcd": 5}[name]
    *_, line = to_text(table(Row((name, 1)))).splitlines()
    assert line.endswith("  " + "  1")
    assert line == " ".join(name.split()) + " " * (max(4, width) - width) + "    1"


def test_decimals_are_shown_as_the_column_asks() -> None:
    columns = (Column("f", "F", numeric=True, decimals=3),)
    assert to_text(table(Row((1.0,)), columns=columns)).endswith("1.000\n")


def test_an_unknown_number_is_left_empty() -> None:
    assert to_text(table(Row(("Ada", None)))).endswith("Ada\n")
    assert to_csv(table(Row(("Ada", None)))).endswith("Ada,\r\n")


def test_csv_runs_no_formula_and_keeps_numbers_numbers() -> None:
    text = to_csv(table(Row(("=1+1", -5.0)), Row(('a "b";\nc', 0.25))))
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["Name", "Sum"],
        ["'=1+1", "-5"],
        ['a "b";\nc', "0.25"],
    ]


def test_json_names_the_columns_and_the_ids_behind_each_row() -> None:
    form = json.loads(to_json(table(Row(("é", 2.0), statement_ids=(4,), article_ids=(9, 8)))))
    assert form["columns"] == [{"key": "name", "title": "Name"}, {"key": "sum", "title": "Sum"}]
    assert form["rows"] == [{"name": "é", "sum": 2, "statement_ids": [4], "article_ids": [9, 8]}]


def test_a_table_without_rows_has_only_its_head() -> None:
    assert to_text(table()).splitlines() == ["Title", "", "Name  Sum", "────  ───"]


def test_a_column_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        table().position("none")
