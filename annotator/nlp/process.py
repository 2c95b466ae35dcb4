"""Extraction in processes of its own, so that the window never waits for spaCy."""

import itertools
import multiprocessing
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import Self, cast

from annotator.domain import Entity, SuggestionDraft
from annotator.errors import PipelineMissing, UserError
from annotator.i18n import gettext as _
from annotator.nlp.installed import find_pipeline
from annotator.nlp.worker import Batch, serve

Suggested = dict[int, tuple[SuggestionDraft, ...]]

_AHEAD = 2
"""Batches that each process has at hand, so that it need not wait while results are stored."""

_GLANCE = 0.1
"""Seconds between looks at whether the work is to stop."""


class PipelineStopped(UserError):
    """A spaCy process ended before its work was done, for instance for want of memory."""

    def __init__(self, code: int | None) -> None:
        self.code = code
        super().__init__(
            _(
                "The extraction stopped because its process ended with code {code}, perhaps for "
                "want of memory. What is done is kept; close other programs and extract again."
            ).format(code=code)
        )


def suggest_in_process(
    name: str,
    articles: Iterable[tuple[int, str]],
    *,
    known: Sequence[Entity] = (),
    jobs: int = 1,
    batch: int = 8,
    stopped: threading.Event | None = None,
) -> Iterator[Suggested]:
    """Suggestions for articles given as id and text, batch by batch as they are ready.

    Closing the iterator ends the processes; setting `stopped`, from another thread, ends it also
    while it waits for a batch. A script must keep its own work behind
    `if __name__ == "__main__":`, because the processes are spawned. Raises PipelineMissing,
    PipelineStopped, and whatever the pipeline raises.
    """
    if find_pipeline(name) is None:
        raise PipelineMissing(name)
    stream = _batches(articles, batch)
    stopped = stopped or threading.Event()
    workers: list[_Worker] = []
    with _ended(workers, stopped):
        for first in itertools.islice(stream, jobs):
            workers.append(_Worker.start(name, tuple(known)))
            workers[-1].ask(first)
        yield from _results(workers, stream)


class _Worker:
    """A spawned process, our end of its pipe, and how many batches it has at hand."""

    def __init__(self, process: multiprocessing.process.BaseProcess, ours: Connection) -> None:
        self.process = process
        self.connection = ours
        self.pending = 0

    @classmethod
    def start(cls, name: str, known: tuple[Entity, ...]) -> Self:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, name, known), daemon=True)
        process.start()
        theirs.close()
        return cls(process, ours)

    def ask(self, batch: Batch) -> None:
        """Hands over a batch; a process that is gone shows when it is asked for the result."""
        self.pending += 1
        try:
            self.connection.send(batch)
        except ConnectionError:
            return

    def result(self) -> Suggested:
        """The next result; raises what the process raised."""
        try:
            answer = self.connection.recv()
        except (EOFError, OSError) as error:
            self.process.join()
            raise PipelineStopped(self.process.exitcode) from error
        if isinstance(answer, Exception):
            raise answer
        self.pending -= 1
        return cast("Suggested", answer)

    def stop(self) -> None:
        """Ends the process, whatever it is at."""
        self.connection.close()
        self.process.terminate()
        self.process.join()


@contextmanager
def _ended(workers: Sequence[_Worker], stopped: threading.Event) -> Iterator[None]:
    """Ends the processes after the block, or while it waits for them once `stopped` is set."""
    over = threading.Event()
    watch = threading.Thread(target=_watch, args=(workers, stopped, over), daemon=True)
    watch.start()
    try:
        yield
    except PipelineStopped:
        if not stopped.is_set():
            raise
    finally:
        over.set()
        watch.join()
        for worker in workers:
            worker.stop()


def _watch(workers: Sequence[_Worker], stopped: threading.Event, over: threading.Event) -> None:
    while not over.wait(_GLANCE):
        if stopped.is_set():
            for worker in workers:
                worker.process.terminate()


def _results(workers: Sequence[_Worker], stream: Iterator[Batch]) -> Iterator[Suggested]:
    for worker in workers:
        _top_up(worker, stream)
    while busy := {worker.connection: worker for worker in workers if worker.pending}:
        for ready in wait(list(busy)):
            worker = busy[cast("Connection", ready)]
            result = worker.result()
            _top_up(worker, stream)
            yield result


def _top_up(worker: _Worker, stream: Iterator[Batch]) -> None:
    for batch in itertools.islice(stream, _AHEAD - worker.pending):
        worker.ask(batch)


def _batches(articles: Iterable[tuple[int, str]], size: int) -> Iterator[Batch]:
    remaining = iter(articles)
    while batch := list(itertools.islice(remaining, size)):
        yield batch
