"""One loaded pipeline for all tests of this folder."""

from collections.abc import Callable, Sequence

import pytest

from annotator.domain import Entity, SuggestionDraft
from annotator.nlp.pipeline import Pipeline, load_pipeline

Suggest = Callable[..., tuple[SuggestionDraft, ...]]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The program's own pipeline."""
    return load_pipeline()


@pytest.fixture
def suggest(pipeline: Pipeline) -> Suggest:
    """Suggestions for one text."""

    def one(text: str, known: Sequence[Entity] = ()) -> tuple[SuggestionDraft, ...]:
        return next(pipeline.suggest([text], known=known))

    return one
