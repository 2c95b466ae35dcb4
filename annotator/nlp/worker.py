"""What runs in the spawned process: batches of articles in, dicts of suggestions out."""

import os
import pickle
import queue
import signal
import threading
import traceback
from multiprocessing.connection import Connection
from typing import cast

from annotator.domain import Entity
from annotator.nlp.pipeline import Pipeline, load_pipeline

Batch = list[tuple[int, str]]


def serve(connection: Connection, name: str, known: tuple[Entity, ...]) -> None:
    """Answers each batch with its suggestions, or with the exception that stopped it.

    Ctrl+C is the parent's to handle; the process ends at once when the parent is gone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests: queue.SimpleQueue[Batch] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, requests), daemon=True).start()
    try:
        pipeline = load_pipeline(name)
        while True:
            connection.send(_suggest(pipeline, requests.get(), known))
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


def _suggest(
    pipeline: Pipeline, batch: Batch, known: tuple[Entity, ...]
) -> dict[int, tuple[object, ...]]:
    drafts = pipeline.suggest([text for _, text in batch], known=known)
    return {number: found for (number, _), found in zip(batch, drafts, strict=True)}


def _receive(connection: Connection, requests: "queue.SimpleQueue[Batch]") -> None:
    """Takes requests as they come, so that the parent never waits for a busy child."""
    while True:
        try:
            batch = cast("Batch", connection.recv())
        except (EOFError, ConnectionError):
            os._exit(1)
        requests.put(batch)
