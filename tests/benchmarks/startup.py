"""The window against a bare QMainWindow with a text view: process start to painted and ended."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.library import make_library
from benchmarks.result import Result, at_most, in_turn, under

RUNS = 7
WINDOWS = Path(__file__).with_name("windows.py")
LATE = ("spacy", "matplotlib", "pandas", "numpy")


def measure() -> Iterator[Result]:
    """The start page as the program opens it, and a project of 10,000 articles."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.anno"
        make_library(library, 10_000)
        ours, project, bare = in_turn(
            RUNS, lambda: start("ours"), lambda: start("ours", library), lambda: start("bare")
        )
    yield at_most("window painted and usable", ours, bare, 1.5, "s")
    yield under(
        "window with a project of 10,000 articles, its list painted",
        statistics.median(project),
        2,
        "s",
        statistics.median(bare),
    )


def start(window: str, project: Path | None = None) -> float:
    """Seconds from the start of windows.py to its end, once the window is painted."""
    command = [sys.executable, str(WINDOWS), window, *([str(project)] if project else [])]
    with tempfile.TemporaryDirectory() as config:
        environment = {"ANNOTATOR_CONFIG": config, "QT_QPA_PLATFORM": "offscreen"}
        started = time.perf_counter()
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
            env=os.environ | environment,
        )
        elapsed = time.perf_counter() - started
    imported = set(done.stdout.split())
    assert "painted" in imported, done.stderr
    assert project or not imported & set(LATE), imported
    return elapsed
