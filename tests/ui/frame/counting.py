"""Work in small, which can be held back."""

import threading
from collections.abc import Iterator

import factories
from annotator.domain import Changes
from annotator.errors import InvalidInput
from annotator.ui.job_results import JobResult
from annotator.ui.jobs import Job
from annotator.ui.session import Session
from annotator.workflows import Work


class Counting(Work[int]):
    """Makes numbers; `gate` holds each one back until it is released."""

    title = "Count"

    def __init__(self, session: Session, total: int, *, fault_at: int = -1) -> None:
        super().__init__()
        self.total = total
        self.session = session
        self.fault_at = fault_at
        self.gate = threading.Semaphore(total)
        self.made_on: set[int] = set()
        self.stored_on: set[int] = set()
        self.stored: list[int] = []
        self.closed = False
        self.finished = False

    def produce(self) -> Iterator[int]:
        try:
            for number in range(self.total or 0):
                self.gate.acquire()
                self.made_on.add(threading.get_ident())
                if number == self.fault_at:
                    raise InvalidInput("No more numbers.")
                yield number
        finally:
            self.closed = True

    def store(self, batch: int) -> Changes:
        self.stored_on.add(threading.get_ident())
        self.stored.append(batch)
        draft = factories.article_draft(f"Number {batch}")
        return self.session.project.articles.add([draft])

    def size(self, batch: int) -> int:
        del batch
        return 1

    def finish(self) -> Changes:
        self.finished = True
        return Changes()


def told(job: Job) -> JobResult:
    return JobResult(f"{job.done} counted, {job.state}", tuple(job.work.failures))
