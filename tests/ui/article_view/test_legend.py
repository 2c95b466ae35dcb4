"""The legend shows the layers and switches them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from annotator.ui.article_view import ArticleView, Layer, LayerLegend
from annotator.ui.theme import DARK
from ui.article_view.looking import mark_of


@pytest.fixture
def legend(view: ArticleView, qtbot: QtBot) -> LayerLegend:
    legend = LayerLegend(view)
    qtbot.addWidget(legend)
    legend.resize(700, 40)
    legend.show()
    return legend


def button(legend: LayerLegend, name: str) -> QToolButton:
    return next(b for b in legend.findChildren(QToolButton) if b.accessibleName() == name)


def test_counts_follow_the_marks(legend: LayerLegend, view: ArticleView, text: str) -> None:
    view.set_marks([mark_of(text, "Dupont", Layer.MENTIONS), mark_of(text, "EU", pending=True)])
    assert button(legend, "Mentions").text() == "Mentions 1"
    assert button(legend, "Statements").text() == "Statements 0"
    assert button(legend, "Suggestions").text() == "Suggestions 1"


def test_counts_follow_a_single_mark(legend: LayerLegend, view: ArticleView, text: str) -> None:
    view.set_marks([mark_of(text, "Dupont", Layer.MENTIONS)])
    view.add_mark(mark_of(text, "EU", Layer.MENTIONS))
    assert button(legend, "Mentions").text() == "Mentions 2"
    view.exchange_marks(["Dupont"], ())
    assert button(legend, "Mentions").text() == "Mentions 1"


def test_the_icons_follow_the_theme(legend: LayerLegend, view: ArticleView) -> None:
    before = button(legend, "Claims").grab().toImage()
    view.set_theme(DARK)
    assert button(legend, "Claims").grab().toImage() != before


def test_a_click_switches_a_layer(legend: LayerLegend, view: ArticleView) -> None:
    QTest.mouseClick(button(legend, "Claims"), Qt.MouseButton.LeftButton)
    assert not view.is_layer_visible(Layer.CLAIMS)
    QTest.mouseClick(button(legend, "Claims"), Qt.MouseButton.LeftButton)
    assert view.is_layer_visible(Layer.CLAIMS)


def test_a_letter_in_the_menu_switches_a_layer(legend: LayerLegend, view: ArticleView) -> None:
    legend.open_menu()
    menu = legend.findChild(QMenu)
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_M)
    assert not view.is_layer_visible(Layer.MENTIONS)
    assert not button(legend, "Mentions").isChecked()


def test_a_legend_with_little_room_keeps_the_counts(legend: LayerLegend) -> None:
    legend.resize(300, 40)
    assert button(legend, "Claims").text() == "0"
