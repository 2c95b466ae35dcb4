"""Many words are looked for in one text at once, and found where a search for each finds them."""

from itertools import combinations, starmap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain import Span
from annotator.domain.word_index import WordIndex, word_index
from annotator.domain.words import first_word, occurrences, plain, snapped

SIGNS = "aab \n\u0301’-€中🚀ש"
TEXTS = st.text(SIGNS, max_size=24)
WORDS = st.text(SIGNS, min_size=1, max_size=5).map(plain).filter(first_word)


def found(text: str, words: str) -> list[str]:
    return [span.quote(text) for span in WordIndex(text).occurrences(words)]


def test_whole_words_are_found_and_parts_of_longer_ones_are_not() -> None:
    text = "Nordwind, Nordwinds, Nordwind’s, Nord wind. 🚀 Nordwind"
    assert list(WordIndex(text).occurrences("Nordwind")) == list(occurrences(text, "Nordwind"))
    assert len(found(text, "Nordwind")) == 3


@pytest.mark.parametrize("words", ["Mistral AI", "AI labs"])
def test_blanks_are_alike_and_spans_are_of_the_text_as_it_is(words: str) -> None:
    text = "Two  blanks.\n\nMistral\u00a0 AI \t labs. Mistral AI labs."
    assert [plain(quote) for quote in found(text, words)] == [words, words]


def test_words_that_begin_with_a_sign_are_found() -> None:
    assert found("It paid €2bn, not €2bns.", "€2bn") == ["€2bn"]


def test_nothing_is_found_of_what_has_no_letter_or_is_not_there() -> None:
    assert found("– what?", "–") == found("what?", "who") == []


def test_the_index_of_a_text_is_made_once() -> None:
    assert word_index("Once upon a time") is word_index("Once upon a time")


@given(TEXTS, WORDS)
def test_it_finds_whatever_stands_whole_between_two_places(text: str, words: str) -> None:
    whole = {
        span
        for span in starmap(Span, combinations(range(len(text) + 1), 2))
        if plain(span.quote(text)) == words
        and span.quote(text) == span.quote(text).strip()
        and snapped(text, span) == span
    }
    assert set(WordIndex(text).occurrences(words)) == whole
