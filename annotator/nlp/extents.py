"""Where in a sentence statements of a type stand, as the encoder marks them."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from annotator.domain import PARTIES
from annotator.nlp.claims import said_in, speech_over
from annotator.nlp.encoding import Encodings
from annotator.nlp.notes import notes_of
from annotator.nlp.phrases import tidy

_PART = 0.5
"""How likely a word must be part of a statement."""
_BEGIN = 0.5
"""How likely a word must begin one, as the encoder has it, for it to end the one before it."""
_PARTY = 0.5
"""How likely some word of a statement must be part of a party to it."""
_NEARLY = 0.85
"""How likely a stretch is part of a statement, at least, as a share of the likeliest one."""
_WHOLE = 0.85
"""From which share of a sentence on a statement is all of it."""
_GAP, _SCRAP = 2, 3
"""So many words may be missing within a statement, and fewer than so many are none."""
_PARTYLESS_GAP = 10
"""So many may be missing where what stands on one side of them names no party."""
_MISSING = 15
"""So many words may be missing at its end."""
_OBJECTS = frozenset({"pobj", "dobj", "dative", "attr", "acomp", "ccomp", "pcomp", "xcomp"})
"""What a word must have beside it, if it has it at all, to say anything."""


def extents(encodings: Encodings, sentence: Span, kind: str) -> list[Span]:
    """A stretch for each statement of a type, without gaps of a word or two and without scraps.

    That is the whole sentence if one is next to all of it, or nothing is marked; nothing for a
    sentence of a joining word alone.
    """
    parts = [
        part for run in _joined(encodings, sentence, kind) for part in _apart(encodings, run, kind)
    ]
    likeliest = _likeliest(encodings, parts, kind)
    limits = [*(part.start for part in likeliest[1:]), sentence.end]
    found = [
        _rounded(_without_saying(tidy(part.doc, part.start, part.end)), limit)
        for part, limit in zip(likeliest, limits, strict=False)
    ]
    whole = _without_saying(tidy(sentence.doc, sentence.start, sentence.end))
    kept = [span for span in found if len(span) >= _SCRAP]
    is_all = len(kept) == 1 and len(kept[0]) >= _WHOLE * len(whole)
    if kept and not is_all:
        return kept
    return [whole] if len(whole) else []


def _joined(encodings: Encodings, sentence: Span, kind: str) -> list[Span]:
    """What is likely part of statements; stretches with few words between them are one."""
    joined: list[Span] = []
    for run in encodings.runs(f"span.{kind}", sentence, least=_PART):
        if joined and _go_on(encodings, joined[-1], run, kind):
            joined[-1] = run.doc[joined[-1].start : run.end]
        else:
            joined.append(run)
    return joined


def _go_on(encodings: Encodings, before: Span, behind: Span, kind: str) -> bool:
    """Whether a stretch goes on with the statement before it."""
    gap = behind.start - before.end
    return gap <= _GAP or (gap <= _PARTYLESS_GAP and not _are_two(encodings, before, behind, kind))


def _apart(encodings: Encodings, stretch: Span, kind: str) -> list[Span]:
    """The statements of a stretch, each from where it begins to where the next one does.

    What names no party to a statement of the type is part of the one beside it.
    """
    parts: list[Span] = []
    for part in _begun(encodings, stretch, kind):
        if parts and not _are_two(encodings, parts[-1], part, kind):
            parts[-1] = stretch.doc[parts[-1].start : part.end]
        else:
            parts.append(part)
    return parts


def _begun(encodings: Encodings, stretch: Span, kind: str) -> Iterator[Span]:
    start = stretch.start
    for beginning in encodings.runs(f"begin.{kind}", stretch, least=_BEGIN):
        if beginning.start - start >= _SCRAP and stretch.end - beginning.start >= _SCRAP:
            yield stretch.doc[start : beginning.start]
            start = beginning.start
    yield stretch.doc[start : stretch.end]


def _are_two(encodings: Encodings, before: Span, behind: Span, kind: str) -> bool:
    """Whether each of two stretches names a party, as a statement does."""
    return all(
        any(encodings.chances(f"role.{role}", part).max() >= _PARTY for role in PARTIES[kind])
        for part in (before, behind)
    )


def _likeliest(encodings: Encodings, parts: Sequence[Span], kind: str) -> list[Span]:
    """The parts without those that only stand beside a likelier one, as another type's clause."""
    sure = [float(encodings.chances(f"span.{kind}", part).mean()) for part in parts]
    least = _NEARLY * max(sure, default=0.0)
    return [part for part, chance in zip(parts, sure, strict=True) if chance >= least]


def _rounded(span: Span, limit: int) -> Span:
    """The span with all that its last word leads on to, up to a token, or without such words.

    So that none ends in "to ensure" or "of the".
    """
    ahead = _ahead(span)
    stop = max((token.right_edge.i + 1 for token in ahead), default=span.end)
    if stop <= limit and stop - span.end <= _MISSING:
        return tidy(span.doc, span.start, stop) if ahead else span
    while len(span) > _SCRAP and _ahead(span):
        span = span[:-1]
    return tidy(span.doc, span.start, span.end)


def _ahead(span: Span) -> list[Token]:
    """The words behind a span without which its last word says nothing."""
    if not len(span):
        return []
    last = span[-1]
    ahead = [child for child in last.rights if child.i >= span.end and child.dep_ in _OBJECTS]
    return [*ahead, last.head] if last.head.i >= span.end else ahead


def _without_saying(span: Span) -> Span:
    """The span without the words at its ends that tell who says it."""
    speech = speech_over(span, notes_of(span.doc).speeches)
    return said_in(span, speech)
