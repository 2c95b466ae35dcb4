"""The same words in many places: where they stand, and what a coder takes them for."""

from dataclasses import dataclass
from enum import IntEnum

from annotator.domain.entity import EntityLabel
from annotator.domain.span import Span


class Standing(IntEnum):
    """What the current coder has tagged, or is offered, as mentions where words stand."""

    FREE = 0
    """Nothing but, perhaps, a suggestion of just these words."""
    TOUCHED = 1
    """A mention or a suggestion of other words that share some with these."""
    TAGGED = 2
    """A mention of just these words."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where words stand that were looked for."""

    article_id: int
    span: Span
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class SurfaceForm:
    """Words, each blank as one space, and what they name; `entity` is its name or empty.

    `evidence` says in words why a place with them is proposed.
    """

    words: str
    label: EntityLabel
    entity: str = ""
    evidence: str = ""
