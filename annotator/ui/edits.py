"""What a change did to the annotations and suggestions of the article on show."""

from bisect import insort
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from annotator.domain import Claim, Mention, Statement, Suggestion
from annotator.ui.marked import Annotated

Row = TypeVar("Row", Mention, Claim, Statement, Suggestion)
Place = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Edits:
    """The rows that went and those that came; one that changed is in both, as it was and is."""

    removed: tuple[Annotated, ...]
    added: tuple[Annotated, ...]


def renewed(
    rows: tuple[Row, ...],
    touched: Collection[int],
    now: Iterable[Row],
    order: Callable[[Row], Place],
) -> tuple[Row, ...]:
    """The rows in their order, with what is there now in place of those that were touched."""
    kept = [row for row in rows if row.id not in touched]
    for row in now:
        insort(kept, row, key=order)
    return tuple(kept)
