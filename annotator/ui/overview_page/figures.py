"""What the overview shows, read in one pass over the corpus."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from annotator.analysis import Overview, Row, Table, overview
from annotator.domain import AnnotatedArticle, Kind
from annotator.i18n import gettext as _
from annotator.project import Project
from annotator.ui.sentences import Reference, references

_BATCH = 500
_TYPE = "type."


@dataclass(frozen=True, slots=True)
class Total:
    """One number of the top row, with what it counts."""

    title: str
    counted: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The tables of the overview and the totals above them."""

    overview: Overview
    totals: tuple[Total, ...]

    @property
    def empty(self) -> bool:
        """Whether the project has no articles yet."""
        return not self.totals[0].counted


@dataclass(slots=True)
class _Counted:
    articles: list[int] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)
    claims: list[int] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)

    def passing(self, corpus: Iterable[AnnotatedArticle]) -> Iterator[AnnotatedArticle]:
        for item in corpus:
            self.articles.append(item.article.id)
            self.done += [item.article.id] if item.done_by else []
            self.statements += [statement.id for statement in item.statements]
            self.claims += [claim.id for claim in item.claims]
            self.mentions += [mention.id for mention in item.mentions]
            yield item

    def totals(self) -> tuple[Total, ...]:
        return (
            Total(_("Articles"), tuple(references(Kind.ARTICLE, self.articles))),
            Total(_("Articles done"), tuple(references(Kind.ARTICLE, self.done))),
            Total(_("Statements"), tuple(references(Kind.STATEMENT, self.statements))),
            Total(_("Claims"), tuple(references(Kind.CLAIM, self.claims))),
            Total(_("Mentions"), tuple(references(Kind.MENTION, self.mentions))),
        )


def read_figures(project: Project) -> Figures:
    """Count everything that the coders of a project have tagged."""
    counted = _Counted()
    corpus = counted.passing(project.corpus(texts=False))
    return Figures(overview(corpus, project.corpus_info()), counted.totals())


def counted_in(project: Project, table: Table, row: Row, column: int) -> Sequence[Reference]:
    """What the number in that cell counts; for a cell without a number, what its row counts."""
    key = table.columns[column].key
    if key == "articles" or not row.statement_ids:
        whole = references(Kind.ARTICLE, row.article_ids)
        return _mentions(project, row) or whole if key == "mentions" else whole
    if key == "mentions":
        return _mentions(project, row)
    if key.startswith(_TYPE):
        return _of_type(project, row.statement_ids, key.removeprefix(_TYPE))
    return references(Kind.STATEMENT, row.statement_ids)


def _mentions(project: Project, row: Row) -> Sequence[Reference]:
    entity = project.entities.named(str(row.cells[0]))
    return references(Kind.MENTION, project.entities.mention_ids(entity.id)) if entity else ()


def _of_type(project: Project, ids: Sequence[int], type_key: str) -> Sequence[Reference]:
    batches = (ids[first : first + _BATCH] for first in range(0, len(ids), _BATCH))
    return [
        Reference(Kind.STATEMENT, statement.id)
        for batch in batches
        for statement in project.statements.by_ids(batch)
        if statement.type == type_key
    ]
