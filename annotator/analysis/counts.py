"""Articles and statements counted by some key: month, source, type or coder."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.analysis.table import Cell, Column, Row
from annotator.domain import Codebook, Statement, StatementType
from annotator.i18n import gettext as _


@dataclass(slots=True)
class Group:
    """What falls under one key."""

    articles: dict[int, None] = field(default_factory=dict)
    statements: list[int] = field(default_factory=list)
    types: Counter[str] = field(default_factory=Counter)

    def add(self, article_id: int, statements: Iterable[Statement]) -> None:
        """Count an article with those of its statements that belong here."""
        self.articles[article_id] = None
        for statement in statements:
            self.statements.append(statement.id)
            self.types[statement.type] += 1

    def row(self, label: str, types: tuple[StatementType, ...]) -> Row:
        """Label, articles, statements, and statements of each type."""
        parts = (self.types[kind.key] for kind in types)
        cells: tuple[Cell, ...] = (label, len(self.articles), len(self.statements), *parts)
        return Row(cells, tuple(self.statements), tuple(self.articles))


def count_columns(first: Column, types: tuple[StatementType, ...]) -> tuple[Column, ...]:
    """The columns of `Group.row`."""
    parts = (Column(f"type.{kind.key}", kind.name, True, kind.colour) for kind in types)
    articles = Column("articles", _("Articles"), numeric=True)
    return (first, articles, Column("statements", _("Statements"), numeric=True), *parts)


def shown_types(codebook: Codebook, groups: Iterable[Group]) -> tuple[StatementType, ...]:
    """All types in use or on offer; a retired one only if something is coded with it."""
    used = {key for group in groups for key in group.types}
    return tuple(kind for kind in codebook.types if not kind.retired or kind.key in used)


def by_size(group: tuple[str, Group]) -> tuple[int, int, str]:
    """Sort key: most statements first, then most articles, then by name."""
    return (-len(group[1].statements), -len(group[1].articles), group[0].casefold())
