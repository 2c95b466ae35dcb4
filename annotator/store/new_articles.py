"""Articles on their way into the project: which are new, and what is stored of them."""

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from annotator.domain import ArticleDraft
from annotator.store.database import Database, now

COLUMNS = (
    "id, title, source, authors, url, published, language, length,"
    " reader, path, sha256, removed, imported_at"
)
"""What is stored of an article besides its text and what tells that from others."""
_INSERT = (
    f"INSERT INTO articles ({COLUMNS}, text_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_TEXT = "INSERT INTO article_texts (id, text) VALUES (?, CAST(? AS TEXT))"


class _NewArticle(NamedTuple):
    """A draft to be stored; its text is put into UTF-8 once, for its hash and for SQLite."""

    id: int
    digest: bytes
    draft: ArticleDraft
    data: bytes


def text_hash(text: str) -> bytes:
    """What tells one text from another: 16 bytes of BLAKE2b over its UTF-8."""
    return _hash(text.encode("utf-8", "surrogatepass"))


def insert(db: Database, drafts: Sequence[ArticleDraft]) -> None:
    """Store the drafts whose text is not there already, inside the current step."""
    new, time = _new(db, drafts), now()
    db.execute_many(_INSERT, [_values(item, time) for item in new])
    db.execute_many(_INSERT_TEXT, [(item.id, item.data) for item in new])


def _new(db: Database, drafts: Sequence[ArticleDraft]) -> list[_NewArticle]:
    """Drafts whose text is in neither the project nor an earlier draft, with their new ids."""
    encoded = ((draft, draft.text.encode()) for draft in reversed(drafts))
    fresh = {_hash(data): (draft, data) for draft, data in encoded}
    hashes = list(reversed(fresh))
    known = {
        found
        for start in range(0, len(hashes), 500)
        for found in _known(db, hashes[start : start + 500])
    }
    first = int(db.value("SELECT coalesce(max(id), 0) + 1 FROM articles"))
    new = [value for value in hashes if value not in known]
    return [_NewArticle(row, value, *fresh[value]) for row, value in enumerate(new, first)]


def _known(db: Database, hashes: Sequence[bytes]) -> list[bytes]:
    marks = ",".join("?" * len(hashes))
    rows = db.rows(f"SELECT text_hash FROM articles WHERE text_hash IN ({marks})", *hashes)
    return [row[0] for row in rows]


def _hash(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _values(new: _NewArticle, time: str) -> tuple[object, ...]:
    draft, origin = new.draft, new.draft.origin
    return (
        new.id,
        draft.title,
        draft.source,
        json.dumps(draft.authors, ensure_ascii=False) if draft.authors else "[]",
        draft.url,
        draft.published.isoformat() if draft.published else None,
        draft.language,
        len(draft.text),
        origin.reader,
        origin.path,
        origin.sha256,
        json.dumps(origin.removed, ensure_ascii=False) if origin.removed else "[]",
        time,
        new.digest,
    )
