"""Long texts are cut at paragraphs, so that a parse never takes more memory than a few articles."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

PIECE = 50_000
"""Most code points that are parsed at once: a parse takes some 5 kB for each."""

BATCH = 16
"""Most pieces that are parsed at once."""

_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007\u2009", " "))
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNBROKEN = re.compile(r"[^\w\s]{50}|\S{500}")
"""What no news is written like; spaCy's tokenizer takes it apart sign by sign, in square time."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text number `text`, from code point `offset` on; `last` closes the text."""

    text: int
    offset: int
    content: str
    last: bool


def pieces(texts: Iterable[str]) -> Iterator[Piece]:
    """All texts in order, each as one piece or, if it is long, as several."""
    for number, text in enumerate(texts):
        start = 0
        while True:
            stop = _cut(text, start)
            yield Piece(number, start, parsable(text[start:stop]), stop >= len(text))
            start = stop
            if start >= len(text):
                break


def parsable(text: str) -> str:
    """The text, as long as before, with plain spaces for those that do not break.

    spaCy takes them for words, so that a name with one in it would not be known. A run of signs
    without end gets a space now and then.
    """
    spaced = encodable(text).translate(_SPACES)
    return _UNBROKEN.sub(lambda run: f"{run[0][:-1]} ", spaced)


def encodable(text: str) -> str:
    """The text with a replacement for each lone surrogate, which spaCy cannot encode."""
    return _SURROGATE.sub("\ufffd", text)


def batches(stream: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Groups of pieces that are small enough, in number and length, to be parsed together."""
    batch: list[Piece] = []
    size = 0
    for piece in stream:
        if batch and (len(batch) >= BATCH or size + len(piece.content) > PIECE):
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece.content)
    if batch:
        yield batch


def _cut(text: str, start: int) -> int:
    """Where the piece that begins at `start` ends: after a paragraph, line, sentence or word."""
    limit = start + PIECE
    if limit >= len(text):
        return len(text)
    for border in ("\n\n", "\n", ". ", " "):
        found = text.rfind(border, start + PIECE // 2, limit)
        if found >= 0:
            return found + len(border)
    return limit
