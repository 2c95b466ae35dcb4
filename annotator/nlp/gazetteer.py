"""Names that the program knows: resources/gazetteers/*.jsonl, one object a line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from annotator.domain import EntityLabel
from annotator.paths import resources_folder


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name with its other spellings; `kind` says what it is (firm, regulator, model …).

    One with `case` counts only as it is written, any other in capitals too. One with a `language`
    counts in texts of that language only.
    """

    name: str
    label: EntityLabel
    aliases: tuple[str, ...] = ()
    kind: str = ""
    case: bool = False
    language: str = ""


@cache
def known_names(folder: Path | None = None) -> tuple[KnownName, ...]:
    """All names of the gazetteers in `folder`, by default the program's own."""
    where = folder or resources_folder() / "gazetteers"
    return tuple(name for path in sorted(where.glob("*.jsonl")) for name in _names(path))


@cache
def names_for(language: str) -> tuple[KnownName, ...]:
    """The program's own names for texts of a language; its spellings join those of all."""
    found: dict[str, KnownName] = {}
    for name in sorted(known_names(), key=lambda name: name.language):
        if name.language in {"", language}:
            earlier = found.get(name.name)
            aliases = (*earlier.aliases, *name.aliases) if earlier else name.aliases
            found[name.name] = replace(name, aliases=aliases)
    return tuple(found.values())


def _names(path: Path) -> Iterator[KnownName]:
    for line in path.read_text("utf-8").splitlines():
        if not line.strip():
            continue
        row = json.loads(line)
        yield KnownName(
            name=row["name"],
            label=EntityLabel(row["label"]),
            aliases=tuple(row.get("aliases", ())),
            kind=row.get("kind", ""),
            case=row.get("case", False),
            language=row.get("language", ""),
        )
