"""What a step touched, read from the history: kinds of rows, articles and, if few, the rows."""

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from annotator.domain import Changes, Kind
from annotator.store.history import INSERTED, UPDATED

if TYPE_CHECKING:
    import sqlite3

MANY = 1_000
"""So many articles, and so many rows, of a step are named one by one."""

_KINDS = {
    "articles": Kind.ARTICLE,
    "article_texts": Kind.ARTICLE,
    "finished_articles": Kind.ARTICLE,
    "entities": Kind.ENTITY,
    "aliases": Kind.ENTITY,
    "mentions": Kind.MENTION,
    "claims": Kind.CLAIM,
    "statements": Kind.STATEMENT,
    "role_values": Kind.STATEMENT,
    "suggestions": Kind.SUGGESTION,
    "extracted_articles": Kind.SUGGESTION,
    "decisions": Kind.DECISION,
    "codebook": Kind.CODEBOOK,
    "statement_types": Kind.CODEBOOK,
    "roles": Kind.CODEBOOK,
    "learned_versions": Kind.LEARNED,
    "thresholds": Kind.THRESHOLD,
    "surface_forms": Kind.SUGGESTION,
    "article_notes": Kind.ARTICLE,
    "muted_labels": Kind.MUTED,
}
_MAIN_TABLES = {
    "articles": Kind.ARTICLE,
    "entities": Kind.ENTITY,
    "mentions": Kind.MENTION,
    "claims": Kind.CLAIM,
    "statements": Kind.STATEMENT,
    "suggestions": Kind.SUGGESTION,
    "decisions": Kind.DECISION,
    "learned_versions": Kind.LEARNED,
}
_ROW_KINDS = {
    "mentions": Kind.MENTION,
    "claims": Kind.CLAIM,
    "statements": Kind.STATEMENT,
    "role_values": Kind.STATEMENT,
    "suggestions": Kind.SUGGESTION,
    "decisions": Kind.SUGGESTION,
}
_OWNERS = {
    "role_values": ("statements", "statement_id"),
    "decisions": ("suggestions", "suggestion_id"),
}
_ARTICLE_TABLES = ("articles", "article_texts", "article_notes")
_OF_ARTICLES = (*_ARTICLE_TABLES, "finished_articles", "extracted_articles", *_ROW_KINDS)
_SHARED = ("codebook", "statement_types", "roles", "learned_versions", "thresholds", "muted_labels")

_ENTRIES = "FROM history WHERE step_id = :step AND seq > :after AND table_name = :table"


@dataclass(frozen=True, slots=True)
class _Touched:
    """The rows of one table to which a step did one thing, in the order in which it did."""

    table: str
    op: str
    rows: tuple[int, ...]

    @property
    def is_shared(self) -> bool:
        """Whether it changes what articles share.

        An entity that is new or gone does so only in the annotations that are linked to it, which
        have entries of their own.
        """
        return self.table in _SHARED or (self.table == "entities" and self.op == UPDATED)


@dataclass(frozen=True, slots=True)
class _Step:
    """The entries of a step since entry `after` of the history, which may be those of a batch."""

    conn: "sqlite3.Connection"
    id: int
    after: int = 0

    def touched(self) -> list[_Touched]:
        """What was done, a table and an operation at a time."""
        entries = self.conn.execute(
            "SELECT table_name, op, row_id FROM history WHERE step_id = ? AND seq > ?"
            " ORDER BY table_name, op, seq",
            (self.id, self.after),
        )
        return [
            _Touched(table, op, tuple(row_id for _, _, row_id in group))
            for (table, op), group in groupby(entries, key=lambda entry: entry[:2])
        ]

    def column(self, table: str, wanted: str) -> set[int]:
        """The different values of `row_id` or `article_id` in a table, MANY and one at most."""
        values = {"step": self.id, "after": self.after, "table": table, "most": MANY + 1}
        sql = f"SELECT DISTINCT {wanted} FROM ({_located(table)}) LIMIT :most"
        return {row[0] for row in self.conn.execute(sql, values)}


def changes(conn: "sqlite3.Connection", step_id: int, name: str, *, after: int) -> Changes:
    """What the step did since entry `after` of the history."""
    step = _Step(conn, step_id, after)
    touched = step.touched()
    articles = _articles(step, touched)
    return Changes(
        kinds=frozenset(_KINDS[each.table] for each in touched),
        added={
            _MAIN_TABLES[each.table]: each.rows
            for each in touched
            if each.op == INSERTED and each.table in _MAIN_TABLES
        },
        articles=articles,
        rows=None if articles is None else _rows(step, touched),
        step=name,
        step_id=step_id,
    )


def lasting_articles(conn: "sqlite3.Connection", step_id: int) -> frozenset[int]:
    """The articles in which a step did something, without those that it added or removed.

    Empty where it concerns the whole project, or very many articles. Those in which it has only
    led to suggestions do not count beside others.
    """
    step = _Step(conn, step_id)
    touched = step.touched()
    done = [each for each in touched if each.table != "suggestions"]
    found = _articles(step, done or touched) or frozenset()
    passing = (each.rows for each in touched if each.table == "articles" and each.op != UPDATED)
    return found.difference(*passing)


def _articles(step: _Step, touched: list[_Touched]) -> frozenset[int] | None:
    if any(each.is_shared for each in touched):
        return None
    found: set[int] = set()
    for table in _tables(touched).intersection(_OF_ARTICLES):
        found |= step.column(table, "article_id")
        if len(found) > MANY:
            return None
    return frozenset(found) or None


def _rows(step: _Step, touched: list[_Touched]) -> dict[Kind, frozenset[int]] | None:
    if sum(len(each.rows) for each in touched) > MANY:
        return None
    found: dict[Kind, frozenset[int]] = {}
    for table in _tables(touched).intersection(_ROW_KINDS):
        kind = _ROW_KINDS[table]
        found[kind] = found.get(kind, frozenset()) | step.column(table, "row_id")
    return found


def _tables(touched: list[_Touched]) -> frozenset[str]:
    return frozenset(each.table for each in touched)


def _located(table: str) -> str:
    """The SQL of the rows that a step touched in a table, or of their owners, and articles.

    What was changed or deleted stands in the history as it was, what was added in the table.
    Owners that are gone have entries of their own.
    """
    if table in _ARTICLE_TABLES:
        return f"SELECT row_id, row_id AS article_id {_ENTRIES}"
    if table not in _OWNERS:
        return _versions(table, "id AS row_id, article_id")
    owner, key = _OWNERS[table]
    owners = f"SELECT {key} FROM ({_versions(table, key)})"
    return f"SELECT id AS row_id, article_id FROM {owner} WHERE id IN ({owners})"


def _versions(table: str, columns: str) -> str:
    return (
        f"SELECT {columns} FROM {table} WHERE id IN (SELECT row_id {_ENTRIES})"
        f" UNION ALL SELECT {columns} FROM history_{table} WHERE seq IN (SELECT seq {_ENTRIES})"
    )
