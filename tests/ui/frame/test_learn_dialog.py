"""Learning is offered with what there is to learn from, and its versions can be switched."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.domain import ClaimDraft, ClaimKind, Figures, LearnedDraft, Score, Span
from annotator.nlp import DEFAULT_PIPELINE, pipeline_version
from annotator.ui.learn_dialog import LearnDialog
from annotator.ui.session import Session
from annotator.ui.tables import Table


def learned(weights: bytes, *, mended: int = 9) -> LearnedDraft:
    scores = (Score(label="policy", before=0.7, after=0.8, count=30),)
    figures = Figures(learned_from=90, tested_on=40, mended=mended, spoiled=1, scores=scores)
    return LearnedDraft(weights=weights, figures=figures)


def button(dialog: QDialog, text: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if found.text() == text)


def said(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if not label.isHidden())


def shown(dialog: QDialog) -> list[list[str]]:
    model = dialog.findChild(Table).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.fixture
def taught(session: Session) -> Session:
    """Two versions, of which the better first one is in use."""
    versions = session.project.learned
    versions.add(DEFAULT_PIPELINE, pipeline_version(), learned(b"1"))
    versions.add(DEFAULT_PIPELINE, pipeline_version(), learned(b"2", mended=2))
    return session


def dialog(qtbot: QtBot, session: Session) -> LearnDialog:
    made = LearnDialog(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_with_too_few_decisions_it_says_how_many_it_takes(qtbot: QtBot, session: Session) -> None:
    made = dialog(qtbot, session)
    assert "needs 60 decisions" in said(made)
    assert "Nothing has been learned yet" in said(made)
    assert not button(made, "Learn").isEnabled()


def test_with_enough_it_says_what_it_will_learn_from(qtbot: QtBot, session: Session) -> None:
    for article_id in session.project.articles.ids():
        for start in range(8):
            draft = ClaimDraft(span=Span(start, start + 9), kind=ClaimKind.FACT)
            session.project.claims.add(article_id, draft)
    made = dialog(qtbot, session)
    assert "72 decisions to learn from and 24 for the test, in 12 articles." in said(made)
    button(made, "Learn").click()
    assert made.result() == QDialog.DialogCode.Accepted
    assert made.pipeline() == DEFAULT_PIPELINE


def test_versions_stand_with_their_figures_before_and_after(qtbot: QtBot, taught: Session) -> None:
    second, first = shown(dialog(qtbot, taught))
    assert first[1:] == ["90", "40", "–", "0.70 → 0.80", "–", "–", "9", "1", "yes"]
    assert second[-3:] == ["2", "1", ""]


def test_another_version_can_be_used_and_none_at_all(qtbot: QtBot, taught: Session) -> None:
    made = dialog(qtbot, taught)
    assert not button(made, "Use this version").isEnabled()
    made.findChild(Table).selectRow(0)
    button(made, "Use this version").click()
    assert [row[-1] for row in shown(made)] == ["yes", ""]
    button(made, "Use none").click()
    assert [row[-1] for row in shown(made)] == ["", ""]
    assert not button(made, "Use none").isEnabled()
    taught.undo()
    assert taught.project.learned.all()[0].in_use


def test_what_was_learned_for_an_older_pipeline_cannot_be_used(
    qtbot: QtBot, session: Session
) -> None:
    session.project.learned.add(DEFAULT_PIPELINE, "0.9", learned(b"1", mended=2))
    made = dialog(qtbot, session)
    made.findChild(Table).selectRow(0)
    assert not button(made, "Use this version").isEnabled()
