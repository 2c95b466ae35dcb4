"""`python -m benchmarks [NAME ...]`: measures and writes results.json.

Without a name all are measured; with names these, and only their figures are replaced.
"""

import datetime as dt
import importlib
import json
import os
import platform
import sys
from dataclasses import asdict
from pathlib import Path

RESULTS = Path(__file__).with_name("results.json")
NAMES = (
    "startup",
    "importing",
    "extraction",
    "deciding",
    "large_article",
    "everywhere",
    "memory",
    "article_view",
    "keys",
    "opening",
    "large",
    "lists",
    "stalls",
)


def machine() -> str:
    """The machine in a few words."""
    system = f"{platform.system()} {platform.machine()}"
    return f"{system}, {os.cpu_count()} cores, Python {platform.python_version()}"


def main(names: list[str]) -> int:
    """Run the benchmarks; 1 if a figure does not hold."""
    results = []
    for name in names or NAMES:
        for result in importlib.import_module(f"benchmarks.{name}").measure():
            results.append(asdict(result))
            print("ok  " if result.holds else "FAIL", result)
    report = {
        "machine": machine(),
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "results": [*_kept(results), *results] if names else results,
    }
    RESULTS.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return 0 if all(result["holds"] for result in results) else 1


def _kept(results: list[dict[str, object]]) -> list[dict[str, object]]:
    """The figures of the last run that were not measured again."""
    measured = {result["name"] for result in results}
    last = json.loads(RESULTS.read_text(encoding="utf-8"))["results"]
    return [result for result in last if result["name"] not in measured]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
