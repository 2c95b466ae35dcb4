"""Mentions, claims and statements: what coders have coded, each a span with its quote."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from annotator.domain import (
    Claim,
    ClaimDraft,
    ClaimKind,
    EntityLabel,
    Mention,
    MentionDraft,
    RoleValue,
    Span,
    Statement,
    StatementDraft,
)
from annotator.errors import InvalidInput, NotFound
from annotator.i18n import gettext as _
from annotator.store.annotation_rows import saying, saying_row, value_of, value_row
from annotator.store.check import doubted
from annotator.store.database import AMONG, Database, listed

Draft = TypeVar("Draft", MentionDraft, ClaimDraft, StatementDraft)
Stored = TypeVar("Stored", Mention, Claim, Statement)

_HEAD = "id, article_id, start, stop, quote, coder_id, suggestion_id"
_SPEAKER = (
    "speaker_text, speaker_start, speaker_stop, speaker_entity, speaker_entity_id,"
    " modality, polarity, (SELECT name FROM entities WHERE id = speaker_entity_id)"
)


class Annotations(ABC, Generic[Draft, Stored]):
    """What mentions, claims and statements share: reading, adding, changing, removing."""

    table: ClassVar[str]
    columns: ClassVar[str]

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, article_id: int, *, coder_id: int | None = None) -> tuple[Stored, ...]:
        """The annotations of a coder (by default the current one) in the order of the text."""
        rows = self._db.rows(
            f"SELECT {_HEAD}, {self.columns} FROM {self.table}"
            " WHERE article_id = ? AND coder_id = ? ORDER BY start, stop, id",
            article_id,
            self._db.coder_id if coder_id is None else coder_id,
        )
        return self._built(rows)

    def by_article(self, article_id: int) -> tuple[Stored, ...]:
        """The annotations of all coders in the order of the text."""
        rows = self._db.rows(
            f"SELECT {_HEAD}, {self.columns} FROM {self.table}"
            " WHERE article_id = ? ORDER BY start, stop, id",
            article_id,
        )
        return self._built(rows)

    def by_ids(self, ids: Sequence[int]) -> tuple[Stored, ...]:
        """The annotations of these ids, in their order; ids that are gone are left out."""
        rows = self._db.rows(
            f"SELECT {_HEAD}, {self.columns} FROM {self.table} WHERE id {AMONG}", listed(ids)
        )
        found = {annotation.id: annotation for annotation in self._built(rows)}
        return tuple(found[row_id] for row_id in ids if row_id in found)

    def own(self, ids: Collection[int]) -> list[int]:
        """Those of these ids of which there is an annotation of the current coder."""
        rows = self._db.rows(
            f"SELECT id FROM {self.table} WHERE id {AMONG} AND coder_id = ?",
            listed(ids),
            self._db.coder_id,
        )
        return [row[0] for row in rows]

    def get(self, annotation_id: int) -> Stored:
        """The annotation of that id; NotFound if there is none."""
        found = self.by_ids([annotation_id])
        if not found:
            raise NotFound(_("That annotation is no longer there."))
        return found[0]

    def insert(
        self,
        article_id: int,
        draft: Draft,
        *,
        suggestion_id: int | None = None,
        quote: str | None = None,
    ) -> int:
        """Store a draft inside the current step; its id. InvalidInput for a span off the text.

        `quote` are the words of the span where they are known; else they are read.
        """
        row = self._head(article_id, draft.span, quote) | self._row(draft)
        new = row | {
            "article_id": article_id,
            "coder_id": self._db.coder_id,
            "suggestion_id": suggestion_id,
        }
        row_id = self._db.insert(self.table, new)
        self._insert_parts(row_id, draft)
        return row_id

    def rewrite(self, annotation_id: int, draft: Draft) -> None:
        """Store other contents for an annotation inside the current step."""
        old = self.get(annotation_id)
        self._db.update(
            self.table, annotation_id, self._head(old.article_id, draft.span) | self._row(draft)
        )
        self._delete_parts(annotation_id)
        self._insert_parts(annotation_id, draft)

    def delete(self, ids: Sequence[int]) -> None:
        """Delete annotations inside the current step."""
        self._db.delete(self.table, ids)

    def of_suggestion(self, suggestion_id: int) -> list[int]:
        """Ids of the current coder's annotations that came from a suggestion."""
        rows = self._db.rows(
            f"SELECT id FROM {self.table} WHERE suggestion_id = ? AND coder_id = ?",
            suggestion_id,
            self._db.coder_id,
        )
        return [row[0] for row in rows]

    def _head(self, article_id: int, span: Span, quote: str | None = None) -> dict[str, object]:
        if quote is None:
            quote = self._quote(article_id, span)
        return {"start": span.start, "stop": span.stop, "quote": _checked(quote or "", span)}

    def _quote(self, article_id: int, span: Span) -> str | None:
        quote: str | None = self._db.value(
            "SELECT substr(text, ?, ?) FROM article_texts WHERE id = ?",
            span.start + 1,
            len(span),
            article_id,
        )
        return quote

    def _built(self, rows: Sequence[tuple[Any, ...]]) -> tuple[Stored, ...]:
        with doubted(self._db):
            return self._build(rows)

    @abstractmethod
    def _row(self, draft: Draft) -> dict[str, object]:
        """The columns of the table's own that say what a draft says."""

    @abstractmethod
    def _build(self, rows: Sequence[tuple[Any, ...]]) -> tuple[Stored, ...]:
        """Domain types from rows of the head's and the table's columns."""

    def _insert_parts(self, row_id: int, draft: Draft) -> None:
        """Store what has a table of its own."""

    def _delete_parts(self, row_id: int) -> None:
        """Delete what has a table of its own."""


class Mentions(Annotations[MentionDraft, Mention]):
    """Spans that name an entity, a sum or a date."""

    table = "mentions"
    columns = "label, entity_id, (SELECT name FROM entities WHERE id = entity_id)"

    def spans(self, article_id: int) -> frozenset[Span]:
        """Where the current coder has tagged mentions in an article."""
        rows = self._db.rows(
            "SELECT start, stop FROM mentions WHERE article_id = ? AND coder_id = ?",
            article_id,
            self._db.coder_id,
        )
        return frozenset(Span(*row) for row in rows)

    def insert_all(
        self, article_id: int, drafts: Sequence[tuple[MentionDraft, int | None]]
    ) -> None:
        """Store many of an article inside the current step, each with its suggestion's id.

        InvalidInput for a span that is empty or off the text.
        """
        text = self._db.value("SELECT text FROM article_texts WHERE id = ?", article_id) or ""
        coder = self._db.coder_id
        self._db.execute_many(
            "INSERT INTO mentions"
            " (article_id, start, stop, quote, coder_id, suggestion_id, label, entity_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT id FROM entities WHERE name = ?))",
            [
                (
                    *(article_id, draft.span.start, draft.span.stop),
                    *(_checked(draft.span.quote(text), draft.span), coder, origin),
                    *(draft.label.value, draft.entity),
                )
                for draft, origin in drafts
            ],
        )

    def _row(self, draft: MentionDraft) -> dict[str, object]:
        return {"label": draft.label.value, "entity_id": self._entity_id(draft)}

    def _entity_id(self, draft: MentionDraft) -> int | None:
        found: int | None = self._db.value("SELECT id FROM entities WHERE name = ?", draft.entity)
        return found

    def _build(self, rows: Sequence[tuple[Any, ...]]) -> tuple[Mention, ...]:
        return tuple(
            Mention(
                **_head(row),
                label=EntityLabel(row[7]),
                entity_id=row[8],
                entity=row[9] or "",
            )
            for row in rows
        )


class Claims(Annotations[ClaimDraft, Claim]):
    """Sentences that assert something."""

    table = "claims"
    columns = f"kind, {_SPEAKER}"

    def _row(self, draft: ClaimDraft) -> dict[str, object]:
        return {"kind": draft.kind.value} | saying_row(draft)

    def _build(self, rows: Sequence[tuple[Any, ...]]) -> tuple[Claim, ...]:
        return tuple(Claim(**_head(row), kind=ClaimKind(row[7]), **saying(row[8:])) for row in rows)


class Statements(Annotations[StatementDraft, Statement]):
    """Spans coded with a type of the codebook, with their role values."""

    table = "statements"
    columns = f"type, note, {_SPEAKER}"

    def _row(self, draft: StatementDraft) -> dict[str, object]:
        known = self._db.row("SELECT 1 FROM statement_types WHERE key = ?", draft.type)
        if known is None:
            raise InvalidInput(
                _("The codebook has no statement type “{type}”.").format(type=draft.type)
            )
        return {"type": draft.type, "note": draft.note} | saying_row(draft)

    def _insert_parts(self, row_id: int, draft: StatementDraft) -> None:
        for value in draft.values:
            self._db.insert("role_values", {"statement_id": row_id} | value_row(value))

    def _delete_parts(self, row_id: int) -> None:
        rows = self._db.rows("SELECT id FROM role_values WHERE statement_id = ?", row_id)
        self._db.delete("role_values", [row[0] for row in rows])

    def _build(self, rows: Sequence[tuple[Any, ...]]) -> tuple[Statement, ...]:
        values = self._values([row[0] for row in rows])
        return tuple(
            Statement(
                **_head(row),
                type=row[7],
                note=row[8],
                values=tuple(values.get(row[0], ())),
                **saying(row[9:]),
            )
            for row in rows
        )

    def _values(self, ids: Sequence[int]) -> dict[int, list[RoleValue]]:
        found: dict[int, list[RoleValue]] = {}
        for row in self._db.rows(
            "SELECT statement_id, role, text, start, stop,"
            " coalesce((SELECT name FROM entities WHERE id = entity_id), entity), entity_id,"
            " low, high, currency, is_money, day"
            f" FROM role_values WHERE statement_id {AMONG} ORDER BY id",
            listed(ids),
        ):
            found.setdefault(row[0], []).append(value_of(row[1:]))
        return found


def _checked(quote: str, span: Span) -> str:
    if len(quote) != len(span) or not quote.strip():
        raise InvalidInput(_("That stretch of text is empty or not inside the article."))
    return quote


def _head(row: tuple[Any, ...]) -> dict[str, Any]:
    return {
        "id": row[0],
        "article_id": row[1],
        "span": Span(row[2], row[3]),
        "quote": row[4],
        "coder_id": row[5],
        "suggestion_id": row[6],
    }
