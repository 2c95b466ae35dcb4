"""The command line: the same core as the window, in words."""

import sys
from collections.abc import Sequence

from annotator.cli.output import ExitCode, complain, discard, flush, prepare_streams
from annotator.errors import UserError
from annotator.i18n import gettext as _
from annotator.i18n import speak

__all__ = ["run"]


def run(arguments: Sequence[str]) -> int:
    """Do one command; the exit code: 0 done, 1 some items failed, 2 unusable."""
    from annotator.cli.parser import make_parser  # noqa: PLC0415 - the window does not need it

    prepare_streams()
    speak()
    try:
        wanted = make_parser().parse_args(arguments)
        code = int(wanted.command(wanted))
        flush()
    except UserError as error:
        complain(error)
        return ExitCode.UNUSABLE
    except BrokenPipeError:
        # whoever read our output has gone
        discard()
        return ExitCode.DONE
    except KeyboardInterrupt:
        sys.stderr.write(_("\nStopped. What was done is kept; the same command goes on with it.\n"))
        return ExitCode.SOME_FAILED
    return code
