"""A project of 100,000 articles and 1,000,000 annotations, kept for as long as the schema is."""

import hashlib
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from annotator.paths import replacing
from annotator.project import open_project
from annotator.store.schema import MIGRATION_NAMES
from annotator.workflows.starting import new_project
from benchmarks.texts import news

ARTICLES = 100_000
ANNOTATIONS = 10 * ARTICLES
_MENTIONS = 8
_SHAPE = "1"
"""Changes with what stands in the project."""
_DAY = date(2000, 1, 1)
_NOON = "2024-05-03T12:00:00+00:00"
_BATCH = 2_000
_Row = tuple[object, ...]


def large_library() -> Path:
    """Articles of news length with eight mentions, a statement and a claim each, indexed."""
    named = hashlib.sha256("".join((*MIGRATION_NAMES, _SHAPE)).encode()).hexdigest()[:12]
    path = Path(tempfile.gettempdir()) / "annotator-benchmarks" / f"large-{named}.anno"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        with replacing(path) as part:
            _make(part)
    return path


def _make(path: Path) -> None:
    with new_project(path, coder="Ada"):
        pass
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        begun = "INSERT INTO steps (name, coder_id, taken_at, state) VALUES ('', 1, ?, 'sealed')"
        step = conn.execute(begun, (_NOON,)).lastrowid
        conn.execute("UPDATE current_step SET step_id = ?", (step,))
        for table, rows in (
            ("articles", _articles()),
            ("article_texts", ((number, _text(number)) for number in _numbers())),
            ("mentions", _mentions()),
            ("statements", _said("funding", "")),
            ("claims", _said("fact")),
        ):
            _insert(conn, table, rows)
        conn.execute("UPDATE current_step SET step_id = NULL")
        conn.commit()
    with open_project(path, coder="Ada") as project:
        while project.articles.index_new(_BATCH):
            pass


def _insert(conn: sqlite3.Connection, table: str, rows: Iterator[_Row]) -> None:
    columns = len(conn.execute(f"PRAGMA table_info({table})").fetchall())
    conn.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", rows)


def _numbers() -> range:
    return range(1, ARTICLES + 1)


def _text(number: int) -> str:
    """A text of its own, by a number of always the same length."""
    return f"{number:06} {news()[number % len(news())]['text']}"


def _articles() -> Iterator[_Row]:
    for number in _numbers():
        title = f"{news()[number % len(news())]['title']} {number}"
        day = (_DAY + timedelta(number % 9_000)).isoformat()
        text_hash = number.to_bytes(32)
        facts = (f"Paper {number % 40}", "[]", "", day, "en", len(_text(number)), text_hash)
        yield number, title, *facts, "text", "", "", "[]", _NOON


def _mentions() -> Iterator[_Row]:
    for number in _numbers():
        for place, (start, stop, quote) in enumerate(_words(number)):
            row = _MENTIONS * number + place
            yield row, number, start, stop, quote, 1, None, "ORG", None


def _said(*label: str) -> Iterator[_Row]:
    """A statement or claim in each article, without a speaker."""
    for number in _numbers():
        quote = _text(number)[:60]
        yield number, number, 0, 60, quote, 1, None, *label, *[None] * 5, "fact", "affirmed"


def _words(number: int) -> list[tuple[int, int, str]]:
    found = list(re.finditer(r"\w{5,}", _text(number)[:600]))[:_MENTIONS]
    return [(*word.span(), word.group()) for word in found]
