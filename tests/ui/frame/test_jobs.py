"""Long work runs on a thread, is stored on the window's, and can be cancelled."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.domain import Changes, Kind
from annotator.errors import UnreadableFile, UserError
from annotator.ui.job_bar import JobBar, duration
from annotator.ui.job_results import JobResult
from annotator.ui.jobs import Job, Jobs, JobState
from annotator.ui.session import Session
from annotator.workflows import Work
from ui.frame.counting import Counting, told


@pytest.fixture
def jobs(session: Session) -> Iterator[Jobs]:
    jobs = Jobs(session)
    yield jobs
    jobs.close()


def test_work_is_made_elsewhere_and_stored_here(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    work = Counting(session, 5)
    touched: list[Changes] = []
    session.changed.connect(touched.append)
    with qtbot.waitSignal(jobs.ended) as ended:
        jobs.add(work, told)
    assert ended.args[0].text == "5 counted, JobState.FINISHED"
    assert work.stored == [0, 1, 2, 3, 4]
    assert work.stored_on == {threading.get_ident()}
    assert work.made_on.isdisjoint(work.stored_on)
    assert all(changes.touches(Kind.ARTICLE) for changes in touched)
    assert work.finished


def test_what_was_stored_before_a_cancel_stays(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    work = Counting(session, 100)
    work.gate = threading.Semaphore(2)
    job = jobs.add(work, told)
    qtbot.waitUntil(lambda: job.done == 2)
    with qtbot.waitSignal(jobs.ended):
        job.cancel()
        work.gate.release()
    assert work.stored == [0, 1]
    assert work.closed
    assert not work.finished
    assert session.project.articles.count() == 14


def test_a_fault_ends_the_job_and_keeps_what_came_before(
    qtbot: QtBot, session: Session, jobs: Jobs
) -> None:
    faults: list[UserError | None] = []
    work = Counting(session, 5, fault_at=3)

    def tell(job: Job) -> JobResult:
        faults.append(job.fault)
        return told(job)

    with qtbot.waitSignal(jobs.ended) as ended:
        jobs.add(work, tell)
    assert ended.args[0].text == "3 counted, JobState.FAILED"
    assert str(faults[0]) == "No more numbers."
    assert not work.finished


class Broken(Counting):
    """Meets a bug where it parts or stores the second number, or where it ends."""

    def __init__(self, session: Session, where: str) -> None:
        super().__init__(session, 5)
        self.where = where

    def parts(self, batch: int) -> Iterator[int]:
        yield self._met("parts", batch)

    def store(self, batch: int) -> Changes:
        return super().store(self._met("store", batch))

    def finish(self) -> Changes:
        self._met("finish", 1)
        return Changes()

    def _met(self, where: str, batch: int) -> int:
        if where == self.where and batch == 1:
            raise ZeroDivisionError("a bug")
        return batch


@pytest.mark.parametrize(
    ("where", "stored"), [("parts", [0]), ("store", [0]), ("finish", [0, 1, 2, 3, 4])]
)
def test_a_bug_in_storing_ends_the_job_and_reaches_the_crash_dialog(
    qtbot: QtBot, session: Session, jobs: Jobs, where: str, stored: list[int]
) -> None:
    work = Broken(session, where)
    with qtbot.captureExceptions() as bugs, qtbot.waitSignal(jobs.ended) as ended:
        job = jobs.add(work, told)
    assert [kind for kind, _error, _trace in bugs] == [ZeroDivisionError]
    assert ended.args[0].text.endswith("JobState.FAILED")
    assert (job.fault, work.stored, work.closed) == (None, stored, True)
    with qtbot.waitSignal(jobs.ended):
        jobs.add(Counting(session, 1), told)


def test_a_second_job_waits_for_the_first(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    first, second = Counting(session, 3), Counting(session, 2)
    jobs.add(first, told)
    waiting = jobs.add(second, told)
    assert waiting.state is JobState.QUEUED
    with qtbot.waitSignals([jobs.ended, jobs.ended]):
        pass
    assert (first.stored, second.stored) == ([0, 1, 2], [0, 1])


def test_a_waiting_job_can_be_cancelled(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    first, second = Counting(session, 3), Counting(session, 2)
    jobs.add(first, told)
    jobs.add(second, told).cancel()
    assert jobs.waiting == []
    with qtbot.waitSignal(jobs.ended):
        pass
    assert second.stored == []


def test_closing_ends_the_threads(session: Session, jobs: Jobs) -> None:
    work = Counting(session, 100)
    jobs.add(work, told)
    jobs.close()
    assert work.closed


class InParts(Work[list[int]]):
    """Makes all numbers at once, and stores them one by one."""

    title = "Count"

    def __init__(self) -> None:
        super().__init__()
        self.stored: list[int] = []
        self.finished = False

    def produce(self) -> Iterator[list[int]]:
        yield [0, 1, 2]
        yield [3, 4]

    def parts(self, batch: list[int]) -> Iterator[list[int]]:
        return ([number] for number in batch)

    def store(self, batch: list[int]) -> Changes:
        self.stored += batch
        return Changes()

    def size(self, batch: list[int]) -> int:
        return len(batch)

    def finish(self) -> Changes:
        assert self.stored == [0, 1, 2, 3, 4]
        self.finished = True
        return Changes()


def test_the_window_goes_on_between_the_parts_of_a_batch(qtbot: QtBot, jobs: Jobs) -> None:
    work = InParts()
    seen: list[int] = []
    looking = QTimer(interval=0)
    looking.timeout.connect(lambda: seen.append(len(work.stored)))
    looking.start()
    with qtbot.waitSignal(jobs.ended) as ended:
        jobs.add(work, told)
    assert ended.args[0].text == "5 counted, JobState.FINISHED"
    assert {1, 2, 3, 4} <= set(seen)
    assert work.finished


def test_a_job_is_cancelled_between_two_parts(qtbot: QtBot, jobs: Jobs) -> None:
    work = InParts()
    job = jobs.add(work, told)
    job.progressed.connect(lambda: job.cancel() if job.done == 2 else None)
    with qtbot.waitSignal(jobs.ended) as ended:
        pass
    assert ended.args[0].text == "2 counted, JobState.CANCELLED"
    assert (work.stored, work.finished) == ([0, 1], False)


class Waiting(Work[int]):
    """Makes nothing until it is stopped."""

    title = "Wait"
    was_stopped = False

    def produce(self) -> Iterator[int]:
        self.was_stopped = self.stopped.wait(timeout=30)
        yield 1

    def store(self, batch: int) -> Changes:
        raise AssertionError(batch)

    def size(self, batch: int) -> int:
        return batch


def test_closing_does_not_wait_for_the_next_batch(jobs: Jobs) -> None:
    work = Waiting()
    jobs.add(work, told)
    jobs.close()
    assert work.was_stopped


def texts(bar: JobBar) -> set[str]:
    return {label.text() for label in bar.findChildren(QLabel) if not label.isHidden()}


def test_the_bar_tells_of_progress_and_result(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    work = Counting(session, 4)
    work.gate = threading.Semaphore(2)
    jobs.add(work, told)
    assert "Count" in texts(bar)
    qtbot.waitUntil(lambda: any(text.startswith("2 of 4") for text in texts(bar)))
    with qtbot.waitSignal(jobs.ended):
        work.gate.release(2)
    assert "4 counted, JobState.FINISHED" in texts(bar)
    assert buttons(bar)["Show"].isHidden()


def test_a_job_makes_the_bar_no_higher(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    before = bar.sizeHint().height()
    jobs.add(Counting(session, 1), told)
    assert not buttons(bar)["Pause"].isHidden()
    assert bar.sizeHint().height() == before


def test_failures_can_be_looked_at(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    work = Counting(session, 1)
    work.failures.append(UnreadableFile("a.txt", "the file is empty."))
    with qtbot.waitSignal(jobs.ended):
        jobs.add(work, told)
    assert not buttons(bar)["Show"].isHidden()


def test_new_articles_are_offered_until_they_were_shown(
    qtbot: QtBot, session: Session, jobs: Jobs
) -> None:
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    with qtbot.waitSignal(jobs.ended):
        jobs.add(Counting(session, 1), lambda _job: JobResult("2 imported", new_articles=(7, 8)))
    go = buttons(bar)["Go to the first"]
    assert not go.isHidden()
    with qtbot.waitSignal(bar.articles_asked) as asked:
        go.click()
    assert asked.args == [(7, 8)]
    assert go.isHidden()


def buttons(bar: JobBar) -> dict[str, QPushButton]:
    return {button.text(): button for button in bar.findChildren(QPushButton)}


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "nearly done"),
        (1.2, "1 second left"),
        (42, "42 seconds left"),
        (130, "2 minutes left"),
    ],
)
def test_time_left_is_said_as_a_reader_would(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_what_a_job_had_to_tell_is_heard_before_closing_ends(
    qtbot: QtBot, session: Session, jobs: Jobs
) -> None:
    work = Counting(session, 5)
    work.gate = threading.Semaphore(2)
    job = jobs.add(work, told)
    qtbot.waitUntil(lambda: job.done == 2)
    results: list[JobResult] = []
    jobs.ended.connect(results.append)
    work.gate.release(3)
    jobs.close()
    assert [result.text for result in results] == ["2 counted, JobState.CANCELLED"]
    assert jobs.current is None
