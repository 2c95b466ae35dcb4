"""How many suggestions are left is in view at any time."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

import factories
from annotator.domain import Changes, Kind, SuggestionDraft
from annotator.ui.job_bar import JobBar
from annotator.ui.wordings import SUGGESTION_KINDS
from annotator.ui.workbench.header import ArticleHeader
from ui.workbench.analyst import Analyst

A, C, G, R, S, Z = (Qt.Key(ord(key)) for key in "ACGRSZ")
NO, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def in_head(analyst: Analyst) -> str:
    head = analyst.window.findChild(ArticleHeader)
    assert head is not None
    return analyst.reads(head)


def wait_for(analyst: Analyst, words: str) -> None:
    bar = analyst.window.findChild(JobBar)
    assert bar is not None
    analyst.qtbot.waitUntil(lambda: words in analyst.reads(bar))


def test_the_head_counts_what_is_left_also_beside_the_form(analyst: Analyst) -> None:
    assert "5 left" in in_head(analyst)
    analyst.press(A, S)
    assert "3 left" in in_head(analyst)
    analyst.press(C)
    assert not analyst.stream.isVisible()
    assert "3 left" in in_head(analyst)


def test_the_head_counts_only_kinds_that_are_on(analyst: Analyst) -> None:
    analyst.push("Mentions\n2")
    assert "3 left" in in_head(analyst)


def test_the_head_says_nothing_when_nothing_is_left(analyst: Analyst) -> None:
    analyst.stream.accept_listed()
    assert "left" not in in_head(analyst)
    analyst.press(Z, modifiers=CONTROL)
    assert "5 left" in in_head(analyst)


def test_the_switches_count_what_is_left_of_each_kind_after_each_step(analyst: Analyst) -> None:
    for key in (A, S, G, R, Z, Z, Z, G, A, A, A):
        analyst.press(key, modifiers=CONTROL if key == Z else NO)
        pending = analyst.project.suggestions.pending(analyst.article_id)
        left = Counter(row.kind for row in pending)
        for kind, name in SUGGESTION_KINDS.items():
            shown = analyst.button(name, within=analyst.stream).text()
            assert shown.split() == [name, f"{left[kind]}"]


def test_the_bar_counts_what_is_left_in_the_project(analyst: Analyst) -> None:
    wait_for(analyst, "5 left in 1 article")
    session = analyst.window.session
    draft = factories.article_draft("France again.")
    (added,) = session.do(lambda project: project.articles.add([draft])).added[Kind.ARTICLE]
    run = session.project.suggestions.start_run("en_rules", "1")
    found = {added: [SuggestionDraft(content=factories.mention_draft("France"), score=0.5)]}
    session.do(lambda project: project.suggestions.store(run, found))
    wait_for(analyst, "6 left in 2 articles")
    analyst.press(A)
    wait_for(analyst, "5 left in 2 articles")


def test_another_coder_has_other_ones_left(analyst: Analyst) -> None:
    analyst.stream.accept_listed()
    bar = analyst.window.findChild(JobBar)
    assert bar is not None
    analyst.qtbot.waitUntil(
        lambda: not any(" left in " in part.text() and part.isVisible() for part in labels(bar))
    )
    session = analyst.window.session
    session.project.coders.use("Ida")
    analyst.window.session.changed.emit(Changes(kinds=frozenset(Kind)))
    wait_for(analyst, "5 left in 1 article")


def labels(bar: JobBar) -> list[QLabel]:
    return bar.findChildren(QLabel)


def test_a_project_that_is_closed_while_it_is_counted_lets_go(analyst: Analyst) -> None:
    path = analyst.window.session.path
    assert path is not None
    analyst.window.session.project_changed.emit()
    analyst.window.session.show_project(None)
    assert [one.name for one in path.parent.glob("Work.anno*") if "wal" in one.name] == []
