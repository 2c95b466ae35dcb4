"""Whether a project file is sound, and mending what can be mended."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain import Span, anchor
from annotator.errors import ProjectDamaged
from annotator.i18n import gettext as _
from annotator.store import search
from annotator.store.database import Database

_QUOTED = ("mentions", "claims", "statements", "suggestions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong in a project file, and whether it was mended."""

    sentence: str
    repaired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found; no faults means that the file is sound."""

    faults: tuple[Fault, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong, or all that was wrong has been mended."""
        return all(fault.repaired for fault in self.faults)


def check(db: Database, *, repair: bool = False) -> CheckReport:
    """Verify pages, foreign keys, quotes and the search index; with `repair` mend what can be."""
    faults = [
        *_file_faults(db, repair=repair),
        *_orphans(db, repair=repair),
        *_quote_faults(db, repair=repair),
        *_search_faults(db, repair=repair),
    ]
    return CheckReport(faults=tuple(faults))


def _file_faults(db: Database, *, repair: bool) -> Iterator[Fault]:
    messages = [row[0] for row in db.rows("PRAGMA integrity_check")]
    if messages == ["ok"]:
        return
    sound = repair and _indexed_anew(db)
    for message in messages:
        yield Fault(sentence=_("The file: {message}").format(message=message), repaired=sound)


def _indexed_anew(db: Database) -> bool:
    """Whether building all indices anew makes the file sound."""
    try:
        with db.transaction():
            db.execute("REINDEX")
    except (ProjectDamaged, sqlite3.IntegrityError):  # rows that an index must not hold twice
        return False
    return [row[0] for row in db.rows("PRAGMA integrity_check")] == ["ok"]


def _orphans(db: Database, *, repair: bool) -> Iterator[Fault]:
    orphans = db.rows("PRAGMA foreign_key_check")
    if repair and orphans:
        with db.step(_("Repair")):
            for table, row_id, _parent, number in orphans:
                _cut_loose(db, table, row_id, number)
    for table, row_id, parent, _number in orphans:
        yield Fault(
            sentence=_(
                "Row {row} of {table} points to a row of {parent} that is not there."
            ).format(row=row_id, table=table, parent=parent),
            repaired=repair,
        )


def _cut_loose(db: Database, table: str, row_id: int, number: int) -> None:
    """Empty the column that points to nothing, or delete a row that cannot be without."""
    for key, _seq, _parent, column, _to, _on_update, on_delete, _match in db.rows(
        f"PRAGMA foreign_key_list({table})"
    ):
        if key == number and on_delete == "SET NULL":
            db.update(table, row_id, {column: None})
            return
    db.execute(f"DELETE FROM {table} WHERE rowid = ?", row_id)


def _quote_faults(db: Database, *, repair: bool) -> Iterator[Fault]:
    for table in _QUOTED:
        wrong = db.rows(
            f"SELECT {table}.id, start, quote, text FROM {table}"
            f" JOIN article_texts ON article_texts.id = article_id"
            " WHERE substr(text, start + 1, stop - start) <> quote"
        )
        for row_id, start, quote, text in wrong:
            found = anchor(text, quote, start) if repair else None
            if found is not None:
                _move(db, table, row_id, found)
            yield Fault(
                sentence=_("The span of row {row} of {table} does not say “{quote}”.").format(
                    row=row_id, table=table, quote=quote[:60]
                ),
                repaired=found is not None,
            )


def _move(db: Database, table: str, row_id: int, span: Span) -> None:
    with db.step(_("Repair")):
        db.update(table, row_id, {"start": span.start, "stop": span.stop})


def _search_faults(db: Database, *, repair: bool) -> Iterator[Fault]:
    if search.is_sound(db.conn, read_only=db.read_only):
        return
    if repair:
        with db.transaction():
            search.rebuild(db.conn)
    yield Fault(sentence=_("The search index does not fit the articles."), repaired=repair)
