"""The articles in columns: chosen, ordered, sized, and found so the next time."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu
from pytestqt.qtbot import QtBot

from annotator.settings import Settings, ThemeChoice
from annotator.ui.article_columns import Column
from annotator.ui.article_list import ArticleList
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
FIRST = ["Title", "Source", "Date", "Pending"]


class Reader:
    """Someone at the list of twelve articles, which stand in columns."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.list = window.findChild(ArticleList)
        qtbot.waitUntil(lambda: self.list.model().rowCount() == 12)

    @property
    def header(self) -> QHeaderView:
        return self.list.horizontalHeader()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers)

    def titles(self) -> list[str]:
        """The heads of the columns from left to right."""
        model, shown = self.list.model(), []
        for place in range(self.header.count()):
            column = self.header.logicalIndex(place)
            if not self.header.isSectionHidden(column):
                shown.append(model.headerData(column, Qt.Orientation.Horizontal))
        return shown

    def cells(self, column: Column) -> list[str]:
        model = self.list.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def click_head(self, column: Column) -> None:
        place = QPoint(self.header.sectionViewportPosition(column) + 20, 10)
        QTest.mouseClick(self.header.viewport(), LEFT, pos=place)

    def choose(self, title: str) -> None:
        """Tick or untick a column in the menu of the command, by keys."""
        self.window.menus.trigger("article_columns")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        names = [action.text() for action in menu.actions() if not action.isSeparator()]
        for _time in range(names.index(title)):
            QTest.keyClick(menu, KEY.Key_Down)
        QTest.keyClick(menu, KEY.Key_Return)


def opened(session: Session, settings: Settings, qtbot: QtBot) -> MainWindow:
    window = MainWindow(session, settings)
    qtbot.addWidget(window)
    window.resize(1280, 900)
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def settings() -> Settings:
    return Settings(theme=ThemeChoice.LIGHT)


@pytest.fixture
def reader(qtbot: QtBot, session: Session, settings: Settings) -> Iterator[Reader]:
    window = opened(session, settings, qtbot)
    someone = Reader(window, qtbot)
    someone.list.setFocus()
    someone.press(KEY.Key_L, CTRL)
    yield someone
    window.close()


def test_a_key_lists_the_articles_in_columns_and_back(reader: Reader) -> None:
    assert reader.titles() == FIRST
    assert reader.header.isVisible()
    assert reader.cells(Column.DATE)[:3] == ["", "2025-01-11", "2025-01-10"]
    wide = reader.list.width()
    reader.press(KEY.Key_L, CTRL)
    assert reader.header.isHidden()
    assert reader.titles() == ["Title"]
    assert reader.list.width() < wide


def test_a_click_on_a_head_orders_the_list_one_way_and_the_other(
    reader: Reader, qtbot: QtBot
) -> None:
    reader.click_head(Column.SOURCE)
    qtbot.waitUntil(lambda: reader.cells(Column.SOURCE) == ["Die Zeitung"] * 6 + ["The Wire"] * 6)
    reader.click_head(Column.SOURCE)
    qtbot.waitUntil(lambda: reader.cells(Column.SOURCE) == ["The Wire"] * 6 + ["Die Zeitung"] * 6)
    assert reader.header.sortIndicatorSection() == Column.SOURCE
    panel = reader.window.findChild(ArticlePanel)
    assert panel._order.currentText() == "Source, Z to A"
    panel._order.setCurrentText("Last imported")
    assert reader.header.sortIndicatorSection() == -1


def test_the_article_on_show_stays_when_the_order_changes(reader: Reader, qtbot: QtBot) -> None:
    reader.window.session.show_article(5)
    reader.click_head(Column.TITLE)
    qtbot.waitUntil(lambda: reader.cells(Column.TITLE)[0] == "Title 1")
    assert reader.list.selected_articles() == [5]


def test_articles_by_what_is_in_them(reader: Reader, qtbot: QtBot) -> None:
    reader.window.session.do(lambda project: project.articles.mark_done([4]))
    reader.choose("Done")
    reader.click_head(Column.DONE)
    reader.click_head(Column.DONE)
    qtbot.waitUntil(lambda: reader.cells(Column.DONE)[0] == "done")
    assert reader.cells(Column.TITLE)[0] == "Title 4"


def test_columns_are_chosen_in_a_menu_and_can_be_as_at_first_again(reader: Reader) -> None:
    reader.choose("Language")
    reader.choose("Source")
    assert reader.titles() == ["Title", "Date", "Language", "Pending"]
    assert reader.cells(Column.LANGUAGE)[0] == "English"
    reader.choose("As at first")
    assert reader.titles() == FIRST


def test_choosing_columns_of_two_lines_lists_in_columns_first(reader: Reader) -> None:
    reader.press(KEY.Key_L, CTRL)
    reader.choose("Language")
    assert "Language" in reader.titles()
    assert reader.header.isVisible()


def test_columns_are_found_as_they_were_left(
    reader: Reader, settings: Settings, qtbot: QtBot
) -> None:
    reader.choose("Language")
    reader.header.moveSection(reader.header.visualIndex(Column.DATE), 0)
    reader.header.resizeSection(Column.SOURCE, 77)
    before = reader.titles()
    assert before[:2] == ["Date", "Title"]
    settings.save()
    saved = Settings.load()
    panel = ArticlePanel(Session(), saved)
    qtbot.addWidget(panel)
    panel.show_as_chosen()
    again = panel.findChild(ArticleList).horizontalHeader()
    assert again.visualIndex(Column.DATE) == 0
    assert again.sectionSize(Column.SOURCE) == 77
    assert not again.isSectionHidden(Column.LANGUAGE)


def test_what_was_kept_and_cannot_be_read_is_passed_over(qtbot: QtBot) -> None:
    panel = ArticlePanel(Session(), Settings(columns={"articles-7": "nonsense"}, as_table=True))
    qtbot.addWidget(panel)
    panel.show_as_chosen()
    header = panel.findChild(ArticleList).horizontalHeader()
    assert header.isSectionHidden(Column.LANGUAGE)
    assert not header.isSectionHidden(Column.TITLE)


def test_the_titles_take_the_room_that_is_left(reader: Reader, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: reader.header.length() == reader.header.viewport().width())
    wide, was = reader.header.sectionSize(Column.TITLE), reader.list.width()
    reader.list.resize(was + 100, reader.list.height())
    assert reader.header.sectionSize(Column.TITLE) == wide + 100
    reader.list.resize(was, reader.list.height())
    assert reader.header.sectionSize(Column.TITLE) == wide


def test_room_that_was_lent_is_not_kept_as_the_width_of_the_titles(
    reader: Reader, settings: Settings, qtbot: QtBot
) -> None:
    chosen = 500
    reader.header.resizeSection(Column.TITLE, chosen)
    reader.list.resize(chosen * 3, reader.list.height())
    assert reader.header.sectionSize(Column.TITLE) > chosen
    reader.header.resizeSection(Column.SOURCE, 77)
    panel = ArticlePanel(Session(), settings)
    qtbot.addWidget(panel)
    panel.show_as_chosen()
    again = panel.findChild(ArticleList).horizontalHeader()
    assert again.sectionSize(Column.TITLE) == chosen
