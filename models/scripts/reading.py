"""Labelled articles as the components read them that come before statements."""

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc

from annotator.nlp.components import OURS, assemble
from annotator.nlp.installed import DEFAULT_PIPELINE

_BEFORE = OURS[: OURS.index("annotator_statements")]


def read_articles(articles: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Doc]]:
    """Each article with its text as read, by the pipeline that the program ships."""
    nlp = assemble(DEFAULT_PIPELINE)
    keep = [name for name in nlp.pipe_names if name not in set(OURS) - set(_BEFORE)]
    with nlp.select_pipes(enable=keep):
        yield from zip(articles, nlp.pipe(each["text"] for each in articles), strict=True)
