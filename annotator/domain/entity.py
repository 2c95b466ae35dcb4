"""Entities and the places that name them."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.span import Span


class EntityLabel(StrEnum):
    """OntoNotes labels, as far as the codebook uses them."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    NORP = "NORP"
    PRODUCT = "PRODUCT"
    LAW = "LAW"
    EVENT = "EVENT"
    MONEY = "MONEY"
    DATE = "DATE"
    PERCENT = "PERCENT"


NAMED_LABELS = frozenset(EntityLabel) - {EntityLabel.MONEY, EntityLabel.DATE, EntityLabel.PERCENT}
"""Labels whose mentions stand for an entity; sums, dates and shares do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, firm, law, product … of the project, with the other names it goes by."""

    id: int
    name: str
    label: EntityLabel
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionDraft:
    """A span that names something; `entity` is the name of the entity meant, if known."""

    span: Span
    label: EntityLabel
    entity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(MentionDraft):
    """A stored mention, made by a coder, perhaps from a suggestion."""

    id: int
    article_id: int
    quote: str
    entity_id: int | None
    coder_id: int
    suggestion_id: int | None = None
