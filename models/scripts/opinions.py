"""Second opinions: what an encoder that has not seen an article makes of it, beside its labels.

Two encoders are trained, each on one half of the articles, and read the other half. Where that
reading is blended into the labels, those that are doubtful or wrong weigh less.
"""

import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from math import log
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from labelled import UNKNOWN, Article, Example
from network import RARE, batch_of, piece_parts, sentence_parts
from training import trained

SHARE = 0.4
"""How much a second opinion counts beside the label."""
SEED = 7
Opinion = tuple[np.ndarray, np.ndarray]
"""Logits of a sentence (22,) and of its n word pieces (n, columns)."""


def blend_second_opinions(articles: Sequence[Article], base: Path) -> None:
    """Blend into the targets what encoders make of the articles that they were not trained on."""
    order = list(articles)
    random.Random(SEED).shuffle(order)
    halves = order[::2], order[1::2]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        first = pool.submit(_opinions, base, halves[0], halves[1])
        second = pool.submit(_opinions, base, halves[1], halves[0])
        found = [*second.result(), *first.result()]
    for article, opinions in zip((*halves[0], *halves[1]), found, strict=True):
        for example, opinion in zip(article, opinions, strict=True):
            _blend(example, *opinion)


def _opinions(
    base: Path, studied: Sequence[Article], judged: Sequence[Article]
) -> list[list[Opinion]]:
    """What an encoder that was trained on some articles makes of others, one core at work."""
    torch.set_num_threads(1)
    network = trained(base, studied)
    found = []
    with torch.inference_mode():
        for article in judged:
            batch = batch_of([article])
            sentences, pieces = network(batch["ids"], batch["mask"], batch["own"], batch["lengths"])
            found.append(
                [
                    (sentence.numpy().copy(), rows[1 : 1 + len(example.places)].half().numpy())
                    for example, sentence, rows in zip(article, sentences, pieces, strict=True)
                ]
            )
    return found


def _blend(example: Example, sentence: np.ndarray, pieces: np.ndarray) -> None:
    types, kinds, moods, denied = sentence_parts(torch.from_numpy(sentence))
    spans, begins, roles, _tags = piece_parts(torch.from_numpy(pieces).float())
    known = example.negated != UNKNOWN
    example.types = _mixed(example.types, types.sigmoid())
    example.kind = _mixed(example.kind, kinds.softmax(-1))
    example.modality[known] = _mixed(example.modality, moods.softmax(-1))[known]
    example.negated[known] = _mixed(example.negated, denied.sigmoid())[known]
    example.spans = _mixed(example.spans, spans.sigmoid())
    # what is rare was given more weight, which makes it seem likelier than it is
    example.begins = _mixed(example.begins, (begins - log(RARE)).sigmoid())
    example.roles = _mixed(example.roles, (roles - log(RARE)).sigmoid())


def _mixed(label: np.ndarray, opinion: Tensor) -> np.ndarray:
    return (label * (1 - SHARE) + opinion.numpy() * SHARE).astype(np.float32)
