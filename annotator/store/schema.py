"""The tables of a project, as migrations that sqlite-utils applies in order."""

from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

from annotator.store.history import track, track_table
from annotator.store.notes import create_notes
from annotator.store.opening import APPLICATION_ID
from annotator.store.search import create_search, index_first_letters

if TYPE_CHECKING:
    from sqlite_utils import Database

_FIRST_TRACKED = (
    "articles",
    "article_texts",
    "finished_articles",
    "entities",
    "aliases",
    "mentions",
    "claims",
    "statements",
    "role_values",
    "suggestions",
    "extracted_articles",
    "decisions",
    "codebook",
    "statement_types",
    "roles",
)
TRACKED = (
    *_FIRST_TRACKED,
    "learned_versions",
    "thresholds",
    "article_notes",
    "surface_forms",
    "muted_labels",
)
"""Tables whose every change is kept in the history and can be undone."""

migrations = Migrations("annotator")

_SPEAKER = """
    speaker_text TEXT,
    speaker_start INTEGER,
    speaker_stop INTEGER,
    speaker_entity TEXT,
    speaker_entity_id INTEGER REFERENCES entities(id) ON DELETE SET NULL,
    modality TEXT NOT NULL,
    polarity TEXT NOT NULL"""

_ANNOTATION = """
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop >= start),
    quote TEXT NOT NULL,
    coder_id INTEGER NOT NULL REFERENCES coders(id),
    suggestion_id INTEGER REFERENCES suggestions(id) ON DELETE SET NULL"""

_TABLES = (
    """CREATE TABLE coders (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE) STRICT""",
    """CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    authors TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT,
    language TEXT NOT NULL,
    length INTEGER NOT NULL,
    text_hash BLOB NOT NULL UNIQUE,
    reader TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    removed TEXT NOT NULL,
    imported_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE article_texts (
    id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
    text TEXT NOT NULL) STRICT""",
    """CREATE TABLE finished_articles (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    coder_id INTEGER NOT NULL REFERENCES coders(id),
    UNIQUE (article_id, coder_id)) STRICT""",
    """CREATE TABLE entities (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE aliases (
    id INTEGER PRIMARY KEY,
    entity_id INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    UNIQUE (entity_id, name)) STRICT""",
    """CREATE TABLE pipeline_runs (
    id INTEGER PRIMARY KEY,
    pipeline TEXT NOT NULL,
    version TEXT NOT NULL,
    step_id INTEGER,
    started_at TEXT NOT NULL,
    finished_at TEXT) STRICT""",
    """CREATE TABLE suggestions (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES pipeline_runs(id),
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    quote TEXT NOT NULL,
    score REAL NOT NULL,
    evidence TEXT NOT NULL,
    content TEXT NOT NULL) STRICT""",
    """CREATE TABLE extracted_articles (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    run_id INTEGER NOT NULL REFERENCES pipeline_runs(id),
    UNIQUE (article_id, run_id)) STRICT""",
    """CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    suggestion_id INTEGER NOT NULL REFERENCES suggestions(id) ON DELETE CASCADE,
    coder_id INTEGER NOT NULL REFERENCES coders(id),
    verdict TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    UNIQUE (suggestion_id, coder_id)) STRICT""",
    """CREATE TABLE codebook (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    guideline TEXT NOT NULL) STRICT""",
    """CREATE TABLE statement_types (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    shortcut TEXT NOT NULL,
    guideline TEXT NOT NULL,
    retired INTEGER NOT NULL) STRICT""",
    """CREATE TABLE roles (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL REFERENCES statement_types(key),
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    many INTEGER NOT NULL,
    choices TEXT NOT NULL,
    guideline TEXT NOT NULL,
    retired INTEGER NOT NULL,
    UNIQUE (type, key)) STRICT""",
    f"""CREATE TABLE mentions ({_ANNOTATION},
    label TEXT NOT NULL,
    entity_id INTEGER REFERENCES entities(id) ON DELETE SET NULL) STRICT""",
    f"""CREATE TABLE claims ({_ANNOTATION},
    kind TEXT NOT NULL,{_SPEAKER}) STRICT""",
    f"""CREATE TABLE statements ({_ANNOTATION},
    type TEXT NOT NULL REFERENCES statement_types(key),
    note TEXT NOT NULL,{_SPEAKER}) STRICT""",
    """CREATE TABLE role_values (
    id INTEGER PRIMARY KEY,
    statement_id INTEGER NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER,
    stop INTEGER,
    entity TEXT NOT NULL,
    entity_id INTEGER REFERENCES entities(id) ON DELETE SET NULL,
    low REAL,
    high REAL,
    currency TEXT,
    is_money INTEGER NOT NULL,
    day TEXT) STRICT""",
)

_INDICES = (
    ("articles", "title"),
    ("articles", "source"),
    ("articles", "language"),
    ("articles", "published"),
    ("finished_articles", "coder_id", "article_id"),
    ("entities", "name"),
    ("aliases", "name"),
    ("mentions", "article_id"),
    ("mentions", "entity_id"),
    ("mentions", "suggestion_id"),
    ("claims", "article_id"),
    ("claims", "suggestion_id"),
    ("claims", "speaker_entity_id"),
    ("statements", "article_id", "coder_id"),
    ("statements", "type", "article_id"),
    ("statements", "suggestion_id"),
    ("statements", "speaker_entity_id"),
    ("role_values", "statement_id"),
    ("role_values", "entity_id"),
    ("suggestions", "article_id", "start"),
    ("suggestions", "run_id"),
    ("decisions", "coder_id", "suggestion_id"),
    ("extracted_articles", "run_id"),
)


MIGRATION_NAMES = (
    "m001_first_release",
    "m002_learned_versions",
    "m003_thresholds",
    "m004_orders_of_articles",
    "m005_notes",
    "m006_surface_forms",
    "m007_first_letters",
    "m008_muted_labels",
)
"""All that this version knows; a file with others was made by a newer one."""


@migrations()
def m001_first_release(db: "Database") -> None:
    """All tables of version 0.1, their indices, the search index and the history."""
    for statement in _TABLES:
        db.execute(statement)
    for table, *columns in _INDICES:
        db.table(table).create_index(columns)
    create_search(db)
    track(db, _FIRST_TRACKED)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@migrations()
def m002_learned_versions(db: "Database") -> None:
    """What the pipeline has learned from the coders of the project, a row a version."""
    db.execute(
        """CREATE TABLE learned_versions (
    id INTEGER PRIMARY KEY,
    learned_at TEXT NOT NULL,
    pipeline TEXT NOT NULL,
    version TEXT NOT NULL,
    weights BLOB NOT NULL,
    mark TEXT NOT NULL,
    figures TEXT NOT NULL,
    in_use INTEGER NOT NULL) STRICT"""
    )
    track_table(db, "learned_versions")


@migrations()
def m003_thresholds(db: "Database") -> None:
    """How sure suggestions must be in this project, a row a statement type."""
    db.execute(
        """CREATE TABLE thresholds (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL UNIQUE,
    chance REAL NOT NULL CHECK (chance BETWEEN 0 AND 1)) STRICT"""
    )
    track_table(db, "thresholds")


@migrations()
def m004_orders_of_articles(db: "Database") -> None:
    """Indices for lists by title and by source, which do not tell capitals from small letters."""
    db.execute("DROP INDEX IF EXISTS idx_articles_title")
    for column in ("title", "source"):
        db.execute(f"CREATE INDEX idx_articles_by_{column} ON articles({column} COLLATE NOCASE)")


@migrations()
def m005_notes(db: "Database") -> None:
    """Notes on articles, and the index in which notes of all kinds are found."""
    create_notes(db)
    track_table(db, "article_notes")


@migrations()
def m006_surface_forms(db: "Database") -> None:
    """Words that a coder has tagged, to be proposed elsewhere, and the runs that propose them.

    The index is for new suggestions: none may get an id that a step to be redone gives back.
    """
    db.execute(
        """CREATE TABLE surface_forms (
    id INTEGER PRIMARY KEY,
    coder_id INTEGER NOT NULL REFERENCES coders(id),
    words TEXT NOT NULL,
    first_word TEXT NOT NULL,
    label TEXT NOT NULL,
    entity_id INTEGER REFERENCES entities(id) ON DELETE SET NULL,
    evidence TEXT NOT NULL,
    UNIQUE (coder_id, words)) STRICT"""
    )
    db.table("surface_forms").create_index(["coder_id", "first_word"])
    db.table("surface_forms").create_index(["entity_id"])
    track_table(db, "surface_forms")
    db.execute("ALTER TABLE pipeline_runs ADD COLUMN coder_id INTEGER REFERENCES coders(id)")
    db.table("history_suggestions").create_index(["id"])


@migrations()
def m007_first_letters(db: "Database") -> None:
    """A search index that finds at once what begins with a letter; it is filled when next used."""
    index_first_letters(db)


@migrations()
def m008_muted_labels(db: "Database") -> None:
    """Labels that a coder is not asked about, and indices of decisions: the latest, the flagged."""
    db.execute(
        """CREATE TABLE muted_labels (
    id INTEGER PRIMARY KEY,
    coder_id INTEGER NOT NULL REFERENCES coders(id),
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    UNIQUE (coder_id, kind, label)) STRICT"""
    )
    track_table(db, "muted_labels")
    db.table("decisions").create_index(["coder_id", "taken_at"])
    db.execute(
        "CREATE INDEX idx_decisions_flagged ON decisions(coder_id, suggestion_id)"
        " WHERE verdict = 'flagged'"
    )
