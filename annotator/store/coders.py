"""People who code in this project."""

from annotator.domain import Coder
from annotator.errors import InvalidInput
from annotator.i18n import gettext as _
from annotator.store.database import Database


class Coders:
    """The coders of a project; who codes now is the database's `coder_id`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> tuple[Coder, ...]:
        """All coders by name."""
        return tuple(
            Coder(*row) for row in self._db.rows("SELECT id, name FROM coders ORDER BY name")
        )

    def named(self, name: str) -> Coder | None:
        """The coder of that name."""
        row = self._db.row("SELECT id, name FROM coders WHERE name = ?", name.strip())
        return Coder(*row) if row else None

    def current(self) -> Coder:
        """Who codes now."""
        row = self._db.row("SELECT id, name FROM coders WHERE id = ?", self._db.coder_id)
        return Coder(*row) if row else Coder(0, "")

    def use(self, name: str) -> Coder:
        """From now on `name` codes; a new name is added. InvalidInput for an empty one."""
        if not name.strip():
            raise InvalidInput(_("A coder needs a name."))
        coder = self.named(name) or self._add(name.strip())
        self._db.coder_id = coder.id
        return coder

    def _add(self, name: str) -> Coder:
        with self._db.transaction():
            return Coder(self._db.insert("coders", {"name": name}), name)
