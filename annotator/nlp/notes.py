"""What our components leave on a parsed text for those that come after them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Span

from annotator.domain import ClaimKind, Modality, Money, Polarity, RoleValue, Thresholds


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a cue's words stand; `start` and `stop` count tokens."""

    cue: str
    weight: float
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of tokens that somebody says; `verb` is -1 where no verb of saying is near."""

    start: int
    stop: int
    speaker: Span | None
    verb: int = -1
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence turned out to be; `kind` is None for one that claims nothing."""

    kind: ClaimKind | None
    score: float
    evidence: str
    speaker: Span | None
    modality: Modality
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that seems to be a statement, with the cues that speak for it, best first."""

    type: str
    span: Span
    score: float
    hits: tuple[Hit, ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A candidate with its roles filled and its speaker and mood settled."""

    candidate: Candidate
    values: tuple[RoleValue, ...]
    speaker: RoleValue | None
    modality: Modality
    polarity: Polarity


@dataclass(slots=True)
class Notes:
    """The notes on one text; keys of the mappings are token spans.

    `hits` are in the order of the text, `speeches` those over each token. `ents` are
    `doc.ents` once they are settled: spaCy looks for them anew each time.
    """

    origins: dict[tuple[int, int], tuple[float, str]] = field(default_factory=dict)
    sums: dict[tuple[int, int], Money] = field(default_factory=dict)
    days: dict[tuple[int, int], date] = field(default_factory=dict)
    names: dict[tuple[int, int], str] = field(default_factory=dict)
    kinds: dict[tuple[int, int], str] = field(default_factory=dict)
    ents: tuple[Span, ...] = ()
    hits: list[Hit] = field(default_factory=list)
    speeches: dict[int, list[Speech]] = field(default_factory=dict)
    readings: list[tuple[Span, Reading]] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    statements: list[Filled] = field(default_factory=list)


Doc.set_extension("notes", default=None, force=True)
Doc.set_extension("known", default=None, force=True)
Doc.set_extension("learned", default=None, force=True)
Doc.set_extension("thresholds", default=None, force=True)


def notes_of(doc: Doc) -> Notes:
    """The notes on a text, empty ones if none were made yet."""
    if doc._.notes is None:
        doc._.notes = Notes()
    notes: Notes = doc._.notes
    return notes


def name_of(mention: Span) -> str:
    """The name that a mention stands for, or its own words."""
    return notes_of(mention.doc).names.get(key_of(mention), mention.text)


def threshold_in(doc: Doc, kind: str, own: float) -> float:
    """How sure suggestions of a type must be in a text: as was set, or the pipeline's own."""
    thresholds: Thresholds = doc._.thresholds or {}
    return thresholds.get(kind, own)


def hits_in(hits: Sequence[Hit], start: int, stop: int) -> Sequence[Hit]:
    """Those of the hits, which are in the order of the text, that begin between two tokens."""
    first = bisect_left(hits, start, key=lambda hit: hit.start)
    last = bisect_left(hits, stop, lo=first, key=lambda hit: hit.start)
    return hits[first:last]


def key_of(span: Span) -> tuple[int, int]:
    """The key under which notes keep what they know of a span."""
    return span.start, span.end
