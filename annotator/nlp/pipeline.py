"""The pipeline: a spaCy pipeline with our components behind it; text in, suggestions out.

spaCy is imported when a pipeline is loaded and not before: it takes longer than the window.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from annotator.domain import Entity, SuggestionDraft, Thresholds
from annotator.errors import PipelineMissing
from annotator.nlp.installed import (
    DEFAULT_PIPELINE,
    PipelineInfo,
    find_pipeline,
    installed_pipelines,
)
from annotator.nlp.pieces import Piece, batches, pieces
from annotator.nlp.thresholds import own_thresholds
from annotator.nlp.wordings import patterns

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from annotator.nlp.encoded import Sentence
    from annotator.nlp.learning import Corrections

Found = TypeVar("Found")

NO_THRESHOLDS: Thresholds = MappingProxyType({})
"""Every type is left to the pipeline."""

_READING = frozenset(
    {
        *("annotator_paragraphs", "tok2vec", "transformer", "parser", "senter", "sentencizer"),
        "annotator_encoder",
    }
)
"""What it takes to cut a text into sentences and to have the encoder read them."""

__all__ = [
    "COMPONENTS_VERSION",
    "DEFAULT_PIPELINE",
    "Pipeline",
    "PipelineInfo",
    "installed_pipelines",
    "load_pipeline",
    "pipeline_thresholds",
    "pipeline_version",
]

COMPONENTS_VERSION = "8"
"""Raised whenever our components or their patterns would suggest something else."""


class Pipeline:
    """A loaded pipeline; its `version` names spaCy's package and our components."""

    def __init__(self, info: PipelineInfo, nlp: "Language") -> None:
        self.name = info.name
        self.version = _version(info)
        self.language = info.language
        self._nlp = nlp
        self._letters = str.maketrans(patterns("grammar", info.language).get("characters", {}))

    @property
    def types(self) -> tuple[str, ...]:
        """The statement types that its encoder tells apart, none if it has no encoder."""
        return self._listed("types")

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of claims that its encoder tells apart, none if it has no encoder."""
        return self._listed("kinds")

    @property
    def thresholds(self) -> Thresholds:
        """How sure it wants to be of a statement, by type, unless it is told otherwise."""
        return own_thresholds(self.language)

    def suggest(
        self,
        texts: Iterable[str],
        *,
        known: Sequence[Entity] = (),
        learned: bytes = b"",
        thresholds: Thresholds = NO_THRESHOLDS,
    ) -> Iterator[tuple[SuggestionDraft, ...]]:
        """Mentions, claims and statements of each text, in the order of the text.

        `known` are entities of the project, to which mentions are linked by name and alias;
        `learned` are the weights that it has learned from coders, b"" for none; `thresholds` say
        how sure a statement must be, 0 to 1, in place of its own for these types.
        """
        from annotator.nlp.drafts import drafts_of  # noqa: PLC0415 - it imports spaCy

        entities, corrections = tuple(known), _corrections(learned)

        def prepare(doc: "Doc") -> None:
            doc._.known, doc._.learned, doc._.thresholds = entities, corrections, thresholds

        parsed = self._parsed(texts, prepare)
        return _by_text((piece, drafts_of(doc, piece.offset)) for piece, doc in parsed)

    def sentences(self, texts: Iterable[str]) -> Iterator[tuple["Sentence", ...]]:
        """The sentences of each text as its encoder reads them; none where it has no encoder."""
        from annotator.nlp.encoded import sentences_of  # noqa: PLC0415 - it imports spaCy

        parsed = self._parsed(texts, only=_READING)
        return _by_text((piece, sentences_of(doc, piece.offset)) for piece, doc in parsed)

    def _parsed(
        self,
        texts: Iterable[str],
        prepare: Callable[["Doc"], None] = lambda _doc: None,
        *,
        only: frozenset[str] | None = None,
    ) -> Iterator[tuple[Piece, "Doc"]]:
        """Each piece of the texts with its parse, by all components or by some."""
        names = [name for name in self._nlp.pipe_names if only is None or name in only]
        for batch in batches(pieces(texts)):
            docs = [self._nlp.make_doc(piece.content.translate(self._letters)) for piece in batch]
            for doc in docs:
                prepare(doc)
            # between the batches others may use the pipeline
            with self._nlp.select_pipes(enable=names):
                parsed = list(self._nlp.pipe(docs, batch_size=len(docs)))
            yield from zip(batch, parsed, strict=True)

    def _listed(self, name: str) -> tuple[str, ...]:
        from annotator.nlp.encoder import load_encoder  # noqa: PLC0415 - it imports onnxruntime

        encoder = load_encoder(self.language)
        return tuple(encoder.card[name]) if encoder else ()


def _by_text(found: Iterable[tuple[Piece, Iterable[Found]]]) -> Iterator[tuple[Found, ...]]:
    """What was found in the pieces, a text at a time."""
    gathered: list[Found] = []
    for piece, parts in found:
        gathered.extend(parts)
        if piece.last:
            yield tuple(gathered)
            gathered = []


def _corrections(learned: bytes) -> "Corrections | None":
    if not learned:
        return None
    from annotator.nlp.learning import Corrections  # noqa: PLC0415 - it imports numpy

    return Corrections.from_bytes(learned)


def pipeline_version(name: str = DEFAULT_PIPELINE) -> str:
    """The version that the pipeline of that name would have, without loading it.

    Raises PipelineMissing.
    """
    return _version(_installed(name))


def pipeline_thresholds(name: str = DEFAULT_PIPELINE) -> Thresholds:
    """The thresholds that the pipeline of that name would have, without loading it.

    Raises PipelineMissing, PipelineDamaged.
    """
    return own_thresholds(_installed(name).language)


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
