"""An article's text taken apart: metadata and clutter above and below it, and the text itself."""

from dataclasses import dataclass, field
from itertools import groupby

from annotator.readers.cleaning import Mark, ends_article, find_marks, is_edge_clutter
from annotator.readers.facts import NOTHING, Facts
from annotator.readers.metadata import dateline_date, footer_facts, header_facts, title_in

_HEAD_LINES = 30
_MOST_ENDS = 12
_PROSE = 200
_LONGEST_AMID = 100
_LINES_ABOVE_BYLINE = 2


@dataclass(frozen=True, slots=True)
class Dissection:
    """The article without what is not part of it, what was found, and what was left out."""

    text: str
    facts: Facts
    removed: tuple[str, ...] = ()


def dissect(text: str) -> Dissection:
    """The article in `text`; if nothing would be left of it, the text as it is."""
    page = _Page(text.split("\n"))
    page.drop_clutter()
    footer = page.read_tail()
    facts = page.read_head().or_else(footer)
    if not page.dropped:
        return Dissection(text.strip(), facts)
    rest = page.rest()
    return Dissection(rest, facts, page.removed()) if rest else Dissection(text.strip(), NOTHING)


@dataclass(slots=True)
class _Page:
    """Lines of which some are dropped."""

    lines: list[str]
    dropped: set[int] = field(default_factory=set)
    marks: dict[int, Mark] = field(init=False)
    ends: list[int] = field(init=False)
    stop: int = field(init=False)

    def __post_init__(self) -> None:
        self.marks = find_marks(self.lines)
        ends = [place for place, mark in self.marks.items() if mark is not Mark.CLUTTER]
        self.ends = ends[-_MOST_ENDS:]
        self.stop = len(self.lines)

    def drop_clutter(self) -> None:
        """Drop the lines that are navigation wherever they stand."""
        self.dropped.update(place for place, mark in self.marks.items() if mark is Mark.CLUTTER)

    def read_tail(self) -> Facts:
        """Drop what follows the article, from the end up; the facts stated there."""
        facts = NOTHING
        while self.stop > 1:
            place = self.stop - 1
            line = self.lines[place].strip()
            if not line or place in self.dropped:
                self.stop -= 1
                continue
            if self._cut_at_mark():
                continue
            found = footer_facts(line)
            if found is None and not is_edge_clutter(line):
                break
            facts = facts.or_else(found or NOTHING)
            self.dropped.add(place)
            self.stop -= 1
        return facts

    def read_head(self) -> Facts:
        """Drop what precedes the article and its headline; the facts stated there."""
        facts, kept, dated = NOTHING, 0, True
        for place in range(min(self.stop, _HEAD_LINES)):
            line = self.lines[place].strip()
            if not line or place in self.dropped:
                continue
            may_be_clutter = kept == 0 or (kept == 1 and len(line) <= _LONGEST_AMID)
            is_clutter = may_be_clutter and is_edge_clutter(line)
            found = NOTHING if is_clutter else header_facts(line, dated=dated)
            if found is not None:
                facts, dated = facts.or_else(found), True
                self.dropped.add(place)
                continue
            kept += 1
            title = title_in(line) if kept == 1 and self._is_apart(place) else ""
            published = dateline_date(line)
            if title or published:
                facts = facts.or_else(Facts(title=title, published=published))
            dated = bool(title)
            if len(line) > _PROSE or kept > _LINES_ABOVE_BYLINE or (kept == 1 and not title):
                break
        return facts

    def rest(self) -> str:
        """The lines that are left, with single blank lines where something was dropped."""
        kept: list[str] = []
        for place, line in enumerate(self.lines):
            if place in self.dropped:
                continue
            is_gap = not line.strip() and (place - 1 in self.dropped or not kept)
            if not (is_gap and (not kept or not kept[-1].strip())):
                kept.append(line)
        return "\n".join(kept).strip()

    def removed(self) -> tuple[str, ...]:
        """What was dropped, lines that stood together as one text."""
        places = sorted(place for place in self.dropped if self.lines[place].strip())
        runs = groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])
        return tuple("\n".join(self.lines[place].strip() for _, place in run) for _, run in runs)

    def _cut_at_mark(self) -> bool:
        """Drop all from the first mark after which nothing of the article follows."""
        for place in self.ends:
            mark = self.marks[place]
            if 0 < place < self.stop and ends_article(self.lines, place, self.stop, mark):
                self.dropped.update(range(place, self.stop))
                self.stop = place
                return True
        return False

    def _is_apart(self, place: int) -> bool:
        """Whether a headline may stand there: above a gap, a byline or a longer line."""
        if place + 1 >= self.stop:
            return False
        below = self.lines[place + 1].strip()
        if not below or place + 1 in self.dropped or len(below) > len(self.lines[place]):
            return True
        return header_facts(below, dated=True) is not None or is_edge_clutter(below)
