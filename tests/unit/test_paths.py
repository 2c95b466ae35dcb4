"""Files that are replaced whole or stay as they were."""

import os
import stat
from pathlib import Path

import pytest

from annotator.paths import replacing


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "notes.txt"
    path.write_text("old", "utf-8")
    return path


def test_a_file_is_replaced_once_it_is_whole(old: Path) -> None:
    with replacing(old) as part:
        part.write_text("new 🙂", "utf-8")
        assert part.parent == old.parent
        assert old.read_text("utf-8") == "old"
    assert old.read_text("utf-8") == "new 🙂"
    assert list(old.parent.iterdir()) == [old]


def _write_half(path: Path, failure: BaseException) -> None:
    with replacing(path) as part:
        part.write_text("ne", "utf-8")
        raise failure


@pytest.mark.parametrize("failure", [OSError("full"), ValueError("bug"), KeyboardInterrupt()])
def test_a_failure_half_way_leaves_the_old_file_and_nothing_else(
    failure: BaseException, old: Path
) -> None:
    with pytest.raises(type(failure)):
        _write_half(old, failure)
    assert old.read_text("utf-8") == "old"
    assert list(old.parent.iterdir()) == [old]


def test_a_block_that_writes_nothing_replaces_nothing(old: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(old):
        pass
    assert old.read_text("utf-8") == "old"


def test_a_link_stays_and_what_it_leads_to_is_replaced(old: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.txt"
    link.parent.mkdir()
    link.symlink_to(old)
    with replacing(link) as part:
        part.write_text("new", "utf-8")
    assert link.is_symlink()
    assert old.read_text("utf-8") == "new"
    assert list(link.parent.iterdir()) == [link]


def test_a_folder_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(IsADirectoryError), replacing(folder) as part:
        part.write_text("never", "utf-8")
    assert list(tmp_path.rglob("*")) == [folder]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_protected_file_is_refused(old: Path) -> None:
    old.chmod(stat.S_IRUSR)
    with pytest.raises(PermissionError), replacing(old) as part:
        part.write_text("never", "utf-8")
    assert old.read_text("utf-8") == "old"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "gone" / "a.txt") as part:
        part.write_text("never", "utf-8")


def test_a_link_to_itself_is_replaced(tmp_path: Path) -> None:
    link = tmp_path / "loop"
    link.symlink_to(link)
    with replacing(link) as part:
        part.write_text("new", "utf-8")
    assert link.read_text("utf-8") == "new"
