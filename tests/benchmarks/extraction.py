"""`annotator extract` against stock spaCy's own `nlp.pipe`, both on one core."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from annotator.nlp import DEFAULT_PIPELINE, load_pipeline
from annotator.workflows import run
from annotator.workflows.extracting import Extract
from annotator.workflows.importing import ImportArticles
from annotator.workflows.starting import new_project
from benchmarks.result import Result, at_least, in_turn
from benchmarks.texts import news
from factories import article_draft


def measure() -> Iterator[Result]:
    """Words a second of 200 news articles, storing included; both pipelines are loaded before."""
    import spacy

    load_pipeline(DEFAULT_PIPELINE)
    bare = spacy.load(DEFAULT_PIPELINE)
    texts = [article["text"] for article in news()]
    words = sum(len(text.split()) for text in texts)
    ours, theirs = in_turn(3, lambda: _ours(texts), lambda: _bare(bare, texts))
    yield at_least(
        "extraction of 200 news articles, all storing included",
        [words / t for t in ours],
        [words / t for t in theirs],
        0.5,
        "words/s",
    )


def _ours(texts: list[str]) -> float:
    with (
        tempfile.TemporaryDirectory() as folder,
        new_project(Path(folder) / "x.anno") as project,
    ):
        run(ImportArticles(project, [article_draft(text=text) for text in texts]))
        started = time.perf_counter()
        run(Extract(project, jobs=0))
        return time.perf_counter() - started


def _bare(nlp: object, texts: list[str]) -> float:
    started = time.perf_counter()
    for _doc in nlp.pipe(texts, batch_size=8):  # type: ignore[attr-defined]
        pass
    return time.perf_counter() - started
