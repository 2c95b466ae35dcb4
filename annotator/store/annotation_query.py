"""The query behind the list of annotations: one row a key, from up to four tables in one order.

By place, title, source or date the tables are gone through by their indices and merged, so that
the first keys come before the last are found. By what no index knows (words, labels, speakers)
they are sorted first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain import (
    AnnotationFilter,
    AnnotationOrder,
    AnnotationState,
    Kind,
    SuggestionKind,
    Verdict,
    row_key,
)
from annotator.domain.words import folded

Sql = tuple[str, tuple[object, ...]]

_NOBODYS = "run_id NOT IN (SELECT id FROM pipeline_runs WHERE coder_id <> ?)"
_DECIDED = "SELECT 1 FROM decisions WHERE suggestion_id = item.id AND coder_id = ?"
_BY_ARTICLE = {
    AnnotationOrder.TITLE: "title COLLATE NOCASE",
    AnnotationOrder.SOURCE: "source COLLATE NOCASE",
    AnnotationOrder.DATE: "published",
}
_BY_ITEM = {
    AnnotationOrder.TEXT: "quote COLLATE NOCASE",
    AnnotationOrder.LABEL: "label",
    AnnotationOrder.SPEAKER: "speaker COLLATE NOCASE",
    AnnotationOrder.MODALITY: "modality",
    AnnotationOrder.POLARITY: "polarity",
    AnnotationOrder.CODER: "coder",
}
_ODD = re.compile(r"[^!-$&-~]+")
"""Blanks, percent signs, and letters of which SQLite does not know the small ones."""
_LONG = 1_000
"""Longer patterns are too much for SQLite."""
SORTED_FIRST = frozenset(_BY_ITEM)
"""Orders of which the first key is known only when all rows have been looked at."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A table of the list; the fields say how its columns come by the names of the orders."""

    kind: Kind
    table: str
    label: str = "label"
    speaker: str = "NULL"
    modality: str = "NULL"
    polarity: str = "NULL"
    coder: str = "(SELECT name FROM coders WHERE id = coder_id)"

    def sortable(self, order: AnnotationOrder) -> str:
        """What the rows are ordered by."""
        column, _space, collation = _BY_ITEM[order].partition(" ")
        return f"{getattr(self, column, column)} {collation}"


_SAID = {"speaker": "speaker_text", "modality": "modality", "polarity": "polarity"}
_STATEMENTS = _Part(Kind.STATEMENT, "statements", label="type", **_SAID)
_CLAIMS = _Part(Kind.CLAIM, "claims", label="kind", **_SAID)
_MENTIONS = _Part(Kind.MENTION, "mentions")
_SUGGESTIONS = _Part(
    Kind.SUGGESTION,
    "suggestions",
    speaker="content ->> '$.speaker.text'",
    modality="content ->> '$.modality'",
    polarity="content ->> '$.polarity'",
    coder="NULL",
)
_TAGGED = {
    SuggestionKind.STATEMENT: _STATEMENTS,
    SuggestionKind.CLAIM: _CLAIMS,
    SuggestionKind.MENTION: _MENTIONS,
}


def select_annotations(wanted: AnnotationFilter, *, coder_id: int | None) -> Sql:
    """The SQL and its values that select the keys of the wanted annotations in their order.

    Not by kind and state: these are as many selections, one after the other.
    """
    parts = [_select(part, wanted, coder_id) for part in _parts(wanted)]
    down = "DESC" if wanted.down else "ASC"
    if wanted.order in _BY_ITEM:
        order = f"sorted {down} NULLS LAST, key"
    elif wanted.order in _BY_ARTICLE:
        order = f"sorted {down} NULLS LAST, article_id {down}, start, key"
    else:
        order = f"article_id {down}, start, key"
    sql = " UNION ALL ".join(sql for sql, _values in parts)
    return f"{sql} ORDER BY {order}", tuple(value for _sql, found in parts for value in found)


def _parts(wanted: AnnotationFilter) -> Iterator[_Part]:
    if wanted.state in {None, AnnotationState.TAGGED}:
        yield from [_TAGGED[wanted.kind]] if wanted.kind else _TAGGED.values()
    if wanted.state is not AnnotationState.TAGGED:
        yield _SUGGESTIONS


def _select(part: _Part, wanted: AnnotationFilter, coder_id: int | None) -> Sql:
    conditions = [*_conditions(part, wanted, coder_id)]
    where = " AND ".join(condition for condition, _values in conditions) or "TRUE"
    source, by = f"{part.table} AS item", ""
    if wanted.order in _BY_ITEM:
        by = f", {part.sortable(wanted.order)} AS sorted"
    elif wanted.order in _BY_ARTICLE:
        # the cross join has SQLite go through the articles first, in their order
        source = f"articles CROSS JOIN {source} ON item.article_id = articles.id"
        by = f", {_BY_ARTICLE[wanted.order]} AS sorted, item.article_id, item.start"
    else:
        by = ", item.article_id, item.start"
    sql = f"SELECT {row_key(part.kind, 0)} + item.id AS key{by} FROM {source} WHERE {where}"
    return sql, tuple(value for _condition, values in conditions for value in values)


def _conditions(part: _Part, wanted: AnnotationFilter, coder_id: int | None) -> Iterator[Sql]:
    if part is _SUGGESTIONS:
        yield _NOBODYS, (coder_id,)
        yield from _open(wanted.state, coder_id)
        if wanted.kind:
            yield "item.kind = ?", (wanted.kind.value,)
    elif not wanted.all_coders:
        yield "item.coder_id = ?", (coder_id,)
    if wanted.label:
        yield f"item.{part.label} = ?", (wanted.label,)
    if wanted.words:
        yield from _worded(wanted.words)


def _open(state: AnnotationState | None, coder_id: int | None) -> Iterator[Sql]:
    """Suggestions in that state; in any state those that have not become annotations."""
    if state is AnnotationState.PENDING:
        yield f"NOT EXISTS ({_DECIDED})", (coder_id,)
    elif state is None:
        become = (Verdict.ACCEPTED.value, Verdict.CORRECTED.value)
        yield f"NOT EXISTS ({_DECIDED} AND verdict IN (?, ?))", (coder_id, *become)
    else:
        yield f"EXISTS ({_DECIDED} AND verdict = ?)", (coder_id, state.value)


def _worded(words: str) -> Iterator[Sql]:
    """What holds these words; blanks are alike, and so are capitals and small letters.

    SQLite looks for the plain parts of them, which is quick, and for the rest where these are.
    """
    parts = [part.replace("\\", r"\\").replace("_", r"\_") for part in _ODD.split(words[:_LONG])]
    yield "quote LIKE ? ESCAPE '\\'", (f"%{'%'.join(parts)}%",)
    if len(parts) > 1 or len(words) > _LONG:
        yield "instr(folded(quote), ?) > 0", (folded(words),)
