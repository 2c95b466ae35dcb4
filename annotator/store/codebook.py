"""The codebook of a project: types and roles are changed or retired, never deleted."""

import json
from dataclasses import replace
from typing import Any

from annotator.domain import Changes, Codebook, Role, RoleKind, StatementType
from annotator.errors import InvalidInput
from annotator.i18n import gettext as _
from annotator.store.check import doubted
from annotator.store.database import Database


class CodebookTable:
    """Reads and writes the whole codebook at once."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self) -> Codebook:
        """The codebook with all types and roles, retired ones too."""
        name, guideline = self._db.row("SELECT name, guideline FROM codebook") or ("", "")
        roles: dict[str, list[Role]] = {}
        for row in self._db.rows(
            "SELECT type, key, name, kind, many, choices, guideline, retired"
            " FROM roles ORDER BY type, position"
        ):
            with doubted(self._db):
                roles.setdefault(row[0], []).append(_role(row[1:]))
        types = self._db.rows(
            "SELECT key, name, colour, shortcut, guideline, retired"
            " FROM statement_types ORDER BY position"
        )
        return Codebook(
            name=name,
            guideline=guideline,
            types=tuple(_type(row, tuple(roles.get(row[0], ()))) for row in types),
        )

    def save(self, codebook: Codebook, *, name: str = "") -> Changes:
        """Store a changed codebook as one step; what it leaves out is retired.

        Raises InvalidInput when a role that holds values would change its kind.
        """
        with self._db.step(name or _("Change codebook")) as step:
            old = self.get()
            self._save_head(old, codebook)
            for position, kind in enumerate(_with_retired(old, codebook)):
                self._save_type(position, kind, old.type(kind.key))
        return step.changes

    def usage(self) -> dict[str, int]:
        """How many statements of all coders there are, by type."""
        return dict(self._db.rows("SELECT type, count(*) FROM statements GROUP BY type"))

    def role_usage(self, type_key: str) -> dict[str, int]:
        """How many values the roles of a type hold, by role."""
        return dict(
            self._db.rows(
                "SELECT role, count(*) FROM role_values JOIN statements"
                " ON statements.id = statement_id WHERE type = ? GROUP BY role",
                type_key,
            )
        )

    def _save_head(self, old: Codebook, new: Codebook) -> None:
        row = {"name": new.name, "guideline": new.guideline}
        if self._db.row("SELECT 1 FROM codebook") is None:
            self._db.insert("codebook", row | {"id": 1})
        elif (old.name, old.guideline) != (new.name, new.guideline):
            self._db.update("codebook", 1, row)

    def _save_type(self, position: int, kind: StatementType, old: StatementType | None) -> None:
        self._save_row(
            "statement_types", {"key": kind.key}, _type_row(kind) | {"position": position}
        )
        roles = kind.roles + tuple(
            replace(role, retired=True)
            for role in (old.roles if old else ())
            if kind.role(role.key) is None
        )
        for number, role in enumerate(roles):
            self._check_kind(kind, role, old)
            self._save_row(
                "roles",
                {"type": kind.key, "key": role.key},
                _role_row(role) | {"position": number},
            )

    def _check_kind(self, kind: StatementType, role: Role, old: StatementType | None) -> None:
        before = old.role(role.key) if old else None
        if before is None or before.kind is role.kind:
            return
        if self.role_usage(kind.key).get(role.key):
            raise InvalidInput(
                _(
                    "The role “{role}” already holds values, so its kind cannot change."
                    " Add a new role instead and retire this one."
                ).format(role=before.name)
            )

    def _save_row(self, table: str, key: dict[str, object], row: dict[str, object]) -> None:
        where = " AND ".join(f"{name} = ?" for name in key)
        names = ", ".join(row)
        found = self._db.row(f"SELECT id, {names} FROM {table} WHERE {where}", *key.values())
        if found is None:
            self._db.insert(table, key | row)
        elif found[1:] != tuple(row.values()):
            self._db.update(table, found[0], row)


def _with_retired(old: Codebook, new: Codebook) -> tuple[StatementType, ...]:
    return new.types + tuple(
        replace(kind, retired=True) for kind in old.types if new.type(kind.key) is None
    )


def _type_row(kind: StatementType) -> dict[str, object]:
    return {
        "name": kind.name,
        "colour": kind.colour,
        "shortcut": kind.shortcut,
        "guideline": kind.guideline,
        "retired": int(kind.retired),
    }


def _role_row(role: Role) -> dict[str, object]:
    return {
        "name": role.name,
        "kind": role.kind.value,
        "many": int(role.many),
        "choices": json.dumps(role.choices, ensure_ascii=False),
        "guideline": role.guideline,
        "retired": int(role.retired),
    }


def _role(row: tuple[Any, ...]) -> Role:
    return Role(
        key=row[0],
        name=row[1],
        kind=RoleKind(row[2]),
        many=bool(row[3]),
        choices=tuple(json.loads(row[4])),
        guideline=row[5],
        retired=bool(row[6]),
    )


def _type(row: tuple[Any, ...], roles: tuple[Role, ...]) -> StatementType:
    return StatementType(
        key=row[0],
        name=row[1],
        colour=row[2],
        shortcut=row[3],
        guideline=row[4],
        roles=roles,
        retired=bool(row[5]),
    )
