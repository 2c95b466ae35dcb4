"""Statements: spans coded with a type of the codebook."""

from dataclasses import dataclass

from annotator.domain.span import Span
from annotator.domain.values import Modality, Polarity, RoleValue


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDraft:
    """A coded span before it is stored; `type` is the key of a statement type.

    `values` holds the role values in the order of the text; `speaker` is None for the
    article's own voice; `note` is the coder's, in Markdown.
    """

    span: Span
    type: str
    values: tuple[RoleValue, ...] = ()
    speaker: RoleValue | None = None
    modality: Modality = Modality.FACT
    polarity: Polarity = Polarity.AFFIRMED
    note: str = ""

    def of_role(self, role: str) -> tuple[RoleValue, ...]:
        """The values that fill the role with that key."""
        return tuple(value for value in self.values if value.role == role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(StatementDraft):
    """A stored statement, made by a coder, perhaps from a suggestion."""

    id: int
    article_id: int
    quote: str
    coder_id: int
    suggestion_id: int | None = None
