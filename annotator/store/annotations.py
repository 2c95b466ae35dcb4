"""Mentions, claims and statements: what coders have coded, each a span with its quote."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from annotator.domain import (
    SPEAKER,
    Claim,
    ClaimDraft,
    ClaimKind,
    EntityLabel,
    Mention,
    MentionDraft,
    Modality,
    Money,
    Polarity,
    RoleValue,
    Span,
    Statement,
    StatementDraft,
)
from annotator.errors import InvalidInput, NotFound
from annotator.i18n import gettext as _
from annotator.store.check import doubted
from annotator.store.database import Database

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
        marks = ",".join("?" * len(ids))
        rows = self._db.rows(
            f"SELECT {_HEAD}, {self.columns} FROM {self.table} WHERE id IN ({marks})", *ids
        )
        found = {annotation.id: annotation for annotation in self._built(rows)}
        return tuple(found[row_id] for row_id in ids if row_id in found)

    def get(self, annotation_id: int) -> Stored:
        """The annotation of that id; NotFound if there is none."""
        found = self.by_ids([annotation_id])
        if not found:
            raise NotFound(_("That annotation is no longer there."))
        return found[0]

    def insert(self, article_id: int, draft: Draft, *, suggestion_id: int | None = None) -> int:
        """Store a draft inside the current step; its id. InvalidInput for a span off the text."""
        row = self._head(article_id, draft.span) | self._row(draft)
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

    def _head(self, article_id: int, span: Span) -> dict[str, object]:
        quote = self._db.value(
            "SELECT substr(text, ?, ?) FROM article_texts WHERE id = ?",
            span.start + 1,
            len(span),
            article_id,
        )
        if quote is None or len(quote) != len(span) or not quote.strip():
            raise InvalidInput(_("That stretch of text is empty or not inside the article."))
        return {"start": span.start, "stop": span.stop, "quote": quote}

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
        return {"kind": draft.kind.value} | _saying_row(draft)

    def _build(self, rows: Sequence[tuple[Any, ...]]) -> tuple[Claim, ...]:
        return tuple(
            Claim(**_head(row), kind=ClaimKind(row[7]), **_saying(row[8:])) for row in rows
        )


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
        return {"type": draft.type, "note": draft.note} | _saying_row(draft)

    def _insert_parts(self, row_id: int, draft: StatementDraft) -> None:
        for value in draft.values:
            self._db.insert("role_values", {"statement_id": row_id} | _value_row(value))

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
                **_saying(row[9:]),
            )
            for row in rows
        )

    def _values(self, ids: Sequence[int]) -> dict[int, list[RoleValue]]:
        marks = ",".join("?" * len(ids))
        found: dict[int, list[RoleValue]] = {}
        for row in self._db.rows(
            "SELECT statement_id, role, text, start, stop,"
            " coalesce((SELECT name FROM entities WHERE id = entity_id), entity), entity_id,"
            " low, high, currency, is_money, day"
            f" FROM role_values WHERE statement_id IN ({marks}) ORDER BY id",
            *ids,
        ):
            found.setdefault(row[0], []).append(_value(row[1:]))
        return found


def _head(row: tuple[Any, ...]) -> dict[str, Any]:
    return {
        "id": row[0],
        "article_id": row[1],
        "span": Span(row[2], row[3]),
        "quote": row[4],
        "coder_id": row[5],
        "suggestion_id": row[6],
    }


def _saying_row(draft: ClaimDraft | StatementDraft) -> dict[str, object]:
    speaker = draft.speaker
    return {
        "speaker_text": speaker.text if speaker else None,
        "speaker_start": speaker.span.start if speaker and speaker.span else None,
        "speaker_stop": speaker.span.stop if speaker and speaker.span else None,
        "speaker_entity": speaker.entity if speaker else None,
        "speaker_entity_id": speaker.entity_id if speaker else None,
        "modality": draft.modality.value,
        "polarity": draft.polarity.value,
    }


def _saying(row: tuple[Any, ...]) -> dict[str, Any]:
    text, start, stop, entity, entity_id, modality, polarity, name = row
    speaker = None
    if text is not None:
        span = Span(start, stop) if start is not None else None
        speaker = RoleValue(SPEAKER, text, span, name or entity or "", entity_id)
    return {"speaker": speaker, "modality": Modality(modality), "polarity": Polarity(polarity)}


def _value_row(value: RoleValue) -> dict[str, object]:
    return {
        "role": value.role,
        "text": value.text,
        "start": value.span.start if value.span else None,
        "stop": value.span.stop if value.span else None,
        "entity": value.entity,
        "entity_id": value.entity_id,
        "low": value.money.low if value.money else None,
        "high": value.money.high if value.money else None,
        "currency": value.money.currency if value.money else None,
        "is_money": int(value.money is not None),
        "day": value.day.isoformat() if value.day else None,
    }


def _value(row: tuple[Any, ...]) -> RoleValue:
    role, text, start, stop, entity, entity_id, low, high, currency, is_money, day = row
    return RoleValue(
        role,
        text,
        Span(start, stop) if start is not None else None,
        entity,
        entity_id,
        Money(low, high, currency) if is_money else None,
        date.fromisoformat(day) if day else None,
    )
