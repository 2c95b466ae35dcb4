"""Names of authors as bylines give them."""

import re
from functools import cache

from annotator.readers.patterns import load

_LONGEST_NAME = 60
_MOST_WORDS = 6
_BETWEEN = re.compile(r"\s*(?:[;|&/\n]|,|\s(?:and|und|et|y|e|en)\s)\s*")
_NAME = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*\.?\s+)"
    r"(?:(?:de|van|von|der|den|bin|al|la|du|le|da|dos|del|di|ter|ten|el|y|[^\W\d_a-zß-öø-ÿ][\w.'’-]*)\s+){0,3}"
    r"[^\W\d_a-zß-öø-ÿ][\w'’-]*\.?"
)
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|@\w+|\([^)]*\)|<[^>]*>")
_LEAD = re.compile(r"^(?:by|written by|posted by|von|par|por)\s+", re.IGNORECASE)


def split_authors(value: str) -> tuple[str, ...]:
    """The names in a field that holds authors; roles, addresses and placeholders are left out."""
    bare = _ADDRESS.sub(" ", _LEAD.sub("", value.strip()))
    parts = [" ".join(part.split()).strip(" .,-–—*_") for part in _BETWEEN.split(bare)]
    names = [part for part in parts if _may_be_author(part)]
    if len(names) == 2 and all(" " not in name for name in names) and "," in value:  # noqa: PLR2004 -- “Doe, Jane”
        return (f"{names[1]} {names[0]}",)
    return tuple(dict.fromkeys(names))


def names_of_people(value: str) -> tuple[str, ...]:
    """The names in what follows “By”, or nothing if it does not look like names."""
    parts = split_authors(value)
    return tuple(part for part in parts if _NAME.fullmatch(part))


def _may_be_author(part: str) -> bool:
    if not part or len(part) > _LONGEST_NAME or any(map(str.isdigit, part)) or ":" in part:
        return False
    words = part.lower().split()
    if len(words) > _MOST_WORDS or part.lower() in _nobody():
        return False
    return not _roles().intersection(words)


@cache
def _roles() -> frozenset[str]:
    return frozenset(load("metadata")["authors"]["roles"])


@cache
def _nobody() -> frozenset[str]:
    return frozenset(load("metadata")["authors"]["nobody"])
