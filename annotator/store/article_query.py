"""The query behind the article list: one WHERE clause from one ArticleFilter."""

from collections.abc import Iterator

from annotator.domain import ArticleFilter, ArticleOrder, parted
from annotator.store import notes
from annotator.store.search import match_expression
from annotator.store.suggestions import PENDING

_DONE = "EXISTS (SELECT 1 FROM finished_articles WHERE coder_id = ? AND article_id = articles.id)"
_FLAGGED = (
    "SELECT article_id FROM decisions JOIN suggestions ON suggestions.id = suggestion_id"
    " WHERE coder_id = ? AND verdict = 'flagged'"
)
_PENDING = f"EXISTS (SELECT 1 FROM suggestions WHERE article_id = articles.id AND {PENDING})"

_STATEMENTS = "SELECT count(*) FROM statements WHERE article_id = articles.id AND coder_id = ?"
_OPEN = f"SELECT count(*) FROM suggestions WHERE article_id = articles.id AND {PENDING}"
_ORDERS = {
    ArticleOrder.NEWEST: "published DESC, articles.id DESC",
    ArticleOrder.OLDEST: "published NULLS LAST, articles.id",
    ArticleOrder.TITLE: "title COLLATE NOCASE, articles.id",
    ArticleOrder.TITLE_DOWN: "title COLLATE NOCASE DESC, articles.id DESC",
    ArticleOrder.SOURCE: "source COLLATE NOCASE, articles.id",
    ArticleOrder.SOURCE_DOWN: "source COLLATE NOCASE DESC, articles.id DESC",
    ArticleOrder.LANGUAGE: "language, articles.id",
    ArticleOrder.LANGUAGE_DOWN: "language DESC, articles.id DESC",
    ArticleOrder.LATEST_IMPORT: "articles.id DESC",
    ArticleOrder.MOST_STATEMENTS: f"({_STATEMENTS}) DESC, articles.id DESC",
    ArticleOrder.FEWEST_STATEMENTS: f"({_STATEMENTS}), articles.id DESC",
    ArticleOrder.MOST_PENDING: f"({_OPEN}) DESC, articles.id DESC",
    ArticleOrder.FEWEST_PENDING: f"({_OPEN}), articles.id DESC",
    ArticleOrder.DONE_FIRST: f"{_DONE} DESC, articles.id DESC",
    ArticleOrder.DONE_LAST: f"{_DONE}, articles.id DESC",
}
"""Those by a column are that of an index, so that the first ids come before the last are found.

All values of the others are the coder's id; what they count is counted for every article first.
"""


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
    if not ordered:
        return sql, values
    order = _ORDERS[wanted.order]
    return f"{sql} ORDER BY {order}", (*values, *(coder_id,) * order.count("?"))


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
