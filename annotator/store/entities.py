"""Entities and their aliases; role values and mentions follow them when they are merged."""

from collections.abc import Iterable, Sequence
from typing import Any

from annotator.domain import Changes, Entity, EntityLabel
from annotator.errors import InvalidInput, NotFound
from annotator.i18n import gettext as _
from annotator.store.check import doubted
from annotator.store.database import Database

_SELECT = "SELECT id, name, label, note FROM entities"
_NAMED = (
    ("role_values", "entity_id", "entity"),
    ("claims", "speaker_entity_id", "speaker_entity"),
    ("statements", "speaker_entity_id", "speaker_entity"),
)
_LINKS = (
    ("mentions", "entity_id"),
    ("surface_forms", "entity_id"),
    *((table, column) for table, column, _name in _NAMED),
)


class Entities:
    """The entities of a project, found by name or alias."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self, query: str = "") -> tuple[Entity, ...]:
        """Entities by name; with a query those whose name or an alias contains it."""
        entities = self._read(f"{_SELECT} ORDER BY name COLLATE NOCASE, id")
        sought = query.strip().casefold()
        return tuple(
            entity
            for entity in entities
            if any(sought in name.casefold() for name in (entity.name, *entity.aliases))
        )

    def get(self, entity_id: int) -> Entity:
        """The entity of that id; NotFound if there is none."""
        found = self._read(f"{_SELECT} WHERE id = ?", entity_id)
        if not found:
            raise NotFound(_("There is no entity {id} in this project.").format(id=entity_id))
        return found[0]

    def named(self, name: str) -> Entity | None:
        """The entity of that name or, if there is none, the one with that alias."""
        sought = name.strip()
        found = self._db.value(
            "SELECT id FROM entities WHERE name = ?1"
            " UNION ALL SELECT entity_id FROM aliases WHERE name = ?1 LIMIT 1",
            sought,
        )
        return self.get(found) if found is not None else None

    def mention_counts(self) -> dict[int, int]:
        """How many mentions of all coders each entity has."""
        return dict(
            self._db.rows(
                "SELECT entity_id, count(*) FROM mentions WHERE entity_id IS NOT NULL"
                " GROUP BY entity_id"
            )
        )

    def role_counts(self) -> dict[int, int]:
        """How many role values each entity fills."""
        return dict(
            self._db.rows(
                "SELECT entity_id, count(*) FROM role_values WHERE entity_id IS NOT NULL"
                " GROUP BY entity_id"
            )
        )

    def statement_ids(self, entity_id: int) -> list[int]:
        """Statements in which the entity fills a role or speaks, in the order of articles."""
        return [
            row[0]
            for row in self._db.rows(
                "SELECT id FROM statements WHERE speaker_entity_id = ?1 OR id IN"
                " (SELECT statement_id FROM role_values WHERE entity_id = ?1)"
                " ORDER BY article_id, start",
                entity_id,
            )
        ]

    def mention_ids(self, entity_id: int) -> list[int]:
        """Mentions of the entity by all coders, in the order of articles."""
        return [
            row[0]
            for row in self._db.rows(
                "SELECT id FROM mentions WHERE entity_id = ? ORDER BY article_id, start", entity_id
            )
        ]

    def add(self, name: str, label: EntityLabel, aliases: Sequence[str] = ()) -> Changes:
        """Add an entity; InvalidInput for an empty name or one that is taken."""
        wanted, *others = (self._free_name(given) for given in (name, *aliases))
        with self._db.step(_("Add entity")) as step:
            entity_id = self.linked(wanted, label)
            self._add_aliases(entity_id, others)
            self._link_unlinked(entity_id, others)
        return step.changes

    def rename(self, entity_id: int, name: str) -> Changes:
        """Give an entity another name; the old one stays as an alias."""
        old = self.get(entity_id)
        if old.name == name.strip():
            return Changes()
        with self._db.step(_("Rename entity")) as step:
            self._db.update("entities", entity_id, {"name": self._free_name(name, entity_id)})
            self._remove_alias(entity_id, name.strip())
            self._add_aliases(entity_id, [old.name])
        return step.changes

    def relabel(self, entity_id: int, label: EntityLabel) -> Changes:
        """Give an entity another label."""
        with self._db.step(_("Change entity label")) as step:
            self._db.update("entities", entity_id, {"label": label.value})
        return step.changes

    def set_note(self, entity_id: int, note: str) -> Changes:
        """Write a note (Markdown) on an entity."""
        with self._db.step(_("Edit entity note")) as step:
            self._db.update("entities", entity_id, {"note": note})
        return step.changes

    def add_alias(self, entity_id: int, alias: str) -> Changes:
        """Add another name by which the entity goes; InvalidInput if another entity has it."""
        name = self._free_name(alias, entity_id)
        with self._db.step(_("Add alias")) as step:
            self._add_aliases(entity_id, [name])
            self._link_unlinked(entity_id, [name])
        return step.changes

    def learn_alias(self, entity_id: int, alias: str) -> None:
        """Add an alias inside the current step, unless it is the name of an entity already."""
        if self.named(alias) is None:
            self._add_aliases(entity_id, [alias])
            self._link_unlinked(entity_id, [alias])

    def remove_alias(self, entity_id: int, alias: str) -> Changes:
        """Take an alias away; mentions that are linked stay linked."""
        with self._db.step(_("Remove alias")) as step:
            self._remove_alias(entity_id, alias)
        return step.changes

    def merge(self, ids: Sequence[int], into: int) -> Changes:
        """Make one entity of several: names become aliases; notes and what it filled follow."""
        kept = self.get(into)
        others = [self.get(entity_id) for entity_id in ids if entity_id != into]
        note = "\n\n".join(entity.note for entity in (kept, *others) if entity.note)
        with self._db.step(_("Merge entities")) as step:
            if note != kept.note:
                self._db.update("entities", into, {"note": note})
            for other in others:
                for table, column in _LINKS:
                    self._db.execute(
                        f"UPDATE {table} SET {column} = ? WHERE {column} = ?", into, other.id
                    )
                self._db.delete("entities", [other.id])
                self._add_aliases(into, (other.name, *other.aliases))
        return step.changes

    def remove(self, entity_id: int) -> Changes:
        """Remove an entity; what it filled keeps its words."""
        with self._db.step(_("Remove entity")) as step:
            for table, column in _LINKS:
                self._db.execute(
                    f"UPDATE {table} SET {column} = NULL WHERE {column} = ?", entity_id
                )
            self._db.delete("entities", [entity_id])
        return step.changes

    def linked(self, name: str, label: EntityLabel) -> int:
        """The id of the entity of that name or alias, added inside the current step if new."""
        found = self.named(name)
        if found is not None:
            return found.id
        entity_id = self._db.insert("entities", {"name": name.strip(), "label": label.value})
        self._link_unlinked(entity_id, [name.strip()])
        return entity_id

    def _free_name(self, name: str, entity_id: int | None = None) -> str:
        wanted = name.strip()
        if not wanted:
            raise InvalidInput(_("An entity needs a name."))
        owner = self.named(wanted)
        if owner is not None and owner.id != entity_id:
            raise InvalidInput(
                _("“{name}” already names the entity “{entity}”; merge the two instead.").format(
                    name=wanted, entity=owner.name
                )
            )
        return wanted

    def _add_aliases(self, entity_id: int, aliases: Iterable[str]) -> None:
        own = self.get(entity_id)
        for alias in dict.fromkeys(alias.strip() for alias in aliases):
            if alias and alias != own.name and alias not in own.aliases:
                self._db.insert("aliases", {"entity_id": entity_id, "name": alias})

    def _remove_alias(self, entity_id: int, alias: str) -> None:
        self._db.execute("DELETE FROM aliases WHERE entity_id = ? AND name = ?", entity_id, alias)

    def _link_unlinked(self, entity_id: int, names: Iterable[str]) -> None:
        """Role values and speakers that already carry one of these names now mean this entity."""
        for name in dict.fromkeys(names):
            for table, link, column in _NAMED:
                self._db.execute(
                    f"UPDATE {table} SET {link} = ? WHERE {link} IS NULL AND {column} = ?",
                    entity_id,
                    name,
                )

    def _read(self, sql: str, *values: object) -> tuple[Entity, ...]:
        rows = self._db.rows(sql, *values)
        aliases = self._aliases(rows)
        with doubted(self._db):
            return tuple(_entity(row, aliases.get(row[0], ())) for row in rows)

    def _aliases(self, rows: Sequence[tuple[Any, ...]]) -> dict[int, list[str]]:
        one = f" WHERE entity_id = {int(rows[0][0])}" if len(rows) == 1 else ""
        aliases: dict[int, list[str]] = {}
        for entity_id, name in self._db.rows(
            f"SELECT entity_id, name FROM aliases{one} ORDER BY id"
        ):
            aliases.setdefault(entity_id, []).append(name)
        return aliases


def _entity(row: tuple[Any, ...], aliases: Iterable[str]) -> Entity:
    return Entity(
        id=row[0],
        name=row[1],
        label=EntityLabel(row[2]),
        note=row[3],
        aliases=tuple(aliases),
    )
