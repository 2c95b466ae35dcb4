"""Extraction and learning in processes of their own, so that the window never waits for spaCy."""

import itertools
import multiprocessing
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Any, Self, cast

from annotator.domain import Entity, Lesson, SuggestionDraft, Thresholds
from annotator.errors import PipelineMissing, UserError
from annotator.i18n import gettext as _
from annotator.nlp.installed import find_pipeline
from annotator.nlp.pipeline import NO_THRESHOLDS, load_pipeline
from annotator.nlp.study import Studied, Study
from annotator.nlp.worker import serve

Batch = list[tuple[int, str]]
Suggested = dict[int, tuple[SuggestionDraft, ...]]

_AHEAD = 2
"""Requests that each process has at hand, so that it need not wait while results are stored."""

_GLANCE = 0.1
"""Seconds between looks at whether the work is to stop."""


class PipelineStopped(UserError):
    """A spaCy process ended before its work was done, for instance for want of memory."""

    def __init__(self, code: int | None) -> None:
        self.code = code
        super().__init__(
            _(
                "The pipeline stopped because its process ended with code {code}, perhaps for "
                "want of memory. What is done is kept; close other programs and try again."
            ).format(code=code)
        )


def suggest_in_process(  # noqa: PLR0913 - what it goes by and how it is run are both options
    name: str,
    articles: Iterable[tuple[int, str]],
    *,
    known: Sequence[Entity] = (),
    learned: bytes = b"",
    thresholds: Thresholds = NO_THRESHOLDS,
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
    answer = partial(
        suggest_batch, name, known=tuple(known), learned=learned, thresholds=dict(thresholds)
    )
    found = _answers(name, answer, _batches(articles, batch), jobs=jobs, stopped=stopped)
    yield from cast("Iterator[Suggested]", found)


def study_in_process(
    study: Study, lessons: Iterable[Sequence[Lesson]], *, stopped: threading.Event | None = None
) -> Iterator[Studied]:
    """What a study makes of batches of lessons; its end, and what it raises, as above."""
    found = _answers(study.pipeline, study, iter(lessons), stopped=stopped)
    yield from cast("Iterator[Studied]", found)


def suggest_batch(
    name: str,
    batch: Batch,
    *,
    known: tuple[Entity, ...],
    learned: bytes,
    thresholds: Thresholds,
) -> Suggested:
    """Suggestions for articles, here and now."""
    texts = (text for _, text in batch)
    drafts = load_pipeline(name).suggest(texts, known=known, learned=learned, thresholds=thresholds)
    return {number: found for (number, _), found in zip(batch, drafts, strict=True)}


def _answers(
    name: str,
    answer: Callable[[Any], object],
    requests: Iterator[object],
    *,
    jobs: int = 1,
    stopped: threading.Event | None = None,
) -> Iterator[object]:
    """What `answer` makes of each request in processes of its own, as it is ready."""
    if find_pipeline(name) is None:
        raise PipelineMissing(name)
    stopped = stopped or threading.Event()
    workers: list[_Worker] = []
    with _ended(workers, stopped):
        for first in itertools.islice(requests, jobs):
            workers.append(_Worker.start(answer))
            workers[-1].ask(first)
        yield from _results(workers, requests)


class _Worker:
    """A spawned process, our end of its pipe, and how many requests it has at hand."""

    def __init__(self, process: multiprocessing.process.BaseProcess, ours: Connection) -> None:
        self.process = process
        self.connection = ours
        self.pending = 0

    @classmethod
    def start(cls, answer: Callable[[Any], object]) -> Self:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, answer), daemon=True)
        process.start()
        theirs.close()
        return cls(process, ours)

    def ask(self, request: object) -> None:
        """Hands over a request; a process that is gone shows when it is asked for the result."""
        self.pending += 1
        try:
            self.connection.send(request)
        except ConnectionError:
            return

    def result(self) -> object:
        """The next result; raises what the process raised."""
        try:
            answer = self.connection.recv()
        except (EOFError, OSError) as error:
            self.process.join()
            raise PipelineStopped(self.process.exitcode) from error
        if isinstance(answer, Exception):
            raise answer
        self.pending -= 1
        return cast("object", answer)

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


def _batches(articles: Iterable[tuple[int, str]], size: int) -> Iterator[Batch]:
    remaining = iter(articles)
    while batch := list(itertools.islice(remaining, size)):
        yield batch
