"""Learning from coders: corrections to what the encoder says, as small as the evidence allows.

Each classifier is a logistic regression whose offset is what the encoder says, as it weighs where
no cue speaks, and whose weights stand on the sentence vector (softmax for claim kinds). Of
sentences on which nothing was decided the encoder's own answer is kept to: else a classifier that
coders always agreed with would learn to say yes to everything. The penalty on the weights is chosen
by cross-validation over articles; where no penalty lowers the loss by more than its standard error,
the classifier stays as it came.
The bound that makes each step a plain matrix product is Böhning's (1992), "Multinomial logistic
regression algorithm".
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from annotator.nlp.lessons import Answer

if TYPE_CHECKING:
    # onnxruntime comes with it, which learning itself does without
    from annotator.nlp.encoder import Encoded

Array = NDArray[np.float64]
Ints = NDArray[np.int64]

_FOLDS = 4
_PENALTIES = (0.3, 1.0, 3.0, 10.0, 30.0)
_DIRECTIONS = 128
"""Vectors are looked at along so many directions in which they differ most."""
_STEPS = 100
_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences, a row each: vector, logits without cues (types, then kinds), and the answers.

    `types` holds 1 or 0, `kinds` the place of the kind, either -1 where it is not known.
    """

    vectors: Array
    logits: Array
    types: Ints
    kinds: Ints
    articles: Ints

    @classmethod
    def of(
        cls, read: Sequence[tuple["Encoded", Answer, int]], types: int, kinds: Sequence[str]
    ) -> Self:
        """What was read of sentences, what a lesson says of them, and the ids of their articles."""
        places = {kind: place for place, kind in enumerate(kinds)}
        logits = [np.concatenate([encoded.types, encoded.kinds]) for encoded, _said, _id in read]
        answers = [
            [_UNKNOWN if known is None else int(known) for known in said.types]
            for _encoded, said, _id in read
        ]
        return cls(
            vectors=np.array([encoded.vector for encoded, _said, _id in read], float),
            logits=np.array(logits, float).reshape(-1, types + len(kinds)),
            types=np.array(answers, np.int64).reshape(-1, types),
            kinds=np.array([places.get(said.kind or "", _UNKNOWN) for _, said, _id in read]),
            articles=np.array([article_id for _encoded, _said, article_id in read], np.int64),
        )

    def __getitem__(self, wanted: NDArray[np.bool_]) -> "Examples":
        return Examples(
            self.vectors[wanted],
            self.logits[wanted],
            self.types[wanted],
            self.kinds[wanted],
            self.articles[wanted],
        )

    def answers(self) -> int:
        """How many answers are known."""
        return int((self.types != _UNKNOWN).sum() + (self.kinds != _UNKNOWN).sum())


@dataclass(frozen=True, slots=True)
class Corrections:
    """What was learned: a row of weights, the last one its bias, for each type and each kind."""

    weights: Array

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """What `to_bytes` gave; ValueError if it is no such thing."""
        rows, columns = np.frombuffer(data[:8], "<u4")
        return cls(np.frombuffer(data[8:], "<f4").reshape(rows, columns).astype(float))

    def to_bytes(self) -> bytes:
        """The weights as bytes, to be kept in a project."""
        return np.array(self.weights.shape, "<u4").tobytes() + self.weights.astype("<f4").tobytes()


def adjusted(encoded: "Encoded", corrections: Corrections) -> "Encoded":
    """What the encoder made of a sentence, with what coders taught beside it."""
    weights = corrections.weights
    shift = (weights[:, :-1] @ encoded.vector + weights[:, -1]).astype(np.float32)
    return replace(encoded, shift=shift)


def fitted(examples: Examples) -> Corrections:
    """The corrections that these examples speak for; each row is zero where they do not."""
    count = examples.types.shape[1]
    found = np.zeros((examples.logits.shape[1], examples.vectors.shape[1] + 1))
    for place in range(count):
        logits = np.stack([np.zeros(len(examples.types)), examples.logits[:, place]], axis=1)
        weights = _corrected(examples, logits, examples.types[:, place])
        found[place] = weights[1] - weights[0]
    found[count:] = _corrected(examples, examples.logits[:, count:], examples.kinds)
    return Corrections(found)


def _corrected(examples: Examples, logits: Array, right: Ints) -> Array:
    """Weights for the classes of one classifier, by raw vectors: (classes, columns + 1)."""
    classes = logits.shape[1]
    nothing = np.zeros((classes, examples.vectors.shape[1] + 1))
    known = right != _UNKNOWN
    if len(np.unique(examples.articles[known])) < _FOLDS:
        return nothing
    space = _Space.of(examples.vectors)
    seen, wanted = space.place(examples.vectors), _chances(logits)
    wanted[known] = np.eye(classes)[right[known]]
    penalty = _best_penalty(seen, logits, wanted, examples.articles)
    if penalty is None:
        return nothing
    everything = np.ones((len(seen), 1))
    return space.raw(_fit(seen, logits, wanted, everything, np.array([penalty]))[:, 0])


def _best_penalty(seen: Array, logits: Array, wanted: Array, articles: Ints) -> float | None:
    """The penalty under which articles are read best that were left out; None if none helps."""
    folds = np.unique(articles, return_inverse=True)[1] % _FOLDS
    runs = [(fold, penalty) for fold in range(_FOLDS) for penalty in _PENALTIES]
    kept = np.stack([folds != fold for fold, _penalty in runs], axis=1).astype(float)
    penalties = np.array([penalty for _fold, penalty in runs])
    weights = _fit(seen, logits, wanted, kept, penalties)
    losses = _losses(_seen_by(weights, seen, logits), wanted[:, None])
    left_out = np.where(kept == 0, losses, 0).reshape(len(seen), _FOLDS, -1).sum(axis=1)
    gains = _losses(logits, wanted)[:, None] - left_out
    best = int(gains.mean(axis=0).argmax())
    gain = gains[:, best]
    return _PENALTIES[best] if gain.mean() > gain.std() / np.sqrt(len(gain)) else None


def _fit(seen: Array, logits: Array, wanted: Array, kept: Array, penalties: Array) -> Array:
    """Weights (directions + 1, runs, classes) of least loss and penalty.

    A run learns from the sentences that its column of `kept` has, under its own penalty. All runs
    go together, as a few large products are faster than many small ones.
    """
    weights = np.zeros((seen.shape[1], len(penalties), logits.shape[1]))
    # the directions are at right angles to each other and to the bias, so the bound is a diagonal
    bound = (seen**2).sum(axis=0)[:, None, None] / 2 + penalties[:, None]
    for _step in range(_STEPS):
        rest = (_chances(_seen_by(weights, seen, logits)) - wanted[:, None]) * kept[:, :, None]
        slope = (seen.T @ rest.reshape(len(seen), -1)).reshape(weights.shape)
        weights -= (slope + penalties[:, None] * weights) / bound
    return weights


def _seen_by(weights: Array, seen: Array, logits: Array) -> Array:
    """The corrected logits (sentences, runs, classes)."""
    shift = seen @ weights.reshape(len(weights), -1)
    found: Array = logits[:, None] + shift.reshape(len(seen), *weights.shape[1:])
    return found


def _chances(logits: Array) -> Array:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    found: Array = raised / raised.sum(axis=-1, keepdims=True)
    return found


def _losses(logits: Array, wanted: Array) -> Array:
    found: Array = -np.log((_chances(logits) * wanted).sum(axis=-1) + 1e-12)
    return found


@dataclass(frozen=True, slots=True)
class _Space:
    """The directions in which vectors differ most, at a scale where their length is about 1."""

    middle: Array
    axes: Array

    @classmethod
    def of(cls, vectors: Array) -> Self:
        middle = vectors.mean(axis=0)
        apart = vectors - middle
        _values, axes = np.linalg.eigh(apart.T @ apart)
        length = np.sqrt((apart**2).sum(axis=1).mean()) or 1.0
        return cls(middle, axes[:, -_DIRECTIONS:] / length)

    def place(self, vectors: Array) -> Array:
        """The vectors in this space, with a column of ones for the bias."""
        placed: Array = np.c_[(vectors - self.middle) @ self.axes, np.ones(len(vectors))]
        return placed

    def raw(self, weights: Array) -> Array:
        """Weights of this space as such for the vectors themselves, a row a class."""
        plain = self.axes @ weights[:-1]
        found: Array = np.c_[plain.T, weights[-1] - self.middle @ plain]
        return found
