"""The cards of what was trained: what they say of themselves, read without what runs it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.errors import PipelineDamaged
from annotator.paths import data_folder

Card = dict[str, Any]
"""What a `card.json` says: of an encoder its lists, thresholds, weights and digests."""


def encoder_folder(language: str) -> Path | None:
    """The folder of the encoder for a language; None for one that has none."""
    folder = data_folder() / "models" / f"encoder-{language}"
    return folder if folder.is_dir() else None


def read_card(
    folder: Path, *, hook: Callable[[dict[str, Any]], Any] | None = None, **needed: type
) -> Card:
    """The card in a folder of `models`, each of its objects as `hook` gives it.

    Raises PipelineDamaged for one that cannot be read, or in which something that is `needed`
    is not there or not of its type.
    """
    try:
        text = (folder / "card.json").read_text("utf-8")
        card: Card = json.loads(text, object_hook=hook)
    except (OSError, ValueError, TypeError) as error:
        raise PipelineDamaged(folder) from error
    if not isinstance(card, dict):
        raise PipelineDamaged(folder)
    if not all(isinstance(card.get(name), kind) for name, kind in needed.items()):
        raise PipelineDamaged(folder)
    return card
