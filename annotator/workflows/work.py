"""Long work, said once: `produce` where it disturbs nobody, `store` on the project's thread."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Generic, TypeVar

from annotator.domain import Changes
from annotator.errors import UserError

Batch = TypeVar("Batch")


class Work(ABC, Generic[Batch]):
    """Work in batches. `failures` grows while it runs; `total` counts what `size` counts.

    `produce` may run on another thread than the project's, so it takes plain data or a reader of
    its own; closing its iterator cancels the work. While it waits for its next batch only `stop`
    reaches it: `produce` may look at `stopped` then. What is stored stays stored. Whoever takes
    the batches calls `rest` between them; a `produce` whose work goes on meanwhile does so too.
    """

    title: str
    total: int | None = None

    def __init__(self) -> None:
        self.failures: list[UserError] = []
        self.stopped = threading.Event()
        self._going = threading.Event()
        self._going.set()

    @abstractmethod
    def produce(self) -> Iterator[Batch]:
        """Do the work, a batch at a time."""

    @abstractmethod
    def store(self, batch: Batch) -> Changes:
        """Keep one batch, on the thread that owns the project."""

    def parts(self, batch: Batch) -> Iterable[Batch]:
        """A batch in parts, none of which holds the window for long while it is stored."""
        return (batch,)

    @abstractmethod
    def size(self, batch: Batch) -> int:
        """How many of `total` a batch brings the work on."""

    def stop(self) -> None:
        """Ask `produce` to end soon, from any thread, also while it is paused."""
        self.stopped.set()
        self._going.set()

    def pause(self) -> None:
        """Ask `produce` to stand still at its next step, from any thread."""
        if not self.stopped.is_set():
            self._going.clear()

    def resume(self) -> None:
        """Let `produce` go on."""
        self._going.set()

    def rest(self) -> None:
        """Return at once, or after a pause."""
        self._going.wait()

    def finish(self) -> Changes:
        """Close the work after the last batch, on the project's thread."""
        return Changes()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a work: how many items were done, and each failure."""

    done: int
    failures: tuple[UserError, ...]


def run(work: Work[Batch], progress: Callable[[int], None] = lambda _done: None) -> Outcome:
    """Do all of the work here and now; `progress` is told how much has been done."""
    done = 0
    with closing(work.produce()) as batches:  # type: ignore[type-var] # generators can be closed
        for batch in batches:
            work.store(batch)
            done += work.size(batch)
            progress(done)
    work.finish()
    return Outcome(done, tuple(work.failures))
