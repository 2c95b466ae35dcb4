"""How sure a suggestion of a statement must be to be made."""

from collections.abc import Mapping

Thresholds = Mapping[str, float]
"""The least chance by statement type, 0 to 1; the pipeline has its own for types left out."""


def is_chance(value: float) -> bool:
    """Whether a number can be how sure a suggestion must be."""
    return 0 <= value <= 1
