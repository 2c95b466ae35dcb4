"""Code points and Qt's positions are the same place, in every script."""

import pytest
from PySide6.QtGui import QTextDocument

from annotator.ui.article_view.positions import Positions, displayable
from ui.article_view.looking import random_texts

LETTERS = "a é\u0301🚀😀字א\u00a0\n\u2028\t"


def units_before(text: str, point: int) -> int:
    return len(text[:point].encode("utf-16-le")) // 2


@pytest.mark.parametrize("text", random_texts(LETTERS, count=40))
def test_every_code_point_finds_its_utf16_position_and_back(text: str) -> None:
    positions = Positions(text)
    for point in range(len(text) + 1):
        assert positions.to_qt(point) == units_before(text, point)
        assert positions.from_qt(positions.to_qt(point)) == point


@pytest.mark.parametrize("text", random_texts(LETTERS, count=40))
def test_paragraphs_are_those_of_the_document(text: str) -> None:
    positions = Positions(text)
    document = QTextDocument()
    document.setPlainText(displayable(text))
    assert document.blockCount() == len(positions.starts)
    for paragraph, start in enumerate(positions.starts):
        assert document.findBlockByNumber(paragraph).position() == positions.to_qt(start)


def test_the_middle_of_a_surrogate_pair_belongs_to_its_character() -> None:
    assert Positions("a🚀b").from_qt(2) == 1


def test_positions_beyond_the_text_are_its_end() -> None:
    assert Positions("a🚀").to_qt(99) == 3


@pytest.mark.parametrize("char", ["\r", "\u2029", "\ufdd0", "\ufdd1", "\ufffc", "\ud83d", "\0"])
def test_no_character_breaks_a_paragraph_or_shifts_what_follows(char: str) -> None:
    text = f"one{char}\ntwo{char}"
    document = QTextDocument()
    document.setPlainText(displayable(text))
    assert document.blockCount() == 2
    assert document.characterCount() - 1 == len(text)
