"""Files and folders to read."""

import gzip
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from annotator.domain import ArticleDraft
from annotator.errors import UnreadableFile
from annotator.readers import find_files, read, read_files
from annotator.readers.source import MAX_BYTES

TEXT = (
    "Oslo pays for chips\n\n"
    "The city will pay for the chips, it said, and this is not the end of it.\n"
)


def _failure(path: Path) -> UnreadableFile:
    (found,) = read([path])
    assert isinstance(found, UnreadableFile)
    return found


def test_a_text_file_becomes_an_article_with_its_origin(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    (found,) = read([path])
    assert isinstance(found, ArticleDraft)
    assert (found.title, found.text, found.language) == ("Oslo pays for chips", TEXT.strip(), "en")
    assert (found.origin.reader, found.origin.path) == ("text", str(path))
    assert found.origin.sha256 == sha256(path.read_bytes()).hexdigest()


def test_the_age_of_a_file_is_no_date(tmp_path: Path) -> None:
    path = tmp_path / "2024-05-03.txt"
    path.write_text(TEXT)
    os.utime(path, (0, 0))
    (found,) = read([path])
    assert isinstance(found, ArticleDraft)
    assert found.published is None


def test_folders_are_searched_in_the_order_of_names(tmp_path: Path) -> None:
    for name in (
        "b/2.txt",
        "b/1.md",
        "a.txt",
        ".hidden.txt",
        ".git/c.txt",
        "notes.log",
        "picture.png",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert find_files([tmp_path]) == (tmp_path / "a.txt", tmp_path / "b/1.md", tmp_path / "b/2.txt")


def test_the_folder_that_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "Page.html").write_text(TEXT)
    (tmp_path / "Page_files").mkdir()
    (tmp_path / "Page_files" / "frame.html").write_text(TEXT)
    (tmp_path / "Pages").mkdir()
    (tmp_path / "Pages" / "b.txt").write_text(TEXT)
    assert find_files([tmp_path]) == (tmp_path / "Page.html", tmp_path / "Pages" / "b.txt")


def test_a_document_that_cannot_be_read_yet_is_reported_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "b.txt").write_text(TEXT)
    failure, article = read([tmp_path])
    assert isinstance(failure, UnreadableFile)
    assert "a.pdf: files of the kind .pdf cannot be imported." in failure.sentence
    assert isinstance(article, ArticleDraft)


def test_a_path_that_does_not_exist_is_a_failure_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT)
    missing, article = read([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert isinstance(missing, UnreadableFile)
    assert "there is no such file or folder" in missing.sentence
    assert isinstance(article, ArticleDraft)


def test_a_file_that_goes_away_meanwhile_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    found = find_files([path])
    path.unlink()
    (failure,) = read_files(found)
    assert isinstance(failure, UnreadableFile)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "it may not be read" in _failure(path).sentence


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_what_is_not_a_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "it is not a file" in _failure(tmp_path / "a.txt").sentence


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv"])
@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_an_empty_file_is_refused_in_every_format(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert "the file is empty" in _failure(tmp_path / name).sentence


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv"])
def test_a_binary_file_is_refused_in_every_format(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(range(256)) * 100)
    assert "it is not text" in _failure(tmp_path / name).sentence


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json"])
def test_an_article_of_fifty_megabytes_is_refused_with_the_limit(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(50_000_000)
    assert "at most 20 MB" in _failure(tmp_path / name).sentence


def test_a_line_beyond_the_limit_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"text": "one"}\n{"text": "' + "x" * (MAX_BYTES + 9) + '"}\n{"text": "three"}\n'
    )
    assert [getattr(item, "text", "too long") for item in read([path])] == [
        "one",
        "too long",
        "three",
    ]


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "two"}\n'))
    found = list(read([tmp_path]))
    assert [getattr(item, "text", None) for item in found] == [TEXT.strip(), "two"]


def test_a_small_archive_of_a_huge_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"x" * (MAX_BYTES + 1)))
    assert "at most 20 MB" in _failure(tmp_path / "a.txt.gz").sentence


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.gz"])
@pytest.mark.parametrize("keep", [4, 30])
def test_a_damaged_archive_is_refused(tmp_path: Path, name: str, keep: int) -> None:
    (tmp_path / name).write_bytes(gzip.compress(os.urandom(5_000))[:keep])
    assert "the compressed file is damaged" in _failure(tmp_path / name).sentence


def test_the_heavy_libraries_wait_until_they_are_needed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code = (
        "import sys; from annotator.readers import read, read_pasted; "
        f"list(read([{str(tmp_path)!r}])); read_pasted('Some text.'); "
        "print({'trafilatura', 'lxml', 'charset_normalizer', 'markdown'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a.jsonl", "a.csv"])
def test_a_pipe_in_a_folder_is_refused_and_not_waited_for(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    assert _failure(tmp_path).sentence == f"{tmp_path / name}: it is not a file. Check the name."


def test_a_name_that_is_too_long_is_a_failure_like_others(tmp_path: Path) -> None:
    assert "name too long" in _failure(tmp_path / ("x" * 5_000)).reason


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_not_text_is_kept_as_far_as_it_can_be_stored(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text(TEXT)
    (found,) = read([path])
    assert isinstance(found, ArticleDraft)
    assert found.origin.path == str(tmp_path / "caf?.txt")


@pytest.mark.parametrize("path", ["", " "])
def test_an_empty_path_is_not_the_current_folder(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    (found,) = read([path])
    assert isinstance(found, UnreadableFile)
