"""What the pipeline can learn from coders, and the versions of what it has learned."""

from dataclasses import dataclass
from datetime import datetime
from math import sqrt

from annotator.domain.claim import ClaimKind
from annotator.domain.span import Span

TEST_EVERY = 4
"""Articles whose id this divides are kept for the test, from version to version the same ones."""

CLAIMS = "claims"
"""The label of the score that counts claim kinds; the others are named for statement types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """An article in which coders have decided or tagged, as the classifiers learn from it.

    `statements` and `claims` are the coders', own ones and those made of suggestions. `refused`
    are stretches where a suggestion of that label was rejected or made into something else, `open`
    those where one is undecided; a claim's label is the value of its kind. `done` articles have
    nothing more than what is there.
    """

    article_id: int
    text: str
    statements: tuple[tuple[Span, str], ...] = ()
    claims: tuple[tuple[Span, ClaimKind], ...] = ()
    refused: tuple[tuple[Span, str], ...] = ()
    open: tuple[tuple[Span, str], ...] = ()
    done: bool = False

    @property
    def is_test(self) -> bool:
        """Whether nothing is learned from it, so that it can be tested on."""
        return self.article_id % TEST_EVERY == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """How many decisions and own tags on statements and claims an article has."""

    article_id: int
    language: str
    decisions: int

    @property
    def is_test(self) -> bool:
        """Whether nothing is learned from it, so that it can be tested on."""
        return self.article_id % TEST_EVERY == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How good suggestions are on the test, before and after: 0 to 1, over `count` sentences.

    F of a statement type, over its statements; of claims the share whose kind is right.
    """

    label: str
    before: float
    after: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a version learned from and how it does on decisions that were kept for the test.

    `learned_from` and `tested_on` count answers: is this sentence such a statement, which kind of
    claim is it. `mended` were wrong before and right after, `spoiled` the other way round.
    """

    learned_from: int
    tested_on: int
    mended: int
    spoiled: int
    scores: tuple[Score, ...]

    @property
    def is_better(self) -> bool:
        """Whether it mends more than it spoils, by more than chance brings about in 1 of 15."""
        return self.mended - self.spoiled > 1.5 * sqrt(self.mended + self.spoiled)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedDraft:
    """What was learned: the weights as bytes, which only the pipeline can read, and its figures."""

    weights: bytes
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned(LearnedDraft):
    """A stored version of what was learned, made for just that version of a pipeline.

    `mark` tells the weights from all others.
    """

    id: int
    learned_at: datetime
    pipeline: str
    version: str
    mark: str
    in_use: bool
