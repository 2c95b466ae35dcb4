"""What was suggested, and what of it waits for a coder."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from annotator.domain import (
    LEFT_OPEN,
    EntityLabel,
    PendingCount,
    Span,
    Suggestion,
    SuggestionDraft,
    SuggestionKind,
    Verdict,
)
from annotator.errors import NotFound
from annotator.i18n import gettext as _
from annotator.store.check import doubted
from annotator.store.database import AMONG, Database, listed
from annotator.store.labels import UNMUTED
from annotator.store.suggestion_rows import COLUMNS, suggestion_of, values_of

PENDING = (
    "NOT EXISTS (SELECT 1 FROM decisions WHERE suggestion_id = suggestions.id AND coder_id = ?)"
    " AND run_id NOT IN (SELECT id FROM pipeline_runs WHERE coder_id <> ?)"
)
"""Holds for suggestions that wait for a coder's decision; both values are the coder's id."""
_OPEN_MENTION = (
    "article_id = ? AND kind = ?"
    " AND run_id NOT IN (SELECT id FROM pipeline_runs WHERE coder_id <> ?)"
    " AND NOT EXISTS (SELECT 1 FROM decisions WHERE suggestion_id = suggestions.id"
    f" AND coder_id = ? AND verdict NOT {AMONG})"
)
_MANY_PLACES = 500
"""To ask about more places one by one takes longer than about all from the first to the last."""
_OPEN_NEAR = (
    "SELECT DISTINCT start, stop FROM json_each(?) AS place CROSS JOIN suggestions"
    " ON start < json_extract(place.value, '$[1]') AND stop > json_extract(place.value, '$[0]')"
    # what begins so much earlier that it cannot reach that far is passed over by an index
    " AND start > json_extract(place.value, '$[0]')"
    " - (SELECT max(stop - start) FROM suggestions WHERE article_id = ?)"
    f" WHERE {_OPEN_MENTION}"
)
_ORDER = "ORDER BY start, kind = 'mention', kind = 'claim', stop DESC, id"


class SuggestionTable:
    """What pipelines proposed and which of it is still pending for a coder."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def pending(
        self, article_id: int, *, among: Collection[int] | None = None
    ) -> tuple[Suggestion, ...]:
        """Suggestions of an article on which the current coder has not decided, in text order.

        With `among` only those of these ids; the others are not looked at.
        """
        where, values = _within(article_id, among)
        coder = self._db.coder_id
        return self._read(f"WHERE {where} AND {PENDING} {_ORDER}", *values, coder, coder)

    def undecided(self, article_id: int, *, coder_id: int | None) -> tuple[Suggestion, ...]:
        """Suggestions without a decision of that coder, or with None of anybody."""
        if coder_id is not None:
            where = f"WHERE article_id = ? AND {PENDING} {_ORDER}"
            return self._read(where, article_id, coder_id, coder_id)
        nobody = "id NOT IN (SELECT suggestion_id FROM decisions)"
        return self._read(f"WHERE article_id = ? AND {nobody} {_ORDER}", article_id)

    def of(self, article_id: int) -> tuple[Suggestion, ...]:
        """All suggestions of an article, decided or not, in text order."""
        return self._read(f"WHERE article_id = ? {_ORDER}", article_id)

    def get(self, suggestion_id: int) -> Suggestion:
        """The suggestion of that id; NotFound if there is none."""
        found = self._read("WHERE id = ?", suggestion_id)
        if not found:
            raise NotFound(_("That suggestion is no longer there."))
        return found[0]

    def by_ids(self, ids: Collection[int]) -> tuple[Suggestion, ...]:
        """The suggestions of these ids in text order; ids that are gone are left out."""
        return self._read(f"WHERE id {AMONG} {_ORDER}", listed(ids))

    def aside(self, article_id: int, *, among: Collection[int] | None = None) -> dict[int, Verdict]:
        """The suggestions of an article that the current coder has skipped or flagged, by id.

        In text order. With `among` only those of these; the others are not looked at.
        """
        where, values = _within(article_id, among)
        rows = self._db.rows(
            f"SELECT id, (SELECT verdict FROM decisions WHERE suggestion_id = suggestions.id"
            f" AND coder_id = ?) AS verdict FROM suggestions WHERE {where}"
            f" AND verdict {AMONG} {_ORDER}",
            self._db.coder_id,
            *values,
            listed(LEFT_OPEN),
        )
        with doubted(self._db):
            return {row_id: Verdict(verdict) for row_id, verdict in rows}

    def first_pending(
        self, article_ids: Sequence[int], kinds: Collection[SuggestionKind]
    ) -> int | None:
        """The first of these articles in which suggestions of these kinds are left."""
        coder = self._db.coder_id
        found = self._db.value(
            "SELECT article.value FROM json_each(?) AS article WHERE EXISTS (SELECT 1"
            f" FROM suggestions WHERE article_id = article.value AND kind {AMONG} AND {PENDING}"
            f" AND {UNMUTED}) LIMIT 1",
            listed(article_ids),
            listed(kinds),
            coder,
            coder,
            coder,
        )
        return None if found is None else int(found)

    def left(self) -> PendingCount:
        """How much of the whole project is pending; what the coder has muted does not count."""
        coder = self._db.coder_id
        (found,) = self._db.rows(
            "SELECT count(*), count(DISTINCT article_id) FROM suggestions"
            f" WHERE {PENDING} AND {UNMUTED}",
            coder,
            coder,
            coder,
        )
        return PendingCount(*found)

    def pending_count(self) -> int:
        """How many suggestions of the whole project the current coder has not decided on."""
        sql = f"SELECT count(*) FROM suggestions WHERE {PENDING}"
        return int(self._db.value(sql, self._db.coder_id, self._db.coder_id))

    def open_at(self, article_id: int, spans: Iterable[Span]) -> Mapping[Span, Suggestion]:
        """Mentions that are suggested to the current coder for just these spans."""
        wanted = {(span.start, span.stop) for span in spans}
        sql = f"SELECT start, stop, id FROM suggestions WHERE {_OPEN_MENTION} AND start {AMONG}"
        starts = listed(start for start, _stop in wanted)
        rows = self._db.rows(sql, *self._open_mention(article_id), starts)
        found = self.by_ids([row_id for start, stop, row_id in rows if (start, stop) in wanted])
        return {suggestion.span: suggestion for suggestion in found}

    def open_spans(self, article_id: int, near: Iterable[Span]) -> frozenset[Span]:
        """Where mentions that overlap these are suggested: pending, skipped or flagged.

        Near very many there may be some between them.
        """
        places = [(span.start, span.stop) for span in near]
        if len(places) > _MANY_PLACES:
            places = [(min(start for start, _stop in places), max(stop for _start, stop in places))]
        open_mention = self._open_mention(article_id)
        rows = self._db.rows(_OPEN_NEAR, json.dumps(places), article_id, *open_mention)
        return frozenset(Span(*row) for row in rows)

    def decided_spans(self, article_id: int, among: Collection[Span]) -> frozenset[Span]:
        """On which of these, as suggested mentions, the current coder has decided in any way."""
        rows = self._db.rows(
            f"SELECT start, stop FROM suggestions WHERE article_id = ? AND start {AMONG}"
            " AND kind = ? AND EXISTS"
            " (SELECT 1 FROM decisions WHERE suggestion_id = suggestions.id AND coder_id = ?)",
            article_id,
            listed(span.start for span in among),
            SuggestionKind.MENTION.value,
            self._db.coder_id,
        )
        return frozenset(Span(*row) for row in rows).intersection(among)

    def label_at(self, article_id: int, span: Span) -> EntityLabel | None:
        """The label that a mention or a suggested mention gives to just this span."""
        found = self._db.value(
            "SELECT label FROM mentions WHERE article_id = ?1 AND start = ?2 AND stop = ?3"
            " UNION ALL SELECT label FROM suggestions"
            " WHERE article_id = ?1 AND start = ?2 AND stop = ?3 AND kind = ?4 LIMIT 1",
            article_id,
            span.start,
            span.stop,
            SuggestionKind.MENTION.value,
        )
        with doubted(self._db):
            return EntityLabel(found) if found else None

    def insert(
        self, run_id: int, article_id: int, text: str, drafts: Iterable[SuggestionDraft]
    ) -> None:
        """Store suggestions for an article with that text inside the current step."""
        # an id is given once: a step that is redone brings its suggestions back with theirs
        free = self._db.value(
            "SELECT max(coalesce((SELECT max(id) FROM suggestions), 0),"
            " coalesce((SELECT max(id) FROM history_suggestions), 0)) + 1"
        )
        self._db.execute_many(
            f"INSERT INTO suggestions ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (row_id, *values_of(run_id, article_id, text, draft))
                for row_id, draft in enumerate(drafts, free)
            ],
        )

    def _open_mention(self, article_id: int) -> tuple[object, ...]:
        coder = self._db.coder_id
        return article_id, SuggestionKind.MENTION.value, coder, coder, listed(LEFT_OPEN)

    def _read(self, where: str, *values: object) -> tuple[Suggestion, ...]:
        rows = self._db.rows(f"SELECT {COLUMNS} FROM suggestions {where}", *values)
        with doubted(self._db):
            return tuple(map(suggestion_of, rows))


def _within(article_id: int, among: Collection[int] | None) -> tuple[str, tuple[object, ...]]:
    if among is None:
        return "article_id = ?", (article_id,)
    # the plus keeps SQLite from going through the article instead of the ids
    return f"id {AMONG} AND +article_id = ?", (listed(among), article_id)
