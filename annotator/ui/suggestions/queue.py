"""The order in which the coder goes through suggestions; pure, so that it can be tried alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

from annotator.domain import Suggestion
from annotator.settings import StreamOrder
from annotator.ui.suggestions.order import ordered, place

NOWHERE = -1
_ID = attrgetter("id")


@dataclass(frozen=True, slots=True)
class Queue:
    """What is pending and, between it, what was skipped; `row` is the current one or NOWHERE.

    The way on leads to what is pending, the way back to everything. The rows stand in `order`;
    the ids in `skipped` are of some of them. `gone` are the ids of those that were current when
    they went, be it with many others.
    """

    rows: tuple[Suggestion, ...] = ()
    skipped: frozenset[int] = frozenset()
    row: int = NOWHERE
    order: StreamOrder = StreamOrder.TEXT
    gone: frozenset[int] = frozenset()

    @property
    def current(self) -> Suggestion | None:
        """The suggestion to decide on now."""
        return None if self.row == NOWHERE else self.rows[self.row]

    @property
    def is_at_skipped(self) -> bool:
        """Whether the current suggestion is one that was skipped."""
        return self.row != NOWHERE and not self._is_pending(self.row)

    @property
    def pending(self) -> list[int]:
        """The ids of those that are not skipped."""
        ids = map(_ID, self.rows)
        return [number for number in ids if number not in self.skipped] if self.skipped else [*ids]

    @property
    def left(self) -> int:
        """How many are pending."""
        return len(self.rows) - len(self.skipped)

    def at(self, row: int) -> "Queue":
        """The same with another current row."""
        return replace(self, row=row)

    def further(self) -> "Queue":
        """At the next one pending, after the last the first; NOWHERE if there is none."""
        return self.at(self._first_pending(self._after()))

    def next(self) -> "Queue":
        """At the next one pending; where nothing is, at the next one skipped."""
        further = self.further()
        return further if further.current or not self.rows else self.at(next(iter(self._after())))

    def previous(self) -> "Queue":
        """At the one before, pending or skipped; from the first, or NOWHERE, at the last."""
        return self.at(len(self.rows) - 1 if self.row <= 0 else self.row - 1)

    def renewed(
        self,
        rows: tuple[Suggestion, ...],
        skipped: frozenset[int],
        new: frozenset[int] = frozenset(),
    ) -> "Queue":
        """With what is there now: at what came back, else where it was, else at the next one.

        The rows are given in the order of the text. What is `new` has not come back; it counts
        among what is next.
        """
        rows = ordered(rows, self.order)
        now = Queue(rows, skipped, order=self.order, gone=self.gone)
        back = self._back(now.pending, new)
        if back is not None:
            return replace(now.at(now.row_of(back)), gone=self.gone - {back})
        current = self.current
        stays = current and (current.id not in skipped or current.id in self.skipped)
        here = now.row_of(current.id) if current and stays else NOWHERE
        if here != NOWHERE:
            return now.at(here)
        gone = frozenset({current.id} if current else ())
        return replace(now.at(now._first_pending(self._on_from_here(rows))), gone=self.gone | gone)

    def _back(self, pending: Iterable[int], new: frozenset[int]) -> int | None:
        """The one that came back; of many the one that was current when they went."""
        back = set(pending).difference(new, self.pending)
        if self.rows and len(back) == 1:
            return back.pop()
        returned = back & self.gone
        return next((number for number in pending if number in returned), None)

    def row_of(self, suggestion_id: int) -> int:
        """The row of the suggestion of that id, or NOWHERE."""
        return next(
            (at for at, number in enumerate(map(_ID, self.rows)) if number == suggestion_id),
            NOWHERE,
        )

    def _is_pending(self, row: int) -> bool:
        return self.rows[row].id not in self.skipped

    def _after(self) -> Iterable[int]:
        return _round(len(self.rows), self.row + 1)

    def _on_from_here(self, rows: tuple[Suggestion, ...]) -> Iterable[int]:
        """The way on through other rows: from the first that stands after the current one."""
        current = self.current
        passed = set(map(_ID, self.rows[: self.row + 1]))
        ahead = set(map(_ID, self.rows[self.row + 1 :]))
        first = next(
            (
                at
                for at, row in enumerate(rows)
                if row.id in ahead
                or (
                    current
                    and row.id not in passed
                    and place(row, self.order) >= place(current, self.order)
                )
            ),
            0,
        )
        return _round(len(rows), first)

    def _first_pending(self, rows: Iterable[int]) -> int:
        return next((row for row in rows if self._is_pending(row)), NOWHERE)


def _round(count: int, first: int) -> Iterable[int]:
    return chain(range(first, count), range(first))
