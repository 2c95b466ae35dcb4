"""How long the window's event loop is held while long work is done in the background."""

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from annotator.domain import Include, Kind, SuggestionKind
from annotator.project import Project
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.jobs import Jobs
from annotator.ui.tasks import Tasks
from annotator.workflows.exporting import EXPORT_FORMATS, Wanted
from annotator.workflows.extracting import DEFAULT_PIPELINE
from annotator.workflows.starting import new_project
from benchmarks.library import SUGGESTIONS
from benchmarks.on_show import alone, part_of, wait_for, window_with
from benchmarks.result import Result, under
from benchmarks.texts import news
from factories import article_draft

LONGEST = 60
FRAME = 16
SHARE = 5
RUNS = 3
IMPORTED = 5_000
EXTRACTED = 40
LEARNED_FROM = 100
FLOOR = "short computing"
FLOOR_SECONDS = 5
PART = 0.003
"""Seconds of computing at a time that are the floor: about what it takes to store a part."""


def measure() -> Iterator[Result]:
    """The longest turn of the loop, and the share of time in turns longer than a frame.

    Beside each stands the floor: what the machine does to a loop in the same window that only
    computes for 3 ms at a time.
    """
    runs = [_run() for _run_number in range(RUNS)]
    longest = {work: statistics.median(max(run[work]) for run in runs) for work in runs[0]}
    share = {work: statistics.median(_held(run[work]) for run in runs) for work in runs[0]}
    for work in (work for work in runs[0] if work != FLOOR):
        name = f"window held at most during {work}"
        yield under(name, longest[work], LONGEST, "ms", longest[FLOOR])
        name = f"window held for more than {FRAME} ms during {work}"
        yield under(name, share[work], SHARE, "%", share[FLOOR])


def watch(path: Path) -> dict[str, list[float]]:
    """Milliseconds of each turn of the event loop while each kind of work is done in a window."""
    with window_with(path) as window:
        tasks = part_of(window, Tasks)
        article_ids = [*window.session.project.articles.ids()][:EXTRACTED]
        works: dict[str, Callable[[], None]] = {
            "import": partial(_import, tasks, _articles_beside(path)),
            "extraction": partial(tasks.extract_with, DEFAULT_PIPELINE, article_ids),
            "training": partial(tasks.learn_with, DEFAULT_PIPELINE),
        }
        for key in EXPORT_FORMATS:
            wanted = Wanted(key, path.with_name(f"exported.{key}"), Include.ALL, "")
            works[f"export as {key}"] = partial(tasks.export_as, wanted)
        floor = {FLOOR: _turns(_compute_shortly)}
        return floor | {
            work: _turns(partial(_do, part_of(window, Jobs), start))
            for work, start in works.items()
        }


def _run() -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "work.anno"
        with new_project(path, coder="Ada") as project:
            _fill(project)
        return alone(watch, path)


def _fill(project: Project) -> None:
    """Articles of news, in each of which one suggestion is accepted and one rejected."""
    drafts = [article_draft(article["text"], language="en") for article in news()]
    ids = project.articles.add(drafts).added[Kind.ARTICLE]
    run = project.suggestions.start_run("bench", "1")
    project.suggestions.store(run, dict.fromkeys(ids, SUGGESTIONS))
    project.suggestions.finish_run(run)
    for article_id in ids[:LEARNED_FROM]:
        by_kind = {one.kind: one.id for one in project.suggestions.pending(article_id)}
        project.suggestions.accept([by_kind[SuggestionKind.STATEMENT]])
        project.suggestions.reject([by_kind[SuggestionKind.CLAIM]])


def _articles_beside(path: Path) -> Path:
    """A file of many articles of news."""
    articles = path.with_suffix(".jsonl")
    with articles.open("w", encoding="utf-8") as lines:
        for number in range(IMPORTED):
            text = f"{number} {news()[number % len(news())]['text']}"
            lines.write(json.dumps({"title": f"Article {number}", "text": text}) + "\n")
    return articles


def _import(tasks: Tasks, articles: Path) -> None:
    """Read a file in the dialog and store what it holds, as soon as that is offered."""
    looking = QTimer(interval=10)
    looking.timeout.connect(_agree)
    looking.start()
    tasks.import_paths([articles])


def _agree() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, ImportDialog) and dialog._import.isEnabled():
        dialog._import.click()


def _compute_shortly() -> None:
    over = time.monotonic() + FLOOR_SECONDS
    computing = QTimer(interval=1)
    computing.timeout.connect(_compute)
    computing.start()
    wait_for(lambda: time.monotonic() > over)
    computing.stop()


def _compute() -> None:
    enough = time.thread_time() + PART
    while time.thread_time() < enough:
        pass


def _do(jobs: Jobs, start: Callable[[], None]) -> None:
    QTimer.singleShot(0, start)
    wait_for(lambda: jobs.current is not None)
    wait_for(lambda: jobs.current is None)


def _turns(work: Callable[[], None]) -> list[float]:
    turns = list[float]()
    ticking = QTimer(interval=1)
    ticking.timeout.connect(lambda: turns.append(time.perf_counter()))
    ticking.start()
    work()
    ticking.stop()
    return [(after - before) * 1e3 for before, after in pairwise(turns)]


def _held(turns: list[float]) -> float:
    return 100 * sum(turn for turn in turns if turn > FRAME) / sum(turns)
