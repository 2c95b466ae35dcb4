"""A window is put where it can be seen."""

import pytest
from PySide6.QtCore import QRect

from annotator.ui.placing import fitted

SCREEN = QRect(0, 24, 960, 516)
"""1920 x 1080 at 200 %, less a title bar."""


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (QRect(10, 30, 900, 500), QRect(10, 30, 900, 500)),
        (QRect(0, 0, 1280, 800), QRect(0, 24, 960, 516)),
        (QRect(3000, 100, 900, 400), QRect(60, 100, 900, 400)),
        (QRect(-2000, -900, 900, 400), QRect(0, 24, 900, 400)),
    ],
    ids=["fits", "too large", "on a screen that is gone", "left of the screen"],
)
def test_a_window_is_moved_and_shrunk_no_more_than_needed(wanted: QRect, given: QRect) -> None:
    assert fitted(wanted, SCREEN) == given
