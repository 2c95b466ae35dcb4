"""Code points and Qt's positions are the same place, in every script."""

import pytest
from PySide6.QtGui import QTextDocument

from annotator.ui.article_view.positions import Positions
from ui.article_view.looking import is_in_paragraph, random_texts, units_before

LETTERS = "a é\u0301🚀😀字א\u00a0\n\u2028\t"


@pytest.mark.parametrize("text", random_texts(LETTERS, count=40))
def test_every_code_point_finds_its_utf16_position_and_back(text: str) -> None:
    positions = Positions(text)
    for point in range(len(text)):
        if is_in_paragraph(text, point):
            assert positions.to_qt(point) == units_before(text, point)
            assert positions.from_qt(positions.to_qt(point)) == point


@pytest.mark.parametrize("text", random_texts(LETTERS, count=40))
def test_paragraphs_are_those_of_the_document(text: str) -> None:
    positions = Positions(text)
    document = QTextDocument()
    document.setPlainText(Positions(text).shown)
    assert document.blockCount() == len(positions.starts)
    for paragraph, start in enumerate(positions.starts):
        block = document.findBlockByNumber(paragraph)
        assert block.position() == positions.to_qt(start)
        assert block.position() + block.length() - 1 == positions.to_qt(positions.stops[paragraph])


@pytest.mark.parametrize(
    ("text", "point", "position"),
    [("a\n\n\nb\n", 2, 1), ("a\n\n\nb\n", 6, 3), ("\n\na", 0, 0), ("\n", 1, 0)],
)
def test_what_lies_between_paragraphs_is_the_end_of_the_one_before(
    text: str, point: int, position: int
) -> None:
    assert Positions(text).to_qt(point) == position


def test_the_middle_of_a_surrogate_pair_belongs_to_its_character() -> None:
    assert Positions("a🚀b").from_qt(2) == 1


def test_positions_beyond_the_text_are_its_end() -> None:
    assert Positions("a🚀").to_qt(99) == 3


@pytest.mark.parametrize("char", ["\r", "\u2029", "\ufdd0", "\ufdd1", "\ufffc", "\ud83d", "\0"])
def test_no_character_breaks_a_paragraph_or_shifts_what_follows(char: str) -> None:
    text = f"one{char}\ntwo{char}"
    document = QTextDocument()
    document.setPlainText(Positions(text).shown)
    assert document.blockCount() == 2
    assert document.characterCount() - 1 == len(text)
