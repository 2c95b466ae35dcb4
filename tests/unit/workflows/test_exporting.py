"""An export tells how far it is, and leaves a whole file or what stood there before."""

import multiprocessing
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain import Include
from annotator.errors import CannotWrite
from annotator.processes import ProcessStopped
from annotator.project import Project
from annotator.workflows import run
from annotator.workflows.exporting import EXPORT_FORMATS, Export, Wanted, export
from factories import article_draft


@pytest.fixture
def filled(project: Project) -> Project:
    project.articles.add([article_draft(f"Firm {n} 🐝 raised €{n}m.") for n in range(120)])
    return project


def _export(project: Project, path: Path, key: str = "jsonl") -> Export:
    return Export(project, Wanted(key, path, Include.ACCEPTED, ""))


@pytest.mark.parametrize("key", EXPORT_FORMATS)
def test_progress_counts_every_article(filled: Project, tmp_path: Path, key: str) -> None:
    told: list[int] = []
    work = _export(filled, tmp_path / "out", key)
    assert run(work, told.append).done == work.total == filled.articles.count()
    assert told[0] < filled.articles.count()
    assert work.exported is not None
    assert work.exported.path.stat().st_size > 0


def test_the_work_writes_what_the_plain_call_does(filled: Project, tmp_path: Path) -> None:
    run(_export(filled, tmp_path / "work.jsonl"))
    export(filled, "jsonl", tmp_path / "call.jsonl")
    assert (tmp_path / "work.jsonl").read_bytes() == (tmp_path / "call.jsonl").read_bytes()


@pytest.mark.parametrize("key", EXPORT_FORMATS)
def test_a_stopped_export_leaves_what_stood_there(
    filled: Project, tmp_path: Path, key: str
) -> None:
    path = tmp_path / "out"
    path.write_text("before")
    there = set(tmp_path.iterdir())
    work = _export(filled, path, key)
    work.stop()
    assert run(work).done == 0
    assert (path.read_text(), work.exported) == ("before", None)
    assert set(tmp_path.iterdir()) == there


def test_an_export_left_midway_leaves_no_half_file(filled: Project, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    work = _export(filled, path)
    with closing(work.produce()) as batches:  # type: ignore[type-var] # a generator
        next(batches)
    assert not path.exists()
    assert not list(tmp_path.glob(".*.part"))


def test_a_place_that_cannot_be_written_is_told(filled: Project, tmp_path: Path) -> None:
    work = _export(filled, tmp_path / "no such folder" / "out.jsonl")
    with pytest.raises(CannotWrite):
        run(work)
    assert work.exported is None


def test_a_process_that_is_killed_leaves_no_half_file(filled: Project, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    batches = _export(filled, path).produce()
    next(batches)
    [child] = multiprocessing.active_children()
    assert list(tmp_path.glob(".*.part"))
    child.kill()
    with pytest.raises(ProcessStopped):
        next(batches)
    assert not path.exists()
    assert not list(tmp_path.glob(".*.part"))
