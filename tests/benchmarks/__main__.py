"""`python -m benchmarks [NAME ...]`: measures and writes results.json."""

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
        "results": results,
    }
    if not names:
        RESULTS.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return 0 if all(result["holds"] for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
