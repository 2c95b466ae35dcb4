"""Whatever keys are pressed: what is shown is what is stored, and undo takes all of it back."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import factories
from annotator.domain import (
    Changes,
    ClaimDraft,
    ClaimKind,
    EntityLabel,
    Kind,
    MentionDraft,
    Span,
    StatementDraft,
    SuggestionDraft,
)
from annotator.project import Project
from annotator.store.schema import TRACKED
from annotator.ui.open_article import OpenArticle
from ui.workbench.analyst import PLAIN, Analyst

KEY = Qt.Key
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ARROWS = (KEY.Key_Left, KEY.Key_Right)
PRESSED = (
    *((KEY(ord(letter)), PLAIN) for letter in 2 * "ARSGCNPKXIMOVWEQTFBL" + "123456789[]D"),
    *((key, SHIFT) for key in (KEY.Key_A, KEY.Key_R, KEY.Key_T, KEY.Key_F4, KEY.Key_F9)),
    *((key, CONTROL) for key in (KEY.Key_Z, KEY.Key_Z, KEY.Key_F, KEY.Key_Return)),
    *((key, modifier) for key in ARROWS for modifier in (PLAIN, SHIFT, ALT, ALT | SHIFT)),
    *((key, PLAIN) for key in (KEY.Key_Return, KEY.Key_Delete, KEY.Key_F3, KEY.Key_F4)),
    *((key, PLAIN) for key in (KEY.Key_Tab, KEY.Key_Space, KEY.Key_Backspace)),
    (KEY.Key_Z, CONTROL | SHIFT),
    (KEY.Key_F2, SHIFT),
)
TEXTS = (
    "Word",
    "🚀",
    "שלום עולם 🏳️‍🌈 Nordwind\u0301 e\u0301 مرحبا Nordwind 2bn.\n\n\n中国外交部 said e\u0301.",
    "Nordwind gives €2bn to Halm. Nordwind smiles, Halm too.\n" * 8,
)
SHOWN = ("mentions", "claims", "statements", "open", "skipped", "flagged", "note", "is_done")


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that waits for an answer is closed at once."""
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)


@pytest.mark.parametrize("seed", range(4))
def test_any_keys_leave_the_window_true_and_can_be_undone(analyst: Analyst, seed: int) -> None:
    pick = random.Random(seed)
    fill(analyst, pick)
    before = contents(analyst.project)
    for _time in range(500):
        press(analyst, *pick.choice(PRESSED))
        if not pick.randrange(8):
            leave_all(analyst)
    leave_all(analyst)
    analyst.window.session.settling.emit()
    shown, stored = analyst.stream._article, OpenArticle(analyst.window.session)
    assert [getattr(shown, name) for name in SHOWN] == [getattr(stored, name) for name in SHOWN]
    steps = 0
    while analyst.project.undo_name:
        analyst.window.session.undo()
        steps += 1
    assert contents(analyst.project) == before
    assert steps > 3, "most keys did nothing"


def fill(analyst: Analyst, pick: random.Random) -> None:
    """Add articles with suggestions at any place, as something that cannot be undone."""
    project = analyst.project
    ids = project.articles.add(map(factories.article_draft, TEXTS)).added[Kind.ARTICLE]
    run = project.suggestions.start_run("en_rules", "2")
    found = {row: suggested(text, pick) for row, text in zip(ids, TEXTS, strict=True)}
    project.suggestions.store(run, found)
    project._db.execute("UPDATE steps SET state = 'sealed'")
    analyst.window.session.changed.emit(Changes(kinds=frozenset(Kind)))


def suggested(text: str, pick: random.Random) -> list[SuggestionDraft]:
    drafts = []
    for _time in range(8):
        start = pick.randrange(len(text))
        span = Span(start, min(len(text), start + pick.randrange(1, 12)))
        contents = (
            MentionDraft(span=span, label=pick.choice(list(EntityLabel))),
            ClaimDraft(span=span, kind=ClaimKind.FACT),
            StatementDraft(span=span, type="funding"),
        )
        drafts.append(SuggestionDraft(content=pick.choice(contents), score=pick.random()))
    return drafts


def contents(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every tracked table."""
    return {table: project._db.rows(f"SELECT * FROM {table} ORDER BY id") for table in TRACKED}


def press(analyst: Analyst, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(target(analyst), key, modifiers)


def leave_all(analyst: Analyst) -> None:
    """Escape from menus, dialogs and fields, and be in the text again."""
    for _time in range(4):
        QTest.keyClick(target(analyst), KEY.Key_Escape)
    QApplication.processEvents()
    analyst.window.activateWindow()
    analyst.view.setFocus()


def target(analyst: Analyst) -> QWidget:
    nearest = QApplication.activePopupWidget(), QApplication.activeModalWidget()
    return nearest[0] or QApplication.focusWidget() or nearest[1] or analyst.window
