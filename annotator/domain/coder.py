"""People who code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coder:
    """A person who codes; names are unique in a project."""

    id: int
    name: str
