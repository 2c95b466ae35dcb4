"""The terms that sums of money are made of, found one after the other in plain text.

What each wording may mean (its senses) stands in resources/patterns/en/money.toml, also for what
English news quotes, such as "1,5 Mrd. Euro". Other languages read with it what they quote, and
with a file of their own what they add or say otherwise.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from annotator.nlp.wordings import ENGLISH, patterns

_SPACES = " \t\u00a0\u2009\u202f"
_UNSEEN = "\u200b-\u200f\u2060\ufeff"
_PIECE = re.compile(
    rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+(?![0-9])(?:,[0-9]+)?|[0-9]+(?:[.,'’][0-9]+)*"
    rf"|[^\W\d_]+|[^\s{_UNSEEN}]"
)
_CLOSE = re.compile(rf"[{_SPACES}{_UNSEEN}]*")
_LINE_BREAK = re.compile(rf"[{_SPACES}]*\n[{_SPACES}]*")
_DASHES = frozenset("-–\u2011")
_WORDS_BACK = 8
_ENDS = frozenset(".;!?:\u2026")

_STARTING = frozenset({"sign", "number", "articles", "vague", "third", "plurals", "scale"})

Senses = Mapping[str, Any]
_NONE: Senses = {}


class Term(NamedTuple):
    """A word, sign, number or set phrase of a text, in code points, and what it may mean."""

    start: int
    stop: int
    text: str
    senses: Senses


@dataclass(frozen=True, slots=True)
class _Wording:
    """A set phrase by its pieces, each with whether a space stands before it."""

    pieces: tuple[tuple[str, bool], ...]
    senses: Senses


@dataclass(slots=True)
class _Node:
    """What may follow some pieces in small letters, and the wordings that end there."""

    after: dict[str, "_Node"] = field(default_factory=dict)
    wordings: list[_Wording] = field(default_factory=list)


class Terms:
    """The terms of a text, asked for by their place; none has a sense beyond the ends."""

    def __init__(self, text: str, language: str = ENGLISH) -> None:
        self.text = text
        self._language = language
        self._terms = list(_terms(text, _lexicon(language)))
        self._count = len(self._terms)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> Term:
        return self._terms[index]

    def sense(self, index: int, name: str) -> Any:  # noqa: ANN401 - a number, code, list or flag
        """What the term means in that way; None if it does not."""
        return self._terms[index].senses.get(name) if 0 <= index < self._count else None

    def follows(self, index: int, name: str) -> Any:  # noqa: ANN401 - a number, code, list or flag
        """The same, but only where the term stands close behind the one before it."""
        return self.sense(index, name) if self.is_near(index) else None

    def listed(self, table: str, name: str) -> frozenset[str]:
        """One of the lists of words, for asking whether a word is there."""
        return _listed(self._language, table, name)

    def word(self, index: int) -> str:
        """The term in small letters; nothing beyond the ends."""
        return self._terms[index].text.lower() if 0 <= index < self._count else ""

    def is_glued(self, index: int) -> bool:
        """Whether nothing stands between a term and the one before it."""
        return 0 < index < self._count and self._terms[index].start == self._terms[index - 1].stop

    def is_near(self, index: int) -> bool:
        """Whether a space at most, or a wrapped line, stands between a term and the one before."""
        if not 0 < index < self._count:
            return False
        gap = self.text[self[index - 1].stop : self[index].start]
        wrapped = self[index].text[0].islower() and _LINE_BREAK.fullmatch(gap)
        return bool(wrapped or _CLOSE.fullmatch(gap))

    def told_before(self, index: int, name: str) -> bool:
        """Whether a term with that sense stands a few words before, in the same clause."""
        for place in range(index - 1, max(-1, index - 1 - _WORDS_BACK), -1):
            if self.word(place) in _ENDS:
                return False
            if self.sense(place, name):
                return True
        return False

    def past_dash(self, index: int) -> int:
        """The place behind a hyphen that joins two words, or else the same place."""
        joins = self.is_dash(index) and self.is_glued(index) and self.is_glued(index + 1)
        return index + 1 if joins else index

    def is_dash(self, index: int) -> bool:
        """Whether a hyphen or a short dash stands there."""
        return self.word(index) in _DASHES


@cache
def wordings(language: str) -> Mapping[str, Any]:
    """The content of money.toml for a language, on top of that for English."""
    english = patterns("money")
    own = patterns("money", language)
    merged: Mapping[str, Any] = english if own == english else _merged(english, own)
    return merged


def _merged(under: Any, over: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    """Tables with the entries of both, lists of words with the words of both, else the upper."""
    if isinstance(under, Mapping) and isinstance(over, Mapping):
        both = {name: _merged(under[name], over[name]) for name in under.keys() & over.keys()}
        return {**under, **over, **both}
    words = isinstance(under, list) and isinstance(over, list) and isinstance(over[0], str)
    return [*under, *over] if words else over


@cache
def _listed(language: str, table: str, name: str) -> frozenset[str]:
    return frozenset(wordings(language)[table][name])


def _terms(text: str, lexicon: _Node) -> Iterator[Term]:
    pieces = list(_PIECE.finditer(text))
    place = 0
    while place < len(pieces):
        start, stop = pieces[place].span()
        senses: Senses = _NONE
        if text[start].isdecimal():
            senses = {"digits": text[start:stop], "starts": True}
        elif wording := _longest(lexicon, pieces, place):
            place += len(wording.pieces) - 1
            stop, senses = pieces[place].end(), wording.senses
        yield Term(start, stop, text[start:stop], senses)
        place += 1


def _longest(lexicon: _Node, pieces: list[re.Match[str]], place: int) -> _Wording | None:
    """The longest wording that begins with a piece."""
    found: _Wording | None = None
    node = lexicon.after.get(pieces[place].group().lower())
    step = place
    while node is not None:
        found = next((each for each in node.wordings if _matches(each, pieces, place)), found)
        step += 1
        node = node.after.get(pieces[step].group().lower()) if step < len(pieces) else None
    return found


def _matches(wording: _Wording, pieces: list[re.Match[str]], place: int) -> bool:
    """Whether pieces are also set as the wording is: its capitals, and its spaces."""
    spaced = False
    for step, (word, apart) in enumerate(wording.pieces):
        piece = pieces[place + step]
        if word != word.lower() and piece.group() != word:
            return False
        if step and apart != (pieces[place + step - 1].end() < piece.start()):
            return False
        spaced = spaced or apart
    # "gave the US $5m" has no sign of two words
    of_country = spaced and "sign" in wording.senses and place > 0
    return not (of_country and pieces[place - 1].group().lower() == "the")


@cache
def _lexicon(language: str) -> _Node:
    """All wordings, to be found piece by piece."""
    senses: dict[str, dict[str, Any]] = {}
    for wording, name, value in _senses(wordings(language)):
        senses.setdefault(wording, {})[name] = value
    root = _Node()
    for wording, meant in senses.items():
        found = list(_PIECE.finditer(wording))
        ends = [0, *(piece.end() for piece in found)]
        pieces = [
            (piece.group(), end < piece.start()) for piece, end in zip(found, ends, strict=False)
        ]
        node = root
        for word, _apart in pieces:
            node = node.after.setdefault(word.lower(), _Node())
        if meant.keys() & _STARTING:
            meant["starts"] = True
        node.wordings.append(_Wording(tuple(pieces), meant))
    return root


def _senses(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Each wording with the name and the value of one of its senses."""
    for table, name in (
        ("signs", "sign"),
        ("units", "unit"),
        ("hundredths", "hundredth"),
        ("scales", "scale"),
        ("scales_after_comma", "scale"),
        ("numbers", "number"),
        ("fractions", "fraction"),
        ("vague", "vague"),
        ("thirds", "third"),
    ):
        meant = data[table].items()
        yield from ((wording, name, value) for wording, value in meant if value is not False)
    yield from ((wording, "comma", True) for wording in data["scales_after_comma"])
    for table in ("articles", "plurals", "links", "ranges", "qualifiers", "spending", "figures"):
        for name, listed in data[table].items():
            sense = table if name == "words" else name
            yield from ((wording, sense, True) for wording in listed)
