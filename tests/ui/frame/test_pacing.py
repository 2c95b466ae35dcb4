"""What many small changes ask for is done now and then."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

import factories
from annotator.settings import Settings
from annotator.ui.article_list import ArticleList
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.pacing import Pacing
from annotator.ui.session import Session


@pytest.fixture
def done() -> list[int]:
    return []


def test_it_is_done_at_once_and_again_for_all_that_was_asked_meanwhile(
    qtbot: QtBot, done: list[int]
) -> None:
    owner = QObject()
    pacing = Pacing(lambda: done.append(1), 20, owner)
    for _time in range(5):
        pacing.ask()
    assert len(done) == 1
    qtbot.waitUntil(lambda: len(done) == 2)
    qtbot.wait(60)
    assert len(done) == 2


def test_what_was_dropped_is_not_done(qtbot: QtBot, done: list[int]) -> None:
    owner = QObject()
    pacing = Pacing(lambda: done.append(1), 20, owner)
    pacing.ask()
    pacing.ask()
    pacing.drop()
    qtbot.wait(60)
    assert len(done) == 1


def test_the_list_follows_articles_that_come_in_quickly(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    reload = ArticlePanel._reload

    def counted(panel: ArticlePanel) -> None:
        read.append(1)
        reload(panel)

    monkeypatch.setattr(ArticlePanel, "_reload", counted)
    panel = ArticlePanel(session, Settings())
    qtbot.addWidget(panel)
    for number in range(20):
        draft = factories.article_draft(f"Firm {number} hired people.")
        session.changed.emit(session.project.articles.add([draft]))
    qtbot.waitUntil(lambda: panel.findChild(ArticleList).model().rowCount() == 32)
    assert len(read) < 5
    panel.close_reader()
