"""Articles, their texts, and which coder is through with which."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, Unpack

from annotator.domain import (
    Article,
    ArticleDetails,
    ArticleDraft,
    ArticleFilter,
    ArticleRow,
    Changes,
    Origin,
    parted,
)
from annotator.errors import NotFound
from annotator.i18n import gettext as _
from annotator.store import new_articles, notes, search
from annotator.store.article_query import select_articles
from annotator.store.check import doubted
from annotator.store.database import AMONG, Database, listed
from annotator.store.new_articles import COLUMNS, text_hash
from annotator.store.suggestions import PENDING

_SNIPPET = "snippet(article_search, 1, '', '', ' … ', 16)"
_FEW_HITS = 5_000
"""Up to so many hits are ranked; ranking more takes a tenth of a second and longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """An article that a search found, with the words around the first hit, or the note found."""

    article_id: int
    title: str
    snippet: str


class Articles:
    """The articles of a project. Texts never change once they are stored."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, drafts: Iterable[ArticleDraft], *, join: int | None = None) -> Changes:
        """Store new articles; a text that is there already is passed over.

        `join` is the `step_id` of an earlier batch that these belong to.
        """
        drafts = list(drafts)
        with self._db.step(_("Import articles"), join=join) as step:
            new_articles.insert(self._db, drafts)
        return step.changes

    def get(self, article_id: int) -> Article:
        """The article without its text; NotFound if there is none of that id."""
        row = self._db.row(f"SELECT {COLUMNS} FROM articles WHERE id = ?", article_id)
        if row is None:
            raise NotFound(_("There is no article {id} in this project.").format(id=article_id))
        with doubted(self._db):
            return _article(row)

    def present(self, ids: Sequence[int]) -> list[int]:
        """Those of these ids of which there is an article, in their order."""
        rows = self._db.rows(f"SELECT id FROM articles WHERE id {AMONG}", listed(ids))
        found = {row[0] for row in rows}
        return [article_id for article_id in ids if article_id in found]

    def all(self) -> Iterator[Article]:
        """Every article, in the order of import."""
        with doubted(self._db):
            yield from map(_article, self._db.stream(f"SELECT {COLUMNS} FROM articles ORDER BY id"))

    def text(self, article_id: int) -> str:
        """The text of an article; NotFound if there is none of that id."""
        text = self._db.value("SELECT text FROM article_texts WHERE id = ?", article_id)
        if text is None:
            raise NotFound(_("There is no article {id} in this project.").format(id=article_id))
        return str(text)

    def twin(self, text: str) -> int | None:
        """The id of the article that has exactly this text."""
        found: int | None = self._db.value(
            "SELECT id FROM articles WHERE text_hash = ?", text_hash(text)
        )
        return found

    def update(self, article_id: int, **details: Unpack[ArticleDetails]) -> Changes:
        """Correct title, source, authors, url, published or language of an article.

        Raises NotFound, and TypeError for a detail that articles do not have.
        """
        return self.update_all([self.get(article_id).id], **details)

    def update_all(self, ids: Sequence[int], **details: Unpack[ArticleDetails]) -> Changes:
        """Give several articles the same details; TypeError as above."""
        unknown = details.keys() - ArticleDetails.__annotations__.keys()
        if unknown:
            raise TypeError(f"an article has no {', '.join(sorted(unknown))}")
        row = {name: _stored(value) for name, value in details.items()}
        with self._db.step(_("Edit article details")) as step:
            for article_id in ids if row else ():
                self._db.update("articles", article_id, row)
        return step.changes

    def remove(self, ids: Sequence[int]) -> Changes:
        """Remove articles with all that was found in them."""
        with self._db.step(_("Remove articles")) as step:
            self._db.delete("articles", ids)
        return step.changes

    def mark_done(self, ids: Sequence[int], *, done: bool = True) -> Changes:
        """Note that the current coder is, or is not, through with articles."""
        rows = [(article_id, self._db.coder_id) for article_id in ids]
        with self._db.step(_("Mark as done") if done else _("Mark as not done")) as step:
            self._db.execute_many(
                "INSERT OR IGNORE INTO finished_articles (article_id, coder_id) VALUES (?, ?)"
                if done
                else "DELETE FROM finished_articles WHERE article_id = ? AND coder_id = ?",
                rows,
            )
        return step.changes

    def is_done(self, article_id: int) -> bool:
        """Whether the current coder is through with an article."""
        return (
            self._db.row(
                "SELECT 1 FROM finished_articles WHERE article_id = ? AND coder_id = ?",
                article_id,
                self._db.coder_id,
            )
            is not None
        )

    def done_count(self) -> int:
        """How many articles the current coder is through with."""
        return int(
            self._db.value(
                "SELECT count(*) FROM finished_articles WHERE coder_id = ?", self._db.coder_id
            )
        )

    def done_by(self, article_id: int) -> list[int]:
        """Ids of the coders who are through with an article."""
        rows = self._db.rows(
            "SELECT coder_id FROM finished_articles WHERE article_id = ? ORDER BY id", article_id
        )
        return [row[0] for row in rows]

    def ids(self, wanted: ArticleFilter | None = None) -> Iterator[int]:
        """Ids of the articles that a filter lets through, in its order, as they are found."""
        wanted = wanted or ArticleFilter()
        self._catch_up(wanted.query)
        sql, values = select_articles("articles.id", wanted, coder_id=self._db.coder_id)
        return (row[0] for row in self._db.stream(sql, *values))

    def count(self, wanted: ArticleFilter | None = None) -> int:
        """How many articles a filter lets through."""
        wanted = wanted or ArticleFilter()
        self._catch_up(wanted.query)
        sql, values = select_articles("count(*)", wanted, coder_id=self._db.coder_id, ordered=False)
        return int(self._db.value(sql, *values))

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """The lines of a list for these ids, in their order; ids that are gone are left out."""
        coder = self._db.coder_id
        found = self._db.rows(
            "SELECT id, title, source, published, language,"
            " (SELECT count(*) FROM statements"
            "   WHERE article_id = articles.id AND coder_id = ?),"
            f" (SELECT count(*) FROM suggestions WHERE article_id = articles.id AND {PENDING}),"
            " EXISTS (SELECT 1 FROM finished_articles"
            "   WHERE coder_id = ? AND article_id = articles.id)"
            f" FROM articles WHERE id {AMONG}",
            *(coder,) * 4,
            listed(ids),
        )
        with doubted(self._db):
            lines = {row[0]: _line(row) for row in found}
        return [lines[article_id] for article_id in ids if article_id in lines]

    def sources(self) -> list[str]:
        """All outlets, in alphabetical order; articles without one are left out."""
        return self._distinct("source")

    def languages(self) -> list[str]:
        """All languages of articles, as ISO 639-1 codes."""
        return self._distinct("language")

    def search(self, query: str, limit: int = 50) -> list[SearchHit]:
        """Articles that contain what was typed, the best first unless there are very many."""
        words, noted = parted(query)
        if noted is not None:
            return self._search_notes(query, noted, limit)
        expression = search.match_expression(words)
        if not expression:
            return []
        self._catch_up(query)
        hits = self._db.value(
            "SELECT count(*) FROM article_search WHERE article_search MATCH ?", expression
        )
        order = "rank" if hits <= _FEW_HITS else "rowid DESC"
        rows = self._db.rows(
            f"SELECT rowid, title, {_SNIPPET} FROM article_search WHERE article_search MATCH ?"
            f" ORDER BY {order} LIMIT ?",
            expression,
            limit,
        )
        return [SearchHit(article_id=row[0], title=row[1], snippet=row[2]) for row in rows]

    def _search_notes(self, query: str, noted: str, limit: int) -> list[SearchHit]:
        ids = list(islice(self.ids(ArticleFilter(query=query)), limit))
        snippets = notes.found_in(self._db, search.match_expression(noted), ids)
        return [
            SearchHit(article_id=row.id, title=row.title, snippet=snippets[row.id])
            for row in self.rows(ids)
        ]

    def is_indexed(self) -> bool:
        """Whether a search would find all articles."""
        return not self._db.value("SELECT EXISTS (SELECT 1 FROM unindexed)")

    def index_new(self, limit: int = 500) -> int:
        """Bring up to `limit` new articles into the search index; how many there were."""
        with self._db.transaction():
            return search.index_new(self._db.conn, limit)

    def _catch_up(self, query: str) -> None:
        """A search finds new articles too: what the index lacks is added first."""
        if query and not self._db.read_only:
            while not self.is_indexed():
                self.index_new(2_000)

    def _distinct(self, column: str) -> list[str]:
        return [
            row[0]
            for row in self._db.rows(
                f"SELECT DISTINCT {column} FROM articles WHERE {column} <> '' ORDER BY {column}"
            )
        ]


def _stored(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return json.dumps(value, ensure_ascii=False)
    return value


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _article(row: tuple[Any, ...]) -> Article:
    return Article(
        id=row[0],
        title=row[1],
        source=row[2],
        authors=tuple(json.loads(row[3])),
        url=row[4],
        published=_day(row[5]),
        language=row[6],
        length=row[7],
        origin=Origin(
            reader=row[8], path=row[9], sha256=row[10], removed=tuple(json.loads(row[11]))
        ),
        imported_at=datetime.fromisoformat(row[12]),
    )


def _line(row: tuple[Any, ...]) -> ArticleRow:
    return ArticleRow(
        id=row[0],
        title=row[1],
        source=row[2],
        published=_day(row[3]),
        language=row[4],
        statements=row[5],
        pending=row[6],
        done=bool(row[7]),
    )
