"""An article that is removed while one works in it takes nothing else with it."""

from PySide6.QtCore import Qt

from annotator.domain import Verdict
from annotator.ui.article_list import ArticleList
from ui.workbench.analyst import Analyst

CONTROL = Qt.KeyboardModifier.ControlModifier
A, C, R, V, Z = (Qt.Key(ord(key)) for key in "ACRVZ")
NEXT, BACK = Qt.Key.Key_BracketRight, Qt.Key.Key_BracketLeft


def remove(analyst: Analyst) -> int:
    """Remove the article on show; the list hears of it only later."""
    here = analyst.article_id
    analyst.window.session.do(lambda project: project.articles.remove([here]))
    return here


def wait_for_another(analyst: Analyst, gone: int) -> None:
    session = analyst.window.session
    analyst.qtbot.waitUntil(lambda: session.article_id not in (None, gone))


def test_a_form_with_corrections_closes_and_undo_brings_the_article_back(analyst: Analyst) -> None:
    analyst.press(C, V)
    assert analyst.form.hasFocus()
    gone = remove(analyst)
    wait_for_another(analyst, gone)
    assert not analyst.form.isVisible()
    assert not analyst.window.banner.isVisible()
    assert analyst.view.hasFocus()
    analyst.press(Z, modifiers=CONTROL)
    assert analyst.article_id == gone
    assert len(analyst.project.suggestions.pending(gone)) == 5


def test_a_key_pressed_at_once_decides_nothing(analyst: Analyst) -> None:
    gone = remove(analyst)
    analyst.press(A, R, C, V)
    assert analyst.project.status().decisions == {}
    wait_for_another(analyst, gone)
    assert not analyst.window.banner.isVisible()


def test_a_list_that_still_names_the_article_does_not_lead_to_it(analyst: Analyst) -> None:
    gone = remove(analyst)
    analyst.press(BACK, NEXT)
    wait_for_another(analyst, gone)


def test_articles_that_are_still_selected_are_left_alone(analyst: Analyst) -> None:
    listed = analyst.window.findChild(ArticleList)
    assert listed is not None
    listed.setFocus()
    analyst.press(Qt.Key.Key_A, modifiers=CONTROL)
    assert listed.selected_count == 2
    here = analyst.article_id
    (other,) = set(listed.selected_articles()) - {here}
    analyst.window.session.do(lambda project: project.articles.remove([other]))
    analyst.press(Qt.Key.Key_D)
    assert analyst.project.articles.done_count() == 1
    assert analyst.project.articles.is_done(here)


def test_what_was_decided_in_it_comes_back_with_it(analyst: Analyst) -> None:
    analyst.press(A)
    gone = remove(analyst)
    wait_for_another(analyst, gone)
    analyst.press(Z, modifiers=CONTROL)
    assert analyst.project.status().decisions == {Verdict.ACCEPTED: 1}
    analyst.press(Z, modifiers=CONTROL)
    assert analyst.project.status().decisions == {}
    assert len(analyst.stream.listed) == 5
