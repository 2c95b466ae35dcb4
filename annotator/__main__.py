"""`annotator` and `python -m annotator`: the window, or the command line."""

import gc
import os
import sys
from pathlib import Path


def main() -> int:
    """Open the window for no argument or a project file; anything else is a command."""
    # cores are for processes: threads of numpy's would wait for each other where others work too
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and _is_project(arguments[0])):
        return _show(Path(arguments[0]) if arguments else None)
    from annotator.cli import run  # noqa: PLC0415 - the window needs no commands

    return run(arguments)


def _show(project: Path | None) -> int:
    # Looking for garbage while modules are imported finds none and takes a tenth of the start;
    # the window turns it on again once it has been painted.
    gc.disable()
    from annotator.ui.app import run  # noqa: PLC0415 - commands need no window

    return run(project)


def _is_project(argument: str) -> bool:
    return not argument.startswith("-") and argument.endswith(".anno")


if __name__ == "__main__":
    sys.exit(main())
