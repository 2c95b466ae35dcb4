"""Full-text search: an external-content FTS5 index that is brought up to date when first asked.

Indexing a text costs more than storing it. So an import only notes which articles are new, in
`unindexed`; the first search, or `index_new` in the background, adds them.
"""

import re
from typing import TYPE_CHECKING

from annotator.errors import InvalidInput
from annotator.i18n import gettext as _

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

_SOURCE = (
    "SELECT articles.id, articles.title, article_texts.text"
    " FROM articles JOIN article_texts USING (id)"
)
_MERGED = 2
"""Pages of the index that are merged for each new article, which keeps pace with what it adds."""
_TAKE_OUT = (
    "INSERT INTO article_search (article_search, rowid, title, text)"
    " SELECT 'delete', id, title, text FROM article_search_source WHERE id = old.id"
    " AND NOT EXISTS (SELECT 1 FROM unindexed WHERE article_id = old.id);"
)


def create_search(db: "Database") -> None:
    """The index, the list of articles it still lacks, and the triggers that keep both right."""
    db.execute("CREATE TABLE unindexed (article_id INTEGER PRIMARY KEY) STRICT")
    db.execute(f"CREATE VIEW article_search_source AS {_SOURCE}")
    db.execute(
        "CREATE VIRTUAL TABLE article_search USING fts5(title, text,"
        " content='article_search_source', content_rowid='id',"
        ' tokenize="unicode61 remove_diacritics 2")'
    )
    db.execute(
        "CREATE TRIGGER search_insert AFTER INSERT ON article_texts BEGIN"
        " INSERT INTO unindexed VALUES (new.id); END"
    )
    db.execute(
        f"CREATE TRIGGER search_retitle BEFORE UPDATE OF title ON articles BEGIN {_TAKE_OUT}"
        " INSERT OR IGNORE INTO unindexed VALUES (old.id); END"
    )
    # A cascade deletes the article before its text, an undo the text before its article:
    # whichever goes first still finds both.
    for table in ("articles", "article_texts"):
        db.execute(
            f"CREATE TRIGGER search_delete_{table} BEFORE DELETE ON {table} BEGIN {_TAKE_OUT}"
            " DELETE FROM unindexed WHERE article_id = old.id; END"
        )


def index_first_letters(db: "Database") -> None:
    """An empty index in place of the other, with one of first letters beside that of the words.

    Without it the first letter of a search, as it is typed, is looked up among all words. The
    parts of the index are merged by `index_new`, for FTS5 does so seldom and at length.
    """
    db.execute("DROP TABLE article_search")
    db.execute(
        "CREATE VIRTUAL TABLE article_search USING fts5(title, text,"
        " content='article_search_source', content_rowid='id', prefix='1',"
        ' tokenize="unicode61 remove_diacritics 2")'
    )
    db.execute("INSERT INTO article_search (article_search, rank) VALUES ('automerge', 0)")
    db.execute("INSERT OR IGNORE INTO unindexed SELECT id FROM article_texts")


def index_new(conn: "sqlite3.Connection", limit: int = 500) -> int:
    """Index up to `limit` articles that the index lacks; how many there were."""
    new = conn.execute("SELECT article_id FROM unindexed LIMIT ?", (limit,)).fetchall()
    if not new:
        return 0
    marks = ",".join("?" * len(new))
    ids = [row[0] for row in new]
    conn.execute(
        "INSERT INTO article_search (rowid, title, text)"
        f" SELECT id, title, text FROM article_search_source WHERE id IN ({marks})",
        ids,
    )
    conn.execute(f"DELETE FROM unindexed WHERE article_id IN ({marks})", ids)
    conn.execute(
        "INSERT INTO article_search (article_search, rank) VALUES ('merge', ?)",
        (_MERGED * len(new),),
    )
    return len(new)


def rebuild(conn: "sqlite3.Connection") -> None:
    """Build the index anew from the articles."""
    conn.execute("INSERT INTO article_search (article_search) VALUES ('rebuild')")
    conn.execute("DELETE FROM unindexed")


def is_sound(conn: "sqlite3.Connection", *, read_only: bool = False) -> bool:
    """Whether index and articles say the same; articles that wait to be indexed do not count."""
    indexed = conn.execute("SELECT count(*) FROM article_search_docsize").fetchone()[0]
    texts = conn.execute(
        "SELECT count(*) FROM article_search_source"
        " WHERE id NOT IN (SELECT article_id FROM unindexed)"
    ).fetchone()[0]
    return bool(indexed == texts) and _passes_own_check(conn, read_only=read_only)


def _passes_own_check(conn: "sqlite3.Connection", *, read_only: bool) -> bool:
    waiting = conn.execute("SELECT EXISTS (SELECT 1 FROM unindexed)").fetchone()[0]
    if waiting or read_only:
        return True  # FTS5 compares index and articles as a whole, and by a kind of insert
    try:
        conn.execute(
            "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)"
        )
    except conn.DatabaseError:
        return False
    return True


def phrase(words: str) -> str:
    """The FTS5 expression for texts, not titles, in which these words follow each other."""
    return 'text : "{}"'.format(words.replace("\0", " ").replace('"', " "))


_WORDS = re.compile(r'"[^"]*"|\S+')


def match_expression(query: str) -> str:
    """The FTS5 expression for typed words: all of them, "phrases" whole, -excluded ones not.

    The last word, if none is excluded, also finds words that begin with it. Raises InvalidInput
    for a query that only excludes.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for word in _WORDS.findall(query.replace("\0", " ")):
        excluded = word.startswith("-") and len(word) > 1
        bare = word.lstrip("-").strip('"').replace('"', " ")
        if any(character.isalnum() for character in bare):
            (unwanted if excluded else wanted).append(f'"{bare}"')
    if unwanted and not wanted:
        raise InvalidInput(
            _("A search needs at least one word to find, not only words to leave out.")
        )
    if not wanted:
        return ""
    if not unwanted and not query.rstrip().endswith('"') and not query.endswith(" "):
        wanted[-1] += "*"
    return " ".join(wanted) + "".join(f" NOT {word}" for word in unwanted)
