"""Labels say how often they were right, and can be muted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from annotator.domain import SuggestionKind
from ui.workbench.analyst import Analyst

A, N, R, Z = (Qt.Key(ord(key)) for key in "ANRZ")
RETURN, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier


def offered(analyst: Analyst) -> QMenu:
    analyst.push("Labels")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def mute(analyst: Analyst, name: str) -> None:
    """Choose by keys what begins like that."""
    menu = offered(analyst)
    while not (menu.activeAction() and menu.activeAction().text().startswith(name)):
        analyst.press(DOWN)
    analyst.press(RETURN)
    # a popup takes the focus along only without a window manager
    analyst.window.activateWindow()
    analyst.view.setFocus()


def test_each_label_says_how_many_of_its_last_were_right(analyst: Analyst) -> None:
    analyst.press(A, R, A)
    assert texts(offered(analyst)) == [
        "Statements",
        "Competitor\tnone decided",
        "Funding\t1 of 1",
        "Claims",
        "Opinion\tnone decided",
        "Mentions",
        "Country, city, state\t0 of 1",
        "Organisation\t1 of 1",
    ]


def test_a_muted_label_is_left_out_until_it_is_wanted_again(analyst: Analyst) -> None:
    mute(analyst, "Funding")
    assert analyst.current.quote == "France"
    assert "Statements\n1" in analyst.button("Statements").text()
    mute(analyst, "Funding")
    assert "Statements\n2" in analyst.button("Statements").text()


def test_undo_takes_the_muting_back(analyst: Analyst) -> None:
    first = analyst.current
    mute(analyst, "Funding")
    analyst.press(Z, modifiers=CONTROL)
    assert analyst.current == first


def test_where_only_muted_labels_are_pending_it_is_said(analyst: Analyst) -> None:
    mute(analyst, "Organisation")
    analyst.push("Claims")
    analyst.stream.accept_listed()
    shown = analyst.reads(analyst.stream)
    assert "Nothing left of these kinds" in shown
    assert "1 suggestion of another kind is pending." in shown
    assert "1 suggestion has a label that you have muted." in shown
    analyst.push("Show all kinds")
    analyst.press(A)
    assert "Nothing left but muted labels" in analyst.reads(analyst.stream)
    assert "other" not in analyst.reads(analyst.stream)
    analyst.push("Choose labels")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = next(one for one in menu.actions() if one.text().startswith("Organisation"))
    assert not entry.isChecked()
    entry.trigger()
    assert analyst.current.quote == "Mistral\u00a0AI"


def test_a_click_on_a_mark_of_a_muted_label_takes_up_that_one(analyst: Analyst) -> None:
    mute(analyst, "Organisation")
    analyst.press(N)
    analyst.click("Mistral\u00a0AI")
    analyst.press(Qt.Key.Key_Return)
    assert analyst.current.quote == "Mistral\u00a0AI"
    analyst.press(A)
    assert analyst.current.kind is SuggestionKind.STATEMENT


def test_the_muted_label_holds_in_the_next_article_too(analyst: Analyst) -> None:
    mute(analyst, "Funding")
    here = analyst.article_id
    analyst.press(Qt.Key.Key_BracketRight, Qt.Key.Key_BracketLeft)
    assert analyst.article_id == here
    assert analyst.current.quote == "France"


def test_types_of_the_same_name_are_told_apart(analyst: Analyst) -> None:
    book = analyst.project.codebook.get()
    types = tuple(replace(kind, name="Money") for kind in book.types)
    session = analyst.window.session
    session.do(lambda project: project.codebook.save(replace(book, types=types)))
    assert texts(offered(analyst))[1:3] == ["Money\tnone decided", "Money\tnone decided"]


def test_each_kind_has_its_head_which_the_keys_pass_over(analyst: Analyst) -> None:
    menu = offered(analyst)
    heads = [label.text() for label in menu.findChildren(QLabel) if label.isVisible()]
    assert heads == ["Statements", "Claims", "Mentions"]
    reached = set()
    for _time in range(8):
        analyst.press(DOWN)
        reached.add(menu.activeAction().text())
    assert len(reached) == 5
    assert not reached.intersection(heads)
