"""Cutting long texts so that a parse never takes too much memory."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.nlp import pieces
from annotator.nlp.pieces import BATCH, PIECE, batches, encodable, parsable


@given(
    st.lists(st.text(alphabet="aé😀 \n.", max_size=80).map(lambda text: text * 2000), max_size=3)
)
def test_pieces_joined_are_the_texts(texts: list[str]) -> None:
    rebuilt = ["" for _text in texts]
    for piece in pieces.pieces(texts):
        assert piece.offset == len(rebuilt[piece.text])
        assert len(piece.content) <= PIECE
        rebuilt[piece.text] += piece.content
    assert list(map(len, rebuilt)) == list(map(len, texts))
    pairs = zip("".join(rebuilt), "".join(texts), strict=True)
    assert all(here in (there, " ") for here, there in pairs)


def test_the_last_piece_of_each_text_closes_it() -> None:
    texts = ["", "short", "x" * (PIECE + 1)]
    assert [(p.text, p.last) for p in pieces.pieces(texts)] == [
        (0, True),
        (1, True),
        (2, False),
        (2, True),
    ]


def test_a_long_text_is_cut_after_a_paragraph() -> None:
    paragraph = "A sentence. " * 300 + "\n\n"
    first, *_rest = pieces.pieces([paragraph * 20])
    assert first.content.endswith("\n\n")


def test_a_batch_is_bounded_in_number_and_in_length() -> None:
    short = list(batches(pieces.pieces(["a"] * (BATCH + 1))))
    assert [len(batch) for batch in short] == [BATCH, 1]
    long = list(batches(pieces.pieces(["a" * (PIECE - 1)] * 3)))
    assert [len(batch) for batch in long] == [1, 1, 1]


def test_a_lone_surrogate_is_replaced_one_for_one() -> None:
    assert encodable("a\ud800😀") == "a\ufffd😀"


def test_spaces_that_do_not_break_become_plain_ones_one_for_one() -> None:
    assert parsable("AI\u00a0Act\u202f2024 ") == "AI Act 2024 "


def test_signs_without_end_are_broken_and_nothing_else_is() -> None:
    assert max(map(len, parsable("🐝" * 10_000).split())) < 50
    assert max(map(len, parsable("4m€" * 10_000).split())) < 500
    assert parsable("so … 🐝🐝🐝 “well” " + "x" * 400) == "so … 🐝🐝🐝 “well” " + "x" * 400
