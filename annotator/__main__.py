"""`annotator` and `python -m annotator`: the window, or the command line."""

import sys
from pathlib import Path


def main() -> int:
    """Open the window for no argument or a project file; anything else is a command."""
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and _is_project(arguments[0])):
        from annotator.ui.app import run as show  # noqa: PLC0415 - commands need no window

        return show(Path(arguments[0]) if arguments else None)
    from annotator.cli import run  # noqa: PLC0415 - the window needs no commands

    return run(arguments)


def _is_project(argument: str) -> bool:
    return not argument.startswith("-") and argument.endswith(".anno")


if __name__ == "__main__":
    sys.exit(main())
