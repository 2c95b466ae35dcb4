"""Qt without a screen; set `QT_QPA_PLATFORM=xcb` to watch the tests at work."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let pass what the platform without a screen says about windows it cannot raise."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
