"""The menu of a right click on the text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.domain import Kind, Modality, StatementDraft, Verdict
from annotator.ui.marked import Ref
from ui.workbench.analyst import Analyst
from ui.workbench.conftest import FUNDING
from ui.workbench.test_deciding import verdicts


def right_click(analyst: Analyst, quote: str) -> QMenu:
    """Ask for the menu on the first letters of these words."""
    port = analyst.view.viewport()
    at = analyst.view.rect_of(analyst.span(quote[1:])).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, port.mapToGlobal(at))
    QApplication.sendEvent(port, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    return [entry.text() for entry in menu.actions() if not entry.isSeparator()]


def choose(menu: QMenu, text: str) -> None:
    (entry,) = (entry for entry in menu.actions() if entry.text() == text)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())


def test_a_right_click_on_the_current_suggestion_decides_on_it(analyst: Analyst) -> None:
    choose(right_click(analyst, "gives"), "Accept")
    assert verdicts(analyst)[:2] == [Verdict.ACCEPTED, None]


def test_the_current_suggestion_is_meant_also_where_a_shorter_one_lies(analyst: Analyst) -> None:
    choose(right_click(analyst, "France"), "Change modality")
    content = analyst.current.content
    assert isinstance(content, StatementDraft)
    assert content.span == analyst.span(FUNDING)
    assert "changed" in analyst.reads(analyst.stream)


def test_elsewhere_the_shortest_suggestion_under_the_mouse_becomes_current(
    analyst: Analyst,
) -> None:
    analyst.press(Qt.Key.Key_A)
    assert analyst.current.quote == "France"
    choose(right_click(analyst, "Mistral\u00a0AI"), "Reject")
    assert verdicts(analyst)[:3] == [Verdict.ACCEPTED, None, Verdict.REJECTED]


def test_a_right_click_on_an_annotation_opens_it_to_be_changed_or_removed(
    analyst: Analyst,
) -> None:
    analyst.press(Qt.Key.Key_A)
    (statement,) = analyst.project.statements.of(analyst.article_id)
    choose(right_click(analyst, "gives"), "Change modality")
    assert analyst.form.target == Ref(Kind.STATEMENT, statement.id)
    (statement,) = analyst.project.statements.of(analyst.article_id)
    assert statement.modality is Modality.PLANNED
    choose(right_click(analyst, "gives"), "Remove the annotation")
    assert analyst.project.statements.of(analyst.article_id) == ()


def test_a_note_is_offered_for_statements_alone(analyst: Analyst) -> None:
    analyst.press(*[Qt.Key.Key_A] * 5)
    menu = right_click(analyst, "Mistral is ahead")
    assert "Write a note on the statement" in words(menu)
    menu.close()
    analyst.form.open(Ref(Kind.CLAIM, analyst.project.claims.of(analyst.article_id)[0].id))
    assert "Write a note on the statement" not in words(right_click(analyst, "Mistral is ahead"))


def test_a_selection_can_be_tagged_from_the_menu(analyst: Analyst) -> None:
    analyst.select("Parliament")
    menu = right_click(analyst, "Parliament")
    assert words(menu)[:2] == ["Tag as Funding", "Tag as Policy"]
    assert {"Tag all occurrences…", "Copy"} <= set(words(menu))
    choose(menu, "Tag as Funding")
    (statement,) = analyst.project.statements.of(analyst.article_id)
    assert statement.span == analyst.span("Parliament")


def test_bare_text_offers_to_select_the_sentence_under_the_mouse(analyst: Analyst) -> None:
    menu = right_click(analyst, "soon")
    assert words(menu) == ["Select the sentence, then its paragraph", "Copy", "Select all"]
    choose(menu, "Select the sentence, then its paragraph")
    sentence = "Parliament should adopt the AI Act 🏛️ soon."
    assert analyst.view.selected_span() == analyst.span(sentence)
