"""The card of an encoder: what it says of itself, read without what it takes to run it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.errors import PipelineDamaged
from annotator.paths import data_folder

Card = dict[str, Any]
"""What an encoder's `card.json` says of it: its lists, thresholds, weights and digests."""


def encoder_folder(language: str) -> Path | None:
    """The folder of the encoder for a language; None for one that has none."""
    folder = data_folder() / "models" / f"encoder-{language}"
    return folder if folder.is_dir() else None


def read_card(folder: Path, hook: Callable[[dict[str, Any]], Any] | None = None) -> Card:
    """The card in an encoder's folder, each of its objects as `hook` gives it; PipelineDamaged."""
    try:
        text = (folder / "card.json").read_text("utf-8")
        card: Card = json.loads(text, object_hook=hook)
    except (OSError, ValueError) as error:
        raise PipelineDamaged(folder) from error
    return card
