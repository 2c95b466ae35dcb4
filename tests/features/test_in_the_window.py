"""The analyst's main job in the window, with real keys and a real mouse, and a restart."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import annotator
from annotator.domain import Include, Modality, Polarity, StatementDraft, Verdict
from annotator.project import Status
from annotator.settings import Settings, ThemeChoice
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session
from annotator.ui.workbench.tag_bar import TagBar
from annotator.workflows.exporting import EXPORT_FORMATS, export
from annotator.workflows.importing import ImportArticles
from annotator.workflows.starting import new_project
from ui.workbench.analyst import Analyst

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ARTICLE = (
    "Norland backs Acme Labs\n\n"
    "🌍 The government of Norland will invest €2.5 billion in Acme Labs, said Zoe\u0301 Doe.\n"
    "Acme Labs lags behind its rivals OpenAI and Google in the market for chat programs.\n"
    "The European Commission adopted new rules for artificial intelligence on Monday.\n"
    "Nobody in the ministry wanted to say more about the plan than that.\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    article = tmp_path / "norland.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    path = tmp_path / "story.anno"
    with new_project(path, coder="Ada") as project:
        work = ImportArticles(project, [article])
        for batch in work.produce():
            work.store(batch)
    return path


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    window = _shown(qtbot, path)
    yield window
    window.close()


def _shown(qtbot: QtBot, path: Path) -> MainWindow:
    window = MainWindow(Session(), Settings(theme=ThemeChoice.LIGHT, coder="Ada"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitActive(window)
    assert window.projects.open(path)
    qtbot.waitUntil(lambda: window.session.article_id is not None)
    return window


def _extracted(qtbot: QtBot, window: MainWindow) -> Analyst:
    """Someone before an article over which the real pipeline went, in its own process."""
    assert window.desk is not None
    window.desk.tasks.extract_with()
    analyst = Analyst(window, qtbot)
    qtbot.waitUntil(lambda: analyst.stream.current is not None, timeout=60_000)
    analyst.view.setFocus()
    qtbot.waitUntil(analyst.view.hasFocus)
    return analyst


def _verdicts(analyst: Analyst) -> list[Verdict]:
    (article,) = analyst.project.corpus(texts=False)
    return [decision.verdict for decision in article.decisions]


def _status(path: Path) -> Status:
    with annotator.open_project(path, read_only=True) as project:
        return project.status()


def test_an_article_is_worked_through_by_keys_alone(qtbot: QtBot, window: MainWindow) -> None:
    analyst = _extracted(qtbot, window)
    keys = [KEY.Key_A, KEY.Key_R, KEY.Key_S]
    count = len(analyst.project.suggestions.pending(1))
    for number in range(count):
        assert analyst.stream.current is not None
        analyst.press(keys[number % 3])
    assert analyst.project.suggestions.pending(1) == ()
    assert len(_verdicts(analyst)) == count
    assert set(_verdicts(analyst)) == {Verdict.ACCEPTED, Verdict.REJECTED, Verdict.SKIPPED}


def test_everything_is_undone_and_redone_also_after_a_restart(
    qtbot: QtBot, path: Path, window: MainWindow
) -> None:
    analyst = _extracted(qtbot, window)
    for _number in range(5):
        analyst.press(KEY.Key_A)
    analyst.select("Nobody in the ministry wanted")
    analyst.press(KEY.Key_2)
    (by_hand,) = [s for s in analyst.project.statements.of(1) if s.suggestion_id is None]
    assert (by_hand.type, by_hand.quote) == ("policy", "Nobody in the ministry wanted")
    analyst.view.setFocus()
    analyst.press(KEY.Key_V)
    analyst.press(KEY.Key_O)
    changed = analyst.project.statements.get(by_hand.id)
    assert (changed.polarity, changed.modality) == (Polarity.NEGATED, Modality.PLANNED)
    before = analyst.project.status()
    steps = len([step for step in analyst.project.history() if step.state == "done"])
    for _number in range(steps):
        analyst.press(KEY.Key_Z, modifiers=CONTROL)
    assert analyst.project.articles.count() == 0
    for _number in range(steps):
        analyst.press(KEY.Key_Z, modifiers=CONTROL | SHIFT)
    assert analyst.project.status() == before
    window.close()
    assert _status(path) == before
    again = _shown(qtbot, path)
    assert again.session.project.undo_name
    again.session.undo()
    restored = again.session.project.statements.get(by_hand.id)
    assert restored.modality is Modality.FACT
    again.close()


def test_a_statement_is_tagged_and_filled_by_mouse_alone(qtbot: QtBot, window: MainWindow) -> None:
    analyst = _extracted(qtbot, window)
    while not isinstance(analyst.current.content, StatementDraft):
        analyst.push("Skip")
    kind = analyst.current.content.type
    analyst.push("Accept")
    assert [s.type for s in analyst.project.statements.of(1)] == [kind]
    analyst.push("Reject")
    analyst.select("Nobody in the ministry wanted")
    bar = analyst.view.findChild(TagBar)
    assert bar is not None
    qtbot.waitUntil(bar.isVisible)
    analyst.push("Funding", within=bar)
    analyst.click("ministry")
    (by_hand,) = [s for s in analyst.project.statements.of(1) if s.suggestion_id is None]
    assert by_hand.type == "funding"
    assert by_hand.quote == "Nobody in the ministry wanted"


def test_what_was_done_in_the_window_is_exported_in_every_format(
    qtbot: QtBot, path: Path, window: MainWindow, tmp_path: Path
) -> None:
    analyst = _extracted(qtbot, window)
    while analyst.stream.current is not None:
        analyst.press(KEY.Key_A)
    statements = analyst.project.statements.of(1)
    window.close()
    with annotator.open_project(path) as project:
        for key, form in EXPORT_FORMATS.items():
            done = export(project, key, tmp_path / f"out{form.suffix}", include=Include.ALL)
            assert done.path.stat().st_size > 0
            assert done.report.is_file()
    row = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    assert [row["text"][s["start"] : s["end"]] for s in row["statements"]] == [
        s.quote for s in statements
    ]
