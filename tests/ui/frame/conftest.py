"""A project with a few articles, and a session that holds it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import ArticleDraft
from annotator.project import create_project
from annotator.ui.session import Session


def numbered(number: int) -> ArticleDraft:
    return factories.article_draft(
        f"Firm {number} 🐝 raised €{number}m from Zoe\u0301’s fund.",
        title=f"Title {number}",
        source="The Wire" if number % 2 else "Die Zeitung",
        published=date(2025, 1, number) if number % 3 else None,
        language="en",
    )


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    del qtbot  # an application must be there first
    session = Session()
    path = tmp_path / "Funding watch.anno"
    project = create_project(path, codebook=factories.codebook(), coder="Zoë")
    project.articles.add([numbered(number) for number in range(1, 13)])
    session.show_project(project)
    yield session
    session.show_project(None)
