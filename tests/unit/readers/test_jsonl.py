"""JSON corpora."""

import json
from datetime import date
from pathlib import Path

import pytest

from annotator.domain import ArticleDraft
from annotator.errors import UnreadableFile
from annotator.readers import read


def _read(
    folder: Path, content: str | bytes, name: str = "a.jsonl"
) -> list[ArticleDraft | UnreadableFile]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read([path]))


def _line(**record: object) -> str:
    return json.dumps(record) + "\n"


def test_fields_are_known_by_their_usual_names(tmp_path: Path) -> None:
    (found,) = _read(
        tmp_path,
        _line(
            headline="A 👍",
            Body="The text.",
            outlet="Ledger",
            byline="By Jane Doe and Émile Roy",
            date_published="2024-05-03T10:00:00Z",
            link="https://ledger.example/1",
            lang="en",
        ),
    )
    assert isinstance(found, ArticleDraft)
    assert (found.title, found.text, found.source) == ("A 👍", "The text.", "Ledger")
    assert (found.authors, found.published) == (("Jane Doe", "Émile Roy"), date(2024, 5, 3))
    assert (found.url, found.language) == ("https://ledger.example/1", "en")
    assert found.origin.path == f"{tmp_path / 'a.jsonl'}:1"


def test_objects_and_lists_stand_for_names(tmp_path: Path) -> None:
    (found,) = _read(
        tmp_path,
        _line(
            text="T",
            source={"id": 1, "name": "Ledger"},
            authors=[{"name": "Jane Doe"}, "Émile, Roy"],
        ),
    )
    assert isinstance(found, ArticleDraft)
    assert (found.source, found.authors) == ("Ledger", ("Jane Doe", "Émile, Roy"))


def test_metadata_may_be_nested(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, _line(text="T", meta={"title": "A", "source": "Ledger"}))
    assert isinstance(found, ArticleDraft)
    assert (found.title, found.source) == ("A", "Ledger")


def test_the_text_of_a_corpus_stays_as_it_is_so_that_offsets_hold(tmp_path: Path) -> None:
    text = (
        "  A title\n\nBy Jane Doe\n\nText 👍\u00a0e\u0301.\n\nSource: Ledger\n\nLeave a comment\n"
    )
    (found,) = _read(tmp_path, _line(text=text))
    assert isinstance(found, ArticleDraft)
    assert found.text == text
    assert (found.source, found.origin.removed) == ("Ledger", ())


def test_empty_values_are_not_known(tmp_path: Path) -> None:
    (found,) = _read(
        tmp_path,
        _line(text="x y", title=None, source="N/A", date="03/04/2024", url="", author="Unknown"),
    )
    assert isinstance(found, ArticleDraft)
    assert (found.title, found.source, found.published, found.url, found.authors) == (
        "",
        "",
        None,
        "",
        (),
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "cut', "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ("[1, 2]", "JSON object was expected"),
        ('{"title": "A", "body": ""}', "no text; the fields found are: title, body"),
        ('{"text": 7}', "no text"),
        ("{}", "no text"),
    ],
)
def test_a_broken_line_names_file_and_line_and_the_rest_is_read(
    tmp_path: Path, line: str, reason: str
) -> None:
    first, broken, last = _read(tmp_path, f"{_line(text='one')}\n{line}\n{_line(text='three')}")
    assert isinstance(first, ArticleDraft)
    assert isinstance(last, ArticleDraft)
    assert isinstance(broken, UnreadableFile)
    assert broken.path == f"{tmp_path / 'a.jsonl'}:3"
    assert reason in broken.sentence


def test_a_line_with_a_damaged_byte_costs_only_itself(tmp_path: Path) -> None:
    good = json.dumps({"text": "Größe é"}, ensure_ascii=False).encode()
    found = _read(tmp_path, b"\n".join([good, good.replace(b"\xc3\xa9", b"\xff"), good]))
    assert [getattr(item, "text", "broken") for item in found] == ["Größe é", "broken", "Größe é"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_corpora_in_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    line = json.dumps({"text": "Größe – “so”"}, ensure_ascii=False)
    found = _read(tmp_path, f"{line}\r\n{line}\r\n".encode(encoding))
    assert [getattr(item, "text", None) for item in found] == ["Größe – “so”"] * 2


@pytest.mark.parametrize(
    "content", ['[{"text": "a"}, {"text": "b"}]', '{"text": "a"}\n{"text": "b"}']
)
def test_a_json_file_holds_a_list_or_lines(tmp_path: Path, content: str) -> None:
    found = _read(tmp_path, content, "a.json")
    assert [getattr(item, "text", None) for item in found] == ["a", "b"]


def test_a_json_file_that_is_cut_names_the_line(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, '[{"text": "a"},\n{"text": ', "a.json")
    assert isinstance(found, UnreadableFile)
    assert "a.json:2: the file is not valid JSON" in found.sentence


def test_a_lone_surrogate_does_not_get_into_a_text(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, '{"text": "a\\ud800b \\ud83d\\udc4d"}')
    assert isinstance(found, ArticleDraft)
    assert found.text == "a\ufffdb 👍"


def test_a_json_file_without_objects_is_one_failure(tmp_path: Path) -> None:
    (found,) = _read(tmp_path, '["a", "b"]', "a.json")
    assert isinstance(found, UnreadableFile)
    assert "there is no JSON object in it" in found.sentence


def test_a_number_beyond_all_measure_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(f'{{"text": "One.", "views": {"9" * 6_000}}}')
    (failure,) = read([path])
    assert isinstance(failure, UnreadableFile)
    assert failure.reason == "a number in the JSON has too many digits."
