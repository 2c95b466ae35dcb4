"""The ids of a list are found on a thread, whose trouble is told like any other."""

import threading
from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from annotator.domain import ArticleFilter
from annotator.errors import Interrupted, ProjectMissing
from annotator.project import Project
from annotator.ui.article_ids import ArticleIds
from annotator.ui.row_ids import RowIds
from annotator.ui.session import Session

ENDLESS = (
    "WITH RECURSIVE numbers (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM numbers)"
    " SELECT max(id) FROM numbers"
)


class Sorted(RowIds[str]):
    """Finds one row where it is asked for it, else none before all are sorted, which never ends."""

    def __init__(self, project: Project) -> None:
        self.is_sorting = threading.Event()
        self.was_interrupted = threading.Event()
        super().__init__(project)

    def find(self, reader: Project, wanted: str) -> Iterator[int]:
        if wanted == "one":
            yield 1
            return
        self.is_sorting.set()
        try:
            yield from (row[0] for row in reader._db.stream(ENDLESS))
        except Interrupted:
            self.was_interrupted.set()
            raise


def test_a_file_that_is_gone_is_told_to_each_who_asks(qtbot: QtBot, session: Session) -> None:
    path = session.project.path
    aside = path.rename(path.with_suffix(".aside"))
    ids = ArticleIds(session.project)
    for _time in range(2):
        with qtbot.waitSignal(ids.failed) as failed:
            ids.ask(ArticleFilter())
        assert isinstance(failed.args[0], ProjectMissing)
    ids.close()
    aside.rename(path)


def test_another_question_cuts_off_what_is_still_being_sorted(
    qtbot: QtBot, session: Session
) -> None:
    ids = Sorted(session.project)
    failed: list[object] = []
    ids.failed.connect(failed.append)
    ids.ask("all")
    assert ids.is_sorting.wait(5)
    with qtbot.waitSignal(ids.finished):
        ids.ask("one")
    assert ids.was_interrupted.is_set()
    assert failed == []
    ids.close()


def test_closing_does_not_wait_for_what_is_being_sorted(session: Session) -> None:
    ids = Sorted(session.project)
    ids.ask("all")
    assert ids.is_sorting.wait(5)
    ids.close()
    assert ids.was_interrupted.is_set()
    assert not ids._worker.is_alive()
