"""A spawned process and our end of the pipe to it."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import cast

from annotator.errors import UserError
from annotator.i18n import gettext as _

_PATIENCE = 3.0
"""Seconds that a process is given to clear away what it has begun."""


class ProcessStopped(UserError):
    """A process of the program ended before its work was done, perhaps for want of memory."""

    def __init__(self, process_id: int, code: int | None) -> None:
        self.process_id = process_id
        self.code = code
        super().__init__(
            _(
                "The work stopped because its process ended with code {code}, perhaps for "
                "want of memory. What was stored is kept; close other programs and try again."
            ).format(code=code)
        )


class Spawned:
    """A process at work on `target`, which is given its end of the pipe first."""

    def __init__(self, target: Callable[..., None], *given: object) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self.connection: Connection = ours
        self.process = context.Process(target=target, args=(theirs, *given), daemon=True)
        self.process.start()
        theirs.close()

    def send(self, message: object) -> None:
        """Send a message; a process that is gone shows when it is heard."""
        try:
            self.connection.send(message)
        except ConnectionError:
            return

    def speaks(self, within: float) -> bool:
        """Whether there is something to hear within so many seconds, and be it its end."""
        try:
            return self.connection.poll(within)
        except OSError:
            return True

    def hear(self) -> object:
        """The next message; raises what the process raised, and ProcessStopped once it is gone."""
        try:
            message = self.connection.recv()
        except (EOFError, OSError) as error:
            self.process.join()
            raise ProcessStopped(self.process.pid or 0, self.process.exitcode) from error
        if isinstance(message, Exception):
            raise message
        return cast("object", message)

    def leave(self) -> None:
        """Listen no longer, and end the process if it does not end by itself soon."""
        self.connection.close()
        self.process.join(_PATIENCE)
        self.stop()

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self.connection.close()
        self.process.terminate()
        self.process.join()
