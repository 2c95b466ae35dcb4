"""Changes to a codebook as plain functions; keys, once given, are never changed."""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from annotator.domain import Codebook, Role, RoleKind, StatementType
from annotator.i18n import gettext as _
from annotator.ui.actions import commands
from annotator.ui.plain import plain
from annotator.ui.theme import SAFE_COLOURS

Item = TypeVar("Item")

COLOURS = (*SAFE_COLOURS, "#0d7377", "#7a3fa0", "#6b6a1f")
"""Colours as they are given to new types, those first that stay apart for every kind of sight."""


def with_type(codebook: Codebook, kind: StatementType) -> Codebook:
    """The codebook with this type in place of the one with its key."""
    types = tuple(kind if old.key == kind.key else old for old in codebook.types)
    return replace(codebook, types=types)


def with_role(kind: StatementType, role: Role) -> StatementType:
    """The type with this role in place of the one with its key."""
    roles = tuple(role if old.key == role.key else old for old in kind.roles)
    return replace(kind, roles=roles)


def with_new_type(codebook: Codebook, name: str) -> Codebook:
    """The codebook with one more type, in a colour and with a digit that are still free."""
    key = key_for(name, [kind.key for kind in codebook.types])
    used = {kind.colour for kind in codebook.types}
    colour = next((colour for colour in COLOURS if colour not in used), COLOURS[0])
    digits = (digit for digit in "123456789" if not key_problem(codebook, key, digit))
    new = StatementType(key=key, name=name, colour=colour, shortcut=next(digits, ""))
    return replace(codebook, types=(*codebook.types, new))


def with_new_role(kind: StatementType, name: str) -> StatementType:
    """The type with one more role, for entities at first."""
    key = key_for(name, [role.key for role in kind.roles])
    return replace(kind, roles=(*kind.roles, Role(key=key, name=name, kind=RoleKind.ENTITY)))


def restored(codebook: Codebook, kind: StatementType) -> StatementType:
    """The type in use again, without its key if that has been given away meanwhile."""
    taken = bool(key_problem(codebook, kind.key, kind.shortcut))
    return replace(kind, retired=False, shortcut="" if taken else kind.shortcut)


def moved(items: tuple[Item, ...], index: int, by: int) -> tuple[Item, ...]:
    """The items with the one at `index` moved by so many places, as far as there are any."""
    order = list(items)
    item = order.pop(index)
    order.insert(max(0, min(len(order), index + by)), item)
    return tuple(order)


def key_for(name: str, taken: Collection[str]) -> str:
    """A stored key made of a name: small letters, digits and _, different from those taken."""
    stem = re.sub(r"\W+", "_", plain(name)).strip("_") or "item"
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}_{number}", number + 1
    return key


def key_problem(codebook: Codebook, type_key: str, key: str) -> str:
    """Why a type cannot have that keyboard key, "" if it can; no key at all is fine."""
    wanted = key.casefold()
    others = [kind for kind in codebook.types if kind.key != type_key and not kind.retired]
    for kind in others:
        if wanted and kind.shortcut.casefold() == wanted:
            return _("“{key}” is already the key of “{name}”. Choose another one.").format(
                key=key, name=kind.name
            )
    for command in commands():
        shortcuts = () if command.is_fixed else command.shortcuts
        if wanted in {shortcut.casefold() for shortcut in shortcuts}:
            return _("“{key}” is the key of the command “{name}”. Choose another one.").format(
                key=key, name=command.text
            )
    return ""
