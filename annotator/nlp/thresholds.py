"""How sure the pipelines themselves want to be of a statement before they suggest it."""

from functools import cache

from annotator.domain import SUGGESTED_TYPES, Thresholds
from annotator.errors import PipelineDamaged
from annotator.nlp.card import encoder_folder, read_card
from annotator.nlp.wordings import patterns


@cache
def own_thresholds(language: str) -> Thresholds:
    """By type, from the encoder's card or, for a language without one, from the patterns.

    Nothing is loaded for it that reads articles. Raises PipelineDamaged.
    """
    folder = encoder_folder(language)
    if folder is not None:
        own = read_card(folder, thresholds=dict)["thresholds"]
        if not own.keys() >= set(SUGGESTED_TYPES):
            raise PipelineDamaged(folder)
        return {kind: own[kind] for kind in SUGGESTED_TYPES}
    return {kind: patterns(kind, language)["threshold"] for kind in SUGGESTED_TYPES}
