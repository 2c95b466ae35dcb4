"""The same words everywhere: finding, listing and tagging them, and proposing them after one tag.

The library has 10,000 articles of news with 20 suggested mentions each.
"""

import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from annotator.domain import EntityLabel, Kind, MentionDraft, Span, SuggestionDraft
from annotator.project import Project, open_project
from annotator.workflows.starting import new_project
from benchmarks.library import make_library
from benchmarks.result import Result, under
from benchmarks.texts import news
from factories import article_draft

ARTICLES = 10_000
NAME = "United States"
WORDS = 50_000
SPANS = 2_000
FORMS = 5_000
RUNS = 5


def measure() -> Iterator[Result]:
    """Against one second from the key to the list, and 200 ms for what a tag proposes."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.anno"
        make_library(library, ARTICLES)
        yield from _listing(library)
        yield from _tagging(library)
        yield from _proposing(Path(folder) / "long.anno")


def _listing(library: Path) -> Iterator[Result]:
    first, whole, longest = zip(*(_list_all(library) for _run in range(RUNS)), strict=True)
    name = f"occurrences over {ARTICLES:,} articles"
    yield under(f"{name}, from the key to the first rows", _median(first), 1_000, "ms")
    yield under(f"{name}, from the key to all with their number", _median(whole), 1_000, "ms")
    yield under(f"{name}, longest pause of the window meanwhile", _median(longest), 60, "ms")


def _tagging(library: Path) -> Iterator[Result]:
    with open_project(library) as project:
        wanted: dict[int, list[Span]] = {}
        for places in project.occurrences.of(NAME):
            wanted[places[0].article_id] = [place.span for place in places]
        count = sum(map(len, wanted.values()))
        took = _timed(lambda: project.mentions.add_all(wanted, EntityLabel.GPE))
    yield under(f"tag {count:,} occurrences in one step", took, 2_000, "ms")


def _proposing(path: Path) -> Iterator[Result]:
    with new_project(path) as project:
        _fill(project)
        accept = [_accept(project) for _run in range(RUNS)]
        other = [_timed(lambda: project.suggestions.propose(2)) for _run in range(RUNS)]
        _know_many(project)
        many = [_timed(lambda: project.suggestions.propose(2)) for _run in range(RUNS)]
    name = f"article of {WORDS:,} words and {SPANS:,} spans"
    yield under(f"accept with proposing, {name}", _median(accept), 200, "ms")
    yield under(f"propose on opening, {name}, first time", other[0], 200, "ms")
    yield under(f"propose on opening, {name}, nothing new", _median(other[1:]), 200, "ms")
    yield under(f"propose on opening, {name}, {FORMS:,} known words", _median(many[1:]), 200, "ms")


def _fill(project: Project) -> None:
    """Two long articles; the first has suggestions, and all words of many are names."""
    words = " ".join(article["text"] for article in news()).split(" ")
    words *= WORDS // len(words) + 1
    text = " ".join(words[:WORDS])
    drafts = [article_draft(text=text), article_draft(text=f"{text} Again.")]
    long, _other = project.articles.add(drafts).added[Kind.ARTICLE]
    step = len(text) // SPANS
    spans = [Span(start, start + 8) for start in range(0, SPANS * step, step)]
    found = [
        SuggestionDraft(content=MentionDraft(span=span, label=EntityLabel.ORG), score=0.5)
        for span in spans
    ]
    name = text.index(NAME)
    content = MentionDraft(span=Span(name, name + len(NAME)), label=EntityLabel.GPE)
    run = project.suggestions.start_run("bench", "1")
    project.suggestions.store(run, {long: [*found, SuggestionDraft(content=content, score=1.0)]})


def _know_many(project: Project) -> None:
    """Accept thousands of mentions in the first article, each of other words."""
    text = project.articles.text(1)
    parts = {part[0]: Span(*part.span()) for part in re.finditer(r"\w+ \w+", text)}
    contents = [MentionDraft(span=span, label=EntityLabel.ORG) for span in parts.values()]
    found = [SuggestionDraft(content=content, score=0.5) for content in contents[:FORMS]]
    run = project.suggestions.start_run("bench", "2")
    project.suggestions.accept(project.suggestions.store(run, {1: found}).added[Kind.SUGGESTION])


def _accept(project: Project) -> float:
    """Accept words that stand in many places, after undoing that they were accepted before."""
    if project.mentions.of(1):
        project.undo()
    pending = project.suggestions.pending(1)
    chosen = next(suggestion for suggestion in pending if suggestion.quote == NAME)
    took = _timed(lambda: project.suggestions.accept([chosen.id]))
    if len(project.suggestions.pending(1)) <= len(pending):
        raise AssertionError("nothing was proposed")
    return took


def _list_all(library: Path) -> tuple[float, float, float]:
    """Milliseconds till the first rows, till all, and the longest turn of the event loop."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from annotator.ui.occurrences import OccurrenceDialog
    from annotator.ui.session import Session
    from annotator.ui.theme import LIGHT

    app = QApplication.instance() or QApplication([])
    session, window = Session(), QWidget()
    session.show_project(open_project(library))
    session.show_article(1)
    like = MentionDraft(span=Span(0, 1), label=EntityLabel.GPE)
    dialog = OccurrenceDialog(session, like, NAME, LIGHT, window)
    dialog.show()
    app.processEvents()
    turns: list[float] = []
    ticking = QTimer(interval=1)
    ticking.timeout.connect(lambda: turns.append(time.perf_counter()))
    rows: list[float] = []
    dialog._finding.found.connect(lambda _places: rows.append(time.perf_counter()))
    loop = QEventLoop()
    dialog._finding.finished.connect(loop.quit)
    ticking.start()
    started = time.perf_counter()
    dialog._list.scope_asked.emit()
    loop.exec()
    ended = time.perf_counter()
    dialog.reject()
    session.show_project(None)
    pauses = [after - before for before, after in pairwise(turns)]
    return (rows[0] - started) * 1e3, (ended - started) * 1e3, max(pauses) * 1e3


def _timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1e3


def _median(values: tuple[float, ...] | list[float]) -> float:
    return statistics.median(values)
