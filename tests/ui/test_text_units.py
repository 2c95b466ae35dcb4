"""Sentences, paragraphs and words, told by punctuation."""

import pytest

from annotator.domain import Span
from annotator.ui.text_units import moved, paragraph_at, sentence_at

TEXT = (
    "The U.S. government backs chips. “It pays $1.5bn,” said Dr. Wu!  Really?\n"
    "A new paragraph  with Meta’s plans\n"
)


def at(words: str) -> int:
    return TEXT.index(words)


def span(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("government", "The U.S. government backs chips."),
        ("The", "The U.S. government backs chips."),
        ("1.5bn", "“It pays $1.5bn,” said Dr. Wu!"),
        ("Really", "Really?"),
        ("new", "A new paragraph  with Meta’s plans"),
    ],
)
def test_a_sentence_is_found_around_a_point(word: str, sentence: str) -> None:
    assert sentence_at(TEXT, at(word)).quote(TEXT) == sentence


@pytest.mark.parametrize("behind", ["One is here.", "“One is here.”"])
def test_behind_a_full_stop_one_sentence_is_meant(behind: str) -> None:
    text = f"{behind} Two is here."
    for point in (len(behind) - 1, len(behind)):
        assert sentence_at(text, point).quote(text) == behind


def test_no_letter_loses_its_accent() -> None:
    text = "said Zoe\u0301 की"
    assert moved(text, Span(0, 9), stop=-1).quote(text) == "said"
    assert moved(text, Span(5, len(text)), stop=-1).quote(text) == "Zoe\u0301"


def test_a_bullet_is_no_part_of_a_sentence() -> None:
    text = "First.\n * France pays.\n- It does"
    assert sentence_at(text, text.index("pays")).quote(text) == "France pays."
    assert sentence_at(text, text.index("does")).quote(text) == "It does"


def test_a_paragraph_is_found_around_a_point() -> None:
    assert paragraph_at(TEXT, at("pays")).quote(TEXT) == TEXT.splitlines()[0]
    assert paragraph_at(TEXT, at("plans")).quote(TEXT) == "A new paragraph  with Meta’s plans"


@pytest.mark.parametrize("point", [0, 1])
def test_an_empty_text_has_empty_units(point: int) -> None:
    assert sentence_at("", point) == paragraph_at("", point) == Span(0, 0)


@pytest.mark.parametrize(
    ("words", "start", "stop", "moved_to"),
    [
        ("pays $1.5bn", -1, 0, "It pays $1.5bn"),
        ("pays $1.5bn", 1, 0, "1.5bn"),
        ("pays $1.5bn", 0, 1, "pays $1.5bn,” said"),
        ("pays $1.5bn", 0, -1, "pays"),
        ("backs chips", 0, 1, "backs chips."),
        ("backs chips.", 0, -1, "backs chips"),
        ("with Meta", 0, 1, "with Meta’s"),
        ("with Meta’s plans", 0, -2, "with"),
        ("paragraph", -2, 1, "A new paragraph  with"),
    ],
)
def test_the_ends_of_a_span_move_by_words(words: str, start: int, stop: int, moved_to: str) -> None:
    assert moved(TEXT, span(words), start=start, stop=stop).quote(TEXT) == moved_to


def test_a_word_stays_in_the_span() -> None:
    assert moved(TEXT, span("chips"), start=1) == span("chips")
    assert moved(TEXT, span("chips"), stop=-1) == span("chips")


def test_at_the_ends_of_the_text_nothing_moves() -> None:
    assert moved("one two", Span(0, 7), start=-1, stop=1) == Span(0, 7)


def test_signs_of_a_script_without_blanks_are_taken_one_by_one() -> None:
    text = "法国支持人工智能。"
    assert moved(text, Span(0, 2), stop=1) == Span(0, 3)
    assert moved(text, Span(2, 4), start=-1) == Span(1, 4)
