"""Tests of spans of text."""

import pytest

from annotator.domain import Span

SENTENCE = Span(10, 30)


@pytest.mark.parametrize(
    ("other", "shared"),
    [(Span(0, 10), 0), (Span(30, 40), 0), (Span(0, 15), 5), (Span(12, 14), 2), (Span(0, 99), 20)],
)
def test_spans_share_what_both_cover(other: Span, shared: int) -> None:
    assert SENTENCE.shared(other) == other.shared(SENTENCE) == shared


def test_half_of_the_shorter_one_is_enough_to_speak_of_a_sentence() -> None:
    assert Span(25, 35).speaks_of(SENTENCE)
    assert not Span(26, 36).speaks_of(SENTENCE)
    assert Span(0, 99).speaks_of(SENTENCE)


def test_nothing_speaks_of_an_empty_stretch() -> None:
    assert not SENTENCE.speaks_of(Span(12, 12))
