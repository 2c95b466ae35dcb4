"""CSV: one statement a row, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.domain import (
    AnnotatedArticle,
    Article,
    Codebook,
    CorpusInfo,
    Loss,
    Role,
    RoleKind,
    RoleValue,
    StatementDraft,
)
from annotator.domain.naming import normal_form, plain_number
from annotator.domain.spreadsheet import safe_cell
from annotator.i18n import gettext as _
from annotator.writers.entry import Entry, add_lost_words, entries
from annotator.writers.loss import Losses
from annotator.writers.output import new_file

Row = dict[str, str]

_BOM = "\ufeff"  # without it, Excel takes UTF-8 for the system's code page
_FIRST = ("article_id", "title", "source", "published", "url")
_PLACE = ("statement_id", "suggestion_id", "type", "quote", "start", "stop")
_LAST = ("speaker", "modality", "polarity", "note", "coder", "status", "score")
_JOINT = "; "


def write(articles: Iterable[AnnotatedArticle], info: CorpusInfo, path: Path) -> tuple[Loss, ...]:
    """Write a row a statement as the articles come; CannotWrite leaves what stood at `path`."""
    losses = Losses()
    with new_file(path) as output:
        output.write(_BOM)
        table = csv.DictWriter(output, columns(info.codebook), restval="")
        table.writeheader()
        for item in articles:
            losses.add_all_but_statements(item)
            losses.add_note(item)
            _count_metadata(item.article, losses)
            for entry in entries(item, info):
                table.writerow(_guarded(_row(item.article, entry, info), losses))
                _count_entry(entry, info, losses)
        losses.add_broken(output)
    return losses.listed()


def columns(codebook: Codebook) -> list[str]:
    """The header: a column a role as TYPE.ROLE, sums with their bounds and currency."""
    slots = [(kind.key, role) for kind in codebook.types for role in kind.roles]
    roles = [column for kind, role in slots for column in _role_columns(kind, role)]
    return [*_FIRST, *_PLACE, *roles, *_LAST]


def _role_columns(kind: str, role: Role) -> Iterator[str]:
    column = f"{kind}.{role.key}"
    yield column
    if role.kind is RoleKind.MONEY:
        yield from (f"{column}_low", f"{column}_high", f"{column}_currency")


def _row(article: Article, entry: Entry, info: CorpusInfo) -> Row:
    statement = entry.statement
    return {
        "article_id": str(article.id),
        "title": article.title,
        "source": article.source,
        "published": article.published.isoformat() if article.published else "",
        "url": article.url,
        "statement_id": _number(entry.statement_id),
        "suggestion_id": _number(entry.suggestion_id),
        "type": statement.type,
        "quote": entry.quote,
        "start": str(statement.span.start),
        "stop": str(statement.span.stop),
        "speaker": normal_form(statement.speaker, info.entities) if statement.speaker else "",
        "modality": statement.modality.value,
        "polarity": statement.polarity.value,
        "note": statement.note,
        "coder": entry.coder,
        "status": "pending" if entry.pending else "accepted",
        "score": _number(entry.score),
    } | _roles(statement, info)


def _roles(statement: StatementDraft, info: CorpusInfo) -> Row:
    kind = info.codebook.type(statement.type)
    cells: Row = {}
    for role in kind.roles if kind else ():
        values, column = statement.of_role(role.key), f"{statement.type}.{role.key}"
        cells[column] = _JOINT.join(normal_form(value, info.entities) for value in values)
        if role.kind is RoleKind.MONEY:
            cells |= _bounds(column, values)
    return cells


def _bounds(column: str, values: tuple[RoleValue, ...]) -> Row:
    sums = [value.money for value in values]
    return {
        f"{column}_low": _JOINT.join(_number(money.low if money else None) for money in sums),
        f"{column}_high": _JOINT.join(_number(money.high if money else None) for money in sums),
        f"{column}_currency": _JOINT.join(
            (money.currency or "") if money else "" for money in sums
        ),
    }


def _number(number: float | None) -> str:
    return "" if number is None else str(plain_number(number))


def _guarded(row: Row, losses: Losses) -> Row:
    guarded = {column: safe_cell(text) for column, text in row.items()}
    changed = [column for column, text in row.items() if guarded[column] != text]
    if changed:
        what = _("Cells that begin like a formula, which got a leading apostrophe")
        losses.add(what, len(changed), row[changed[0]])
    return guarded


def _count_metadata(article: Article, losses: Losses) -> None:
    if article.authors or article.language:
        example = ", ".join(article.authors) or article.language
        losses.add(_("Authors and languages of articles"), 1, example)


def _count_entry(entry: Entry, info: CorpusInfo, losses: Losses) -> None:
    add_lost_words(entry, info.entities, losses)
    if entry.evidence:
        losses.add(_("Evidence of pending suggestions"), 1, entry.evidence)
    kind = info.codebook.type(entry.statement.type)
    for value in entry.statement.values:
        if kind is None or kind.role(value.role) is None:
            losses.add(_("Values of roles that the codebook does not have"), 1, value.text)
