"""The trained encoder: a small transformer that reads each sentence, run by onnxruntime.

It was fine-tuned on the labelled sentences of `models/assets`; `models/README.md` says how, and
what it reaches. A first network reads each sentence by itself, a second, small one reads the
sentences of an article in their order. What they find are logits, which the components behind
turn into suggestions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from annotator.domain import PARTY_ROLES, SPEAKER, SUGGESTED_TYPES
from annotator.errors import PipelineDamaged
from annotator.nlp.card import Card, encoder_folder, read_card

Floats = NDArray[np.float32]

_MARKS = frozenset(
    {f"{part}.{kind}" for part in ("span", "begin") for kind in SUGGESTED_TYPES}
    | {f"role.{role}" for role in (*PARTY_ROLES, SPEAKER)}
)
"""The columns that the components behind it ask for, but for the tags."""

_MOST_PIECES = 160
"""Of a longer sentence only the beginning is read: cost grows with the square of the length."""
_BATCH_PIECES = 1_024
_VECTOR = 768
NEGATED = "negated"
"""The column of words whose clause is denied."""
_RESULTS = ("vectors", "tokens", "meanings")
_FIRST, _LAST = 101, 102
"""The word pieces that BERT has before and behind a text."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder makes of one sentence, as logits.

    `types` (3,), `kinds` (4,), `modalities` (3, 4) and `negated` (3,) follow the order of the
    card's lists. `tokens` (n, m) has a row for each word piece, from `starts` to `stops` in code
    points of the sentence, and a column for each of the encoder's `columns`. `vector` (768,) is
    what the sentence means by itself, for classifiers that learn from the analyst; `shift` (7,) is
    what these add to the logits of types and kinds once all is weighed.
    """

    types: Floats
    kinds: Floats
    modalities: Floats
    negated: Floats
    tokens: Floats
    starts: NDArray[np.int64]
    stops: NDArray[np.int64]
    vector: Floats
    shift: Floats = field(default_factory=lambda: np.zeros(7, np.float32))


@dataclass(frozen=True, slots=True)
class _Pieces:
    """A sentence as the ids of its word pieces and their places in it."""

    ids: list[int]
    places: NDArray[np.int64]


class Encoder:
    """The encoder in a folder of `models`. Raises PipelineDamaged for files not as released."""

    def __init__(self, folder: Path) -> None:
        self.card = read_card(folder, hook=_as_arrays, sha256=dict, columns=list, weights=dict)
        if not set(self.card["columns"]) >= _MARKS or "clauses" not in self.card["weights"]:
            raise PipelineDamaged(folder)
        said = (*(f"modality.{value}" for value in self.card["modalities"]), NEGATED)
        self.columns: tuple[str, ...] = (*self.card["columns"], *said)
        sentences, context, tokenizer, examples = (
            _verified(folder, name, self.card) for name in _FILES
        )
        self._sentences, self._context = _session(sentences), _session(context)
        self._tokenizer = Tokenizer.from_str(tokenizer.decode())
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        with np.load(BytesIO(examples)) as arrays:
            self._examples: dict[str, Any] = dict(arrays)

    def nearest(self, kind: str, encoded: Encoded) -> str:
        """The labelled sentence with a statement of a type that means most nearly the same."""
        likeness = self._examples[f"{kind}.directions"] @ encoded.vector
        return str(self._examples[f"{kind}.texts"][int(likeness.argmax())])

    def encode(self, sentences: Sequence[str]) -> list[Encoded]:
        """The sentences of an article, in their order."""
        if not sentences:
            return []
        pieces = [self._pieces(sentence) for sentence in sentences]
        vectors = np.empty((len(pieces), _VECTOR), np.float32)
        tokens: dict[int, Floats] = {}
        clauses = self.card["weights"]["clauses"]
        for batch in _batches([len(piece.ids) for piece in pieces]):
            ids = _padded(pieces, batch)
            vectors[batch], marks, meanings = self._sentences.run(_RESULTS, {"ids": ids})
            read = np.concatenate([marks, meanings @ clauses["weights"].T + clauses["bias"]], -1)
            tokens.update(zip(batch, read, strict=True))
        (logits,) = self._context.run(None, {"vectors": vectors})
        return [
            _encoded(logits[place], tokens[place], piece, vectors[place])
            for place, piece in enumerate(pieces)
        ]

    def _pieces(self, sentence: str) -> _Pieces:
        # a word has a dozen letters at most, so that what is cut off was too long in any case
        encoding = self._tokenizer.encode(sentence[: _MOST_PIECES * 12], add_special_tokens=False)
        places = np.array(encoding.offsets[:_MOST_PIECES], np.int64).reshape(-1, 2)
        return _Pieces(encoding.ids[:_MOST_PIECES], places)


@cache
def load_encoder(language: str) -> Encoder | None:
    """The encoder for a language, loaded once a process; None for one that has none."""
    folder = encoder_folder(language)
    return Encoder(folder) if folder else None


_FILES = ("sentences.onnx", "context.onnx", "tokenizer.json", "examples.npz")


def _as_arrays(entry: dict[str, Any]) -> dict[str, Any]:
    """Weights with their biases as arrays, anything else as it is."""
    if entry.keys() != {"weights", "bias"}:
        return entry
    return {name: np.array(values, np.float32) for name, values in entry.items()}


def _verified(folder: Path, name: str, card: Card) -> bytes:
    """The content of a file whose digest is that of the card."""
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise PipelineDamaged(folder) from error
    if sha256(content).hexdigest() != card["sha256"].get(name):
        raise PipelineDamaged(folder)
    return content


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of sentences of like length, so that little of a batch is padding."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: lengths[place]):
        if batch and (len(batch) + 1) * (lengths[place] + 2) > _BATCH_PIECES:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _session(model: bytes) -> onnxruntime.InferenceSession:
    """A network that computes on one core: articles, not sums, are done side by side."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _padded(pieces: Sequence[_Pieces], batch: Sequence[int]) -> NDArray[np.int64]:
    """The word pieces of a batch with those that BERT has round them, filled up with zeros."""
    longest = max(len(pieces[place].ids) for place in batch) + 2
    ids = np.zeros((len(batch), longest), np.int64)
    for row, place in enumerate(batch):
        own = pieces[place].ids
        ids[row, : len(own) + 2] = [_FIRST, *own, _LAST]
    return ids


def _encoded(logits: Floats, tokens: Floats, pieces: _Pieces, vector: Floats) -> Encoded:
    return Encoded(
        types=logits[:3],
        kinds=logits[3:7],
        modalities=logits[7:19].reshape(3, 4),
        negated=logits[19:22],
        tokens=tokens[1 : len(pieces.ids) + 1],
        starts=pieces.places[:, 0],
        stops=pieces.places[:, 1],
        vector=vector,
    )
