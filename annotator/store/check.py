"""Whether a project file is sound, and mending what can be mended."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import Span, anchor
from annotator.errors import ProjectDamaged, ProjectError
from annotator.i18n import gettext as _
from annotator.store import notes, search, structure, values
from annotator.store.database import Database
from annotator.store.faults import translated

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


def check_file(path: Path, *, repair: bool = False) -> CheckReport:
    """Verify a file that may be too damaged to be worked with; ProjectError if it is no project."""
    try:
        db = Database(path, read_only=not repair)
    except ProjectDamaged:
        return CheckReport(faults=(Fault(sentence=_("The file is damaged and cannot be opened.")),))
    with closing(db):
        return check(db, repair=repair)


def check(db: Database, *, repair: bool = False) -> CheckReport:
    """Verify pages, texts, values, foreign keys, quotes and the search index.

    With `repair` mend what can be; the rest needs a backup.
    """
    parts: tuple[Callable[..., Iterator[Fault]], ...] = (
        _file_faults,
        _structure_faults,
        _text_faults,
        _orphans,
        _value_faults,
        _quote_faults,
        _search_faults,
    )
    faults: list[Fault] = []
    is_cut = False
    for part in parts:
        try:
            with translated(db.path):
                faults.extend(part(db, repair=repair))
        except (ProjectDamaged, sqlite3.IntegrityError):
            is_cut = True
        except values.ILLEGIBLE:
            if not faults:
                raise
            is_cut = True
    if is_cut:
        faults.append(Fault(sentence=_("Because of the damage not everything could be checked.")))
    return CheckReport(faults=tuple(faults))


def is_damaged(path: Path) -> bool:
    """Whether the file has faults: then what went wrong with it need be no bug of ours.

    It is opened anew, for the connection in trouble may be closed or amid a transaction.
    """
    try:
        return bool(check_file(path).faults)
    except ProjectError:
        return False


@contextmanager
def doubted(db: Database) -> Iterator[None]:
    """Raise ProjectDamaged where rows cannot be read back, if that is the file's fault."""
    try:
        yield
    except values.ILLEGIBLE as error:
        if is_damaged(db.path):
            raise ProjectDamaged(db.path) from error
        raise


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


def _structure_faults(db: Database, *, repair: bool) -> Iterator[Fault]:  # noqa: ARG001 - as all parts
    for name in structure.lost_parts(db.conn):
        yield Fault(
            sentence=_("The part {name} of the file is not as it was made.").format(name=name)
        )


def _text_faults(db: Database, *, repair: bool) -> Iterator[Fault]:
    """Bytes that are no characters: a repair puts � in their place, and the rest can be read."""
    for table, column, row_id, legible in list(values.broken_texts(db)):
        if repair:
            with db.step(_("Repair")):
                db.update(table, row_id, {column: legible})
        yield Fault(
            sentence=_(
                "The text in {column} of row {row} of {table} has broken characters."
            ).format(column=column, row=row_id, table=table),
            repaired=repair,
        )


def _value_faults(db: Database, *, repair: bool) -> Iterator[Fault]:
    for column, row_id in list(values.broken_values(db)):
        mended = repair and _replaced(db, column, row_id)
        yield Fault(
            sentence=_("The value in {column} of row {row} of {table} cannot be read.").format(
                column=", ".join(column.names), row=row_id, table=column.table
            ),
            repaired=mended,
        )


def _replaced(db: Database, column: values.Column, row_id: int) -> bool:
    """Whether the project can do without the value, and now does."""
    with db.step(_("Repair")):
        if column.may_go:
            db.delete(column.table, [row_id])
        elif column.instead is not None:
            db.update(column.table, row_id, column.instead)
    return column.may_go or column.instead is not None


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
    if not search.is_sound(db.conn, read_only=db.read_only):
        if repair:
            with db.transaction():
                search.rebuild(db.conn)
        yield Fault(sentence=_("The search index does not fit the articles."), repaired=repair)
    if not notes.is_sound(db.conn):
        if repair:
            with db.transaction():
                notes.rebuild(db.conn)
        yield Fault(sentence=_("The search index does not fit the notes."), repaired=repair)
