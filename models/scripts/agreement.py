"""How far two readings of the same sentences agree, by the measures of `annotator evaluate`.

agreement.py FIRST.jsonl SECOND.jsonl: the second has some of the articles of the first.
"""

import json
import sys
from pathlib import Path
from typing import Any

from annotator.analysis.evaluation import evaluate
from annotator.analysis.labelled import parse_gold, parse_predictions


def main(first: Path, second: Path) -> None:
    """Print the table."""
    again = _articles(second)
    once = {key: article for key, article in _articles(first).items() if key in again}
    evaluation = evaluate(
        parse_gold(json.dumps(article) for article in once.values()),
        parse_predictions(json.dumps(article) for article in again.values()),
    )
    for row in evaluation.to_table().rows:
        print(*(cell for cell in row.cells if cell is not None), sep="\t")


def _articles(path: Path) -> dict[str, dict[str, Any]]:
    """Articles by id; amounts are left out, for readers gave their words and not their value."""
    found = {}
    for article in map(json.loads, path.read_text("utf-8").splitlines()):
        for statement in article["statements"]:
            statement["roles"].pop("amount", None)
        found[article["id"]] = article
    return found


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
