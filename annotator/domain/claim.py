"""Claims: sentences that assert something."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.span import Span
from annotator.domain.values import Modality, Polarity, RoleValue

NO_CLAIM = "none"
"""What stands in place of the kind of a sentence that claims nothing."""


class ClaimKind(StrEnum):
    """What sort of assertion a claim is (codebook, section 2)."""

    FACT = "fact"
    FORECAST = "forecast"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """An assertion; `speaker` is None for the article's own voice."""

    span: Span
    kind: ClaimKind
    speaker: RoleValue | None = None
    modality: Modality = Modality.FACT
    polarity: Polarity = Polarity.AFFIRMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(ClaimDraft):
    """A stored claim, made by a coder, perhaps from a suggestion."""

    id: int
    article_id: int
    quote: str
    coder_id: int
    suggestion_id: int | None = None
