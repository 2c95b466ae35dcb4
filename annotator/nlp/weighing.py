"""What the encoder reads and what the rules found, weighed against each other.

The weights stand in the encoder's card. They were fitted on labelled sentences that the encoder
was not trained on, so that each side counts as much as it is worth on news that it has not seen.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from annotator.domain import NO_CLAIM, ClaimKind, Modality, Polarity
from annotator.nlp.card import Card
from annotator.nlp.encoder import Encoded, Floats
from annotator.nlp.encoding import sigmoid


def statement_chance(card: Card, encoded: Encoded, kind: str, rules: float) -> float:
    """How likely a sentence holds a statement of a type, 0 to 1; `rules` is what cues add up to."""
    logits = _type_logits(card, encoded, kind, rules)
    return float(sigmoid(logits + encoded.shift[card["types"].index(kind)])[0])


def kind_chances(card: Card, encoded: Encoded, rules: ClaimKind | None) -> dict[str, float]:
    """How likely each kind of claim is, and `none`; `rules` is the kind that cues speak for."""
    chances = _shares(_kind_logits(card, encoded, rules) + encoded.shift[len(card["types"]) :])
    return dict(zip(card["kinds"], chances.tolist(), strict=True))


def uncued(card: Card, encoded: Encoded) -> Encoded:
    """A sentence with its types and kinds as they weigh where no cue speaks for any."""
    types = np.concatenate([_type_logits(card, encoded, kind, 0.0) for kind in card["types"]])
    return replace(encoded, types=types, kinds=_kind_logits(card, encoded, ClaimKind.FACT))


def modality(card: Card, own: Floats, rules: Modality) -> Modality:
    """How far what a statement says has come true; `own` (8,) are `Encodings.modalities`."""
    values: list[str] = card["modalities"]
    logits = _blend(card["weights"]["modalities"], [*own, *_one_of(values, rules.value)])
    return Modality(values[int(logits.argmax())])


def polarity(card: Card, own: Floats, rules: Polarity) -> Polarity:
    """Whether what a statement says is denied; `own` (2,) are `Encodings.denials`."""
    logits = _blend(card["weights"]["negated"], [*own, rules is Polarity.NEGATED])
    return Polarity.NEGATED if logits[0] > 0 else Polarity.AFFIRMED


def _type_logits(card: Card, encoded: Encoded, kind: str, rules: float) -> Floats:
    return _blend(card["weights"]["types"][kind], [*encoded.types, rules])


def _kind_logits(card: Card, encoded: Encoded, rules: ClaimKind | None) -> Floats:
    by_rules = _one_of(card["kinds"], rules.value if rules else NO_CLAIM)
    return _blend(card["weights"]["kinds"], [*encoded.kinds, *by_rules])


def _blend(weights: dict[str, Floats], features: Sequence[float]) -> Floats:
    """Logits from weights (m, n), one row an outcome, and biases (m,)."""
    return weights["weights"] @ np.array(features, np.float32) + weights["bias"]


def _one_of(values: Sequence[str], value: str) -> list[float]:
    return [float(value == other) for other in values]


def _shares(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max())
    return np.asarray(powers / powers.sum(), np.float32)
