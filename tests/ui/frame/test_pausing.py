"""Long work stands still when it is asked to, and goes on where it stopped."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import Include
from annotator.settings import Settings, ThemeChoice
from annotator.ui.job_bar import JobBar
from annotator.ui.jobs import Job, Jobs, JobState
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session
from annotator.ui.stopwatch import Stopwatch
from annotator.workflows.exporting import Export, Wanted
from annotator.workflows.extracting import Extract
from annotator.workflows.importing import ImportArticles
from ui.frame.counting import Counting, told

LEFT = Qt.MouseButton.LeftButton


class Clock:
    """Shows the time that a test gives it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock by which jobs go."""
    clock = Clock()
    monkeypatch.setattr("annotator.ui.jobs.Stopwatch", lambda: Stopwatch(clock))
    return clock


@pytest.fixture
def jobs(session: Session) -> Iterator[Jobs]:
    jobs = Jobs(session)
    yield jobs
    jobs.close()


def paused_at_two(qtbot: QtBot, session: Session, jobs: Jobs) -> tuple[Job, Counting]:
    """A job that stored two of five numbers, and whose third was being made when it was paused."""
    work = Counting(session, 5)
    work.gate = threading.Semaphore(2)
    job = jobs.add(work, told)
    qtbot.waitUntil(lambda: job.done == 2)
    jobs.pause_or_resume()
    work.gate.release(3)
    return job, work


def test_a_paused_job_keeps_what_is_being_made_and_makes_no_more(
    qtbot: QtBot, session: Session, jobs: Jobs
) -> None:
    job, work = paused_at_two(qtbot, session, jobs)
    qtbot.waitUntil(lambda: job.done == 3)
    with qtbot.assertNotEmitted(job.progressed, wait=100):
        pass
    with qtbot.waitSignal(jobs.ended) as ended:
        jobs.pause_or_resume()
    assert ended.args[0].text == "5 counted, JobState.FINISHED"
    assert work.stored == [0, 1, 2, 3, 4]
    assert work.finished


def test_a_paused_job_can_be_cancelled(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    job, work = paused_at_two(qtbot, session, jobs)
    qtbot.waitUntil(lambda: job.done == 3)
    with qtbot.waitSignal(jobs.ended):
        jobs.cancel()
    assert (job.state, work.stored, work.closed) == (JobState.CANCELLED, [0, 1, 2], True)
    assert jobs.current is None


def test_no_button_moves_under_the_mouse_when_a_job_is_paused(
    qtbot: QtBot, session: Session, jobs: Jobs
) -> None:
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    bar.resize(1280, 40)
    bar.show()
    job, work = paused_at_two(qtbot, session, jobs)
    qtbot.waitUntil(lambda: job.done == 3)
    buttons = {button.text(): button for button in bar.findChildren(QPushButton)}
    pause, cancel = buttons["Continue"], buttons["Cancel"]
    bar.layout().activate()
    places = pause.geometry(), cancel.geometry()
    work.gate = threading.Semaphore(0)
    qtbot.mouseClick(pause, LEFT)
    assert pause.text() == "Pause"
    bar.layout().activate()
    assert (pause.geometry(), cancel.geometry()) == places
    jobs.cancel()
    work.gate.release(5)


def test_the_window_closes_over_a_paused_job(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    _job, work = paused_at_two(qtbot, session, jobs)
    jobs.close()
    assert work.closed


def test_jobs_that_wait_go_on_waiting(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    paused_at_two(qtbot, session, jobs)
    waiting = jobs.add(Counting(session, 1), told)
    assert waiting.state is JobState.QUEUED
    with qtbot.waitSignals([jobs.ended, jobs.ended]):
        jobs.pause_or_resume()


def test_a_pause_is_no_part_of_the_time_left(
    qtbot: QtBot, session: Session, jobs: Jobs, clock: Clock
) -> None:
    work = Counting(session, 5)
    work.gate = threading.Semaphore(2)
    job = jobs.add(work, told)
    qtbot.waitUntil(lambda: job.done == 2)
    clock.now += 20
    assert job.seconds_left() == 30
    jobs.pause_or_resume()
    clock.now += 3600
    jobs.pause_or_resume()
    assert job.seconds_left() == 30
    clock.now += 2
    assert job.seconds_left() == 33
    work.gate.release(3)


def test_a_paused_import_goes_on_as_one_step(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    drafts = [factories.article_draft(f"Firm {n} 🐝 hired {n} people.") for n in range(2600)]
    job = jobs.add(ImportArticles(session.project, drafts), told)
    job.progressed.connect(jobs.pause_or_resume, Qt.ConnectionType.SingleShotConnection)
    with qtbot.assertNotEmitted(jobs.ended, wait=300):
        pass
    assert 12 < session.project.articles.count() == 12 + job.done < 2612
    with qtbot.waitSignal(jobs.ended):
        jobs.pause_or_resume()
    assert session.project.articles.count() == 2612
    session.undo()
    assert session.project.articles.count() == 12


def test_a_paused_extraction_goes_on_with_the_articles_that_are_left(
    qtbot: QtBot, session: Session, jobs: Jobs
) -> None:
    job = jobs.add(Extract(session.project), told)
    jobs.pause_or_resume()
    qtbot.waitUntil(lambda: job.done == 8, timeout=60_000)
    # the process has the other four at hand by now
    with qtbot.assertNotEmitted(job.progressed, wait=300):
        pass
    with qtbot.waitSignal(jobs.ended, timeout=60_000):
        jobs.pause_or_resume()
    assert session.project.status().extracted == 12


@pytest.mark.parametrize("cancelled", [False, True])
def test_a_paused_export_writes_nothing_until_it_goes_on(
    qtbot: QtBot, session: Session, jobs: Jobs, tmp_path: Path, *, cancelled: bool
) -> None:
    path, is_resting = tmp_path / "out.jsonl", threading.Event()

    class RestingExport(Export):
        def rest(self) -> None:
            is_resting.set()
            super().rest()

    jobs.add(RestingExport(session.project, Wanted("jsonl", path, Include.ACCEPTED, "")), told)
    jobs.pause_or_resume()
    qtbot.waitUntil(is_resting.is_set)
    with qtbot.assertNotEmitted(jobs.ended, wait=200):
        pass
    assert not path.exists()
    with qtbot.waitSignal(jobs.ended):
        (jobs.cancel if cancelled else jobs.pause_or_resume)()
    assert path.exists() is not cancelled


def bar_of(window: MainWindow) -> JobBar:
    bar = window.findChild(JobBar)
    assert bar is not None
    return bar


def shown(bar: JobBar) -> set[str]:
    return {label.text() for label in bar.findChildren(QLabel) if label.isVisible()}


def button(bar: JobBar, text: str) -> QPushButton:
    buttons = bar.findChildren(QPushButton)
    return next(each for each in buttons if each.text() == text and each.isVisible())


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[MainWindow]:
    window = MainWindow(session, Settings(theme=ThemeChoice.LIGHT))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window)
    yield window
    window.close()


def test_a_click_pauses_and_a_key_goes_on(
    qtbot: QtBot, session: Session, window: MainWindow
) -> None:
    jobs, bar = window.desk.jobs, bar_of(window)
    work = Counting(session, 3)
    work.gate = threading.Semaphore(1)
    job = jobs.add(work, told)
    qtbot.waitUntil(lambda: job.done == 1)
    qtbot.mouseClick(button(bar, "Pause"), LEFT)
    assert "1 of 3 · paused" in shown(bar)
    assert button(bar, "Continue").toolTip() == "Go on where it stopped (Ctrl+J)"
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert button(bar, "Pause").isVisible()
    with qtbot.waitSignal(jobs.ended):
        work.gate.release(2)


def test_a_paused_job_is_cancelled_by_its_button(
    qtbot: QtBot, session: Session, window: MainWindow
) -> None:
    jobs, bar = window.desk.jobs, bar_of(window)
    jobs.add(Counting(session, 3), told)
    qtbot.mouseClick(button(bar, "Pause"), LEFT)
    with qtbot.waitSignal(jobs.ended):
        qtbot.mouseClick(button(bar, "Cancel"), LEFT)
    assert jobs.current is None


@pytest.mark.parametrize("key", ["pause_job", "cancel_job"])
def test_with_nothing_running_that_is_said(window: MainWindow, key: str) -> None:
    window.menus.trigger(key)
    assert window.banner.text == "Nothing is running in the background."
