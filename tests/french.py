"""Runs a piece of Python in a process that speaks French, as the program does for a user."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[1]


def said_in_french(code: str, config: Path, *, language: str = "fr") -> Any:
    """What the code prints as JSON; `config` is the folder of its settings."""
    places = os.pathsep.join((str(_ROOT), str(_ROOT / "tests")))
    own = {"LANGUAGE": language, "ANNOTATOR_CONFIG": str(config), "PYTHONPATH": places}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
