"""The order in which one goes through suggestions."""

from collections.abc import Iterable

import pytest

import factories
from annotator.domain import Suggestion
from annotator.ui.suggestions.queue import NOWHERE, Queue


def rows(ids: Iterable[int]) -> tuple[Suggestion, ...]:
    draft = factories.mention_draft("France")
    return tuple(
        Suggestion(id=i, run_id=1, article_id=1, content=draft, quote="", score=1, evidence="")
        for i in ids
    )


def queue(current: int | None, *, ids: str, skipped: str = "") -> Queue:
    numbers = [int(i) for i in ids]
    row = NOWHERE if current is None else numbers.index(current)
    return Queue(rows(numbers), frozenset(map(int, skipped)), row)


def at(reached: Queue) -> int | None:
    return reached.current.id if reached.current else None


@pytest.mark.parametrize(
    ("current", "skipped", "following", "before"),
    [
        (1, "", 2, 3),
        (1, "2", 3, 3),
        (3, "2", 1, 2),
        (2, "2", 3, 1),
        (2, "123", 3, 1),
        (None, "123", 1, 3),
    ],
)
def test_the_way_on_leads_to_the_pending_and_the_way_back_to_all(
    current: int | None, skipped: str, following: int, before: int
) -> None:
    begun = queue(current, ids="123", skipped=skipped)
    assert at(begun.next()) == following
    assert at(begun.previous()) == before


@pytest.mark.parametrize(
    ("before", "ids", "skipped", "expected"),
    [
        (queue(2, ids="123"), "13", "", 3),
        (queue(3, ids="123"), "12", "", 1),
        (queue(2, ids="123"), "123", "2", 3),
        (queue(2, ids="123"), "1234", "", 4),
        (queue(2, ids="123"), "12345", "", 2),
        (queue(2, ids="123", skipped="1"), "123", "", 1),
        (queue(1, ids="123", skipped="1"), "123", "1", 1),
        (queue(1, ids="123", skipped="1"), "23", "", 2),
        (queue(3, ids="123", skipped="12"), "12", "12", None),
        (queue(None, ids=""), "12", "1", 2),
        (queue(1, ids="1"), "", "", None),
    ],
)
def test_what_changes_leads_to_what_came_back_else_stays_else_goes_on(
    before: Queue, ids: str, skipped: str, expected: int | None
) -> None:
    assert at(before.renewed(rows(map(int, ids)), frozenset(map(int, skipped)))) == expected


@pytest.mark.parametrize(
    ("before", "ids", "new", "expected"),
    [
        (queue(1, ids="12"), "123", "3", 1),
        (queue(1, ids="12"), "32", "3", 3),
        (queue(2, ids="12"), "13", "3", 3),
        (queue(3, ids="123"), "124", "4", 4),
        (queue(1, ids="1"), "23", "23", 2),
    ],
)
def test_what_is_new_has_not_come_back_and_counts_among_what_is_next(
    before: Queue, ids: str, new: str, expected: int
) -> None:
    numbers = map(int, ids)
    assert at(before.renewed(rows(numbers), frozenset(), frozenset(map(int, new)))) == expected


def test_what_is_new_before_the_current_one_comes_last() -> None:
    early, late = (placed(number, quote) for number, quote in ((4, "France"), (5, "EU")))
    here, ahead = placed(1, "Mistral"), placed(2, "Dupont")
    before = Queue((here, ahead), row=0)
    now = before.renewed((early, ahead, late), frozenset(), frozenset({4, 5}))
    assert [at(now), at(now.further()), at(now.further().further())] == [2, 5, 4]


def placed(number: int, quote: str) -> Suggestion:
    return factories.suggestion(factories.mention_draft(quote), id=number)


def test_nothing_is_next_where_nothing_is() -> None:
    assert at(Queue().next()) is None
