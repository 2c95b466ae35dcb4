"""Going through many articles without a stop."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import factories
from annotator.domain import ClaimDraft, Kind, MentionDraft, SuggestionDraft, SuggestionKind
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.step_note import StepNote
from ui.workbench.analyst import Analyst

A, C, R, S, Z = (Qt.Key(ord(key)) for key in "ACRSZ")
RETURN = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


class Articles(NamedTuple):
    """From the top of the list; a claim in the first, nothing in the second, then a mention."""

    first: int
    empty: int
    last: int
    older: int


@pytest.fixture
def articles(analyst: Analyst) -> Articles:
    """The first of them is on show, and the program goes on by itself."""
    older = analyst.article_id
    last = add(analyst, "The last", factories.mention_draft("France"))
    empty = add(analyst, "The empty one")
    first = add(analyst, "The first", factories.claim_draft("France gives"))
    panel = analyst.window.findChild(ArticlePanel)
    assert panel is not None
    analyst.window.session.show_article(first)
    analyst.qtbot.waitUntil(lambda: list(panel.listed_after())[:3] == [empty, last, older])
    analyst.window.menus.trigger("run_on")
    return Articles(first, empty, last, older)


def add(analyst: Analyst, title: str, *contents: ClaimDraft | MentionDraft) -> int:
    draft = factories.article_draft(f"{factories.TEXT}{title}\n", title=title)
    session = analyst.window.session
    (added,) = session.do(lambda project: project.articles.add([draft])).added[Kind.ARTICLE]
    run = session.project.suggestions.start_run("en_rules", "1")
    drafts = [SuggestionDraft(content=content, score=0.5) for content in contents]
    session.do(lambda project: project.suggestions.store(run, {added: drafts}))
    return added


def told(analyst: Analyst) -> str:
    note = analyst.window.findChild(StepNote)
    assert note is not None
    return note.text() if note.isVisible() else ""


def wait_for(analyst: Analyst, article_id: int) -> None:
    analyst.qtbot.waitUntil(lambda: analyst.article_id == article_id)


@pytest.mark.parametrize("keys", [(A,), (R,), (S,), (C, RETURN)])
def test_the_last_decision_leads_to_the_next_article_with_pending_ones_and_says_so(
    analyst: Analyst, articles: Articles, keys: tuple[Qt.Key, ...]
) -> None:
    analyst.press(*keys)
    wait_for(analyst, articles.last)
    assert told(analyst) == "Next article: The last"
    assert analyst.current.quote == "France"


def test_it_goes_round_to_what_stands_above_and_says_when_there_is_nothing_more(
    analyst: Analyst, articles: Articles
) -> None:
    analyst.window.session.show_article(articles.older)
    analyst.press(*[R] * 5)
    wait_for(analyst, articles.first)
    analyst.press(A)
    wait_for(analyst, articles.last)
    analyst.press(A)
    analyst.qtbot.waitUntil(lambda: told(analyst).startswith("Nothing is pending in the other"))
    assert analyst.article_id == articles.last
    assert "All decided" in analyst.reads(analyst.stream)


def test_only_kinds_that_are_on_are_gone_on_to(analyst: Analyst, articles: Articles) -> None:
    analyst.push("Mentions")
    analyst.press(A)
    wait_for(analyst, articles.older)
    assert analyst.current.kind is SuggestionKind.STATEMENT


def test_only_what_is_listed_is_gone_on_to(analyst: Analyst, articles: Articles) -> None:
    panel = analyst.window.findChild(ArticlePanel)
    assert panel is not None
    panel.search()
    analyst.type("first")
    analyst.qtbot.waitUntil(lambda: len(panel.listed_after()) == 0)
    analyst.view.setFocus()
    analyst.press(A)
    analyst.qtbot.waitUntil(lambda: told(analyst).startswith("Nothing is pending"))
    assert analyst.article_id == articles.first


def test_undo_leads_back_and_stays_there(analyst: Analyst, articles: Articles) -> None:
    analyst.press(A)
    wait_for(analyst, articles.last)
    analyst.press(Z, modifiers=CONTROL)
    assert analyst.article_id == articles.first
    assert told(analyst).startswith("Undone: ")
    analyst.press(Z, modifiers=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    QTest.qWait(0)
    assert analyst.article_id == articles.first


def test_unless_it_was_chosen_the_article_stays(analyst: Analyst, articles: Articles) -> None:
    assert analyst.window.settings.run_on
    analyst.window.menus.trigger("run_on")
    assert not analyst.window.settings.run_on
    analyst.press(A)
    QTest.qWait(0)
    assert analyst.article_id == articles.first
    assert "All decided" in analyst.reads(analyst.stream)


def test_the_note_outlasts_the_next_decision(analyst: Analyst, articles: Articles) -> None:
    analyst.window.session.show_article(articles.last)
    analyst.press(A)
    wait_for(analyst, articles.older)
    analyst.press(A)
    assert told(analyst).startswith("Next article: ")
