"""Peak memory of the window with a project of 10,000 articles, and of extraction."""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.library import make_library
from benchmarks.result import Result, under

WINDOWS = Path(__file__).with_name("windows.py")
READING = Path(__file__).with_name("reading.py")
KIB_PER_MB = 1_000


def measure() -> Iterator[Result]:
    """The window's own process; the pipeline runs in another one."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.anno"
        make_library(library, 10_000)
        ours = _peak(WINDOWS, "ours", str(library))
        bare = _peak(WINDOWS, "bare")
    yield under("peak memory of the window at 10,000 articles", ours, 400, "MB", bare)
    ours, bare = _peak(READING, "ours"), _peak(READING, "bare")
    yield under("peak memory of extraction of 200 news articles", ours, 600, "MB", bare)


def own_peak() -> float:
    """Megabytes that this process has had at most.

    Linux counts in `ru_maxrss` also what the parent had when it forked, however little came of it.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MB
    fields = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
    return int(fields["VmHWM"].removesuffix("kB")) / KIB_PER_MB


def _peak(script: Path, *arguments: str) -> float:
    """Megabytes, as the system counts them for a finished process."""
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, timeout=300);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", code, sys.executable, str(script), *arguments]
    with tempfile.TemporaryDirectory() as config:
        environment = {"ANNOTATOR_CONFIG": config, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | environment,
        )
    return int(done.stdout) / KIB_PER_MB
