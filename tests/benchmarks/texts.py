"""The texts that benchmarks work on."""

import gzip
import json
from functools import cache
from pathlib import Path

_ARTICLES = Path(__file__).parents[1] / "data" / "wikinews" / "articles.jsonl.gz"


@cache
def news() -> tuple[dict[str, str], ...]:
    """200 whole news articles."""
    with gzip.open(_ARTICLES, "rt", encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines)
