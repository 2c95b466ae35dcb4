"""Ctrl+K finds any command that can be given now."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from annotator.ui.palette import Palette
from annotator.ui.palette.rows import EntryList
from ui.workbench.analyst import LEFT, Analyst

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def palette(analyst: Analyst) -> Palette:
    analyst.press(Qt.Key.Key_K, modifiers=CONTROL)
    return opened(analyst)


def opened(analyst: Analyst) -> Palette:
    shown = [one for one in analyst.window.findChildren(Palette) if one.isVisible()]
    assert len(shown) == 1
    return shown[0]


def offered(palette: Palette) -> list[str]:
    model = palette._model
    return [model.entry(row).text for row in range(model.rowCount())]


def test_what_is_typed_is_found_and_enter_carries_it_out(
    analyst: Analyst, palette: Palette
) -> None:
    analyst.type("rej")
    assert offered(palette)[0] == "Reject"
    before = analyst.current
    analyst.press(Qt.Key.Key_Return)
    assert analyst.project.suggestions.decision(before.id) is not None
    assert not palette.isVisible()
    assert analyst.view.hasFocus()


def test_the_statement_types_of_the_codebook_can_be_given(analyst: Analyst) -> None:
    analyst.select("Mistral is ahead of OpenAI")
    analyst.press(Qt.Key.Key_K, modifiers=CONTROL)
    analyst.type("competi")
    assert offered(opened(analyst)) == ["Tag as Competitor"]
    analyst.press(Qt.Key.Key_Return)
    (statement,) = analyst.project.statements.of(analyst.article_id)
    assert statement.type == "competitor"


def test_only_what_can_be_given_now_is_offered(palette: Palette) -> None:
    texts = offered(palette)
    assert "Accept" in texts
    assert not {"Merge the entities…", "Redo", "Find a command…"} & set(texts)


def test_the_arrows_go_through_the_rows_and_escape_does_nothing_else(
    analyst: Analyst, palette: Palette
) -> None:
    rows = palette.findChild(EntryList)
    analyst.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert rows.currentIndex().row() == 1
    analyst.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert rows.currentIndex().row() == 0
    before = analyst.project.status()
    analyst.press(Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert analyst.view.hasFocus()
    assert analyst.project.status() == before


def test_keys_of_the_window_rest_while_it_is_open(analyst: Analyst, palette: Palette) -> None:
    article = analyst.article_id
    analyst.press(Qt.Key.Key_F1, Qt.Key.Key_Tab, Qt.Key.Key_BracketRight)
    assert palette._field.text() == "]"
    assert analyst.article_id == article
    assert analyst.window.helping._help is None
    assert palette._field.hasFocus()


def test_its_own_key_and_a_click_beside_it_close_it(analyst: Analyst, palette: Palette) -> None:
    analyst.press(Qt.Key.Key_K, modifiers=CONTROL)
    assert not palette.isVisible()
    analyst.press(Qt.Key.Key_K, modifiers=CONTROL)
    again = opened(analyst)
    QTest.mouseClick(again, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert not again.isVisible()


def test_a_click_on_a_row_carries_it_out(analyst: Analyst, palette: Palette) -> None:
    analyst.type("next sugg")
    rows = palette.findChild(EntryList)
    before = analyst.current
    place = rows.visualRect(rows.currentIndex()).center()
    QTest.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert analyst.current != before


def test_what_was_found_last_stands_first_the_next_time(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_K, modifiers=CONTROL)
    analyst.type("light")
    analyst.press(Qt.Key.Key_Return)
    assert analyst.window.settings.commands == ["theme_light"]
    analyst.press(Qt.Key.Key_K, modifiers=CONTROL)
    assert offered(opened(analyst))[0] == "Light theme"


def test_a_screen_reader_hears_which_command_is_current(analyst: Analyst, palette: Palette) -> None:
    spoken = QAccessible.queryAccessibleInterface(palette._field)
    assert spoken.text(QAccessible.Text.Name) == "Find a command…"
    analyst.type("undo")
    analyst.press(*[Qt.Key.Key_Backspace] * 4)
    analyst.type("accept")
    assert spoken.text(QAccessible.Text.Description) == "Accept, Suggestion, A"
    analyst.type("xyz")
    assert spoken.text(QAccessible.Text.Description).startswith("No command")


def test_the_panel_stands_in_the_upper_part_of_the_window_with_eight_rows(
    analyst: Analyst, palette: Palette
) -> None:
    rows = palette.findChild(EntryList)
    assert rows.height() == 8 * rows.visualRect(rows.currentIndex()).height()
    top = palette._panel.y()
    assert 0 < top < analyst.window.height() / 3
    analyst.window.resize(1000, 700)
    assert palette.width() == 1000
    assert abs(palette._panel.geometry().center().x() - 500) <= 1


def test_it_works_without_a_project(analyst: Analyst) -> None:
    analyst.window.menus.trigger("close_project")
    analyst.window.menus.trigger("palette")
    texts = offered(opened(analyst))
    assert "Open project…" in texts
    assert "Accept" not in texts
    assert not analyst.window.session.is_open


def test_undo_is_offered_with_the_name_of_its_step(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_R)
    analyst.press(Qt.Key.Key_K, modifiers=CONTROL)
    analyst.type("undo")
    assert offered(opened(analyst))[0].startswith("Undo ")
    rejected = analyst.project.suggestions.pending(analyst.article_id)
    analyst.press(Qt.Key.Key_Return)
    assert len(analyst.project.suggestions.pending(analyst.article_id)) == len(rejected) + 1
