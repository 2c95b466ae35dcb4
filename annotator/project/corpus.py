"""The annotated corpus: every article with what was found in it, one at a time."""

from collections.abc import Generator
from typing import TypeVar

from annotator.domain import (
    AnnotatedArticle,
    Article,
    Claim,
    CorpusInfo,
    Decision,
    Include,
    Mention,
    Statement,
)
from annotator.errors import NotFound
from annotator.i18n import gettext as _
from annotator.project.tables import Tables

Coded = TypeVar("Coded", Mention, Claim, Statement, Decision)


class Corpus:
    """Articles with the annotations of one coder (`coder_id`) or, with None, of all."""

    def __init__(self, tables: Tables, include: Include, coder_id: int | None) -> None:
        self._tables = tables
        self._include = include
        self._coder_id = coder_id

    def articles(self, *, texts: bool = True) -> Generator[AnnotatedArticle, None, None]:
        """Every article in the order of import; without `texts` their text is left empty."""
        for article in self._tables.articles.all():
            yield self._annotated(article, texts=texts)

    def _annotated(self, article: Article, *, texts: bool) -> AnnotatedArticle:
        tables, article_id = self._tables, article.id
        coded = self._include is not Include.PENDING
        pending = self._include is not Include.ACCEPTED
        undecided = tables.suggestions.undecided
        return AnnotatedArticle(
            article=article,
            text=tables.articles.text(article_id) if texts else "",
            mentions=self._own(tables.mentions.by_article(article_id)) if coded else (),
            claims=self._own(tables.claims.by_article(article_id)) if coded else (),
            statements=self._own(tables.statements.by_article(article_id)) if coded else (),
            pending=undecided(article_id, coder_id=self._coder_id) if pending else (),
            decisions=self._own(tables.decisions.of(article_id)),
            note=tables.notes.get(article_id),
            done_by=tuple(tables.articles.done_by(article_id)),
        )

    def _own(self, found: tuple[Coded, ...]) -> tuple[Coded, ...]:
        if self._coder_id is None:
            return found
        return tuple(item for item in found if item.coder_id == self._coder_id)


def corpus_info(tables: Tables, name: str) -> CorpusInfo:
    """The codebook, coders, entities and runs that the articles of a corpus share."""
    return CorpusInfo(
        name=name,
        codebook=tables.codebook.get(),
        coders={coder.id: coder for coder in tables.coders.all()},
        entities={entity.id: entity for entity in tables.entities.all()},
        runs={run.id: run for run in tables.runs.all()},
    )


def coder_id_of(tables: Tables, name: str) -> int | None:
    """The id of the coder of that name, None for an empty name; NotFound for an unknown one."""
    if not name:
        return None
    coder = tables.coders.named(name)
    if coder is None:
        raise NotFound(_("There is no coder “{name}” in this project.").format(name=name))
    return coder.id
