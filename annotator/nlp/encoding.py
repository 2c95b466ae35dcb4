"""The component that lets the trained encoder read each sentence of a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from annotator.nlp.card import Card
from annotator.nlp.encoder import NEGATED, Encoded, Encoder, Floats, load_encoder
from annotator.nlp.learning import adjusted
from annotator.nlp.phrases import content_of, worded_sentences

_NOTHING = -20.0
"""The logit of words that the encoder did not see."""


@dataclass(frozen=True, slots=True)
class Encodings:
    """What the encoder read in a text: each sentence by its first token, and all tokens.

    `columns` has a row for each token of the text and a column for each name in `names`.
    """

    encoder: Encoder
    sentences: dict[int, Encoded]
    columns: Floats
    names: dict[str, int] = field(repr=False)

    @property
    def card(self) -> Card:
        """What the encoder's card says."""
        return self.encoder.card

    def sentence_of(self, span: Span) -> Encoded:
        """What was read in the sentence in which a span of words begins."""
        return self.sentences[content_of(span.sent).start]

    def chances(self, column: str, span: Span) -> Floats:
        """How likely each token of a span is part of what the column stands for, 0 to 1."""
        return sigmoid(self.columns[span.start : span.end, self.names[column]])

    def modalities(self, kind: str, span: Span) -> Floats:
        """Logits (8,) of each modality for a statement of a type: of its sentence, of its words."""
        values: list[str] = self.card["modalities"]
        own = self.sentence_of(span).modalities[self._place(kind)]
        marked = [self._mean(f"modality.{value}", span) for value in values]
        return np.array([*own, *marked], np.float32)

    def denials(self, kind: str, span: Span) -> Floats:
        """Logits (2,) that a statement of a type is denied: of its sentence, of its words."""
        own = self.sentence_of(span).negated[self._place(kind)]
        return np.array([own, self._mean(NEGATED, span)], np.float32)

    def _place(self, kind: str) -> int:
        types: list[str] = self.card["types"]
        return types.index(kind)

    def _mean(self, column: str, span: Span) -> float:
        """The mean logit of a span's words in a column; nothing for one without words."""
        words = self.columns[span.start : span.end, self.names[column]]
        return float(words.mean()) if len(words) else 0.0

    def runs(self, column: str, span: Span, *, least: float) -> list[Span]:
        """The stretches of a span whose tokens are at least so likely part of the column's."""
        likely = self.chances(column, span) >= least
        edges = np.flatnonzero(np.diff(likely, prepend=False, append=False))
        places = (edges + span.start).tolist()
        return [span.doc[a:b] for a, b in zip(places[::2], places[1::2], strict=True)]

    def tagged(self, doc: Doc) -> Iterator[Span]:
        """The entities that the likeliest tags of a text's tokens describe, with their labels."""
        for start, stop, label in tagged(self._tags()):
            yield Span(doc, start, stop, label=label)

    def _tags(self) -> list[str]:
        """The likeliest entity tag of each token: O, or B- or I- with a label."""
        names = [name.removeprefix("tag.") for name in self.names if name.startswith("tag.")]
        first = self.names[f"tag.{names[0]}"]
        best = self.columns[:, first : first + len(names)].argmax(axis=1)
        return [names[place] for place in best]


Doc.set_extension("encodings", default=None, force=True)


def encodings_of(doc: Doc) -> Encodings | None:
    """What the encoder read; None for a language that has none."""
    encodings: Encodings | None = doc._.encodings
    return encodings


def tagged(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Start, stop and label of the entities that tags such as B-ORG and I-ORG describe."""
    start, label = 0, ""
    for here, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            yield start, here, label
            label = ""
        if not label and tag != "O":
            start, label = here, tag[2:]


def sigmoid(logits: Floats) -> Floats:
    """Logits as chances between 0 and 1."""
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


class Encoding:
    """The component; without an encoder for the language it does nothing."""

    def __init__(self, encoder: Encoder | None) -> None:
        self._encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """Keeps what the encoder reads on the text."""
        if self._encoder is None:
            return doc
        spans = worded_sentences(doc)
        read = self._encoder.encode([span.text for span in spans])
        if doc._.learned is not None:
            read = [adjusted(encoded, doc._.learned) for encoded in read]
        names = {name: place for place, name in enumerate(self._encoder.columns)}
        columns = np.full((len(doc), len(names)), _NOTHING, np.float32)
        starts = doc.to_array("IDX").astype(np.int64)
        begins = np.array([names[name] for name in names if name.startswith("begin.")], int)
        for span, encoded in zip(spans, read, strict=True):
            _spread(columns, starts, span, encoded, begins)
        sentences = {span.start: encoded for span, encoded in zip(spans, read, strict=True)}
        doc._.encodings = Encodings(self._encoder, sentences, columns, names)
        return doc


def _spread(
    columns: Floats, starts: np.ndarray, span: Span, encoded: Encoded, begins: np.ndarray
) -> None:
    """Give each token the mean of its word pieces, or its first one's where things `begin`."""
    places = np.searchsorted(starts, encoded.starts + span.start_char, side="right") - 1
    tokens, first, count = np.unique(places, return_index=True, return_counts=True)
    sums = np.add.reduceat(encoded.tokens, first, axis=0)
    columns[tokens] = sums / count[:, None]
    columns[np.ix_(tokens, begins)] = encoded.tokens[np.ix_(first, begins)]


@Language.factory("annotator_encoder")
def make_encoding(nlp: Language, name: str) -> Encoding:  # noqa: ARG001 - spaCy calls factories with a name
    """The component with the encoder of the pipeline's language."""
    return Encoding(load_encoder(nlp.lang))
