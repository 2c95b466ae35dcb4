"""What the window's modules leave to one of them."""

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "annotator"
FILE_CHOICE = PACKAGE / "ui" / "file_choice.py"


def test_files_are_asked_for_in_one_place_which_remembers_the_folder() -> None:
    asking = [
        path
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\bQFileDialog\b", path.read_text("utf-8"))
    ]
    assert asking == [FILE_CHOICE]
