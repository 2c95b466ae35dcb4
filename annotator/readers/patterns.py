"""The lists of words and patterns in `resources/patterns`, loaded once."""

import tomllib
from functools import cache
from typing import Any

from annotator.paths import resources_folder


@cache
def load(name: str) -> dict[str, Any]:
    """The content of one file of patterns."""
    path = resources_folder() / "patterns" / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))


def merged(name: str, key: str) -> list[Any]:
    """The entries under `key` of all languages of a file, in their order."""
    return [entry for language in load(name).values() for entry in language.get(key, ())]
