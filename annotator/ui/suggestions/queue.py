"""The order in which the coder goes through suggestions; pure, so that it can be tried alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.domain import Suggestion
from annotator.settings import StreamOrder
from annotator.ui.suggestions.order import ordered, place

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Queue:
    """What is pending and, between it, what was skipped; `row` is the current one or NOWHERE.

    The way on leads to what is pending, the way back to everything. The rows stand in `order`.
    `left` are the ids of those that were current when they went, be it with many others.
    """

    rows: tuple[Suggestion, ...] = ()
    skipped: frozenset[int] = frozenset()
    row: int = NOWHERE
    order: StreamOrder = StreamOrder.TEXT
    left: frozenset[int] = frozenset()

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
        return [row.id for row in self.rows if row.id not in self.skipped]

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
        now = Queue(rows, skipped, order=self.order, left=self.left)
        places = {row.id: at for at, row in enumerate(rows)}
        back = self._back(now.pending, new)
        if back is not None:
            return replace(now.at(places[back]), left=self.left - {back})
        current = self.current
        stays = current and (current.id not in skipped or current.id in self.skipped)
        if current and stays and current.id in places:
            return now.at(places[current.id])
        gone = frozenset({current.id} if current else ())
        return replace(now.at(now._first_pending(self._on_from_here(rows))), left=self.left | gone)

    def _back(self, pending: Iterable[int], new: frozenset[int]) -> int | None:
        """The one that came back; of many the one that was current when they went."""
        known = new.union(self.pending)
        back = [number for number in pending if number not in known]
        if self.rows and len(back) == 1:
            return back[0]
        return next((number for number in back if number in self.left), None)

    def _is_pending(self, row: int) -> bool:
        return self.rows[row].id not in self.skipped

    def _after(self) -> list[int]:
        everywhere = range(len(self.rows))
        return [*everywhere[self.row + 1 :], *everywhere[: self.row + 1]]

    def _on_from_here(self, rows: tuple[Suggestion, ...]) -> list[int]:
        """The way on through other rows: from the first that stands after the current one."""
        current = self.current
        passed = {row.id for row in self.rows[: self.row + 1]}
        ahead = {row.id for row in self.rows[self.row + 1 :]}
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
        everywhere = range(len(rows))
        return [*everywhere[first:], *everywhere[:first]]

    def _first_pending(self, rows: Iterable[int]) -> int:
        return next((row for row in rows if self._is_pending(row)), NOWHERE)
