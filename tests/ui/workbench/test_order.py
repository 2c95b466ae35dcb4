"""The order in which the stream goes through an article."""

import pytest
from PySide6.QtCore import Qt

import factories
from annotator.domain import Kind, Suggestion, SuggestionDraft
from annotator.settings import StreamOrder
from annotator.ui.command import Menu
from annotator.ui.suggestions import SuggestionStream
from annotator.ui.suggestions.order import ordered
from annotator.ui.suggestions.queue import Queue
from ui.workbench.analyst import Analyst
from ui.workbench.conftest import suggestions
from ui.workbench.test_deciding import listed

A, N, S, Z = Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_Z
CONTROL = Qt.KeyboardModifier.ControlModifier
SCORES = (0.9, 0.5, 0.7, 0.5, 0.3)
ORDERS = {
    StreamOrder.TEXT: [1, 2, 3, 4, 5],
    StreamOrder.CERTAINTY: [5, 2, 4, 3, 1],
    StreamOrder.KIND: [1, 4, 5, 2, 3],
}


def rows() -> tuple[Suggestion, ...]:
    """Statement, mention, mention, statement, claim; of these scores, as they stand in the text."""
    return tuple(
        factories.suggestion(draft.content, id=number, score=score)
        for number, (draft, score) in enumerate(zip(suggestions(), SCORES, strict=True), 1)
    )


def ids(found: tuple[Suggestion, ...]) -> list[int]:
    return [row.id for row in found]


@pytest.fixture
def scored(analyst: Analyst) -> Analyst:
    """Before an article whose five suggestions have different scores."""
    project = analyst.project
    text = f"{factories.TEXT}Once more.\n"
    article_id = project.articles.add([factories.article_draft(text)]).added[Kind.ARTICLE][0]
    run = project.suggestions.start_run("en_rules", "1")
    drafts = [
        SuggestionDraft(content=draft.content, score=score)
        for draft, score in zip(suggestions(), SCORES, strict=True)
    ]
    project.suggestions.store(run, {article_id: drafts})
    analyst.window.session.show_article(article_id)
    return analyst


def scores(analyst: Analyst) -> list[float]:
    return [row.score for row in analyst.stream.listed]


@pytest.mark.parametrize("order", StreamOrder)
def test_what_the_order_does_not_part_stays_as_in_the_text(order: StreamOrder) -> None:
    assert ids(ordered(rows(), order)) == ORDERS[order]


@pytest.mark.parametrize(
    ("order", "new", "following"),
    [
        # 6 is as certain as the one decided on, and stands after it: it is next
        (StreamOrder.CERTAINTY, factories.suggestion(rows()[3].content, id=6, score=0.5), 6),
        (StreamOrder.CERTAINTY, factories.suggestion(rows()[3].content, id=6, score=0.2), 4),
        (StreamOrder.KIND, factories.suggestion(rows()[4].content, id=6), 3),
    ],
)
def test_what_is_new_is_next_only_where_it_stands_after_the_current_one(
    order: StreamOrder, new: Suggestion, following: int
) -> None:
    before = Queue(ordered(rows(), order), order=order)
    at_second = before.at(ids(before.rows).index(2))
    left = tuple(row for row in rows() if row.id not in {2, 4 if following == 6 else 0})
    now = at_second.renewed((*left, new), frozenset(), frozenset({6}))
    assert now.current is not None
    assert now.current.id == following


def test_the_least_certain_come_first_and_deciding_goes_on_from_there(scored: Analyst) -> None:
    scored.window.menus.trigger("order_certainty")
    assert scores(scored) == sorted(SCORES)
    assert scored.current.score == 0.3
    scored.press(A)
    assert scored.current.quote == "France"
    scored.press(S, A)
    assert scored.current.score == 0.7
    scored.press(Z, modifiers=CONTROL)
    assert scored.current.score == 0.5


def test_by_kind_come_statements_then_claims_then_mentions(scored: Analyst) -> None:
    scored.window.menus.trigger("order_kind")
    kinds = [row.kind.value for row in scored.stream.listed]
    assert kinds == ["statement", "statement", "claim", "mention", "mention"]
    table = listed(scored)
    assert table.model().index(2, 0).data().startswith("Opinion")
    scored.press(A, A, A)
    assert scored.current.quote == "France"


def test_the_choice_in_the_menu_holds_for_other_articles_and_is_kept(scored: Analyst) -> None:
    more = scored.button("⋯").menu()  # type: ignore[attr-defined]  # it is a QToolButton
    entry = next(one for one in more.actions() if one.objectName() == "order_kind")
    entry.trigger()
    assert entry.isChecked()
    scored.press(Qt.Key.Key_BracketRight)
    assert scored.stream.listed[1].label == "competitor"
    assert scored.window.settings.order is StreamOrder.KIND


def test_what_was_chosen_before_the_start_is_in_use(scored: Analyst) -> None:
    desk = scored.window.desk
    assert desk is not None
    scored.window.settings.order = StreamOrder.CERTAINTY
    anew = SuggestionStream(scored.stream._article, scored.window.settings)
    scored.qtbot.addWidget(anew)
    assert anew.current is not None
    assert anew.current.score == 0.3


def test_a_choice_begins_with_the_first_of_the_order(scored: Analyst) -> None:
    scored.press(N, N)
    scored.window.menus.trigger("order_certainty")
    assert scored.current.score == 0.3


def ticked(analyst: Analyst) -> set[str]:
    """What has a tick in the menu of suggestions."""
    menu = analyst.window.menus.menu(Menu.SUGGESTION)
    menu.popup(analyst.window.rect().center())
    keys = {action.objectName() for action in menu.actions() if action.isChecked()}
    menu.close()
    return keys


def test_the_menu_ticks_what_is_on(analyst: Analyst) -> None:
    kinds = {"kind_statement", "kind_claim", "kind_mention"}
    assert ticked(analyst) == kinds | {"order_text"}
    for key in ("order_kind", "kind_claim", "run_on", "scores"):
        analyst.window.menus.trigger(key)
    assert ticked(analyst) == kinds - {"kind_claim"} | {"order_kind", "run_on", "scores"}
    analyst.push("Claims")
    assert ticked(analyst) == kinds | {"order_kind", "run_on", "scores"}
