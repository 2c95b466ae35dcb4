"""Words on the screen are told apart."""

import pytest

from annotator.ui.languages import language_name
from annotator.ui.wordings import (
    CLAIM_KINDS,
    CLAIM_TIPS,
    MODALITIES,
    MODALITY_TIPS,
    breakable,
)


def test_no_modality_reads_like_a_kind_of_claim() -> None:
    assert set(MODALITIES.values()).isdisjoint(CLAIM_KINDS.values())


def test_every_value_is_explained() -> None:
    assert MODALITY_TIPS.keys() == MODALITIES.keys()
    assert CLAIM_TIPS.keys() == CLAIM_KINDS.keys()


@pytest.mark.parametrize(
    ("code", "name"),
    [("en", "English"), ("en-GB", "English (en-GB)"), ("fr", "French"), ("xx", "xx")],
)
def test_languages_are_named_as_far_as_qt_knows_them(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.parametrize("words", ["Mistral AI", "an internationally known firm", "", "🐝" * 30])
def test_words_that_fit_a_line_are_left_alone(words: str) -> None:
    assert breakable(words) == words


def test_a_long_word_may_end_a_line_between_letters_but_not_before_an_accent() -> None:
    word = "Zoe\u0301" * 6
    assert breakable(word).replace("\u200b", "") == word
    assert "Z\u200bo\u200be\u0301" in breakable(word)
