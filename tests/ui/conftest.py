"""Qt without a screen; set `QT_QPA_PLATFORM=xcb` to watch the tests at work."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from annotator.ui.actions import use_keys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let pass what the platform without a screen says about windows it cannot raise."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def _own_keys() -> Iterator[None]:
    """Leave no keys that were changed to the next test."""
    yield
    use_keys({})


@pytest.fixture(autouse=True)
def _own_style() -> Iterator[None]:
    """Leave no style sheet to the next test: it would change how wide everything is."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.styleSheet():
        app.setStyleSheet("")
