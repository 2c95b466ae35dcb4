"""A selection by mouse ends at words and leaves stray blanks and quotes out."""

import pytest

from annotator.domain import Span
from annotator.domain.words import snapped, trimmed, word_at


def marked(marked_text: str) -> tuple[str, Span]:
    """The text without its two bars, and the span between them."""
    first = marked_text.index("|")
    second = marked_text.index("|", first + 1) - 1
    return marked_text.replace("|", ""), Span(first, second)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The mi|nis|try pays", "The |ministry| pays"),
        ("The |ministry| pays", "The |ministry| pays"),
        ("The mi|nistry pa|ys", "The |ministry pays|"),
        ("Zo|e\u0301| Dupont", "|Zoe\u0301| Dupont"),
        ("|Zoe|\u0301 Dupont", "|Zoe\u0301| Dupont"),
        ("|EU|-backed firms", "|EU|-backed firms"),
        ("🚀 Mi|str|al", "🚀 |Mistral|"),
        ("宣布|投资|五十亿", "宣布|投资|五十亿"),
        ("👩|\u200d🔬| works", "|👩\u200d🔬| works"),
        ("ש|ל|ם the EU", "|שלם| the EU"),
        ("one|| two", "one|| two"),
    ],
)
def test_both_ends_of_a_selection_move_out_of_words(before: str, after: str) -> None:
    text, span = marked(before)
    assert snapped(text, span) == marked(after)[1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The| ministry |pays", "The |ministry| pays"),
        ("The|\u00a0ministry\u200b|pays", "The\u00a0|ministry|\u200bpays"),
        ("said |“Mistral| is", "said “|Mistral| is"),
        ("said “Mistral |is ahead” |now", "said “Mistral |is ahead|” now"),
        ("said |“Mistral is ahead”| now", "said “|Mistral is ahead|” now"),
        ("|“A” and “B”|", "|“A” and “B”|"),
        ('he said |"yes" and left|', 'he said |"yes" and left|'),
        ("|calls it „Gift“|", "|calls it „Gift“|"),
        ("|“ ”|", "“ || ”"),
        ("a|   |b", "a   ||b"),
    ],
)
def test_blanks_and_quotes_that_do_not_belong_are_cut(before: str, after: str) -> None:
    text, span = marked(before)
    assert trimmed(text, span).quote(text) == marked(after)[1].quote(marked(after)[0])


@pytest.mark.parametrize(
    ("text", "inside", "word"),
    [
        ("the GPT-4 model", "PT", "GPT-4"),
        ("Mistral's plan", "stral", "Mistral"),
        ("the EU\u2019s plan", "EU", "EU"),
        ("L\u2019Oréal buys", "Or", "L\u2019Oréal"),
        ("about 1.7 billion", "7", "1.7"),
        ("the end. Next", "nd", "end"),
        ("Zoe\u0301 Dupont", "o", "Zoe\u0301"),
        ("🚀 now", "🚀", "🚀"),
    ],
)
def test_a_word_has_its_hyphens_but_not_its_possessive(text: str, inside: str, word: str) -> None:
    assert word_at(text, text.index(inside)).quote(text) == word


def test_there_is_no_word_at_a_blank_or_beyond_the_text() -> None:
    assert not word_at("one two", 3)
    assert not word_at("one", 3)
