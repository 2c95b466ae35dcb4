"""Qt's own file dialog in our style, which is shown where the system has none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog, QToolButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.article_view.palette import contrast
from annotator.ui.theme import DARK, LIGHT, Theme, stylesheet

SIZE = 1
LEAST = 3.0
"""The contrast that a symbol needs to be told from its ground."""


@pytest.fixture(params=[LIGHT, DARK], ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest) -> Theme:
    chosen: Theme = request.param
    return chosen


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    window.setStyleSheet(stylesheet(theme))
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(window: QWidget, tmp_path: Path) -> QFileDialog:
    (tmp_path / "news.txt").write_bytes(b"x" * 1900)
    # made as a child of the window, as the functions of Qt make it
    dialog = QFileDialog(window, directory=str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    return dialog


def test_the_size_of_a_file_is_not_cut(qtbot: QtBot, dialog: QFileDialog) -> None:
    table = dialog.findChild(QTreeView, "treeView")
    assert isinstance(table, QTreeView)
    qtbot.waitUntil(lambda: table.model().rowCount(table.rootIndex()) == 1)
    assert table.sizeHintForColumn(SIZE) <= table.columnWidth(SIZE)


@pytest.mark.parametrize("name", ["backButton", "forwardButton", "toParentButton"])
def test_the_arrows_stand_out_from_the_window(dialog: QFileDialog, theme: Theme, name: str) -> None:
    button = dialog.findChild(QToolButton, name)
    assert isinstance(button, QToolButton)
    drawn = button.icon().pixmap(QSize(48, 48)).toImage()
    points = [drawn.pixelColor(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
    inks = [QColor(point.rgb()) for point in points if point.alpha() > 200]
    assert inks
    assert all(contrast(ink, QColor(theme.window)) >= LEAST for ink in inks)
