"""From choosing a long article to its paint, in a window that has not loaded spaCy."""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from annotator.ui.article_view import ArticleView
from benchmarks.long_article import make_long
from benchmarks.on_show import Painting, alone, part_of, window_with
from benchmarks.result import Result, under

SIZES = ((5_000, 1_000, 300), (50_000, 10_000, 1_000))
"""Words, spans, and the milliseconds that opening may take."""
ROUNDS = 7


def measure() -> Iterator[Result]:
    """The median at two sizes, and how many modules of spaCy that has loaded."""
    for words, spans, limit in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "long.anno"
            make_long(path, words, spans)
            times, loaded = alone(open_often, path)
        name = f"open an article of {words:,} words with {spans:,} spans"
        yield under(name, statistics.median(times), limit, "ms")
        yield under(f"{name}, of spaCy loaded by it", loaded, 1, "modules")


def open_often(path: Path) -> tuple[list[float], int]:
    """Milliseconds of opening the long article after the short one, and modules of spaCy."""
    with window_with(path) as window:
        session = window.session
        long, short = session.project.articles.ids()
        painting = Painting(part_of(window, ArticleView).viewport())
        times = []
        for _round in range(ROUNDS):
            painting.after(partial(session.show_article, short))
            times.append(painting.after(partial(session.show_article, long)))
    return times, sum(name.partition(".")[0] == "spacy" for name in sys.modules)
