"""What runs in the spawned process: requests in, what `answer` makes of them out."""

import os
import pickle
import queue
import signal
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, cast


def serve(connection: Connection, answer: Callable[[Any], object]) -> None:
    """Answers each request, or tells of the exception that stopped it.

    Ctrl+C is the parent's to handle; the process ends at once when the parent is gone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests: queue.SimpleQueue[object] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, requests), daemon=True).start()
    try:
        while True:
            connection.send(answer(requests.get()))
    except BrokenPipeError:
        return
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent raises it
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


def _receive(connection: Connection, requests: "queue.SimpleQueue[object]") -> None:
    """Takes requests as they come, so that the parent never waits for a busy child."""
    while True:
        try:
            request = connection.recv()
        except (EOFError, ConnectionError):
            os._exit(1)
        requests.put(request)
