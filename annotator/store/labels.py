"""The labels of suggestions: how often they were right lately, and which a coder has muted."""

from annotator.domain import Changes, SuggestedLabel, SuggestionKind, TrackRecord, Verdict
from annotator.i18n import gettext as _
from annotator.store.check import doubted
from annotator.store.database import Database, listed

UNMUTED = (
    "NOT EXISTS (SELECT 1 FROM muted_labels WHERE muted_labels.coder_id = ?"
    " AND muted_labels.kind = suggestions.kind AND muted_labels.label = suggestions.label)"
)
"""Holds for suggestions whose label a coder has not muted; the value is the coder's id."""
LAST = 100
"""So many decisions on suggestions of a label make its record."""
_AMONG_LATEST = 20_000
_JUDGED = (Verdict.ACCEPTED, Verdict.CORRECTED, Verdict.REJECTED)
_RECORDS = """
    WITH latest AS (
        SELECT suggestion_id, verdict, taken_at FROM decisions
        WHERE coder_id = ? AND verdict IN (SELECT value FROM json_each(?))
        ORDER BY taken_at DESC LIMIT ?),
    numbered AS (
        SELECT kind, label, verdict,
            row_number() OVER (PARTITION BY kind, label ORDER BY taken_at DESC) AS number
        FROM latest JOIN suggestions ON suggestions.id = suggestion_id
        JOIN pipeline_runs ON pipeline_runs.id = run_id AND pipeline_runs.coder_id IS NULL)
    SELECT kind, label, sum(verdict <> ?), count(*) FROM numbered
    WHERE number <= ? GROUP BY kind, label"""


class Labels:
    """What the current coder has found of each label, and does not want to be asked about."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def records(self) -> dict[SuggestedLabel, TrackRecord]:
        """How often the last hundred suggestions of each label by pipelines were right.

        They are looked for among the coder's latest 20,000 decisions, so that it takes no longer
        with a million of them; labels not decided on since are left out.
        """
        rows = self._db.rows(
            _RECORDS,
            self._db.coder_id,
            listed(_JUDGED),
            _AMONG_LATEST,
            Verdict.REJECTED.value,
            LAST,
        )
        with doubted(self._db):
            return {
                SuggestedLabel(SuggestionKind(kind), label): TrackRecord(right, decided)
                for kind, label, right, decided in rows
            }

    def muted(self) -> frozenset[SuggestedLabel]:
        """The labels that the current coder has muted."""
        rows = self._db.rows(
            "SELECT kind, label FROM muted_labels WHERE coder_id = ?", self._db.coder_id
        )
        with doubted(self._db):
            return frozenset(SuggestedLabel(SuggestionKind(kind), label) for kind, label in rows)

    def mute(self, label: SuggestedLabel) -> Changes:
        """Ask the current coder no more about suggestions of that label; they stay pending."""
        with self._db.step(_("Mute label")) as step:
            self._db.execute(
                "INSERT OR IGNORE INTO muted_labels (coder_id, kind, label) VALUES (?, ?, ?)",
                *self._row(label),
            )
        return step.changes

    def unmute(self, label: SuggestedLabel) -> Changes:
        """Ask the current coder about suggestions of that label again."""
        with self._db.step(_("Unmute label")) as step:
            self._db.execute(
                "DELETE FROM muted_labels WHERE coder_id = ? AND kind = ? AND label = ?",
                *self._row(label),
            )
        return step.changes

    def _row(self, label: SuggestedLabel) -> tuple[object, ...]:
        return self._db.coder_id, label.kind.value, label.label
