"""The orders in which the stream can go through suggestions; pure, so that they can be tried."""

from collections.abc import Callable, Mapping
from operator import attrgetter

from annotator.domain import Suggestion
from annotator.settings import StreamOrder
from annotator.ui.wordings import SUGGESTION_KINDS

_KINDS = tuple(SUGGESTION_KINDS)
_FIRST_BY: Mapping[StreamOrder, Callable[[Suggestion], float]] = {
    StreamOrder.TEXT: lambda _row: 0,
    StreamOrder.CERTAINTY: attrgetter("score"),
    StreamOrder.KIND: lambda row: _KINDS.index(row.kind),
}


def ordered(rows: tuple[Suggestion, ...], order: StreamOrder) -> tuple[Suggestion, ...]:
    """Suggestions in the order of the text, put into another; equals stay as in the text."""
    if order is StreamOrder.TEXT:
        return rows
    return tuple(sorted(rows, key=_FIRST_BY[order]))


def place(row: Suggestion, order: StreamOrder) -> tuple[float, int]:
    """Where a suggestion stands in an order, to be compared with others."""
    return _FIRST_BY[order](row), row.span.start
