"""Work off the window's thread."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from pytestqt.qtbot import QtBot

from annotator.errors import InvalidInput
from annotator.ui.background import Background
from annotator.ui.reading import Reading
from annotator.ui.session import Session


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    del qtbot  # an application must be there first
    worker = ThreadPoolExecutor(1)
    yield Background(worker)
    worker.shutdown()


def test_the_result_comes_back_on_the_thread_of_the_window(
    background: Background, qtbot: QtBot
) -> None:
    threads: list[int] = []
    background.done.connect(lambda _result: threads.append(threading.get_ident()))
    with qtbot.waitSignal(background.done) as done:
        background.run(threading.get_ident)
    assert done.args[0] != threading.get_ident()
    assert threads == [threading.get_ident()]
    assert not background.busy


def test_only_the_latest_work_is_told_of(background: Background, qtbot: QtBot) -> None:
    gate = threading.Event()
    results: list[object] = []
    background.done.connect(results.append)
    background.run(gate.wait)
    with qtbot.waitSignal(background.done):
        background.run(lambda: "second")
        gate.set()
    assert results == ["second"]


def test_a_user_error_is_told_of_and_nothing_is_done(background: Background, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise InvalidInput("No.")

    with qtbot.waitSignal(background.failed) as failed, qtbot.assertNotEmitted(background.done):
        background.run(refuse)
    assert failed.args[0].sentence == "No."


def test_a_bug_is_raised_in_the_window(background: Background, qtbot: QtBot) -> None:
    def stumble() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        background.run(stumble)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_a_question_is_answered_from_a_connection_of_its_own(
    session: Session, qtbot: QtBot
) -> None:
    reading = Reading(session)
    with qtbot.waitSignal(reading.done) as done:
        reading.ask(lambda project: (project is session.project, project.status().articles))
    assert done.args[0] == (False, 2)


def test_what_has_not_begun_is_dropped_without_a_word(background: Background, qtbot: QtBot) -> None:
    gate = threading.Event()
    begun: list[str] = []
    background.run(gate.wait)
    background.run(lambda: begun.append("second"))
    with qtbot.assertNotEmitted(background.done):
        background.drop()
        gate.set()
    assert not background.busy
    assert begun == []
