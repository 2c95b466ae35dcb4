"""CSV and TSV corpora."""

from datetime import date
from pathlib import Path

import pytest

from annotator.domain import ArticleDraft
from annotator.errors import UnreadableFile
from annotator.readers import read


def _read(
    folder: Path, content: str | bytes, name: str = "a.csv"
) -> list[ArticleDraft | UnreadableFile]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read([path]))


def _texts(found: list[ArticleDraft | UnreadableFile]) -> list[str]:
    return [item.text if isinstance(item, ArticleDraft) else item.sentence for item in found]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ("Title", "Full Text", "Outlet", "Date"),
        ("A 👍", "Some text.", "Ledger", "3 May 2024"),
    ]
    (found,) = _read(tmp_path, "\n".join(map(delimiter.join, rows)))
    assert isinstance(found, ArticleDraft)
    assert (found.title, found.text, found.source) == ("A 👍", "Some text.", "Ledger")
    assert found.published == date(2024, 5, 3)


def test_a_quoted_text_may_have_lines_separators_and_quotes(tmp_path: Path) -> None:
    found = _read(tmp_path, 'text,title\r\n"one, ""two""\r\nthree",A\r\nfour,B\r\n')
    assert _texts(found) == ['one, "two"\nthree', "four"]
    assert [item.origin.path for item in found if isinstance(item, ArticleDraft)] == [
        f"{tmp_path / 'a.csv'}:2",
        f"{tmp_path / 'a.csv'}:4",
    ]


def test_a_table_without_a_text_column_names_the_columns_found(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, "id,headline\n1,A\n")
    assert isinstance(found, UnreadableFile)
    assert "no column holds the text; the columns found are: id, headline." in found.sentence


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("A,one,more", "3 fields, but there are 2 columns"),
        ("A", "the row has no text"),
        ("A,", "the row has no text"),
        ('A,"open', "the row is broken"),
        ('A,"x"y', "the row is broken"),
    ],
)
def test_a_broken_row_names_file_and_line_and_the_rest_is_read(
    tmp_path: Path, line: str, reason: str
) -> None:
    first, broken, last = _read(tmp_path, f"title,text\nA,one\n{line}\nC,three\n")
    assert _texts([first, last]) == ["one", "three"]
    assert isinstance(broken, UnreadableFile)
    assert broken.path == f"{tmp_path / 'a.csv'}:3"
    assert reason in broken.sentence


def test_a_quote_that_is_never_closed_does_not_swallow_later_rows(tmp_path: Path) -> None:
    found = _read(tmp_path, 'title,text\nA,"open\nB,two\nC,"three, too"\nD,four\n')
    assert [item.text for item in found if isinstance(item, ArticleDraft)] == [
        "two",
        "three, too",
        "four",
    ]


def test_blank_rows_and_trailing_separators_are_nothing_to_complain_about(tmp_path: Path) -> None:
    assert _texts(_read(tmp_path, "text,title,\none,A,\n\n,,\ntwo,B,,\n")) == ["one", "two"]


def test_texts_of_a_megabyte_are_read(tmp_path: Path) -> None:
    long = "word " * 200_000
    assert _texts(_read(tmp_path, f'text,title\n"{long}",A\n')) == [long]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_tables_in_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    found = _read(tmp_path, "Titel;Text\nÄ;Größe – „so“\n".encode(encoding))
    assert _texts(found) == ["Größe – „so“"]


def test_a_tsv_is_read_by_its_name(tmp_path: Path) -> None:
    assert _texts(_read(tmp_path, "text\ttitle\none, two\tA\n", "a.tsv")) == ["one, two"]


def test_old_line_ends_are_understood(tmp_path: Path) -> None:
    found = _read(tmp_path, 'text,title\r"One, of the old days",First\rTwo,Second\r')
    assert [draft.text for draft in found if isinstance(draft, ArticleDraft)] == [
        "One, of the old days",
        "Two",
    ]


def test_a_broken_line_of_column_names_is_named(tmp_path: Path) -> None:
    (failure,) = _read(tmp_path, '"text')
    assert isinstance(failure, UnreadableFile)
    assert failure.path == f"{tmp_path / 'a.csv'}:1"


def test_of_very_many_broken_rows_the_first_are_named_and_the_rest_is_counted(
    tmp_path: Path,
) -> None:
    found = _read(tmp_path, "text,title\n" + "a,b,c\n" * 3_020 + "A good one.,x\n")
    told = [item.sentence for item in found if isinstance(item, UnreadableFile)]
    assert len(told) == 21
    assert "a.csv:2: " in told[0]
    assert "3,000 more lines" in told[-1]
    assert [item.text for item in found if isinstance(item, ArticleDraft)] == ["A good one."]


def test_quotes_that_never_close_do_not_take_for_ever(tmp_path: Path) -> None:
    *named, last, rest = _read(tmp_path, "text,title\n" + 'x","y\n' * 20_000)
    assert len(named) == 20
    assert isinstance(last, UnreadableFile)
    assert "from line 52 on" in last.sentence
    assert isinstance(rest, UnreadableFile)
    assert "30 more lines" in rest.sentence
