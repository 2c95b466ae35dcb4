"""What the article view draws: marks, in layers that can be switched."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum

from annotator.domain import Span


class Layer(Enum):
    """The layers of the legend; each has its own shape in the text.

    SUGGESTIONS switches all pending marks, whatever their shape; a mark that is itself on that
    layer is drawn like a statement.
    """

    STATEMENTS = "statements"
    MENTIONS = "mentions"
    CLAIMS = "claims"
    SUGGESTIONS = "suggestions"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to be shown; `key` is unique in a view, `colour` is `#rrggbb`.

    `label` is the name on the chip and in the tooltip. Pending marks are drawn lighter, dashed.
    """

    key: Hashable
    span: Span
    layer: Layer
    label: str
    colour: str
    pending: bool = False

    @property
    def layers(self) -> frozenset[Layer]:
        """The layers that must all be on for the mark to be seen."""
        return frozenset({self.layer, Layer.SUGGESTIONS} if self.pending else {self.layer})

    @property
    def is_tinted(self) -> bool:
        """Whether the mark is drawn as a tinted background."""
        return self.layer in (Layer.STATEMENTS, Layer.SUGGESTIONS)
