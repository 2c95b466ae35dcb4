"""The overview of a corpus: how much of what, when, from whom, about whom, for how much."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from annotator.analysis.amounts import Amounts
from annotator.analysis.counts import Group, by_size, count_columns, shown_types
from annotator.analysis.entities import TopEntities
from annotator.analysis.table import ChartKind, Column, Row, Table
from annotator.domain import AnnotatedArticle, Claim, CorpusInfo, Mention, Statement, StatementType
from annotator.domain.naming import coder_name
from annotator.i18n import gettext as _

Groups = dict[str, Group]


@dataclass(frozen=True, slots=True)
class Overview:
    """Tables over months, sources, types, coders, entities and amounts."""

    tables: tuple[Table, ...]

    def table(self, key: str) -> Table:
        """The table with that key; KeyError if there is none."""
        return {table.key: table for table in self.tables}[key]


def overview(articles: Iterable[AnnotatedArticle], info: CorpusInfo) -> Overview:
    """Count coded statements in one pass over the articles; suggestions do not count."""
    counts, entities, amounts = _Counts(), TopEntities(info), Amounts(info)
    for item in articles:
        counts.add(item)
        entities.add(item)
        amounts.add(item)
    return Overview((*counts.tables(info), entities.table(), amounts.table()))


def _groups() -> Groups:
    return defaultdict(Group)


@dataclass(slots=True)
class _Counts:
    months: Groups = field(default_factory=_groups)
    sources: Groups = field(default_factory=_groups)
    types: Groups = field(default_factory=_groups)
    coders: dict[int, Group] = field(default_factory=lambda: defaultdict(Group))

    def add(self, item: AnnotatedArticle) -> None:
        article, statements = item.article, item.statements
        self.months[_month(article.published)].add(article.id, statements)
        self.sources[article.source].add(article.id, statements)
        for statement in statements:
            self.types[statement.type].add(article.id, [statement])
        for coder in _coders(item):
            own = [statement for statement in statements if statement.coder_id == coder]
            self.coders[coder].add(article.id, own)

    def tables(self, info: CorpusInfo) -> tuple[Table, ...]:
        types = shown_types(info.codebook, self.months.values())
        return (
            _over_time(self.months, types),
            _by_source(self.sources, types),
            _by_type(self.types, types),
            _by_coder(self.coders, types, info),
        )


def _over_time(months: Groups, types: tuple[StatementType, ...]) -> Table:
    dated = sorted(month for month in months if month)
    rows = [months.get(month, Group()).row(month, types) for month in _every_month(dated)]
    if "" in months:
        rows.append(months[""].row(_("undated"), types))
    columns = count_columns(Column("month", _("Month")), types)
    title = _("Articles and statements over time")
    return Table("time", title, columns, tuple(rows), ChartKind.TIME)


def _by_source(sources: Groups, types: tuple[StatementType, ...]) -> Table:
    ranked = sorted(sources.items(), key=by_size)
    rows = tuple(group.row(source or _("unknown"), types) for source, group in ranked)
    columns = count_columns(Column("source", _("Source")), types)
    return Table(
        "sources", _("Articles and statements by source"), columns, rows, ChartKind.CATEGORY
    )


def _by_type(groups: Groups, types: tuple[StatementType, ...]) -> Table:
    rows = [_type_row(kind, groups.get(kind.key, Group())) for kind in types]
    rows.sort(key=lambda row: -len(row.statement_ids))
    columns = count_columns(Column("type", _("Type")), ())
    return Table(
        "types", _("Articles and statements by type"), columns, tuple(rows), ChartKind.CATEGORY
    )


def _type_row(kind: StatementType, group: Group) -> Row:
    cells = (kind.name, len(group.articles), len(group.statements))
    return Row(cells, tuple(group.statements), tuple(group.articles), kind.colour)


def _by_coder(
    coders: dict[int, Group], types: tuple[StatementType, ...], info: CorpusInfo
) -> Table:
    named = {coder_name(info, coder): group for coder, group in coders.items()}
    rows = tuple(group.row(name, types) for name, group in sorted(named.items(), key=by_size))
    columns = count_columns(Column("coder", _("Coder")), types)
    return Table("coders", _("Articles and statements by coder"), columns, rows, ChartKind.CATEGORY)


def _coders(item: AnnotatedArticle) -> dict[int, None]:
    """Everybody who tagged something in the article or is done with it."""
    found: tuple[Statement | Claim | Mention, ...] = (
        *item.statements,
        *item.claims,
        *item.mentions,
    )
    return dict.fromkeys((*(each.coder_id for each in found), *item.done_by))


def _month(day: date | None) -> str:
    return f"{day.year:04}-{day.month:02}" if day else ""


def _every_month(dated: list[str]) -> Iterator[str]:
    if not dated:
        return
    first, last = _months_since_zero(dated[0]), _months_since_zero(dated[-1])
    for number in range(first, last + 1):
        yield f"{number // 12:04}-{number % 12 + 1:02}"


def _months_since_zero(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1
