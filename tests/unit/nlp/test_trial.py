"""Before and after on articles that were kept for the test."""

import pytest

from annotator.domain import (
    ClaimDraft,
    ClaimKind,
    Figures,
    Lesson,
    Span,
    StatementDraft,
    SuggestionDraft,
)
from annotator.nlp.trial import Trial, figures

FIRST, SECOND, THIRD = Span(0, 50), Span(50, 100), Span(100, 150)


def funding(*spans: Span) -> list[SuggestionDraft]:
    return [
        SuggestionDraft(content=StatementDraft(span=span, type="funding"), score=1)
        for span in spans
    ]


def claim(span: Span, kind: ClaimKind) -> SuggestionDraft:
    return SuggestionDraft(content=ClaimDraft(span=span, kind=kind), score=1)


def test_what_was_mended_and_what_was_spoiled_is_counted() -> None:
    lesson = Lesson(article_id=4, text="", statements=((FIRST, "funding"),), done=True)
    trial = Trial(lesson, [FIRST, SECOND, THIRD], funding(SECOND, THIRD))
    found = figures([trial], [funding(FIRST, SECOND)], ["funding"], learned_from=7)
    assert (found.learned_from, found.tested_on) == (7, 3)
    assert (found.mended, found.spoiled) == (2, 0)
    [score] = found.scores
    assert (score.label, score.before, score.after, score.count) == ("funding", 0.0, 0.667, 1)


def test_claims_are_right_in_kind_or_not_there() -> None:
    lesson = Lesson(
        article_id=4,
        text="",
        claims=((FIRST, ClaimKind.OPINION),),
        refused=((SECOND, "fact"),),
    )
    before = [claim(FIRST, ClaimKind.FACT), claim(SECOND, ClaimKind.FACT)]
    trial = Trial(lesson, [FIRST, SECOND, THIRD], before)
    found = figures([trial], [[claim(FIRST, ClaimKind.OPINION)]], ["funding"], learned_from=7)
    [score] = found.scores
    assert (score.label, score.before, score.after, score.count) == ("claims", 0.0, 1.0, 2)


def test_the_same_again_is_not_better() -> None:
    lesson = Lesson(article_id=4, text="", done=True)
    trial = Trial(lesson, [FIRST], funding(FIRST))
    found = figures([trial], [funding(FIRST)], ["funding"], learned_from=7)
    assert (found.mended, found.spoiled, found.is_better) == (0, 0, False)


@pytest.mark.parametrize(("mended", "spoiled"), [(3, 0), (5, 1), (26, 12)])
def test_what_mends_clearly_more_than_it_spoils_is_better(mended: int, spoiled: int) -> None:
    made = Figures(learned_from=9, tested_on=99, mended=mended, spoiled=spoiled, scores=())
    assert made.is_better
    turned = Figures(learned_from=9, tested_on=99, mended=spoiled, spoiled=mended, scores=())
    assert not turned.is_better


def test_what_chance_may_bring_about_is_not_better() -> None:
    made = Figures(learned_from=9, tested_on=99, mended=26, spoiled=19, scores=())
    assert not made.is_better
