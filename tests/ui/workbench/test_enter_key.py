"""Enter, from either block of keys, accepts only where it means nothing nearer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from annotator.domain import Verdict
from annotator.ui.article_list import ArticleList
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.article_search import SearchField
from ui.workbench.analyst import Analyst

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
KEYPAD, PLAIN = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.NoModifier
ENTERS = pytest.mark.parametrize(
    ("key", "modifiers"), [(KEY.Key_Return, PLAIN), (KEY.Key_Enter, KEYPAD)]
)


def tag(analyst: Analyst) -> None:
    analyst.select("France gives Mistral\u00a0AI €2bn")
    analyst.press(KEY.Key_1)


def decided(analyst: Analyst) -> dict[Verdict, int]:
    return dict(analyst.project.status().decisions)


@ENTERS
def test_with_nothing_open_it_accepts(
    analyst: Analyst, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    analyst.press(key, modifiers=modifiers)
    assert decided(analyst) == {Verdict.ACCEPTED: 1}


@ENTERS
@pytest.mark.parametrize("place", ["text", "list", "form"])
def test_with_an_annotation_open_it_ends_the_form(
    analyst: Analyst, key: Qt.Key, modifiers: Qt.KeyboardModifier, place: str
) -> None:
    tag(analyst)
    places = {"list": analyst.window.findChild(ArticleList), "form": analyst.form}
    (places.get(place) or analyst.view).setFocus()
    analyst.press(key, modifiers=modifiers)
    assert not analyst.form.is_open
    assert decided(analyst) == {}


@ENTERS
def test_it_presses_the_button_that_has_the_focus(
    analyst: Analyst, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    analyst.button("Reject").setFocus()
    analyst.press(key, modifiers=modifiers)
    assert decided(analyst) == {Verdict.REJECTED: 1}


@ENTERS
@pytest.mark.parametrize("kind", [SearchField, QComboBox, QLineEdit])
def test_in_a_field_beside_the_list_it_decides_on_nothing(
    analyst: Analyst, key: Qt.Key, modifiers: Qt.KeyboardModifier, kind: type[QWidget]
) -> None:
    analyst.push("Filters")
    fields = analyst.window.findChild(ArticlePanel).findChildren(kind)
    fields[-1].setFocus()
    assert QApplication.focusWidget() is fields[-1]
    analyst.press(key, modifiers=modifiers)
    assert decided(analyst) == {}


def test_it_writes_a_line_in_a_note(analyst: Analyst) -> None:
    tag(analyst)
    analyst.push("Edit", within=analyst.form)
    analyst.type("a")
    analyst.press(KEY.Key_Enter, modifiers=KEYPAD)
    analyst.type("b")
    source = analyst.form.findChild(QPlainTextEdit)
    assert source is not None
    assert source.toPlainText() == "a\nb"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter])
def test_with_control_it_saves_the_correction_from_the_text(analyst: Analyst, key: Qt.Key) -> None:
    analyst.press(KEY.Key_C, KEY.Key_V)
    analyst.view.setFocus()
    analyst.press(key, modifiers=CONTROL)
    assert decided(analyst) == {Verdict.CORRECTED: 1}
    assert analyst.current.quote == "France"


def test_with_control_it_decides_on_nothing_that_is_not_in_the_form(analyst: Analyst) -> None:
    analyst.press(KEY.Key_Return, modifiers=CONTROL)
    assert decided(analyst) == {}
    tag(analyst)
    analyst.press(KEY.Key_Return, modifiers=CONTROL)
    assert not analyst.form.is_open
    assert decided(analyst) == {}
