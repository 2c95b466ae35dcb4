"""The index of marks gives what a look at every mark would give."""

import random

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
    index = Index(Positions(text).starts, len(text))
    index.replace(marks)
    return index


def test_hits_equal_those_of_brute_force() -> None:
    source = dice(1)
    for text in random_texts(LETTERS, count=60):
        marks = [random_mark(source, key, len(text)) for key in range(40)]
        index = index_of(text, marks)
        for point in range(len(text)):
            covering = {mark.key for mark in marks if mark.span.start <= point < mark.span.stop}
            found = index.at(point)
            assert {mark.key for mark in found} == covering
            assert [len(mark.span) for mark in found] == sorted(len(mark.span) for mark in found)


def test_pieces_cover_just_what_the_marks_cover() -> None:
    source = dice(2)
    for text in random_texts(LETTERS, count=60):
        marks = [random_mark(source, key, len(text)) for key in range(20)]
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


def test_replacing_marks_gives_the_same_as_starting_anew() -> None:
    source = dice(3)
    text = LETTERS * 20
    index = index_of(text, [])
    for _ in range(30):
        marks = [random_mark(source, source.randrange(30), len(text)) for _ in range(20)]
        index.replace(marks)
        fresh = index_of(text, marks)
        for paragraph in range(len(Positions(text).starts)):
            kept = {(p.mark.key, p.start, p.stop) for p in index.pieces(paragraph)}
            assert kept == {(p.mark.key, p.start, p.stop) for p in fresh.pieces(paragraph)}


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
