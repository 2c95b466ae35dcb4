"""The index of marks gives what a look at every mark would give."""

import random
from collections.abc import Iterable

import pytest

from annotator.domain import Span
from annotator.ui.article_view.index import Index
from annotator.ui.article_view.mark import Layer, Mark
from annotator.ui.article_view.positions import Positions
from ui.article_view.looking import dice, random_texts

LETTERS = "ab 🚀字א\u0301\u00a0\n\n"


def random_mark(source: random.Random, key: int, length: int) -> Mark:
    start = source.randrange(length)
    stop = min(length + 5, start + source.choice((0, 1, 5, 30, 200)))
    return Mark(key, Span(start, stop), source.choice(list(Layer)), "", "#123456")


def index_of(text: str, marks: list[Mark]) -> Index:
    index = Index(Positions(text))
    index.replace(marks)
    return index


@pytest.mark.parametrize("count", [40, 200])
def test_hits_equal_those_of_brute_force(count: int) -> None:
    source = dice(1)
    for text in random_texts(LETTERS, count=60):
        marks = [random_mark(source, key, len(text)) for key in range(count)]
        index = index_of(text, marks)
        for point in range(len(text)):
            if text[point] == "\n":
                continue
            covering = {mark.key for mark in marks if mark.span.start <= point < mark.span.stop}
            found = index.at(point)
            assert {mark.key for mark in found} == covering
            assert [len(mark.span) for mark in found] == sorted(len(mark.span) for mark in found)


def test_pieces_cover_just_what_the_marks_cover() -> None:
    source = dice(2)
    for text in random_texts(LETTERS, count=60):
        marks = [random_mark(source, key, len(text)) for key in range(100)]
        index, starts = index_of(text, marks), Positions(text).starts
        drawn = {
            (piece.mark.key, start + point)
            for paragraph, start in enumerate(starts)
            for piece in index.pieces(paragraph)
            for point in range(piece.start, piece.stop)
        }
        assert drawn == {
            (mark.key, point)
            for mark in marks
            for point in range(mark.span.start, min(mark.span.stop, len(text)))
            if text[point] != "\n"
        }


def same_as_anew(index: Index, text: str, marks: Iterable[Mark]) -> bool:
    fresh = index_of(text, list(marks))
    return index.counts == fresh.counts and all(
        {(piece.mark, piece.start, piece.stop) for piece in index.pieces(paragraph)}
        == {(piece.mark, piece.start, piece.stop) for piece in fresh.pieces(paragraph)}
        for paragraph in range(len(Positions(text).starts))
    )


@pytest.mark.parametrize("count", [20, 200])
def test_replacing_marks_gives_the_same_as_starting_anew(count: int) -> None:
    source = dice(3)
    text = LETTERS * 20
    index = index_of(text, [])
    for _ in range(30):
        keys = source.sample(range(2 * count), count)
        marks = [random_mark(source, key, len(text)) for key in keys]
        index.replace(marks)
        assert same_as_anew(index, text, marks)


def test_adding_and_removing_marks_gives_the_same_as_starting_anew() -> None:
    source = dice(4)
    text = LETTERS * 20
    marks = {key: random_mark(source, key, len(text)) for key in range(200)}
    index = index_of(text, list(marks.values()))
    for _ in range(200):
        key = source.randrange(300)
        if key in marks and source.random() < 0.5:
            del marks[key]
            index.remove(key)
        else:
            marks[key] = random_mark(source, key, len(text))
            index.add(marks[key])
    assert same_as_anew(index, text, marks.values())


def test_overlapping_statements_get_lanes_of_their_own_and_the_accepted_one_the_first() -> None:
    pending = Mark("p", Span(0, 8), Layer.STATEMENTS, "", "#123456", pending=True)
    accepted = Mark("a", Span(4, 12), Layer.STATEMENTS, "", "#123456")
    lanes = {p.mark.key: p.lane for p in index_of("x" * 20, [pending, accepted]).pieces(0)}
    assert lanes == {"a": 0, "p": 1}


def test_statements_side_by_side_share_a_lane() -> None:
    marks = [Mark(n, Span(n * 4, n * 4 + 4), Layer.STATEMENTS, "", "#123456") for n in range(4)]
    assert {piece.lane for piece in index_of("x" * 20, marks).pieces(0)} == {0}


def test_a_mark_over_several_paragraphs_opens_in_the_first_and_closes_in_the_last() -> None:
    index = index_of("one\ntwo\nsix", [Mark("m", Span(1, 10), Layer.CLAIMS, "", "#123456")])
    ends = [(piece.opens, piece.closes) for n in range(3) for piece in index.pieces(n)]
    assert ends == [(True, False), (False, False), (False, True)]
