"""Fits what words say of how far their statement has come true, and whether it is denied.

fit_clauses.py FOLDER SENTENCES.jsonl HELD_OUT.txt: writes the weights into the card.json of the
encoder in FOLDER. The network judges modality and polarity by sentence; here a regression learns
them by clause, from what the network makes of the words of each labelled statement. It changes
nothing else that the network says.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from sklearn.linear_model import LogisticRegression

from labelled import MODALITIES, Clause, Example, read_examples

TOGETHER = 32
STRENGTH = 0.1
"""How weakly weights are held down (scikit-learn's C), for values of unit deviation."""


def main(folder: Path, sentences: Path, held_out: Path) -> None:
    """Fit on all articles but the held-out ones and keep the result."""
    articles = read_examples(sentences, held_out=held_out).values()
    examples = [each for article in articles for each in article if each.clauses]
    found = list(_meant(examples, folder / "sentences.onnx"))
    meanings = np.stack([meaning for meaning, _clause in found])
    modalities = [MODALITIES.index(clause.modality) for _meaning, clause in found]
    denied = [clause.is_denied for _meaning, clause in found]
    rows = [_fitted(meanings, answers) for answers in (modalities, denied)]
    card = json.loads((folder / "card.json").read_text("utf-8"))
    weights, biases = (np.concatenate(parts) for parts in zip(*rows, strict=True))
    card.setdefault("weights", {})["clauses"] = {
        "weights": weights.round(5).tolist(),
        "bias": biases.round(5).tolist(),
    }
    (folder / "card.json").write_text(json.dumps(card, indent=1), "utf-8")


def _meant(examples: Sequence[Example], model: Path) -> Iterator[tuple[np.ndarray, Clause]]:
    """The mean of what a network makes of the words of each clause, (384,)."""
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    ordered = sorted(examples, key=lambda example: len(example.ids))
    for start in range(0, len(ordered), TOGETHER):
        batch = ordered[start : start + TOGETHER]
        ids = np.zeros((len(batch), len(batch[-1].ids)), np.int64)
        for row, example in enumerate(batch):
            ids[row, : len(example.ids)] = example.ids
        (meanings,) = session.run(["meanings"], {"ids": ids})
        for read, example in zip(meanings, batch, strict=True):
            for clause in example.clauses:
                # the first place is BERT's mark
                yield read[clause.pieces + 1].mean(0), clause


def _fitted(meanings: np.ndarray, answers: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """Weights (m, 384) and biases (m,) of a regression; one row where it answers yes or no."""
    mean, deviation = meanings.mean(0), meanings.std()
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    model.fit((meanings - mean) / deviation, answers)
    weights = model.coef_ / deviation
    return weights, model.intercept_ - weights @ mean


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
