"""Notes on articles, and the index in which notes of all kinds are found.

The index has a row for each note that is not empty, kept right by triggers: notes are few beside
statements, so it costs a row without one nothing. The number of a row tells whose note it is: four
times the id of the article, statement or entity, plus 0, 1 or 2.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.domain import Changes
from annotator.errors import NotFound
from annotator.i18n import gettext as _
from annotator.store.database import Database

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database as SqliteUtils

_NOTED = ("article_notes", "statements", "entities")

_ANY = "SELECT id AS hit FROM note_search_docsize"
_MATCHING = "SELECT rowid AS hit FROM note_search WHERE note_search MATCH ?"
_PLACES = (
    "SELECT hit / 4 AS article_id, hit FROM found WHERE hit % 4 = 0"
    " UNION SELECT article_id, hit FROM found JOIN statements ON statements.id = hit / 4"
    " WHERE hit % 4 = 1 AND coder_id = ?"
    " UNION SELECT article_id, hit FROM found JOIN mentions ON entity_id = hit / 4"
    " WHERE hit % 4 = 2 AND coder_id = ?"
    " UNION SELECT article_id, hit FROM found JOIN role_values ON entity_id = hit / 4"
    " JOIN statements ON statements.id = statement_id WHERE hit % 4 = 2 AND coder_id = ?"
)
_NOTE_OF_HIT = (
    "CASE hit % 4 WHEN 0 THEN (SELECT note FROM article_notes WHERE id = hit / 4)"
    " WHEN 1 THEN (SELECT note FROM statements WHERE id = hit / 4)"
    " ELSE (SELECT note FROM entities WHERE id = hit / 4) END"
)


class Notes:
    """The notes on articles, in Markdown; those on statements and entities stand with these."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, article_id: int) -> str:
        """The note on an article; "" if there is none."""
        return str(self._db.value("SELECT note FROM article_notes WHERE id = ?", article_id) or "")

    def save(self, article_id: int, note: str) -> Changes:
        """Write the note on an article; an empty one takes it away. NotFound if it is gone."""
        if not self._db.value("SELECT 1 FROM articles WHERE id = ?", article_id):
            raise NotFound(_("There is no article {id} in this project.").format(id=article_id))
        with self._db.step(_("Edit article note")) as step:
            if note and note != self.get(article_id):
                self._db.execute(
                    "INSERT INTO article_notes (id, note) VALUES (?, ?)"
                    " ON CONFLICT (id) DO UPDATE SET note = excluded.note",
                    article_id,
                    note,
                )
            elif not note:
                self._db.delete("article_notes", [article_id])
        return step.changes


def places(expression: str, coder_id: int | None) -> tuple[str, tuple[object, ...]]:
    """The SQL and its values for pairs of `article_id` and `hit` that a search of notes finds.

    An article is found by its own note, by those on the coder's statements in it, and by those on
    entities that the coder tagged in it. Without an expression every note is a hit.
    """
    found, values = (_MATCHING, (expression,)) if expression else (_ANY, ())
    return f"WITH found AS ({found}) {_PLACES}", (*values, coder_id, coder_id, coder_id)


def found_in(db: Database, expression: str, ids: Sequence[int]) -> dict[int, str]:
    """The note by which a search found each of these articles; its own before any other."""
    marks = ",".join("?" * len(ids))
    pairs, values = places(expression, db.coder_id)
    found = db.rows(
        f"SELECT article_id, {_NOTE_OF_HIT} FROM ({pairs})"
        f" WHERE article_id IN ({marks}) ORDER BY hit % 4 DESC, hit DESC",
        *values,
        *ids,
    )
    return dict(found)


def create_notes(db: "SqliteUtils") -> None:
    """The table of notes on articles, and the index of all notes with its triggers."""
    db.execute(
        "CREATE TABLE article_notes (id INTEGER PRIMARY KEY"
        " REFERENCES articles(id) ON DELETE CASCADE, note TEXT NOT NULL) STRICT"
    )
    parts = (
        f"SELECT id * 4 + {kind} AS id, note FROM {table} WHERE note <> ''"
        for kind, table in enumerate(_NOTED)
    )
    db.execute(f"CREATE VIEW written_notes AS {' UNION ALL '.join(parts)}")
    db.execute(
        "CREATE VIRTUAL TABLE note_search USING fts5(note,"
        " content='written_notes', content_rowid='id',"
        ' tokenize="unicode61 remove_diacritics 2")'
    )
    for kind, table in enumerate(_NOTED):
        _keep_right(db, table, kind)
    db.execute("INSERT INTO note_search (note_search) VALUES ('rebuild')")


def _keep_right(db: "SqliteUtils", table: str, kind: int) -> None:
    put_in = (
        "INSERT INTO note_search (rowid, note)"
        f" SELECT new.id * 4 + {kind}, new.note WHERE new.note <> '';"
    )
    take_out = (
        "INSERT INTO note_search (note_search, rowid, note)"
        f" SELECT 'delete', old.id * 4 + {kind}, old.note WHERE old.note <> '';"
    )
    for event, condition, body in (
        ("INSERT", "new.note <> ''", put_in),
        ("UPDATE OF note", "old.note <> new.note", f"{take_out} {put_in}"),
        ("DELETE", "old.note <> ''", take_out),
    ):
        name = f"notes_{event.split()[0].lower()}_{table}"
        db.execute(
            f"CREATE TRIGGER {name} AFTER {event} ON {table} WHEN {condition} BEGIN {body} END"
        )


def is_sound(conn: "sqlite3.Connection") -> bool:
    """Whether the index holds as many notes as there are."""
    indexed = conn.execute("SELECT count(*) FROM note_search_docsize").fetchone()[0]
    return bool(indexed == conn.execute("SELECT count(*) FROM written_notes").fetchone()[0])


def rebuild(conn: "sqlite3.Connection") -> None:
    """Build the index anew from the notes."""
    conn.execute("INSERT INTO note_search (note_search) VALUES ('rebuild')")
