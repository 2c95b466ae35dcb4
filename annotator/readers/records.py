"""Rows of corpora become articles: their columns are known by their usual names."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from annotator.domain import ArticleDraft
from annotator.readers.dates import parse_date
from annotator.readers.drafts import draft_of_record
from annotator.readers.encoding import one_line
from annotator.readers.facts import Facts
from annotator.readers.metadata import find_address, language_code
from annotator.readers.patterns import load
from annotator.readers.people import split_authors
from annotator.readers.source import Source

_NESTED = ("meta", "metadata")
_UNKNOWN = frozenset({"", "none", "null", "nan", "n/a", "na", "unknown", "-"})


def field_columns(columns: Iterable[str]) -> Mapping[str, str]:
    """Which column holds each field of an article, by the usual names of columns."""
    return _fields_of(tuple(columns))


def text_of(record: Mapping[str, Any]) -> str:
    """The text of a record; empty when it has none."""
    value = record.get(field_columns(record).get("text", ""), "")
    if isinstance(value, list):
        return "\n\n".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def draft_of(
    record: Mapping[str, Any], source: Source, *, reader: str, line: int, sha256: str
) -> ArticleDraft:
    """The article in a record that has a text."""
    path = f"{source.name}:{line}"
    return draft_of_record(
        text_of(record), facts_of(record), reader=reader, path=path, sha256=sha256
    )


def facts_of(record: Mapping[str, Any]) -> Facts:
    """What the fields of a record or a front matter say about the article."""
    columns = field_columns(record)
    values = {field: _plain(record[column]) for field, column in columns.items() if field != "text"}
    facts = Facts(
        title=values.get("title", ""),
        source=values.get("source", ""),
        authors=_authors(record.get(columns.get("authors", ""))),
        url=find_address(values.get("url", "")),
        published=parse_date(values.get("published", "")),
        language=language_code(values.get("language", "")),
    )
    for key in _NESTED:
        if isinstance(record.get(key), dict):
            facts = facts.or_else(
                facts_of({str(k): v for k, v in record[key].items() if k not in _NESTED})
            )
    return facts


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(name for name in map(_plain, value) if name)
    return split_authors(_plain(value))


def _plain(value: object) -> str:
    """A value as one line of text; an object stands for its name, no value for nothing."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = one_line(str(value))
    return "" if text.lower() in _UNKNOWN else text


@lru_cache(maxsize=64)
def _fields_of(columns: tuple[str, ...]) -> Mapping[str, str]:
    known = {_key(column): column for column in reversed(columns)}
    return {
        field: next(known[name] for name in names if name in known)
        for field, names in _names().items()
        if not known.keys().isdisjoint(names)
    }


def _key(column: object) -> str:
    return "".join(filter(str.isalnum, str(column).lower()))


@cache
def _names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = load("metadata")["columns"]
    return names
