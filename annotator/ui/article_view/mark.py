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

    # an Enum's own is written in Python, and marks are counted by the thousand
    __hash__ = object.__hash__


class Form(Enum):
    """The form of a mention's line, which tells labels of one colour apart."""

    SINGLE = "single"
    DOUBLE = "double"
    HOOKED = "hooked"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to be shown; `key` is unique in a view, `colour` is `#rrggbb`.

    `label` is the name on the chip and in the tooltip. Pending marks are drawn lighter, dashed; of
    a mention `form` is the form of its line.
    """

    key: Hashable
    span: Span
    layer: Layer
    label: str
    colour: str
    pending: bool = False
    form: Form = Form.SINGLE

    @property
    def counted_on(self) -> Layer:
        """The layer among which the legend counts it."""
        return Layer.SUGGESTIONS if self.pending else self.layer

    @property
    def shape(self) -> Layer:
        """The layer whose shape it has."""
        return Layer.STATEMENTS if self.is_tinted else self.layer

    @property
    def is_tinted(self) -> bool:
        """Whether the mark is drawn as a tinted background."""
        return self.layer in (Layer.STATEMENTS, Layer.SUGGESTIONS)
