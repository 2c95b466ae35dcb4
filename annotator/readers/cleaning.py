"""Lines of a page that are not article text: navigation, sharing, comments, cookie notices."""

import re
from enum import Enum, auto
from functools import cache

from annotator.readers.patterns import load, merged

_LONGEST_MARK = 60
_LONGEST_EDGE = 180
_SHORTEST_NOTICE = 15
_LONGEST_NOTICE = 600
_LONGEST_HEADLINE = 160
_MOST_HEADLINES = 60
_PUNCTUATION = " \t.,:;!?*#_-|•>»"
_DECORATION = re.compile(r"^[^\w©(]+|[^\w)]+$")


class Mark(Enum):
    """What a whole line tells about the lines round it."""

    CLUTTER = auto()
    COMMENTS = auto()
    OTHER_ARTICLES = auto()


def find_marks(lines: list[str]) -> dict[int, Mark]:
    """The lines that are clutter or begin something which is not the article, by their index."""
    known = _marks()
    short = [place for place, line in enumerate(lines) if line and len(line) <= _LONGEST_MARK]
    marks = {place: known.get(_bare(lines[place])) for place in short}
    return {place: mark for place, mark in marks.items() if mark}


def ends_article(lines: list[str], place: int, stop: int, mark: Mark) -> bool:
    """Whether nothing of the article stands between a marked line and `stop`."""
    if mark is Mark.COMMENTS:
        return _length(lines[:place]) >= _length(lines[place:stop])
    return mark is Mark.OTHER_ARTICLES and _only_headlines(lines, place + 1, stop)


def is_edge_clutter(line: str) -> bool:
    """Whether the line is navigation or a notice where an article begins or ends."""
    if len(line) > _LONGEST_EDGE:
        return _is_notice(line)
    bare = _bare(line)
    return bare in _menu() or bool(_edges().fullmatch(bare)) or _is_notice(line)


def _bare(line: str) -> str:
    """The line in lower case without bullets, emoji and punctuation at its ends."""
    bare = line.strip(_PUNCTUATION)
    if bare and not (bare[0].isalnum() and bare[-1].isalnum()):
        bare = _DECORATION.sub("", bare)
    return bare.lower().replace("’", "'")


def _length(lines: list[str]) -> int:
    return sum(map(len, lines))


def _only_headlines(lines: list[str], start: int, stop: int) -> bool:
    """Whether the lines are but titles, dates and links: few, short, no sentences."""
    if stop - start > _MOST_HEADLINES:
        return False
    return all(_is_headline(line.strip()) for line in lines[start:stop])


def _is_headline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and not line.endswith((".", "!”", ".”", '."'))


def _is_notice(line: str) -> bool:
    """Whether the paragraph is about cookies, subscriptions and the like; articles are longer."""
    if not _SHORTEST_NOTICE <= len(line) <= _LONGEST_NOTICE:
        return False
    folded = line.lower()
    for word, groups in _notices():
        if word in folded and any(all(map(folded.__contains__, group)) for group in groups):
            return True
    return False


@cache
def _marks() -> dict[str, Mark]:
    keys = {
        "lines": Mark.CLUTTER,
        "ends": Mark.COMMENTS,
        "lists": Mark.OTHER_ARTICLES,
    }
    return {line: mark for key, mark in keys.items() for line in merged("boilerplate", key)}


@cache
def _menu() -> frozenset[str]:
    return frozenset(merged("boilerplate", "menu")) | _marks().keys()


@cache
def _edges() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{edge})" for edge in merged("boilerplate", "edges")))


@cache
def _notices() -> tuple[tuple[str, list[list[str]]], ...]:
    """The words that all notices hold, each with the phrases that make one."""
    notices: dict[str, list[list[str]]] = {}
    for language in load("boilerplate").values():
        for word, phrases in language["notices"].items():
            notices.setdefault(word, []).extend(phrase.split(" + ") for phrase in phrases)
    return tuple(notices.items())
