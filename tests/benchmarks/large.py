"""The window with a project of 100,000 articles and 1,000,000 annotations, and its list's rows."""

import resource
import statistics
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from annotator.domain import ArticleFilter
from annotator.project import open_project
from annotator.settings import Settings
from annotator.ui.app import make_application
from annotator.ui.article_ids import ArticleIds
from annotator.ui.article_list import ArticleList
from annotator.ui.article_model import ArticleModel
from annotator.ui.article_search import SearchField
from benchmarks.large_library import ANNOTATIONS, ARTICLES, large_library
from benchmarks.memory import KIB_PER_MB
from benchmarks.on_show import Painting, alone, part_of, wait_for, window_with
from benchmarks.result import Result, at_most, p95, under
from benchmarks.startup import start

RUNS = 3
View = TypeVar("View", bound=QTableView)
TYPED = ("president", "climate change", "united states", "minister of", "said on")


def measure() -> Iterator[Result]:
    """Starting, searching as one types and its memory; the list against a QSqlTableModel."""
    library = large_library()
    name = f"{ARTICLES:,} articles, {ANNOTATIONS:,} annotations"
    started = [start("ours", library) for _run in range(RUNS)]
    yield under(f"window usable, {name}", statistics.median(started), 2, "s")
    runs = [alone(search, library) for _run in range(RUNS)]
    took = statistics.median(p95(times) for times, _peak in runs)
    yield under(f"search as you type, key to rows, {name}, 95th percentile", took, 100, "ms")
    peak = statistics.median(peak for _times, peak in runs)
    yield under(f"peak memory of the window after searches, {name}", peak, 500, "MB")
    yield from _listing(library, name)


def _listing(library: Path, name: str) -> Iterator[Result]:
    ours = [alone(list_ours, library) for _run in range(RUNS)]
    theirs = [alone(list_theirs, library) for _run in range(RUNS)]
    first, end, memory = (
        ([one[at] for one in ours], [one[at] for one in theirs]) for at in (0, 1, 2)
    )
    yield under(f"list, first rows, {name}", statistics.median(first[0]), 100, "ms")
    yield at_most(f"list, to its end, {name}", *end, 0.1, "ms")
    yield at_most(f"list, memory, {name}", *memory, 0.1, "MB")


def search(library: Path) -> tuple[list[float], float]:
    """Milliseconds from each key to the rows it brings, painted, and the peak of megabytes."""
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
    return times, _peak()


def list_ours(library: Path) -> tuple[float, float, float]:
    """Milliseconds till the first rows are painted, for a leap to the last ones, and megabytes.

    The leap is made once all ids are there: they come by themselves, while the list is in use.
    """
    make_application(["annotator"])
    with open_project(library, read_only=True) as project:
        model = ArticleModel()
        listed = _shown(ArticleList(model, Settings()))
        model.show_project(project)
        ids = ArticleIds(project)
        firsts: list[float] = []
        ids.arrived.connect(lambda chunk, first: (model.replace if first else model.extend)(chunk))
        ids.arrived.connect(
            lambda _chunk, first: firsts.append(_painted(listed)) if first else None
        )
        before, began = _peak(), time.perf_counter()
        ids.ask(ArticleFilter())
        wait_for(lambda: model.rowCount() == ARTICLES)
        leapt = time.perf_counter()
        end = _painted(listed, at_end=True)
        ids.close()
    return (firsts[0] - began) * 1e3, (end - leapt) * 1e3, _peak() - before


def list_theirs(library: Path) -> tuple[float, float, float]:
    """The same of Qt's own model of a table, which reads all rows before the last one."""
    make_application(["annotator"])
    connection = QSqlDatabase.addDatabase("QSQLITE")
    connection.setDatabaseName(str(library))
    assert connection.open()
    model = QSqlTableModel(None, connection)
    listed = _shown(QTableView())
    listed.setModel(model)
    before, began = _peak(), time.perf_counter()
    model.setTable("articles")
    model.setSort(0, Qt.SortOrder.DescendingOrder)
    model.select()
    first = _painted(listed)
    leapt = time.perf_counter()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    end = _painted(listed, at_end=True)
    assert model.rowCount() == ARTICLES
    return (first - began) * 1e3, (end - leapt) * 1e3, _peak() - before


def _shown(view: View) -> View:
    view.resize(300, 800)
    view.show()
    _painted(view)
    return view


def _painted(view: QTableView, *, at_end: bool = False) -> float:
    """When the rows at hand, or the last ones, had been painted."""
    if at_end:
        view.scrollToBottom()
    view.viewport().repaint()
    return time.perf_counter()


def _peak() -> float:
    """Megabytes of this process at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MB
