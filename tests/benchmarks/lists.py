"""The lists of 100,000 articles and of 1,000,000 annotations against a QSqlTableModel each."""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtSql import QSqlDatabase, QSqlQuery, QSqlTableModel
from PySide6.QtWidgets import QTableView

from annotator.domain import (
    AnnotationFilter,
    AnnotationOrder,
    ArticleFilter,
    ArticleOrder,
)
from annotator.project import Project, open_project
from annotator.settings import Settings
from annotator.ui.annotations_page.model import AnnotationKeys, AnnotationModel
from annotator.ui.annotations_page.table import AnnotationTable
from annotator.ui.app import make_application
from annotator.ui.article_ids import ArticleIds
from annotator.ui.article_list import ArticleList
from annotator.ui.article_model import ArticleModel
from annotator.ui.row_feed import RowFeed
from annotator.ui.row_ids import RowIds
from annotator.ui.row_model import RowModel
from benchmarks.large_library import ANNOTATIONS, ARTICLES, large_library
from benchmarks.memory import own_peak
from benchmarks.on_show import alone, wait_for
from benchmarks.result import Result, at_most, under

RUNS = 3
LONGEST = 60
_VIEW = (
    "CREATE TEMP VIEW annotations AS"
    " SELECT id, article_id, start, stop, quote, coder_id, label FROM mentions"
    " UNION ALL SELECT id, article_id, start, stop, quote, coder_id, kind FROM claims"
    " UNION ALL SELECT id, article_id, start, stop, quote, coder_id, type FROM statements"
)
Shown = tuple[RowModel[Any], QTableView]
Times = dict[str, float]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with its table, and what it is asked for: at first, and when it is sorted.

    `by` is the column of the table that puts it into the same order.
    """

    name: str
    table: str
    count: int
    make: Callable[[], Shown]
    ids: Callable[[Project], RowIds[Any]]
    wanted: object
    sorted: object
    by: int


def _articles() -> Shown:
    model = ArticleModel()
    return model, ArticleList(model, Settings())


def _annotations() -> Shown:
    model = AnnotationModel()
    return model, AnnotationTable(model, Settings())


LISTINGS = (
    Listing(
        f"{ARTICLES:,} articles",
        "articles",
        ARTICLES,
        _articles,
        ArticleIds,
        ArticleFilter(),
        ArticleFilter(order=ArticleOrder.TITLE),
        1,
    ),
    Listing(
        f"{ANNOTATIONS:,} annotations",
        "annotations",
        ANNOTATIONS,
        _annotations,
        AnnotationKeys,
        AnnotationFilter(),
        AnnotationFilter(order=AnnotationOrder.TEXT, down=False),
        4,
    ),
)


def measure() -> Iterator[Result]:
    """First rows, the leap to the last, memory, and sorting by another column."""
    library = large_library()
    for number, listing in enumerate(LISTINGS):
        ours = [alone(list_ours, library, number) for _run in range(RUNS)]
        theirs = [alone(list_theirs, library, number) for _run in range(RUNS)]

        def both(what: str) -> tuple[list[float], list[float]]:
            return [one[what] for one in ours], [one[what] for one in theirs]  # noqa: B023

        name = listing.name
        yield under(f"list of {name}, first rows", statistics.median(both("first")[0]), 100, "ms")
        yield at_most(f"list of {name}, to its end", *both("end"), 0.1, "ms")
        yield at_most(f"list of {name}, memory", *both("memory"), 0.1, "MB")
        yield at_most(f"list of {name}, sorted, first rows", *both("sorted"), 1, "ms")
        held = statistics.median(one["held"] for one in ours)
        yield under(f"list of {name}, sorted, window held at most", held, LONGEST, "ms")


def list_ours(library: Path, number: int) -> Times:
    """Milliseconds till rows are painted, at first, at the end and sorted, and megabytes.

    The leap to the end is made once all ids are there: they come by themselves, while the list is
    in use. `held` is the longest turn of the event loop until all are there in the other order.
    """
    listing = LISTINGS[number]
    make_application(["annotator"])
    with open_project(library, read_only=True) as project:
        model, listed = listing.make()
        _show(listed)
        feed = RowFeed[Any](model)
        feed.open(project, listing.ids(project))
        before = own_peak()
        first = _first_rows(feed, listed, listing.wanted)
        wait_for(lambda: feed.is_whole)
        assert model.rowCount() == listing.count
        end = _timed(lambda: _paint(listed, at_end=True))
        memory = own_peak() - before
        turns = Turns()
        in_order = _first_rows(feed, listed, listing.sorted)
        wait_for(lambda: feed.is_whole)
        held = turns.longest()
        feed.close()
    return {"first": first, "end": end, "memory": memory, "sorted": in_order, "held": held}


def list_theirs(library: Path, number: int) -> Times:
    """The same of Qt's own model of a table, which reads all rows before the last one."""
    listing = LISTINGS[number]
    make_application(["annotator"])
    connection = QSqlDatabase.addDatabase("QSQLITE")
    connection.setDatabaseName(str(library))
    assert connection.open()
    assert QSqlQuery(connection).exec(_VIEW)
    model = QSqlTableModel(None, connection)
    listed = QTableView()
    _show(listed)
    listed.setModel(model)
    before = own_peak()
    model.setTable(listing.table)
    first = _timed(partial(_sort, model, listed, 0))
    end = _timed(partial(_fetch_all, model, listed))
    assert model.rowCount() == listing.count
    memory = own_peak() - before
    in_order = _timed(partial(_sort, model, listed, listing.by))
    return {"first": first, "end": end, "memory": memory, "sorted": in_order}


def _first_rows(feed: RowFeed[Any], listed: QTableView, wanted: object) -> float:
    """Milliseconds from a question to its first rows, painted."""
    painted: list[float] = []
    began = time.perf_counter()

    def paint() -> None:
        if not painted:
            _paint(listed)
            painted.append(time.perf_counter())

    feed.taken.connect(paint)
    feed.ask(wanted)
    wait_for(lambda: bool(painted))
    feed.taken.disconnect(paint)
    return (painted[0] - began) * 1e3


def _sort(model: QSqlTableModel, listed: QTableView, column: int) -> None:
    is_first = column == 0
    order = Qt.SortOrder.DescendingOrder if is_first else Qt.SortOrder.AscendingOrder
    model.setSort(column, order)
    assert model.select()
    _paint(listed)


def _fetch_all(model: QSqlTableModel, listed: QTableView) -> None:
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    _paint(listed, at_end=True)


def _show(view: QTableView) -> None:
    view.resize(800, 800)
    view.show()
    _paint(view)


def _paint(view: QTableView, *, at_end: bool = False) -> None:
    """Paint the rows at hand, or the last ones."""
    if at_end:
        view.scrollToBottom()
    view.viewport().repaint()


def _timed(action: Callable[[], object]) -> float:
    """Milliseconds that an action takes."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1e3


class Turns:
    """Notes the turns of the event loop."""

    def __init__(self) -> None:
        self._times: list[float] = []
        self._ticking = QTimer(interval=1)
        self._ticking.timeout.connect(lambda: self._times.append(time.perf_counter()))
        self._ticking.start()

    def longest(self) -> float:
        """Milliseconds of the longest turn so far."""
        return max(after - before for before, after in pairwise(self._times)) * 1e3
