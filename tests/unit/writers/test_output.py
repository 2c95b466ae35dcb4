import os
import stat
from pathlib import Path

import pytest

from annotator.errors import CannotWrite
from annotator.writers.output import new_file


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    with new_file(path) as output:
        output.write("🙂\n")
        assert not path.exists()
    assert path.read_bytes() == "🙂\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="a folder has that name"), new_file(tmp_path):
        pass


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    blocking = tmp_path / "file"
    blocking.touch()
    with pytest.raises(CannotWrite, match="its folder is a file"), new_file(blocking / "a"):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("length", [10, 1_000_000])
def test_a_full_disk_is_named_and_the_old_file_kept(tmp_path: Path, length: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")
    (tmp_path / f".a.txt.{os.getpid()}.part").symlink_to("/dev/full")
    with pytest.raises(CannotWrite, match="the disk is full"), new_file(path) as output:
        output.write("x" * length)
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_protected_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(CannotWrite, match="writing is not allowed"), new_file(tmp_path / "a"):
        pass
