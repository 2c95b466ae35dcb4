"""One accepted suggestion, committed, in a project of 10,000 articles."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from annotator.domain import StatementDraft
from annotator.project import open_project
from benchmarks.library import make_library
from benchmarks.result import Result, p95, under

ARTICLES = 10_000
DECISIONS = 300


def measure() -> Iterator[Result]:
    """Median and 95th percentile, beside one bare insert with a commit of the same safety."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.anno"
        make_library(path, ARTICLES)
        times = _accept(path)
        bare = _insert(Path(folder) / "bare.db")
    for name, ours, theirs in (
        ("median", statistics.median(times), statistics.median(bare)),
        (
            "95th percentile",
            p95(times),
            p95(bare),
        ),
    ):
        yield under(
            f"accept one suggestion at 10,000 articles, {name}", ours * 1e3, 10, "ms", theirs * 1e3
        )


def _accept(path: Path) -> list[float]:
    times = []
    with open_project(path) as project:
        for article_id in range(1, DECISIONS + 1):
            pending = project.suggestions.pending(article_id * 30)
            chosen = next(s for s in pending if isinstance(s.content, StatementDraft))
            started = time.perf_counter()
            project.suggestions.accept([chosen.id])
            times.append(time.perf_counter() - started)
    return times


def _insert(path: Path) -> list[float]:
    times = []
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE decisions (id INTEGER PRIMARY KEY, verdict TEXT)")
        for _number in range(DECISIONS):
            started = time.perf_counter()
            conn.execute("INSERT INTO decisions (verdict) VALUES ('accepted')")
            times.append(time.perf_counter() - started)
    return times
