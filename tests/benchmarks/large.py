"""The window with a project of 100,000 articles and 1,000,000 annotations."""

import statistics
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest

from annotator.ui.annotations_page.table import AnnotationTable
from annotator.ui.article_ids import ArticleIds
from annotator.ui.article_list import ArticleList
from annotator.ui.article_search import SearchField
from annotator.ui.pages import ANNOTATIONS as ANNOTATIONS_PAGE
from benchmarks.large_library import ANNOTATIONS, ARTICLES, large_library
from benchmarks.memory import own_peak
from benchmarks.on_show import Painting, alone, part_of, wait_for, window_with
from benchmarks.result import Result, p95, under
from benchmarks.startup import start

RUNS = 3
TYPED = ("president", "climate change", "united states", "minister of", "said on")


def measure() -> Iterator[Result]:
    """Starting, searching as one types, and its memory."""
    library = large_library()
    name = f"{ARTICLES:,} articles, {ANNOTATIONS:,} annotations"
    started = [start("ours", library) for _run in range(RUNS)]
    yield under(f"window usable, {name}", statistics.median(started), 2, "s")
    runs = [alone(search, library) for _run in range(RUNS)]
    took = statistics.median(p95(times) for times, _peak in runs)
    yield under(f"search as you type, key to rows, {name}, 95th percentile", took, 100, "ms")
    peak = statistics.median(peak for _times, peak in runs)
    yield under(f"peak memory of the window, searched and all listed, {name}", peak, 500, "MB")


def search(library: Path) -> tuple[list[float], float]:
    """Milliseconds from each key to the rows it brings, painted, and the peak of megabytes.

    That peak is reached once all annotations are listed as well.
    """
    with window_with(library) as window:
        field, listed = part_of(window, SearchField), part_of(window, ArticleList)
        arrived: list[bool] = []
        part_of(window, ArticleIds).arrived.connect(lambda _ids, first: arrived.append(first))
        painting = Painting(listed.viewport())
        field.setFocus()

        def key(char: str) -> None:
            arrived.clear()
            QTest.keyClicks(field, char)
            wait_for(lambda: any(arrived))
            listed.viewport().repaint()

        times = []
        for words in TYPED:
            times += [painting.after(partial(key, char)) for char in words]
            field.clear()
            wait_for(lambda: listed.model().rowCount() == ARTICLES)
        assert window.desk is not None
        window.desk.go_to(ANNOTATIONS_PAGE)
        annotations = part_of(window, AnnotationTable).model()
        wait_for(lambda: annotations.rowCount() == ANNOTATIONS)
    return times, own_peak()
