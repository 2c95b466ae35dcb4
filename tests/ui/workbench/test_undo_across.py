"""Undo and redo lead to the article in which they do something."""

from PySide6.QtCore import Qt

from annotator.domain import (
    Changes,
    ClaimDraft,
    ClaimKind,
    Codebook,
    Modality,
    Polarity,
    Span,
    SuggestionDraft,
    Verdict,
)
from ui.workbench.analyst import Analyst

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
A, C, N, V, Z = (Qt.Key(ord(key)) for key in "ACNVZ")
NEXT = Qt.Key.Key_BracketRight


def forget_steps(analyst: Analyst) -> None:
    """Leave the project without a step to undo."""
    analyst.project._db.execute("UPDATE steps SET state = 'sealed'")
    analyst.window.session.changed.emit(Changes())


def undo(analyst: Analyst) -> None:
    analyst.press(Z, modifiers=CONTROL)


def redo(analyst: Analyst) -> None:
    analyst.press(Z, modifiers=CONTROL | SHIFT)


def test_what_was_accepted_elsewhere_comes_back_as_the_current_suggestion(analyst: Analyst) -> None:
    here = analyst.article_id
    analyst.press(N, N)
    decided = analyst.current
    analyst.press(A, NEXT)
    assert analyst.article_id != here
    undo(analyst)
    assert analyst.article_id == here
    assert analyst.current == decided
    assert analyst.project.suggestions.decision(decided.id) is None


def test_redo_leads_to_the_article_too(analyst: Analyst) -> None:
    here, decided = analyst.article_id, analyst.current
    analyst.press(A)
    undo(analyst)
    analyst.press(NEXT)
    redo(analyst)
    assert analyst.article_id == here
    decision = analyst.project.suggestions.decision(decided.id)
    assert decision is not None
    assert decision.verdict is Verdict.ACCEPTED


def test_undo_stays_where_it_has_something_to_do(analyst: Analyst) -> None:
    here = analyst.article_id
    analyst.press(A)
    project = analyst.project
    ids = list(project.articles.ids())
    analyst.window.session.do(lambda project: project.articles.mark_done(ids))
    undo(analyst)
    assert analyst.article_id == here
    assert project.articles.done_count() == 0


def test_undo_of_what_all_articles_share_stays(analyst: Analyst) -> None:
    analyst.press(NEXT)
    here = analyst.article_id
    codebook = analyst.project.codebook.get()
    session = analyst.window.session
    session.do(lambda project: project.codebook.save(Codebook(name="X", types=codebook.types)))
    undo(analyst)
    assert analyst.article_id == here
    assert analyst.project.codebook.get() == codebook


def test_a_removed_article_is_on_show_again_once_it_is_back(analyst: Analyst) -> None:
    here, text = analyst.article_id, analyst.view.text
    session = analyst.window.session
    session.do(lambda project: project.articles.remove([here]))
    analyst.qtbot.waitUntil(lambda: session.article_id not in (None, here))
    undo(analyst)
    assert analyst.article_id == here
    assert analyst.view.text == text
    assert len(analyst.stream._article.open) == 5


def test_undo_of_an_import_shows_none_of_what_it_takes_away(analyst: Analyst) -> None:
    shown: list[int | None] = []
    session = analyst.window.session
    while session.project.undo_name != "Import articles":
        session.project.undo()
    session.article_changed.connect(lambda: shown.append(session.article_id))
    undo(analyst)
    assert session.project.articles.count() == 0
    assert set(shown) <= {None}


def test_a_correction_that_waits_to_be_saved_is_what_undo_takes_back(analyst: Analyst) -> None:
    accepted = analyst.current
    analyst.press(A, NEXT)
    other = analyst.article_id
    draft = SuggestionDraft(content=ClaimDraft(span=Span(0, 7), kind=ClaimKind.FACT), score=0.5)
    session = analyst.window.session
    run = session.project.suggestions.start_run("test", "1")
    session.do(lambda project: project.suggestions.store(run, {other: [draft]}))
    session.do(lambda project: project.suggestions.accept([accepted.id]))
    corrected = analyst.current
    analyst.press(C, Qt.Key.Key_O)
    assert analyst.form.is_correcting
    undo(analyst)
    assert analyst.article_id == other
    assert analyst.current == corrected
    assert analyst.project.claims.of(other) == ()
    assert analyst.project.suggestions.decision(accepted.id) is not None


def test_a_change_is_taken_back_where_no_step_was_taken(analyst: Analyst) -> None:
    forget_steps(analyst)
    before, entries = analyst.current, analyst.window.menus.actions
    assert not entries["undo"].isEnabled()
    analyst.press(Qt.Key.Key_O)
    assert entries["undo"].text() == "Undo Change suggestion"
    undo(analyst)
    assert "changed" not in analyst.reads(analyst.stream)
    assert not entries["undo"].isEnabled()
    redo(analyst)
    analyst.press(A)
    decision = analyst.project.suggestions.decision(before.id)
    assert decision is not None
    assert decision.verdict is Verdict.CORRECTED


def test_a_change_after_an_undo_leaves_nothing_to_redo(analyst: Analyst) -> None:
    forget_steps(analyst)
    analyst.press(Qt.Key.Key_O)
    undo(analyst)
    analyst.press(V)
    assert not analyst.window.menus.actions["redo"].isEnabled()
    redo(analyst)
    analyst.press(A)
    (made,) = analyst.project.statements.of(analyst.article_id)
    assert (made.modality, made.polarity) == (Modality.FACT, Polarity.NEGATED)


def test_on_another_page_undo_is_of_the_last_step(analyst: Analyst) -> None:
    analyst.press(A, N, N)
    changed = analyst.current
    analyst.press(Qt.Key.Key_O)
    entry = analyst.window.menus.actions["undo"]
    analyst.press(Qt.Key.Key_2, modifiers=CONTROL)
    assert entry.text() == "Undo Accept suggestion"
    analyst.press(Qt.Key.Key_1, modifiers=CONTROL)
    assert entry.text() == "Undo Change suggestion"
    assert analyst.current == changed
