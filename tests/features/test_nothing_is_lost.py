"""`kill -9` at random moments takes nothing that was shown as done."""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import annotator
from annotator.domain import Verdict

MOMENTS = 50
WORKER = Path(__file__).with_name("coder_at_work.py")
VERDICTS = {
    "accept": Verdict.ACCEPTED,
    "reject": Verdict.REJECTED,
    "skip": Verdict.SKIPPED,
}


def _kill_at(path: Path, seconds: float, seed: int) -> list[list[str]]:
    """Let a coder work for some time, kill the process, and give what it had reported."""
    command = [sys.executable, str(WORKER), str(path), str(seed)]
    environment = {"PYTHONPATH": f"{Path.cwd()}:{Path.cwd() / 'tests'}"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        time.sleep(seconds)
        worker.kill()
        said = worker.stdout.read()
    # The last line may have been cut off in the middle; then nobody was shown it.
    return [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]


def _check(path: Path, said: list[list[str]]) -> int:
    with annotator.open_project(path) as project:
        assert project.check().is_sound
        for what, *rest in said:
            if what == "imported":
                assert project.articles.count() >= int(rest[0])
            elif what == "extracted":
                assert project.suggestions.is_extracted(int(rest[0]))
            elif what == "decided":
                decision = project.suggestions.decision(int(rest[0]))
                assert decision is not None
                assert decision.verdict is VERDICTS[rest[1]]
            else:
                assert project.statements.get(int(rest[0])).type == "policy"
        while project.undo_name:
            project.undo()
        assert project.articles.count() == 0
    return len(said)


@pytest.mark.parametrize("part", range(5))
def test_a_kill_takes_nothing_that_was_shown_as_done(part: int, tmp_path: Path) -> None:
    pick = random.Random(part)
    waits = [pick.uniform(0.0, 0.4) for _number in range(MOMENTS // 5)]
    paths = [tmp_path / f"{number}.anno" for number in range(len(waits))]
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(_kill_at, paths, waits, range(len(waits))))
    reported = sum(map(_check, paths, said))
    assert reported > 0
