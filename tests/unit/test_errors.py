"""What errors say."""

import errno
from pathlib import Path

import pytest

from annotator.errors import CannotWrite, UnreadableFile, reason_of, refusals_named
from annotator.readers.codebooks import read_codebook


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.EACCES, "Permission denied", "a.txt"), "Permission denied"),
        (OSError("underlying buffer has been detached"), "underlying buffer has been detached"),
    ],
)
def test_the_reason_is_in_the_words_of_the_system(error: OSError, reason: str) -> None:
    assert reason_of(error) == reason


def test_an_error_without_words_of_the_system_is_told_in_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _encoding: str) -> str:
        raise OSError("the share is gone")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(UnreadableFile, match="could not be read: the share is gone"):
        read_codebook(tmp_path / "book.toml")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EROFS, "out.csv could not be written: the disk is read-only."),
        (errno.EIO, "out.csv could not be written: Input/output error."),
    ],
)
def test_what_the_disk_refuses_is_told_in_our_words_where_there_are_any(
    number: int, sentence: str
) -> None:
    with pytest.raises(CannotWrite) as raised, refusals_named(Path("out.csv")):
        raise OSError(number, "Input/output error")
    assert raised.value.sentence.startswith(sentence)
