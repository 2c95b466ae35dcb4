"""A window with one extracted article and one over which no pipeline has been."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import EntityLabel, Kind, StatementDraft, SuggestionDraft
from annotator.project import Project, create_project
from annotator.settings import Settings, ThemeChoice
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session
from ui.workbench.analyst import Analyst

TEXT = f"{factories.TEXT}Parliament should adopt the AI Act 🏛️ soon.\n"
FUNDING, COMPETITOR = "France gives Mistral\u00a0AI €2bn", "Mistral is ahead of OpenAI"


def funding() -> StatementDraft:
    values = (factories.filler("funder", "France"), factories.two_billion())
    return factories.statement_draft(FUNDING, values=values)


def suggestions() -> list[SuggestionDraft]:
    """Five, in the order in which the stream goes through them."""
    contents = (
        funding(),
        factories.mention_draft("France", label=EntityLabel.GPE),
        factories.mention_draft("Mistral\u00a0AI"),
        factories.statement_draft(COMPETITOR, type="competitor"),
        factories.claim_draft(COMPETITOR),
    )
    return [
        SuggestionDraft(content=content, score=0.74, evidence="“gives” with a sum")
        for content in contents
    ]


def fill(project: Project) -> None:
    drafts = [
        factories.article_draft("Nothing was found here."),
        factories.article_draft(TEXT, source="Le Monde", url="https://news.example/mistral"),
    ]
    added = project.articles.add(drafts).added[Kind.ARTICLE]
    run = project.suggestions.start_run("en_rules", "1")
    project.suggestions.store(run, {added[1]: suggestions()})
    project.suggestions.finish_run(run)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))


@pytest.fixture
def analyst(qtbot: QtBot, tmp_path: Path) -> Iterator[Analyst]:
    """Someone at the window, whose focus is in the text of the extracted article."""
    project = create_project(
        tmp_path / "Work.anno", codebook=factories.codebook(), coder="Zoe\u0301"
    )
    fill(project)
    session = Session()
    window = MainWindow(session, Settings(theme=ThemeChoice.LIGHT))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitActive(window)
    session.show_project(project)
    newest = next(iter(project.articles.ids()))
    qtbot.waitUntil(lambda: session.article_id == newest)
    someone = Analyst(window, qtbot)
    someone.view.setFocus()
    qtbot.waitUntil(someone.view.hasFocus)
    yield someone
    window.close()
