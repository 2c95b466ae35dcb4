"""Codebooks from TOML files."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from annotator.domain import SPEAKER, Codebook, Role, RoleKind, StatementType
from annotator.errors import UnreadableFile, reason_of
from annotator.i18n import gettext as _
from annotator.paths import resources_folder

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_KEY = re.compile(r"[a-z][a-z0-9_-]*")


def shipped_codebooks() -> Mapping[str, Path]:
    """The codebooks that come with the program, by name."""
    folder = resources_folder() / "codebooks"
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def read_codebook(path: Path | str) -> Codebook:
    """The codebook in a TOML file; UnreadableFile says which field of which part is wrong."""
    content = _Table(_load(Path(path)), str(path), _("the codebook"))
    content.allow("name", "guideline", "types")
    types = tuple(_type(entry) for entry in content.tables("types", _("type")))
    if not types:
        raise content.wrong(_("there is no statement type."))
    content.expect_unique(_("key"), (kind.key for kind in types))
    content.expect_unique(_("shortcut"), (kind.shortcut for kind in types if kind.shortcut))
    return Codebook(name=content.required("name"), guideline=content.text("guideline"), types=types)


def _load(path: Path) -> dict[str, Any]:
    advice = _("Compare it with the codebooks that come with Annotator.")
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        raise UnreadableFile(
            path, _("there is no such file."), advice=_("Check the name.")
        ) from error
    except OSError as error:
        reason = _("it could not be read: {reason}.").format(reason=reason_of(error))
        raise UnreadableFile(path, reason) from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(path, _("it is not UTF-8 text."), advice=advice) from error
    except tomllib.TOMLDecodeError as error:
        reason = _("it is not valid TOML: {error}.").format(error=error)
        raise UnreadableFile(path, reason, advice=advice) from error


def _type(table: "_Table") -> StatementType:
    table.allow("key", "name", "colour", "shortcut", "guideline", "roles")
    roles = tuple(_role(entry) for entry in table.tables("roles", _("role")))
    table.expect_unique(_("role key"), (role.key for role in roles))
    return StatementType(
        key=table.key(),
        name=table.required("name"),
        colour=_colour(table),
        shortcut=_shortcut(table),
        guideline=table.text("guideline"),
        roles=roles,
    )


def _role(table: "_Table") -> Role:
    table.allow("key", "name", "kind", "many", "choices", "guideline")
    if table.key() == SPEAKER:
        raise table.wrong(_("every statement has a speaker already; choose another key."))
    kind = _kind(table)
    choices = table.texts("choices")
    if (kind is RoleKind.CHOICE) != bool(choices):
        raise table.wrong(_("“choices” must be given for the kind “choice” and only for it."))
    table.expect_unique(_("choice"), choices)
    return Role(
        key=table.key(),
        name=table.required("name"),
        kind=kind,
        many=table.flag("many"),
        choices=choices,
        guideline=table.text("guideline"),
    )


def _kind(table: "_Table") -> RoleKind:
    value = table.required("kind")
    if value not in set(RoleKind):
        kinds = ", ".join(RoleKind)
        raise table.wrong(
            _("“kind” is “{value}” but must be one of: {kinds}.").format(value=value, kinds=kinds)
        )
    return RoleKind(value)


def _colour(table: "_Table") -> str:
    value = table.required("colour")
    if not _COLOUR.fullmatch(value):
        raise table.wrong(
            _("“colour” is “{value}” but must look like #2f7d4f.").format(value=value)
        )
    return value.lower()


def _shortcut(table: "_Table") -> str:
    value = table.text("shortcut")
    if len(value) > 1:
        raise table.wrong(
            _("“shortcut” is “{value}” but must be one character.").format(value=value)
        )
    return value


class _Table:
    """A table of the file with the words that say where it stands."""

    def __init__(self, values: dict[str, Any], path: str, place: str) -> None:
        self._values = values
        self._path = path
        self._place = place

    def wrong(self, what: str) -> UnreadableFile:
        """The error that names the file, the place in it and what is wrong there."""
        return UnreadableFile(self._path, f"{self._place}: {what}")

    def allow(self, *names: str) -> None:
        """Refuse fields that mean nothing: they are misspelt."""
        unknown = next((name for name in self._values if name not in names), None)
        if unknown is not None:
            raise self.wrong(
                _("“{name}” is not a field; the fields are: {names}.").format(
                    name=unknown, names=", ".join(names)
                )
            )

    def required(self, name: str) -> str:
        """A text that must be there and not be empty."""
        value = self.text(name)
        if not value:
            raise self.wrong(_("“{name}” is missing.").format(name=name))
        return value

    def text(self, name: str) -> str:
        """A text, empty if left out."""
        value = self._values.get(name, "")
        if not isinstance(value, str):
            raise self.wrong(_("“{name}” must be a text in quotes.").format(name=name))
        return value.strip()

    def key(self) -> str:
        """The key, which stands in the project file and in every export."""
        value = self.required("key")
        if not _KEY.fullmatch(value):
            raise self.wrong(
                _("“key” is “{value}” but must be of lower-case letters, digits, - and _.").format(
                    value=value
                )
            )
        return value

    def flag(self, name: str) -> bool:
        """A yes or no, no if left out."""
        value = self._values.get(name, False)
        if not isinstance(value, bool):
            raise self.wrong(_("“{name}” must be true or false.").format(name=name))
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty if left out."""
        values = self._values.get(name, [])
        if not isinstance(values, list) or not all(
            isinstance(v, str) and v.strip() for v in values
        ):
            raise self.wrong(_("“{name}” must be a list of texts.").format(name=name))
        return tuple(value.strip() for value in values)

    def tables(self, name: str, kind: str) -> "list[_Table]":
        """The tables in a list, empty if left out, each named by its key or its place."""
        values = self._values.get(name, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.wrong(_("“{name}” must be a list of tables.").format(name=name))
        return [
            _Table(value, self._path, f"{kind} “{value.get('key', number)}”")
            for number, value in enumerate(values, start=1)
        ]

    def expect_unique(self, what: str, values: Iterable[str]) -> None:
        """Refuse a value that stands twice."""
        seen: set[str] = set()
        for value in values:
            if value in seen:
                raise self.wrong(
                    _("the {what} “{value}” stands there twice.").format(what=what, value=value)
                )
            seen.add(value)
