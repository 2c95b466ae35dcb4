"""The ids of a list are found on a thread, whose trouble is told like any other."""

from pytestqt.qtbot import QtBot

from annotator.domain import ArticleFilter
from annotator.errors import ProjectMissing
from annotator.ui.article_ids import ArticleIds
from annotator.ui.session import Session


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
