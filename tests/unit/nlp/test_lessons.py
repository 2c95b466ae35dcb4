"""What a lesson says about a sentence."""

import pytest

from annotator.domain import ClaimKind, Lesson, Span
from annotator.nlp.lessons import Answer, answer

TYPES = ("funding", "policy")
NOTHING = Answer((None, None), None)
SENTENCE = Span(100, 200)
CLAUSE = Span(110, 150)
ELSEWHERE = Span(190, 400)


def said(**facts: object) -> Answer:
    return answer(Lesson(article_id=1, text="", **facts), SENTENCE, TYPES)  # type: ignore[arg-type]


def test_nothing_decided_says_nothing() -> None:
    assert said() == NOTHING


@pytest.mark.parametrize("span", [CLAUSE, SENTENCE, Span(0, 300), Span(50, 180)])
def test_a_statement_makes_its_sentence_one(span: Span) -> None:
    assert said(statements=((span, "policy"),)).types == (None, True)


def test_a_statement_that_only_reaches_into_a_sentence_is_not_its() -> None:
    assert said(statements=((ELSEWHERE, "policy"),)) == NOTHING


def test_a_refused_suggestion_says_no_for_its_type_alone() -> None:
    assert said(refused=((CLAUSE, "funding"),)).types == (False, None)


def test_what_stands_counts_more_than_what_was_refused_beside_it() -> None:
    found = said(statements=((CLAUSE, "funding"),), refused=((SENTENCE, "funding"),))
    assert found.types == (True, None)


def test_a_done_article_has_nothing_where_nothing_stands() -> None:
    assert said(done=True).types == (False, False)


def test_what_is_open_says_nothing_even_in_a_done_article() -> None:
    assert said(done=True, open=((CLAUSE, "funding"),)).types == (None, False)


def test_the_claim_that_covers_most_gives_the_kind() -> None:
    claims = ((Span(100, 130), ClaimKind.FACT), (Span(130, 200), ClaimKind.FORECAST))
    assert said(claims=claims).kind == "forecast"


def test_a_refused_claim_is_none() -> None:
    assert said(refused=((SENTENCE, "opinion"),)).kind == "none"


def test_a_done_article_without_any_claim_says_nothing_of_claims() -> None:
    assert said(done=True).kind is None
    assert said(done=True, claims=((Span(0, 90), ClaimKind.FACT),)).kind == "none"
