"""The words that coders have tagged as mentions, to be proposed where else they stand."""

import json
from collections.abc import Iterable
from typing import Any

from annotator.domain import EntityLabel, SuggestionDraft, SurfaceForm
from annotator.domain.words import first_word, plain
from annotator.store.check import doubted
from annotator.store.database import Database, now
from annotator.store.history import DELETED
from annotator.store.suggestions import SuggestionTable

_OWN_RUN = "coder"
"""What stands for a pipeline's name where a suggestion follows from a coder's own tags."""


class SurfaceForms:
    """The current coder's words; each stands for what it was last tagged as."""

    def __init__(self, db: Database, suggestions: SuggestionTable) -> None:
        self._db = db
        self._suggestions = suggestions

    def remember(self, form: SurfaceForm) -> bool:
        """Keep words inside the current step; False where they are known to mean just this."""
        first = first_word(form.words)
        known = self._read("words = ?", form.words)
        if not first or any(_means(old) == _means(form) for old in known):
            return False
        self.forget(form.words)
        self._db.execute(
            "INSERT INTO surface_forms"
            " (coder_id, words, first_word, label, evidence, entity_id) VALUES"
            " (?, ?, ?, ?, ?, (SELECT id FROM entities WHERE name = ?))",
            self._db.coder_id,
            form.words,
            first,
            form.label.value,
            form.evidence,
            form.entity,
        )
        return True

    def forget(self, words: str) -> None:
        """Propose these words no longer; inside the current step."""
        self._db.execute(
            "DELETE FROM surface_forms WHERE coder_id = ? AND words = ?", self._db.coder_id, words
        )

    def among(self, single_words: Iterable[str]) -> tuple[SurfaceForm, ...]:
        """Those that begin with one of these words, the longest first."""
        found = self._read(
            "first_word IN (SELECT value FROM json_each(?))", json.dumps(list(single_words))
        )
        return tuple(sorted(found, key=lambda form: -len(form.words)))

    def propose(self, article_id: int, text: str, drafts: Iterable[SuggestionDraft]) -> None:
        """Store suggestions that only the current coder sees, inside the current step."""
        self._suggestions.insert(self._run_id(), article_id, text, drafts)

    def withdraw(self, words: str) -> None:
        """Delete what is proposed of these words and waits for a decision, in the current step."""
        first = words.partition(" ")[0]
        waiting = self._db.rows(
            "SELECT id, quote FROM suggestions WHERE run_id IN"
            " (SELECT id FROM pipeline_runs WHERE coder_id = ?)"
            " AND substr(quote, 1, ?) = ?"
            " AND NOT EXISTS (SELECT 1 FROM decisions WHERE suggestion_id = suggestions.id)",
            self._db.coder_id,
            len(first),
            first,
        )
        self._db.delete("suggestions", [row for row, quote in waiting if plain(quote) == words])

    def doubled_by(self, step_id: int) -> list[int]:
        """What is proposed and waits where redoing a step would put a suggestion too.

        What follows from one coder's tags is not seen by others, and so doubles nothing of theirs.
        """
        rows = self._db.rows(
            "SELECT DISTINCT own.id FROM history"
            " JOIN history_suggestions AS old ON old.seq = history.seq"
            " JOIN suggestions AS own ON own.article_id = old.article_id"
            "  AND own.start < old.stop AND old.start < own.stop AND own.kind = old.kind"
            " JOIN pipeline_runs AS run ON run.id = own.run_id AND run.coder_id NOTNULL"
            " WHERE history.step_id = ? AND history.table_name = 'suggestions' AND history.op = ?"
            " AND old.run_id NOT IN (SELECT id FROM pipeline_runs WHERE coder_id <> run.coder_id)"
            " AND NOT EXISTS (SELECT 1 FROM decisions WHERE suggestion_id = own.id)",
            step_id,
            DELETED,
        )
        return [row[0] for row in rows]

    def _run_id(self) -> int:
        known = self._db.value("SELECT id FROM pipeline_runs WHERE coder_id = ?", self._db.coder_id)
        time = now()
        run = {
            "pipeline": _OWN_RUN,
            "version": "",
            "coder_id": self._db.coder_id,
            "started_at": time,
            "finished_at": time,
        }
        return int(known or self._db.insert("pipeline_runs", run))

    def _read(self, condition: str, value: str) -> tuple[SurfaceForm, ...]:
        rows = self._db.rows(
            "SELECT words, label, (SELECT name FROM entities WHERE id = entity_id), evidence"
            f" FROM surface_forms WHERE coder_id = ? AND {condition}",
            self._db.coder_id,
            value,
        )
        with doubted(self._db):
            return tuple(map(_form, rows))


def _means(form: SurfaceForm) -> tuple[EntityLabel, str]:
    return form.label, form.entity


def _form(row: tuple[Any, ...]) -> SurfaceForm:
    words, label, entity, evidence = row
    return SurfaceForm(
        words=words, label=EntityLabel(label), entity=entity or "", evidence=evidence
    )
