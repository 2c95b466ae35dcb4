"""Who is spoken of most: entities by the roles they fill and the mentions of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.analysis.table import ChartKind, Column, Row, Table
from annotator.domain import (
    NAMED_LABELS,
    AnnotatedArticle,
    CorpusInfo,
    Mention,
    RoleKind,
    RoleValue,
    Statement,
)
from annotator.i18n import gettext as _

Key = int | str

TOP = 50
"""How many entities the table lists."""


@dataclass(slots=True)
class _Found:
    name: str
    label: str
    mentions: int = 0
    statements: dict[int, None] = field(default_factory=dict)
    articles: dict[int, None] = field(default_factory=dict)


class TopEntities:
    """Collects fillers of entity roles and mentions, by entity or else by name.

    Words that only describe a filler (“the company”, “we”) name nobody and are not listed.
    """

    def __init__(self, info: CorpusInfo) -> None:
        self._info = info
        self._ids = {entity.name.casefold(): entity.id for entity in info.entities.values()}
        self._found: dict[Key, _Found] = {}

    def add(self, item: AnnotatedArticle) -> None:
        """Count what an article's statements and mentions name."""
        for mention in item.mentions:
            if mention.label in NAMED_LABELS:
                found = self._mentioned(mention)
                found.mentions += 1
                found.articles[item.article.id] = None
        for statement in item.statements:
            for value in _entity_values(statement, self._info):
                if not self._names(value):
                    continue
                found = self._named(value.entity_id, value.entity or value.text)
                found.statements[statement.id] = None
                found.articles[item.article.id] = None

    def table(self) -> Table:
        """The entities that fill most roles, then those with most mentions."""
        ranked = sorted(self._found.values(), key=_rank)[:TOP]
        columns = (
            Column("entity", _("Entity")),
            Column("label", _("Label")),
            Column("statements", _("Statements"), numeric=True),
            Column("mentions", _("Mentions"), numeric=True),
            Column("articles", _("Articles"), numeric=True),
        )
        rows = tuple(_row(found) for found in ranked)
        return Table("entities", _("Top entities"), columns, rows, ChartKind.CATEGORY)

    def _mentioned(self, mention: Mention) -> _Found:
        found = self._named(mention.entity_id, mention.entity or mention.quote)
        found.label = found.label or mention.label.value
        return found

    def _names(self, value: RoleValue) -> bool:
        return bool(value.entity_id or value.entity) or _folded(value.text) in self._ids

    def _named(self, entity_id: int | None, name: str) -> _Found:
        folded = _folded(name)
        known = self._info.entities.get(entity_id or self._ids.get(folded, 0))
        if known:
            return self._found.setdefault(known.id, _Found(known.name, known.label.value))
        return self._found.setdefault(folded, _Found(" ".join(name.split()), ""))


def _entity_values(statement: Statement, info: CorpusInfo) -> Iterator[RoleValue]:
    kind = info.codebook.type(statement.type)
    for value in statement.values:
        role = kind.role(value.role) if kind else None
        if role and role.kind is RoleKind.ENTITY:
            yield value


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _rank(found: _Found) -> tuple[int, int, str]:
    return (-len(found.statements), -found.mentions, found.name.casefold())


def _row(found: _Found) -> Row:
    cells = (found.name, found.label, len(found.statements), found.mentions, len(found.articles))
    return Row(cells, tuple(found.statements), tuple(found.articles))
