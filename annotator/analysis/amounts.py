"""The ledger of sums: one row an amount, never added up, for currencies and bounds differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.analysis.table import Cell, ChartKind, Column, Row, Table
from annotator.domain import (
    AnnotatedArticle,
    Article,
    CorpusInfo,
    Money,
    Polarity,
    Role,
    RoleKind,
    RoleValue,
    Statement,
)
from annotator.domain.naming import normal_form
from annotator.i18n import gettext as _

_JOINT = "; "


@dataclass(frozen=True, slots=True)
class _Sum:
    article: Article
    statement: Statement
    value: RoleValue


class Amounts:
    """Collects the values of money roles with who stands in the entity roles beside them."""

    def __init__(self, info: CorpusInfo) -> None:
        self._info = info
        kinds = [kind for kind in info.codebook.types if _roles(kind.roles, RoleKind.MONEY)]
        self._money = {
            (kind.key, role.key) for kind in kinds for role in _roles(kind.roles, RoleKind.MONEY)
        }
        roles = [role for kind in kinds for role in kind.roles]
        self._parties = {role.key: role.name for role in _roles(roles, RoleKind.ENTITY)}
        self._dates = {role.key for role in _roles(roles, RoleKind.DATE)}
        self._sums: list[_Sum] = []

    def add(self, item: AnnotatedArticle) -> None:
        """Keep the sums of an article's statements."""
        self._sums.extend(_Sum(item.article, *pair) for pair in self._money_of(item))

    def table(self) -> Table:
        """All sums, those of the newest articles first."""
        newest = sorted(self._sums, key=_age)
        rows = tuple(self._row(each) for each in newest)
        return Table("amounts", _("Funding amounts"), self._columns(), rows, ChartKind.AMOUNTS)

    def _money_of(self, item: AnnotatedArticle) -> Iterator[tuple[Statement, RoleValue]]:
        for statement in item.statements:
            for value in statement.values:
                if (statement.type, value.role) in self._money:
                    yield statement, value

    def _columns(self) -> tuple[Column, ...]:
        parties = (Column(f"role.{key}", name) for key, name in self._parties.items())
        return (
            *parties,
            Column("amount", _("Amount")),
            Column("low", _("At least"), numeric=True),
            Column("high", _("At most"), numeric=True),
            Column("currency", _("Currency")),
            Column("modality", _("Modality")),
            Column("date", _("Date")),
            Column("published", _("Published")),
            Column("source", _("Source")),
        )

    def _row(self, each: _Sum) -> Row:
        money = each.value.money or Money(None, None)
        cells: tuple[Cell, ...] = (
            *(self._fillers(each.statement, {key}) for key in self._parties),
            each.value.text,
            money.low,
            money.high,
            money.currency or "",
            _modality(each.statement),
            self._fillers(each.statement, self._dates),
            each.article.published.isoformat() if each.article.published else "",
            each.article.source,
        )
        return Row(cells, (each.statement.id,), (each.article.id,))

    def _fillers(self, statement: Statement, roles: set[str]) -> str:
        values = [value for value in statement.values if value.role in roles]
        return _JOINT.join(normal_form(value, self._info.entities) for value in values)


def _roles(roles: tuple[Role, ...] | list[Role], kind: RoleKind) -> list[Role]:
    return [role for role in roles if role.kind is kind]


def _modality(statement: Statement) -> str:
    if statement.polarity is Polarity.NEGATED:
        return f"{statement.modality.value}, {statement.polarity.value}"
    return statement.modality.value


def _age(each: _Sum) -> tuple[bool, int, int, int]:
    day = each.article.published
    place = each.statement.span.start
    return (day is None, -day.toordinal() if day else 0, each.article.id, place)
