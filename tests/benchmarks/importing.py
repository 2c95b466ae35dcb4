"""Importing text files against reading them and inserting them with plain sqlite3."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from annotator.workflows import run
from annotator.workflows.importing import ImportArticles
from annotator.workflows.starting import new_project
from benchmarks.result import Result, at_least, in_turn, told
from benchmarks.texts import news

FILES = 1_000
SIZE = 4_000


def measure() -> Iterator[Result]:
    """Files a second, ours and plain ones in turn; the search index is measured beside it."""
    folder = Path(tempfile.mkdtemp())
    try:
        _write_files(folder / "files")
        ours, plain, index = in_turn(
            7, lambda: _ours(folder), lambda: _plain(folder), lambda: _index(folder)
        )
    finally:
        shutil.rmtree(folder)
    name = "import of 1,000 text files of 4 kB"
    yield at_least(name, [FILES / t for t in ours], [FILES / t for t in plain], 0.5, "files/s")
    indexed = [FILES / (t + i) for t, i in zip(ours, index, strict=True)]
    yield told(
        f"{name}, indexed for search at once", indexed, [FILES / t for t in plain], "files/s"
    )


def _write_files(folder: Path) -> None:
    folder.mkdir()
    text = "\n\n".join(article["text"] for article in news())
    for number in range(FILES):
        start = number * 977 % (len(text) - SIZE)
        body = f"Article number {number}\n\n{text[start : start + SIZE]}"
        (folder / f"{number:04}.txt").write_text(body[:SIZE], encoding="utf-8")


def _ours(folder: Path) -> float:
    path = folder / "ours.anno"
    path.unlink(missing_ok=True)
    with new_project(path) as project:
        started = time.perf_counter()
        run(ImportArticles(project, [folder / "files"]))
        elapsed = time.perf_counter() - started
        assert project.articles.count() == FILES
    return elapsed


def _index(folder: Path) -> float:
    from annotator.project import open_project

    with open_project(folder / "ours.anno") as project:
        started = time.perf_counter()
        while project.articles.index_new():
            pass
        return time.perf_counter() - started


def _plain(folder: Path) -> float:
    path = folder / "plain.db"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY, name TEXT, text TEXT)")
        started = time.perf_counter()
        rows = [
            (file.name, file.read_text(encoding="utf-8"))
            for file in sorted((folder / "files").iterdir())
        ]
        with conn:
            conn.executemany("INSERT INTO articles (name, text) VALUES (?, ?)", rows)
        return time.perf_counter() - started
