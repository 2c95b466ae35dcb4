"""What runs in the spawned process, which leaves Ctrl+C and the better part of a core to others."""

import os
import pickle
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, NoReturn, cast

Tell = Callable[[object], None]

_NICENESS = 5
"""How far the window goes before where there are fewer cores than work."""


def serve(connection: Connection, answer: Callable[[Any], object]) -> None:
    """Answers each request, or tells of the exception that stopped it.

    The process ends at once when the parent is gone.
    """
    _be_modest()
    requests: queue.SimpleQueue[object] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, requests), daemon=True).start()
    try:
        while True:
            connection.send(answer(requests.get()))
    except BrokenPipeError:
        return
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent raises it
        connection.send(portable(error))


def report(connection: Connection, work: Callable[..., None], *given: object) -> None:
    """Does the work, which is given what to tell the parent with, and None is told at its end.

    SystemExit takes the work out of what it has begun, so that it clears that away: where it has
    told something and nobody asks for more, or wherever it is when the process is terminated.
    """
    _be_modest()
    signal.signal(signal.SIGTERM, _leave)
    try:
        work(partial(_tell, connection), *given)
        connection.send(None)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent raises it
        with suppress(OSError):
            connection.send(portable(error))


def portable(error: Exception) -> Exception:
    """The error with its traceback as a note, or its text alone where it cannot be pickled."""
    told = "".join(traceback.format_exception(error))
    try:
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - an exception's own pickling may fail in any way
        return RuntimeError(told)
    if str(copy) != str(error):
        return RuntimeError(told)
    copy.add_note(told)
    return cast("Exception", copy)


def _be_modest() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):  # Windows has no such thing
        os.nice(_NICENESS)


def _receive(connection: Connection, requests: "queue.SimpleQueue[object]") -> None:
    """Takes requests as they come, so that the parent never waits for a busy child."""
    while True:
        try:
            request = connection.recv()
        except (EOFError, ConnectionError):
            os._exit(1)
        requests.put(request)


def _tell(connection: Connection, news: object) -> None:
    """Sends the news and waits until there may be more."""
    try:
        connection.send(news)
        connection.recv()
    except (EOFError, OSError):
        sys.exit()


def _leave(_signal: int, _frame: object) -> NoReturn:
    sys.exit(1)
