"""What a statement or a claim says besides its words: money, certainty, who says it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from annotator.domain.span import Span

SPEAKER = "speaker"
"""The role under which every type of statement names who says it."""


class Modality(StrEnum):
    """How far what is said has come true."""

    FACT = "fact"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DESIRED = "desired"


class Polarity(StrEnum):
    """Whether what is said is affirmed or negated."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Money:
    """Bounds of a sum in units of `currency` (ISO 4217); None where news leaves one open."""

    low: float | None
    high: float | None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class RoleValue:
    """What fills one role: words of the article, an entity, a sum, a day or a choice.

    `text` is what the analyst reads and, for a role with choices, the choice itself.
    `span` says where the words stand, if they stand in the article. `entity` is the name of
    the entity meant; `entity_id` is set once the project knows it.
    """

    role: str
    text: str
    span: Span | None = None
    entity: str = ""
    entity_id: int | None = None
    money: Money | None = None
    day: date | None = None
