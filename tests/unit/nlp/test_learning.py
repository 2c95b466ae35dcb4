"""Corrections learned from sentence vectors: as much as the evidence says, and no more."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from annotator.nlp.learning import Array, Corrections, Examples, adjusted, fitted

COLUMNS, TYPES = 32, 2
ROWS = TYPES + 4


def examples(count: int = 600, *, shift: float = 0.0, noise: bool = False) -> Examples:
    """Sentences in 30 articles whose first type is decided by a direction plus `shift`.

    The encoder knows the direction and not the shift; with `noise` coders answer by chance.
    """
    random = np.random.default_rng(7)
    vectors = random.normal(size=(count, COLUMNS))
    logits = np.zeros((count, ROWS))
    logits[:, 0] = 3 * vectors[:, 0]
    chances = 1 / (1 + np.exp(-(logits[:, 0] + shift * (1 + vectors[:, 1]))))
    answers = random.random(count) < (0.5 if noise else chances)
    types = np.stack([answers.astype(np.int64), np.full(count, -1)], axis=1)
    if noise:
        logits[:, 0] = 0
    return Examples(vectors, logits, types, np.full(count, -1), np.arange(count) % 30)


def right(given: Examples, weights: Array) -> float:
    logits = given.logits + given.vectors @ weights[:, :-1].T + weights[:, -1]
    return float(((logits[:, 0] > 0) == given.types[:, 0]).mean())


def test_a_shifted_boundary_is_learned() -> None:
    given = examples(shift=2.5)
    training, test = given[given.articles % 4 != 0], given[given.articles % 4 == 0]
    before = right(test, np.zeros((ROWS, COLUMNS + 1)))
    assert right(test, fitted(training).weights) > before + 0.05


@pytest.mark.parametrize("given", [examples(), examples(noise=True)])
def test_where_the_encoder_is_right_or_nothing_can_be_known_nothing_changes(
    given: Examples,
) -> None:
    assert not fitted(given).weights.any()


def test_coders_who_always_agree_do_not_teach_to_say_yes_to_everything() -> None:
    given = examples()
    agreed = np.where((given.logits[:, :1] > 0) & (given.vectors[:, 5:6] > 0), 1, -1)
    learned = fitted(replace(given, types=np.repeat(agreed, TYPES, axis=1))).weights
    found = given.logits + given.vectors @ learned[:, :-1].T + learned[:, -1]
    assert ((found[:, 0] > 0) == (given.logits[:, 0] > 0)).mean() > 0.9


def test_without_examples_nothing_changes() -> None:
    nothing = examples()[np.zeros(600, bool)]
    assert not fitted(nothing).weights.any()
    assert fitted(nothing).weights.shape == (ROWS, COLUMNS + 1)


def test_kinds_are_learned_among_each_other() -> None:
    given = examples()
    kinds = (given.vectors[:, 2] > 0).astype(np.int64) + 1
    weights = fitted(replace(given, kinds=kinds)).weights[TYPES:]
    found = (given.vectors @ weights[:, :-1].T + weights[:, -1]).argmax(axis=1)
    assert (found == kinds).mean() > 0.95


def test_learning_twice_gives_the_same_bytes() -> None:
    once, twice = (fitted(examples(shift=2.5)).to_bytes() for _time in range(2))
    assert once == twice
    assert np.allclose(Corrections.from_bytes(once).weights, fitted(examples(shift=2.5)).weights)


def test_bytes_that_are_no_weights_are_refused() -> None:
    with pytest.raises(ValueError, match="reshape"):
        Corrections.from_bytes(fitted(examples()).to_bytes()[:-4])


@dataclass(frozen=True)
class Encoded:
    """The parts of an encoding that a correction touches."""

    vector: np.ndarray
    shift: np.ndarray


def test_corrections_are_added_to_the_logits_of_a_sentence() -> None:
    weights = np.zeros((ROWS, COLUMNS + 1))
    weights[0, 3], weights[0, -1], weights[5, -1] = 2, 1, -1
    encoded = Encoded(np.arange(COLUMNS) / 10, np.zeros(6))
    found = adjusted(encoded, Corrections(weights))  # type: ignore[arg-type]
    assert np.allclose(found.shift, [1.6, 0, 0, 0, 0, -1])
    assert not encoded.shift.any()
