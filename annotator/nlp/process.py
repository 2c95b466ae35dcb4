"""Extraction and learning in processes of their own, so that the window never waits for spaCy."""

import itertools
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import cast

from annotator.domain import Entity, Lesson, SuggestionDraft, Thresholds
from annotator.errors import PipelineMissing
from annotator.nlp.installed import find_pipeline
from annotator.nlp.pipeline import NO_THRESHOLDS, load_pipeline
from annotator.nlp.study import Studied, Study
from annotator.processes import answers

Batch = list[tuple[int, str]]
Suggested = dict[int, tuple[SuggestionDraft, ...]]


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
    ProcessStopped, and whatever the pipeline raises.
    """
    answer = partial(
        suggest_batch, name, known=tuple(known), learned=learned, thresholds=dict(thresholds)
    )
    _require(name)
    found = answers(answer, _batches(articles, batch), jobs=jobs, stopped=stopped)
    yield from cast("Iterator[Suggested]", found)


def study_in_process(
    study: Study, lessons: Iterable[Sequence[Lesson]], *, stopped: threading.Event | None = None
) -> Iterator[Studied]:
    """What a study makes of batches of lessons; its end, and what it raises, as above."""
    _require(study.pipeline)
    found = answers(study, iter(lessons), stopped=stopped)
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


def _require(name: str) -> None:
    """Tell of a missing pipeline before a process is started for it."""
    if find_pipeline(name) is None:
        raise PipelineMissing(name)


def _batches(articles: Iterable[tuple[int, str]], size: int) -> Iterator[Batch]:
    remaining = iter(articles)
    while batch := list(itertools.islice(remaining, size)):
        yield batch
