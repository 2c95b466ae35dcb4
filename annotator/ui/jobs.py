"""Long work in the background: made on a thread, stored on the window's."""

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from annotator.domain import Changes
from annotator.errors import UserError
from annotator.ui.job_results import JobResult
from annotator.ui.pacing import Pacing
from annotator.ui.session import Session
from annotator.ui.stopwatch import Stopwatch
from annotator.workflows import Work


class JobState(Enum):
    """How far a job has come."""

    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"


_UNDER_WAY = frozenset({JobState.RUNNING, JobState.PAUSED})
_BREATH_MS = 1
"""Between two parts that are stored, for whatever else the window has to do; 0 lets two follow."""
_PROGRESS_MS = 100


class Job(QObject):
    """One piece of work; `progressed` after each batch, `ended` when nothing more will come."""

    progressed = Signal()
    ended = Signal()
    _came = Signal(object)
    _stopped = Signal(object, bool)

    def __init__(self, session: Session, work: Work[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self.done = 0
        self.state = JobState.QUEUED
        self.fault: UserError | None = None
        self._session = session
        self._watch = Stopwatch()
        self._cancelled = threading.Event()
        self._turn = threading.Semaphore()
        self._parts: Iterator[Any] = iter(())
        self._worker = threading.Thread(target=self._produce, daemon=True)
        self._came.connect(self._take)
        self._stopped.connect(self._end)

    @property
    def title(self) -> str:
        """What is being done."""
        return self.work.title

    @property
    def total(self) -> int | None:
        """How many items there are, if that is known."""
        return self.work.total

    def seconds_left(self) -> float | None:
        """Estimate the time that is left, once there is something to go by; pauses do not count."""
        if not self.done or not self.total:
            return None
        return max(self._watch.seconds / self.done * (self.total - self.done), 0)

    def start(self) -> None:
        """Begin."""
        self.state = JobState.RUNNING
        self._watch.start()
        self._worker.start()

    def pause(self) -> None:
        """Stand still at the next step; batches that were made before are still stored."""
        if self.state is JobState.RUNNING:
            self.state = JobState.PAUSED
            self._watch.stop()
            self.work.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        if self.state is JobState.PAUSED:
            self.state = JobState.RUNNING
            self._watch.start()
            self.work.resume()

    def cancel(self) -> None:
        """Stop as soon as may be; what is stored stays."""
        waiting = self.state is JobState.QUEUED
        self.state = JobState.CANCELLED
        self._cancelled.set()
        self.work.stop()
        self._turn.release()
        if waiting:
            self.ended.emit()

    def wait(self) -> None:
        """Wait for the thread to end, and hear what it had to tell."""
        if self._worker.ident is not None:
            self._worker.join()
            # what came later would come to things that may be gone by then
            QCoreApplication.sendPostedEvents(self)

    def _produce(self) -> None:
        fault, complete = None, False
        # every `produce` is a generator, and closing it is how work is cancelled
        batches = cast(Generator[Any, None, None], self.work.produce())
        try:
            for batch in batches:
                # the next batch is made meanwhile; more would hold the window when they come
                self._wait_turn()
                self._came.emit(batch)
                self.work.rest()
                if self._cancelled.is_set():
                    break
            complete = not self._cancelled.is_set()
        except UserError as error:
            fault = error
        finally:
            batches.close()
            self._wait_turn()
            self._stopped.emit(fault, complete)

    def _wait_turn(self) -> None:
        """Wait until what came is stored, if it will be."""
        if not self._cancelled.is_set():
            self._turn.acquire()

    def _take(self, batch: object) -> None:
        self._parts = iter(self.work.parts(batch))
        self._store_next()

    def _store_next(self) -> None:
        if self.state not in _UNDER_WAY:
            return
        with self._faults_noted():
            part = next(self._parts, None)
            if part is None:
                self._turn.release()
                return
            QTimer.singleShot(_BREATH_MS, self, self._store_next)
            self._tell(self.work.store(part))
            self.done += self.work.size(part)
            self.progressed.emit()

    @contextmanager
    def _faults_noted(self) -> Iterator[None]:
        try:
            yield
        except UserError as error:
            self._fail(error)
        except Exception:
            # a bug, which the crash dialog shows: nothing more is stored
            self._fail(None)
            raise

    def _tell(self, changes: Changes) -> None:
        if changes:
            self._session.changed.emit(changes)

    def _fail(self, error: UserError | None) -> None:
        self.cancel()
        self.fault = error
        self.state = JobState.FAILED

    def _end(self, fault: UserError | None, complete: bool) -> None:  # noqa: FBT001 (a slot)
        try:
            self._conclude(fault, complete=complete)
        finally:
            self.ended.emit()

    def _conclude(self, fault: UserError | None, *, complete: bool) -> None:
        if fault is not None:
            self._fail(fault)
        elif self.state in _UNDER_WAY:
            # a job that stopped short without a fault has met a bug, which the crash dialog shows
            self.state = JobState.FINISHED if complete else JobState.FAILED
            with self._faults_noted():
                self._tell(self.work.finish() if complete else Changes())


class Jobs(QObject):
    """Runs one job at a time, the others wait.

    `changed` when something is to be shown anew; `ended` carries the JobResult of a job.
    """

    changed = Signal()
    ended = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting: list[Job] = []
        self.current: Job | None = None

    def add(self, work: Work[Any], tell: Callable[[Job], JobResult]) -> Job:
        """Do this work as soon as what came before is through; `tell` says what became of it."""
        job = Job(self._session, work, self)
        job.progressed.connect(Pacing(self.changed.emit, _PROGRESS_MS, job).ask)
        job.ended.connect(lambda: self._end(job, tell))
        self.waiting.append(job)
        self._next()
        return job

    def pause_or_resume(self) -> None:
        """Let the running job stand still, or go on after its pause."""
        if self.current is None:
            return
        if self.current.state is JobState.PAUSED:
            self.current.resume()
        else:
            self.current.pause()
        self.changed.emit()

    def cancel(self) -> None:
        """Cancel the running job."""
        if self.current is not None:
            self.current.cancel()

    def close(self) -> None:
        """Cancel all jobs and wait for their threads."""
        for job in tuple(self.waiting):
            job.cancel()
        if self.current is not None:
            self.current.cancel()
            self.current.wait()

    def _next(self) -> None:
        if self.current is None and self.waiting:
            self.current = self.waiting.pop(0)
            self.current.start()
        self.changed.emit()

    def _end(self, job: Job, tell: Callable[[Job], JobResult]) -> None:
        if job in self.waiting:
            self.waiting.remove(job)
        if job is self.current:
            self.current = None
        self.ended.emit(tell(job))
        job.deleteLater()
        self._next()
