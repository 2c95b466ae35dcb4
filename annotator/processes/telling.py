"""Work that goes on by itself in a process, and tells how far it is."""

import threading
from collections.abc import Callable, Generator

from annotator.processes.child import report
from annotator.processes.spawned import Spawned

_GLANCE = 0.1
"""Seconds between looks at whether the work is to stop."""

_PATIENCE = 3.0
"""Seconds that stopped work is given to tell what it has just brought to its end."""


def told(
    work: Callable[..., None], *given: object, stopped: threading.Event | None = None
) -> Generator[object, None, None]:
    """What `work` tells in a process of its own, which stands still until the next is asked for.

    The work is called with a function to tell things with, which are not None, and with what is
    `given`. Closing the iterator ends it where it tells the next; setting `stopped`, from another
    thread, soon. Raises ProcessStopped and what the work raises.
    """
    stopped = stopped or threading.Event()
    child = Spawned(report, work, *given)
    try:
        while _speaks(child, stopped):
            news = child.hear()
            if news is None:
                break
            yield news
            child.send(None)
    finally:
        child.leave()


def _speaks(child: Spawned, stopped: threading.Event) -> bool:
    while not stopped.is_set():
        if child.speaks(_GLANCE):
            return True
    return child.speaks(_PATIENCE)
