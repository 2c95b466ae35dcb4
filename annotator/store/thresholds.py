"""How sure suggestions of each statement type must be in this project."""

from annotator.domain import Changes, Thresholds, is_chance
from annotator.errors import InvalidInput
from annotator.i18n import gettext as _
from annotator.store.database import Database


class ThresholdTable:
    """Reads and writes all thresholds at once; a type without one is left to the pipeline."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self) -> dict[str, float]:
        """What was set, by type."""
        return dict(self._db.rows("SELECT type, chance FROM thresholds ORDER BY type"))

    def save(self, thresholds: Thresholds) -> Changes:
        """Set these and leave all others to the pipeline; InvalidInput unless each is 0 to 1."""
        if not all(map(is_chance, thresholds.values())):
            raise InvalidInput(_("How sure a suggestion must be is a number from 0 to 1."))
        with self._db.step(_("Change how sure suggestions must be")) as step:
            if thresholds != self.get():
                self._db.execute("DELETE FROM thresholds")
                self._db.execute_many(
                    "INSERT INTO thresholds (type, chance) VALUES (?, ?)", [*thresholds.items()]
                )
        return step.changes
