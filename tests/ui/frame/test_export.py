"""An export is a job like the others: none is lost, and what became of it is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.domain import Include
from annotator.settings import Settings
from annotator.ui.job_results import JobResult
from annotator.ui.jobs import Jobs
from annotator.ui.messages import Banner
from annotator.ui.session import Session
from annotator.ui.tasks import Tasks
from annotator.workflows.exporting import Wanted


class Place(QWidget):
    """Tasks with what they need around them, and the results of their jobs."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.jobs = Jobs(session, self)
        self.banner = Banner(self)
        self.tasks = Tasks(session, Settings(), self.jobs, self.banner, self)
        self.results: list[JobResult] = []
        self.jobs.ended.connect(self.results.append)

    def export(self, path: Path) -> None:
        """Ask for an export to that path."""
        self.tasks.export_as(Wanted("jsonl", path, Include.ALL, ""))


@pytest.fixture
def place(qtbot: QtBot, session: Session) -> Iterator[Place]:
    place = Place(session)
    qtbot.addWidget(place)
    yield place
    place.jobs.close()


def test_exports_asked_for_at_once_are_all_written(
    qtbot: QtBot, place: Place, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{name}.jsonl" for name in "abc"]
    for path in paths:
        place.export(path)
    qtbot.waitUntil(lambda: len(place.results) == len(paths))
    assert [len(path.read_text("utf-8").splitlines()) for path in paths] == [12, 12, 12]
    assert [result.text for result in place.results] == ["12 articles exported"] * 3
    assert str(paths[-1]) in place.banner.text


def test_a_cancelled_export_says_that_there_is_no_file(
    qtbot: QtBot, place: Place, tmp_path: Path
) -> None:
    place.export(tmp_path / "first.jsonl")
    place.export(tmp_path / "second.jsonl")
    place.jobs.waiting[0].cancel()
    assert place.results[0].text == "Export cancelled; no file was written"
    qtbot.waitUntil(lambda: len(place.results) == 2)
    assert not (tmp_path / "second.jsonl").exists()


def test_a_failed_export_says_why(qtbot: QtBot, place: Place, tmp_path: Path) -> None:
    with qtbot.waitSignal(place.jobs.ended):
        place.export(tmp_path / "no such folder" / "out.jsonl")
    [result] = place.results
    [failure] = result.failures
    assert result.text == "Export failed"
    assert place.banner.text == failure.sentence
