"""The coding scheme: which types of statement there are, with which roles."""

from dataclasses import dataclass
from enum import StrEnum

PARTIES = {
    "funding": ("funder", "recipient"),
    "policy": ("actor", "target"),
    "competitor": ("subject", "rival"),
}
"""The types of statements that are suggested and measured, with the roles that entities fill."""

SUGGESTED_TYPES = tuple(PARTIES)
PARTY_ROLES = frozenset(role for roles in PARTIES.values() for role in roles)


class RoleKind(StrEnum):
    """What a role holds, and so how it is filled."""

    ENTITY = "entity"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A named slot of a statement type; `choices` is the list to choose from, if it has one."""

    key: str
    name: str
    kind: RoleKind
    many: bool = False
    choices: tuple[str, ...] = ()
    guideline: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementType:
    """A kind of statement: `key` never changes, all else may; a retired type is kept, not offered.

    `colour` is `#rrggbb`, `shortcut` one character, `guideline` Markdown.
    """

    key: str
    name: str
    colour: str
    shortcut: str = ""
    guideline: str = ""
    roles: tuple[Role, ...] = ()
    retired: bool = False

    def role(self, key: str) -> Role | None:
        """The role with that key, retired or not."""
        return next((role for role in self.roles if role.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All statement types of a project with the general guideline (Markdown)."""

    name: str
    guideline: str = ""
    types: tuple[StatementType, ...] = ()

    def type(self, key: str) -> StatementType | None:
        """The statement type with that key, retired or not."""
        return next((kind for kind in self.types if kind.key == key), None)
