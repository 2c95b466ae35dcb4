"""Whether what the rows hold can be read back: texts, days, times, words and JSON."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from annotator.domain import (
    ClaimKind,
    EntityLabel,
    Modality,
    Polarity,
    RoleKind,
    Span,
    StepState,
    SuggestionKind,
    Verdict,
)
from annotator.store import contents
from annotator.store.database import Database

ILLEGIBLE = (ValueError, LookupError, TypeError, AttributeError)
"""What reading a value back raises when it is not what the program has written."""
_UNKNOWN_TIME = "1970-01-01T00:00:00+00:00"
"""Instead of a time that cannot be read: nobody takes it for a true one."""


@dataclass(frozen=True, slots=True)
class Column:
    """How columns are read back, and what a repair puts there `instead` if they cannot be.

    A row that `may_go` is removed; where neither is said, it is a coder's work that only a backup
    brings back.
    """

    table: str
    names: Sequence[str]
    read: Callable[..., object]
    instead: Mapping[str, object] | None = None
    may_go: bool = False


def _words(value: str) -> None:
    if not all(isinstance(word, str) for word in json.loads(value)):
        raise TypeError


def _suggestion(kind: str, label: str, start: int, stop: int, content: str) -> None:
    contents.load(SuggestionKind(kind), label, Span(start, stop), content)


def _time(table: str, name: str) -> Column:
    return Column(table, (name,), datetime.fromisoformat, {name: _UNKNOWN_TIME})


def _learned(weights: bytes, mark: str, figures: str) -> None:
    contents.load_figures(figures)
    if contents.mark_of(weights) != mark:
        raise ValueError(mark)


_SPEAKER = ("speaker_start", "speaker_stop")
_COLUMNS = (
    Column("articles", ("published",), date.fromisoformat, {"published": None}),
    Column("role_values", ("day",), date.fromisoformat, {"day": None}),
    _time("articles", "imported_at"),
    _time("pipeline_runs", "started_at"),
    _time("pipeline_runs", "finished_at"),
    _time("steps", "taken_at"),
    _time("decisions", "taken_at"),
    _time("learned_versions", "learned_at"),
    Column("learned_versions", ("weights", "mark", "figures"), _learned, may_go=True),
    Column("articles", ("authors",), _words, {"authors": "[]"}),
    Column("articles", ("removed",), _words, {"removed": "[]"}),
    Column("roles", ("choices",), _words, {"choices": "[]"}),
    Column("roles", ("kind",), RoleKind),
    Column("steps", ("state",), StepState, {"state": StepState.SEALED.value}),
    Column("decisions", ("verdict",), Verdict, may_go=True),
    Column(
        "suggestions",
        ("kind", "label", "start", "stop", "content"),
        _suggestion,
        may_go=True,
    ),
    Column("entities", ("label",), EntityLabel),
    Column("mentions", ("label",), EntityLabel),
    Column("surface_forms", ("label",), EntityLabel, may_go=True),
    Column("mentions", ("start", "stop"), Span),
    Column("claims", ("kind",), ClaimKind),
    Column("claims", ("start", "stop"), Span),
    Column("claims", ("modality",), Modality),
    Column("claims", ("polarity",), Polarity),
    Column("statements", ("start", "stop"), Span),
    Column("statements", ("modality",), Modality),
    Column("statements", ("polarity",), Polarity),
    Column("claims", _SPEAKER, Span, dict.fromkeys(_SPEAKER)),
    Column("statements", _SPEAKER, Span, dict.fromkeys(_SPEAKER)),
    Column("role_values", ("start", "stop"), Span, {"start": None, "stop": None}),
)

_TABLES = (
    *("coders", "articles", "article_texts", "entities", "aliases", "suggestions", "mentions"),
    *("claims", "statements", "role_values", "decisions", "codebook", "statement_types", "roles"),
    *("pipeline_runs", "steps", "learned_versions", "thresholds", "article_notes"),
    "surface_forms",
)


def broken_values(db: Database) -> Iterator[tuple[Column, int]]:
    """Columns with the ids of the rows in which they cannot be read back."""
    for column in _COLUMNS:
        names = ", ".join(column.names)
        found = db.rows(f"SELECT id, {names} FROM {column.table} WHERE {column.names[0]} NOTNULL")
        yield from ((column, row[0]) for row in found if not _is_readable(column, row[1:]))


def broken_texts(db: Database) -> Iterator[tuple[str, str, int, str]]:
    """Table, column, row and legible rest of each text whose bytes are not UTF-8."""
    for table in _TABLES:
        names = [row[1] for row in db.rows(f"PRAGMA table_info({table})") if row[2] == "TEXT"]
        columns = ", ".join(f"CAST({name} AS BLOB)" for name in names)
        for row_id, *texts in db.stream(f"SELECT id, {columns} FROM {table}"):
            for name, data in zip(names, texts, strict=True):
                if data is not None and not _is_utf8(data):
                    yield table, name, row_id, data.decode("utf-8", "replace")


def _is_readable(column: Column, values: tuple[Any, ...]) -> bool:
    try:
        column.read(*values)
    except ILLEGIBLE:
        return False
    return True


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
