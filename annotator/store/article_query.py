"""The query behind the article list: one WHERE clause from one ArticleFilter."""

from collections.abc import Iterator

from annotator.domain import ArticleFilter, ArticleOrder, parted
from annotator.store import notes
from annotator.store.search import match_expression
from annotator.store.suggestions import PENDING

_ORDERS = {
    ArticleOrder.NEWEST: "published DESC, articles.id DESC",
    ArticleOrder.OLDEST: "published NULLS LAST, articles.id",
    ArticleOrder.TITLE: "title COLLATE NOCASE, articles.id",
    ArticleOrder.SOURCE: "source COLLATE NOCASE, articles.id",
    ArticleOrder.LATEST_IMPORT: "articles.id DESC",
}
"""Each is that of an index, so that the first ids come before the last are found."""
_DONE = "EXISTS (SELECT 1 FROM finished_articles WHERE coder_id = ? AND article_id = articles.id)"
_FLAGGED = (
    "SELECT article_id FROM decisions JOIN suggestions ON suggestions.id = suggestion_id"
    " WHERE coder_id = ? AND verdict = 'flagged'"
)
_PENDING = f"EXISTS (SELECT 1 FROM suggestions WHERE article_id = articles.id AND {PENDING})"


def select_articles(
    columns: str, wanted: ArticleFilter, *, coder_id: int | None, ordered: bool = True
) -> tuple[str, tuple[object, ...]]:
    """The SQL and its values that select `columns` of the wanted articles.

    Raises InvalidInput for a search that cannot find anything.
    """
    conditions = list(_conditions(wanted, coder_id))
    where = " AND ".join(condition for condition, _values in conditions)
    values = tuple(value for _condition, found in conditions for value in found)
    sql = f"SELECT {columns} FROM articles" + (f" WHERE {where}" if where else "")
    return (f"{sql} ORDER BY {_ORDERS[wanted.order]}" if ordered else sql), values


def _conditions(
    wanted: ArticleFilter, coder_id: int | None
) -> Iterator[tuple[str, tuple[object, ...]]]:
    words, noted = parted(wanted.query)
    expression = match_expression(words)
    if expression:
        found = "SELECT rowid FROM article_search WHERE article_search MATCH ?"
        yield f"articles.id IN ({found})", (expression,)
    if noted is not None:
        places, values = notes.places(match_expression(noted), coder_id)
        yield f"articles.id IN (SELECT article_id FROM ({places}))", values
    if wanted.source:
        yield "source = ?", (wanted.source,)
    if wanted.language:
        yield "language = ?", (wanted.language,)
    yield from _date_conditions(wanted)
    if wanted.tagged:
        tagged = "SELECT article_id FROM statements WHERE type = ? AND coder_id = ?"
        yield f"articles.id IN ({tagged})", (wanted.tagged, coder_id)
    if wanted.done is not None:
        yield f"{'' if wanted.done else 'NOT '}{_DONE}", (coder_id,)
    if wanted.flagged:
        yield f"articles.id IN ({_FLAGGED})", (coder_id,)
    if wanted.pending is not None:
        yield f"{'' if wanted.pending else 'NOT '}{_PENDING}", (coder_id, coder_id)


def _date_conditions(wanted: ArticleFilter) -> Iterator[tuple[str, tuple[object, ...]]]:
    if wanted.undated:
        yield "published IS NULL", ()
    if wanted.published_from:
        yield "published >= ?", (wanted.published_from.isoformat(),)
    if wanted.published_to:
        yield "published <= ?", (wanted.published_to.isoformat(),)
