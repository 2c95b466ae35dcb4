"""Decisions in an article of 50,000 words and 10,000 spans, as the window's article sees them.

Half of the spans are tagged, half suggested. Each decision is held against the same one with the
whole article read again after it.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.domain import Changes, EntityLabel, Kind, MentionDraft, Span, SuggestionDraft
from annotator.project import Project
from annotator.ui.open_article import OpenArticle
from annotator.ui.session import Session
from annotator.workflows.starting import new_project
from benchmarks.result import Result, at_most, in_turn, told
from factories import article_draft

WORDS, SPANS = 50_000, 10_000
ROUNDS = 50


def measure() -> Iterator[Result]:
    """Accept and undo: in the store alone, and with the article on show."""
    with tempfile.TemporaryDirectory() as folder:
        session = Session()
        session.show_project(_project(Path(folder) / "large.anno"))
        alone = _times(session)
        session.show_article(1)
        shown = OpenArticle(session)
        ours = _times(session)
        again = _times(session, lambda: session.changed.emit(Changes(kinds=frozenset(Kind))))
        shown.deleteLater()
        session.show_project(None)
    for name, store, seen, whole in zip(("accept", "undo"), alone, ours, again, strict=True):
        yield told(f"{name} at {SPANS:,} spans, the store alone", store, whole, "ms")
        yield at_most(f"{name} at {SPANS:,} spans, article on show", seen, whole, 0.2, "ms")


def _times(session: Session, after: Callable[[], None] | None = None) -> list[list[float]]:
    def timed(action: Callable[[Project], Changes]) -> float:
        started = time.perf_counter()
        session.do(action)
        if after is not None:
            after()
        return (time.perf_counter() - started) * 1e3

    return in_turn(ROUNDS, lambda: timed(_accept), lambda: timed(Project.undo))


def _accept(project: Project) -> Changes:
    return project.suggestions.accept([SPANS * 3 // 4])


def _project(path: Path) -> Project:
    text = " ".join(f"word{number:05}" for number in range(WORDS))
    project = new_project(path)
    article_id = project.articles.add([article_draft(text)]).first(Kind.ARTICLE)
    places = (number * WORDS // SPANS * 10 for number in range(SPANS))
    drafts = [
        SuggestionDraft(
            content=MentionDraft(span=Span(start, start + 9), label=EntityLabel.ORG), score=0.5
        )
        for start in places
    ]
    run = project.suggestions.start_run("bench", "1")
    project.suggestions.store(run, {article_id: drafts})
    project.suggestions.accept(range(1, SPANS // 2 + 1))
    return project
