"""Work in a process of its own tells how far it is, and ends with whoever listens to it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import CannotWrite, PipelineCannotLearn, TooFewDecisions
from annotator.paths import replacing
from annotator.processes import ProcessStopped, Tell, told
from annotator.processes.child import portable

ROOT = Path(__file__).parents[2]


def count(tell: Tell, to: int) -> None:
    """Tells the id of the process and then numbers."""
    tell(os.getpid())
    for number in range(to):
        tell(number)


def write_slowly(tell: Tell, path: Path) -> None:
    """Writes a line, tells of it, and so on without an end."""
    with replacing(path) as part, part.open("w") as lines:
        while True:
            lines.write("line\n")
            lines.flush()
            tell("written")


def dawdle(tell: Tell, path: Path) -> None:
    """Begins a file, tells of it and then nothing more."""
    with replacing(path) as part:
        part.touch()
        tell("begun")
        while True:
            time.sleep(0.01)


def fail(tell: Tell, path: Path) -> None:
    """Tells something before it fails."""
    tell("begun")
    raise CannotWrite(path, "the disk is full")


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def test_work_goes_on_elsewhere_and_tells_in_order() -> None:
    process_id, *numbers = told(count, 3)
    assert process_id != os.getpid()
    assert numbers == [0, 1, 2]


def test_work_that_nobody_listens_to_clears_away_what_it_has_begun(tmp_path: Path) -> None:
    with closing(told(write_slowly, tmp_path / "out.txt")) as news:
        assert [next(news), next(news)] == ["written", "written"]
        [part] = tmp_path.iterdir()
        assert part.read_text() == "line\n" * 2
    assert list(tmp_path.iterdir()) == []


def test_work_that_tells_nothing_is_ended_and_clears_away_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.processes.telling._PATIENCE", 0.1)
    monkeypatch.setattr("annotator.processes.spawned._PATIENCE", 0.1)
    stopped = threading.Event()
    heard = []
    for news in told(dawdle, tmp_path / "out.txt", stopped=stopped):
        heard.append(news)
        stopped.set()
    assert heard == ["begun"]
    assert list(tmp_path.iterdir()) == []


def test_what_the_work_raises_is_raised_here_with_its_traceback(tmp_path: Path) -> None:
    news = told(fail, tmp_path / "out.txt")
    assert next(news) == "begun"
    with pytest.raises(CannotWrite, match="the disk is full") as raised:
        next(news)
    assert raised.value.path == tmp_path / "out.txt"
    assert "in fail" in raised.value.__notes__[0]


def test_a_process_that_is_killed_is_told_in_one_sentence() -> None:
    news = told(count, 3)
    process_id = next(news)
    assert isinstance(process_id, int)
    os.kill(process_id, signal.SIGKILL)
    with pytest.raises(ProcessStopped, match="ended with code -9") as raised:
        list(news)
    assert raised.value.process_id == process_id


LISTENER = """
import sys
from pathlib import Path
from annotator.processes import told
from unit.test_processes import write_slowly
if __name__ == "__main__":
    for news in told(write_slowly, Path(sys.argv[1])):
        print(news, flush=True)
        sys.stdin.readline()
"""


def test_work_ends_and_clears_away_when_its_listener_is_killed(tmp_path: Path) -> None:
    script, folder = tmp_path / "listener.py", tmp_path / "out"
    script.write_text(LISTENER, "utf-8")
    folder.mkdir()
    with subprocess.Popen(
        [sys.executable, script, folder / "out.txt"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])},
    ) as listener:
        assert listener.stdout is not None
        listener.stdout.readline()
        [part] = folder.iterdir()
        listener.kill()
    deadline = time.monotonic() + 10
    while part.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert list(folder.iterdir()) == []


def test_an_error_of_the_users_comes_with_its_sentence_and_its_facts() -> None:
    error = portable(PipelineCannotLearn("fr_core_news_sm"))
    assert isinstance(error, PipelineCannotLearn)
    assert (error.name, error.sentence) == (
        "fr_core_news_sm",
        PipelineCannotLearn("fr_core_news_sm").sentence,
    )


def test_facts_given_by_keyword_come_too() -> None:
    error = portable(TooFewDecisions(to_learn=3, to_test=4, needed=(60, 20)))
    assert isinstance(error, TooFewDecisions)
    assert (error.to_learn, error.to_test) == (3, 4)
