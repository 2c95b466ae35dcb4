"""The size of the text goes by keys and by the wheel, and is remembered."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from annotator.settings import ZOOM_LEAST, ZOOM_MOST
from ui.workbench.analyst import Analyst

CTRL = Qt.KeyboardModifier.ControlModifier


def turn(analyst: Analyst, notches: int) -> None:
    """Turn the wheel over the text with Ctrl held."""
    place = analyst.view.viewport().rect().center()
    event = QWheelEvent(
        QPointF(place),
        analyst.view.viewport().mapToGlobal(QPointF(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(analyst.view.viewport(), event)


def test_keys_go_on_from_where_the_wheel_has_left_the_size(analyst: Analyst) -> None:
    turn(analyst, 5)
    assert analyst.view.zoom == analyst.window.settings.zoom == 150
    analyst.window.menus.trigger("zoom_in")
    assert analyst.view.zoom == analyst.window.settings.zoom == 160


@pytest.mark.parametrize(
    ("notches", "command", "bound"),
    [(100, "zoom_in", ZOOM_MOST), (-100, "zoom_out", ZOOM_LEAST)],
)
def test_wheel_and_keys_end_at_the_same_bounds(
    analyst: Analyst, notches: int, command: str, bound: int
) -> None:
    for _turn in range(2):
        turn(analyst, notches)
        analyst.window.menus.trigger(command)
        assert analyst.view.zoom == analyst.window.settings.zoom == bound


def test_steps_by_keys_reach_both_bounds(analyst: Analyst) -> None:
    for command, bound in (("zoom_out", ZOOM_LEAST), ("zoom_in", ZOOM_MOST)):
        for _step in range(20):
            analyst.window.menus.trigger(command)
        assert analyst.view.zoom == analyst.window.settings.zoom == bound
