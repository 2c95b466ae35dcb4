"""The pipeline: a spaCy pipeline with our components behind it; text in, suggestions out.

spaCy is imported when a pipeline is loaded and not before: it takes longer than the window.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from annotator.domain import Entity, SuggestionDraft
from annotator.errors import PipelineMissing
from annotator.nlp.installed import (
    DEFAULT_PIPELINE,
    PipelineInfo,
    find_pipeline,
    installed_pipelines,
)
from annotator.nlp.pieces import Piece, batches, pieces
from annotator.nlp.wordings import patterns

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = [
    "COMPONENTS_VERSION",
    "DEFAULT_PIPELINE",
    "Pipeline",
    "PipelineInfo",
    "installed_pipelines",
    "load_pipeline",
    "pipeline_version",
]

COMPONENTS_VERSION = "1"
"""Raised whenever our components or their patterns would suggest something else."""


class Pipeline:
    """A loaded pipeline; its `version` names spaCy's package and our components."""

    def __init__(self, info: PipelineInfo, nlp: "Language") -> None:
        self.name = info.name
        self.version = _version(info)
        self.language = info.language
        self._nlp = nlp
        self._letters = str.maketrans(patterns("grammar", info.language).get("characters", {}))

    def suggest(
        self, texts: Iterable[str], *, known: Sequence[Entity] = ()
    ) -> Iterator[tuple[SuggestionDraft, ...]]:
        """Mentions, claims and statements of each text, in the order of the text.

        `known` are entities of the project, to which mentions are linked by name and alias.
        """
        entities = tuple(known)
        found: list[SuggestionDraft] = []
        for batch in batches(pieces(texts)):
            for piece, drafts in zip(batch, self._parse(batch, entities), strict=True):
                found.extend(drafts)
                if piece.last:
                    yield tuple(found)
                    found = []

    def _parse(
        self, batch: Sequence[Piece], known: tuple[Entity, ...]
    ) -> Iterator[tuple[SuggestionDraft, ...]]:
        from annotator.nlp.drafts import drafts_of  # noqa: PLC0415 - it imports spaCy

        docs = [self._nlp.make_doc(piece.content.translate(self._letters)) for piece in batch]
        for doc in docs:
            doc._.known = known
        parsed = self._nlp.pipe(docs, batch_size=len(docs))
        for piece, doc in zip(batch, parsed, strict=True):
            yield drafts_of(doc, piece.offset)


def pipeline_version(name: str = DEFAULT_PIPELINE) -> str:
    """The version that the pipeline of that name would have, without loading it.

    Raises PipelineMissing.
    """
    return _version(_installed(name))


@cache
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Pipeline:
    """The installed spaCy pipeline of that name with our components; loaded once a process.

    Raises PipelineMissing.
    """
    info = _installed(name)
    from annotator.nlp.components import assemble  # noqa: PLC0415 - it imports spaCy

    return Pipeline(info, assemble(info.name))


def _installed(name: str) -> PipelineInfo:
    info = find_pipeline(name)
    if info is None:
        raise PipelineMissing(name)
    return info


def _version(info: PipelineInfo) -> str:
    return f"{info.version}+annotator.{COMPONENTS_VERSION}"
