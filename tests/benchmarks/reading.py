"""A process that reads the benchmark's news with a pipeline, and ends: reading.py bare|ours."""

import sys
from collections import deque
from collections.abc import Iterator

from annotator.nlp import DEFAULT_PIPELINE, load_pipeline
from benchmarks.texts import news


def main(which: str) -> None:
    """Read all articles, one batch after the other, and keep nothing."""
    texts = [article["text"] for article in news()]
    deque(_ours(texts) if which == "ours" else _bare(texts), maxlen=0)


def _ours(texts: list[str]) -> Iterator[object]:
    return load_pipeline(DEFAULT_PIPELINE).suggest(texts)


def _bare(texts: list[str]) -> Iterator[object]:
    import spacy

    return spacy.load(DEFAULT_PIPELINE).pipe(texts, batch_size=8)


if __name__ == "__main__":
    main(sys.argv[1])
