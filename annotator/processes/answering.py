"""Requests answered in processes, each of which keeps what it has loaded for the next."""

import itertools
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import Any, cast

from annotator.processes.child import serve
from annotator.processes.spawned import ProcessStopped, Spawned

_AHEAD = 2
"""Requests that each process has at hand, so that it need not wait while results are stored."""

_GLANCE = 0.1
"""Seconds between looks at whether the work is to stop."""


def answers(
    answer: Callable[[Any], object],
    requests: Iterator[object],
    *,
    jobs: int = 1,
    stopped: threading.Event | None = None,
) -> Iterator[object]:
    """What `answer` makes of each request in so many processes, as it is ready.

    Closing the iterator ends the processes; setting `stopped`, from another thread, ends it also
    while it waits for an answer. Raises ProcessStopped and what `answer` raises.
    """
    stopped = stopped or threading.Event()
    workers: list[_Worker] = []
    with _ended(workers, stopped):
        for first in itertools.islice(requests, jobs):
            workers.append(_Worker(serve, answer))
            workers[-1].ask(first)
        yield from _results(workers, requests)


class _Worker(Spawned):
    """A process that answers, and how many requests it has at hand."""

    pending = 0

    def ask(self, request: object) -> None:
        """Hand over a request."""
        self.pending += 1
        self.send(request)

    def result(self) -> object:
        """The next result; raises what the process raised."""
        answer = self.hear()
        self.pending -= 1
        return answer


@contextmanager
def _ended(workers: Sequence[_Worker], stopped: threading.Event) -> Iterator[None]:
    """Ends the processes after the block, or while it waits for them once `stopped` is set."""
    over = threading.Event()
    watch = threading.Thread(target=_watch, args=(workers, stopped, over), daemon=True)
    watch.start()
    try:
        yield
    except ProcessStopped:
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


def _results(workers: Sequence[_Worker], requests: Iterator[object]) -> Iterator[object]:
    for worker in workers:
        _top_up(worker, requests)
    while busy := {worker.connection: worker for worker in workers if worker.pending}:
        for ready in wait(list(busy)):
            worker = busy[cast("Connection", ready)]
            result = worker.result()
            _top_up(worker, requests)
            yield result


def _top_up(worker: _Worker, requests: Iterator[object]) -> None:
    for request in itertools.islice(requests, _AHEAD - worker.pending):
        worker.ask(request)
