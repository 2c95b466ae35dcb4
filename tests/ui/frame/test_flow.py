"""Widgets in lines, as many as there is room for."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.flow import FlowLayout


class Block(QWidget):
    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt asks for it
        return QSize(self._width, 20)


def laid_out(qtbot: QtBot, widths: list[int], *, fill: bool) -> list[QRect]:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=10, fill=fill)
    blocks = [Block(width) for width in widths]
    for block in blocks:
        flow.addWidget(block)
    box.resize(200, flow.heightForWidth(200))
    box.show()
    return [block.geometry() for block in blocks]


def test_what_does_not_fit_begins_a_line(qtbot: QtBot) -> None:
    places = laid_out(qtbot, [100, 90, 50, 300], fill=False)
    assert places == [
        *(QRect(0, 0, 100, 20), QRect(110, 0, 90, 20)),
        *(QRect(0, 30, 50, 20), QRect(0, 60, 200, 20)),
    ]


@pytest.mark.parametrize("widths", [[60, 60], [100, 90, 50], [30, 30, 30]])
def test_those_of_a_line_share_what_is_left(widths: list[int], qtbot: QtBot) -> None:
    places = laid_out(qtbot, widths, fill=True)
    ends = {place.top(): place.right() for place in places}
    assert all(200 - 1 - len(widths) < end <= 199 for end in ends.values())


def test_a_hidden_one_takes_no_room(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=10)
    hidden, shown = Block(50), Block(60)
    for block in (hidden, shown):
        flow.addWidget(block)
    hidden.hide()
    box.resize(200, 20)
    box.show()
    assert shown.geometry() == QRect(0, 0, 60, 20)
