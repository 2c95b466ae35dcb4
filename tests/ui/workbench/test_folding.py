"""The list and the panel leave the text its room, and can be folded away by a key each."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from annotator.settings import Settings
from annotator.ui.article_list import ArticleList
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.articles_page import ArticlesPage
from annotator.ui.side_splitter import SideSplitter
from annotator.ui.suggestions import SuggestionStream
from ui.workbench.analyst import LEFT, PLAIN, Analyst
from ui.workbench.conftest import COMPETITOR

SHIFT = Qt.KeyboardModifier.ShiftModifier


def part(analyst: Analyst, kind: type[QWidget]) -> QWidget:
    found = analyst.window.findChild(kind)
    assert found is not None
    return found


def page(analyst: Analyst) -> ArticlesPage:
    found = part(analyst, ArticlesPage)
    assert isinstance(found, ArticlesPage)
    return found


def fold_list(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_F9)
    QApplication.processEvents()


def fold_panel(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_F9, modifiers=SHIFT)
    QApplication.processEvents()


@pytest.mark.parametrize(("width", "beside"), [(1280, (240, 272)), (1600, (300, 348))])
def test_a_narrow_window_gives_its_room_to_the_text(
    analyst: Analyst, width: int, beside: tuple[int, int]
) -> None:
    analyst.window.resize(width, 800)
    QApplication.processEvents()
    assert (part(analyst, ArticlePanel).width(), analyst.stream.width()) == beside


def test_folded_parts_leave_their_room_to_the_text_and_come_back(analyst: Analyst) -> None:
    panel, before = part(analyst, ArticlePanel), analyst.view.width()
    fold_list(analyst)
    fold_panel(analyst)
    assert not panel.isVisible()
    assert not analyst.stream.isVisible()
    assert analyst.view.width() > before + 500
    fold_list(analyst)
    fold_panel(analyst)
    assert panel.isVisible()
    assert analyst.stream.isVisible()
    assert analyst.view.width() == before


def test_the_text_stands_in_the_middle_of_the_room(analyst: Analyst) -> None:
    fold_list(analyst)
    fold_panel(analyst)
    left = analyst.view.viewport().x()
    right = analyst.view.width() - analyst.view.viewport().geometry().right()
    assert left > 100
    assert abs(right - left) < 60


def test_suggestions_are_decided_while_their_panel_is_folded(analyst: Analyst) -> None:
    fold_panel(analyst)
    first = analyst.current
    analyst.press(Qt.Key.Key_A)
    assert analyst.current != first
    assert first.id not in {one.id for one in analyst.stream.listed}
    assert not analyst.stream.isVisible()


def test_a_folded_panel_is_there_while_a_form_is_open(analyst: Analyst) -> None:
    fold_panel(analyst)
    analyst.select(COMPETITOR)
    analyst.press(Qt.Key.Key_2)
    assert analyst.form.isVisible()
    analyst.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert not analyst.form.is_open
    assert not analyst.form.parentWidget().isVisible()
    assert analyst.view.hasFocus()


def test_the_keys_of_the_text_go_on_when_the_list_with_the_focus_is_folded(
    analyst: Analyst,
) -> None:
    part(analyst, ArticleList).setFocus()
    fold_list(analyst)
    assert analyst.view.hasFocus()
    desk = analyst.window.desk
    assert desk is not None
    desk.go_to("overview")
    desk.go_to("articles")
    assert analyst.view.hasFocus()


def test_the_search_brings_a_folded_list_back(analyst: Analyst) -> None:
    fold_list(analyst)
    analyst.window.menus.trigger("search")
    assert part(analyst, ArticlePanel).isVisible()
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_what_was_folded_and_widths_chosen_are_remembered(analyst: Analyst) -> None:
    splitter = part(analyst, SideSplitter)
    assert isinstance(splitter, SideSplitter)
    handle = splitter.handle(1)
    QTest.mousePress(handle, LEFT, PLAIN, QPoint(0, 100))
    QTest.mouseMove(handle, QPoint(40, 100))
    QTest.mouseRelease(handle, LEFT, PLAIN, QPoint(40, 100))
    chosen = part(analyst, ArticlePanel).width()
    assert chosen > 260
    fold_panel(analyst)
    again = ArticlesPage(analyst.window.session, Settings())
    analyst.qtbot.addWidget(again)
    again.restore_layout(page(analyst).save_layout())
    again.resize(page(analyst).size())
    again.show()
    assert again.panel.width() == chosen
    stream = again.workbench.findChild(SuggestionStream)
    assert stream is not None
    assert not stream.isVisible()
