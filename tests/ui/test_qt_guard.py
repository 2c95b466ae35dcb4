"""A broken PySide6 takes a reference from None at each call and aborts the process later."""

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

CALLS = 1_000


def test_calls_into_qt_leave_the_references_of_none_alone(qtbot: QtBot) -> None:
    del qtbot
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
