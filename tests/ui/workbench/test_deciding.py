"""Deciding on suggestions by keys and by mouse."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from annotator.domain import Kind, SuggestionKind, Verdict
from annotator.ui.marked import Ref
from annotator.ui.suggestions.card import SuggestionCard
from factories import article_draft
from ui.workbench.analyst import LEFT, PLAIN, Analyst

A, C, N, P, R, S = (Qt.Key(ord(key)) for key in "ACNPRS")


def verdicts(analyst: Analyst) -> list[Verdict | None]:
    rows = analyst.project.suggestions.of(analyst.article_id)
    decisions = [analyst.project.suggestions.decision(row.id) for row in rows]
    return [decision.verdict if decision else None for decision in decisions]


def listed(analyst: Analyst) -> QTableView:
    table = analyst.stream.findChild(QTableView)
    assert table is not None
    return table


def click_row(analyst: Analyst, row: int) -> None:
    table = listed(analyst)
    place = table.visualRect(table.model().index(row, 0, QModelIndex())).center()
    QTest.mouseClick(table.viewport(), LEFT, PLAIN, place)


def test_the_first_suggestion_is_current_and_emphasised_in_the_text(analyst: Analyst) -> None:
    assert analyst.current.kind is SuggestionKind.STATEMENT
    assert analyst.view._visibility.current == Ref(Kind.SUGGESTION, analyst.current.id)
    shown = analyst.reads(analyst.stream)
    for words in ("Funding", "France", "€2bn (2 billion EUR)", "1 of 5", "“gives” with a sum"):
        assert words in shown
    assert "74" not in shown


def test_a_accepts_and_goes_on_to_the_next(analyst: Analyst) -> None:
    analyst.press(A)
    assert verdicts(analyst)[0] is Verdict.ACCEPTED
    assert [made.type for made in analyst.project.statements.of(analyst.article_id)] == ["funding"]
    assert analyst.current.quote == "France"
    assert "1 of 4" in analyst.reads(analyst.stream)


def test_enter_accepts_too(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_Return)
    assert verdicts(analyst)[0] is Verdict.ACCEPTED


def test_r_rejects_and_s_skips(analyst: Analyst) -> None:
    analyst.press(R, S)
    assert verdicts(analyst)[:2] == [Verdict.REJECTED, Verdict.SKIPPED]
    assert analyst.project.statements.of(analyst.article_id) == ()


def test_the_buttons_do_what_the_keys_do(analyst: Analyst) -> None:
    for text in ("Accept", "Reject", "Skip"):
        analyst.push(text, within=analyst.stream)
    assert verdicts(analyst)[:3] == [Verdict.ACCEPTED, Verdict.REJECTED, Verdict.SKIPPED]


def test_n_and_p_go_round_without_deciding(analyst: Analyst) -> None:
    first = analyst.current
    analyst.press(P)
    assert analyst.current.kind is SuggestionKind.CLAIM
    analyst.press(N)
    assert analyst.current == first
    assert verdicts(analyst) == [None] * 5


def test_a_decision_in_the_middle_goes_on_from_there(analyst: Analyst) -> None:
    analyst.press(N, N, A)
    assert analyst.current.label == "competitor"


def test_undo_brings_the_suggestion_back_as_the_current_one(analyst: Analyst) -> None:
    first = analyst.current
    analyst.press(A, A, N)
    control = Qt.KeyboardModifier.ControlModifier
    analyst.press(Qt.Key.Key_Z, Qt.Key.Key_Z, modifiers=control)
    assert verdicts(analyst) == [None] * 5
    assert analyst.current == first
    assert analyst.project.statements.of(analyst.article_id) == ()
    analyst.press(Qt.Key.Key_Z, modifiers=control | Qt.KeyboardModifier.ShiftModifier)
    assert verdicts(analyst)[0] is Verdict.ACCEPTED


def test_a_click_on_a_pending_mark_makes_it_current(analyst: Analyst) -> None:
    analyst.press(N)
    analyst.click("gives")
    assert analyst.current.kind is SuggestionKind.STATEMENT


def test_a_click_in_the_list_makes_it_current(analyst: Analyst) -> None:
    click_row(analyst, 3)
    assert analyst.current.label == "competitor"
    assert listed(analyst).currentIndex().row() == 3


def test_kinds_can_be_left_out(analyst: Analyst) -> None:
    for text in ("Mentions\n2", "Claims\n1"):
        analyst.push(text)
    analyst.press(A)
    assert analyst.current.label == "competitor"
    analyst.press(A)
    assert "Nothing left of these kinds" in analyst.reads(analyst.stream)
    analyst.push("Show all kinds")
    assert analyst.current.quote == "France"


def test_a_pending_mark_of_a_kind_left_out_can_still_be_reached_by_a_click(
    analyst: Analyst,
) -> None:
    analyst.push("Mentions\n2")
    analyst.press(N)
    analyst.click("Mistral\u00a0AI")
    analyst.press(Qt.Key.Key_Return)
    assert analyst.current.quote == "Mistral\u00a0AI"


def test_all_that_are_listed_can_be_accepted_as_one_step(analyst: Analyst) -> None:
    analyst.push("Mentions\n2")
    analyst.stream.accept_listed()
    assert verdicts(analyst).count(Verdict.ACCEPTED) == 3
    analyst.press(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert verdicts(analyst) == [None] * 5


def test_when_all_is_decided_the_article_can_be_left_as_done(analyst: Analyst) -> None:
    analyst.press(A, A, R, R, S)
    done = analyst.article_id
    assert "All decided" in analyst.reads(analyst.stream)
    analyst.push("Mark done and go on")
    assert analyst.project.articles.is_done(done)
    assert analyst.article_id != done


def test_an_article_without_a_run_says_how_to_get_suggestions(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_BracketRight)
    assert "No suggestions yet" in analyst.reads(analyst.stream)
    asked: list[str] = []
    analyst.stream.command_asked.connect(asked.append)
    analyst.window.menus.actions["extract"].setEnabled(False)
    analyst.push("Extract", within=analyst.stream)
    assert asked == ["extract"]


@pytest.mark.parametrize(("language", "named"), [("de", " (German)"), ("", "")])
def test_an_article_that_extraction_passes_over_says_why(
    language: str, named: str, analyst: Analyst
) -> None:
    text = "Die Regierung fördert neue Rechenzentren, und das ist für die Firmen im Land wichtig."
    added = analyst.project.articles.add([article_draft(text, language=language)])
    analyst.window.session.show_article(added.added[Kind.ARTICLE][0])
    shown = analyst.reads(analyst.stream)
    assert f"No installed pipeline reads this article's language{named}." in shown
    assert "not been over" not in shown
    assert analyst.button("Extract", within=analyst.stream).isVisible()


def test_scores_are_shown_when_they_are_asked_for(analyst: Analyst) -> None:
    more = analyst.button("⋯").menu()  # type: ignore[attr-defined]  # it is a QToolButton
    more.actions()[-1].trigger()
    assert "Score: 74%" in analyst.reads(analyst.stream)


def test_suggestions_that_arrive_while_one_decides_do_not_move_the_current_one(
    analyst: Analyst,
) -> None:
    analyst.press(N, N)
    current = analyst.current
    other = analyst.project.suggestions.of(analyst.article_id)[0]
    analyst.window.session.do(lambda project: project.suggestions.reject([other.id]))
    assert analyst.current == current


def test_what_was_skipped_can_be_taken_up_again(analyst: Analyst) -> None:
    analyst.press(A, S, S, A, A)
    analyst.push("Take up the 2 skipped")
    assert verdicts(analyst).count(None) == 2
    assert analyst.current.quote == "France"


def test_the_way_back_leads_to_what_was_skipped_at_any_time(analyst: Analyst) -> None:
    skipped = analyst.current
    analyst.press(S)
    assert "1 of 4 · 1 skipped" in analyst.reads(analyst.stream)
    analyst.press(P)
    assert analyst.current == skipped
    assert "skipped · 4 pending" in analyst.reads(analyst.stream)
    assert analyst.view._visibility.current == Ref(Kind.SUGGESTION, skipped.id)
    assert Ref(Kind.SUGGESTION, skipped.id) in {mark.key for mark in analyst.view.marks()}
    analyst.press(A)
    assert verdicts(analyst)[:2] == [Verdict.ACCEPTED, None]
    assert analyst.current.quote == "France"
    assert "skipped" not in analyst.reads(analyst.stream)


def test_the_way_on_passes_over_what_was_skipped(analyst: Analyst) -> None:
    analyst.press(N, S, P, P)
    assert analyst.current.kind is SuggestionKind.STATEMENT
    analyst.press(N)
    assert analyst.current.quote == "Mistral\u00a0AI"


def test_skipping_again_only_goes_on(analyst: Analyst) -> None:
    analyst.press(S, P)
    undo = analyst.project.history(10)
    analyst.press(S)
    assert analyst.current.quote == "France"
    assert analyst.project.history(10) == undo


def test_a_skipped_one_is_reached_and_corrected_when_all_else_is_decided(
    analyst: Analyst,
) -> None:
    analyst.press(A, S, A, A, A)
    assert "All decided" in analyst.reads(analyst.stream)
    analyst.press(P)
    assert analyst.current.quote == "France"
    analyst.press(C)
    analyst.push("Save and go on")
    assert verdicts(analyst) == [Verdict.ACCEPTED] * 5


def test_what_was_skipped_is_told_in_the_list_and_taken_up_from_the_menu(
    analyst: Analyst,
) -> None:
    analyst.press(S)
    first = listed(analyst).model().index(0, 0, QModelIndex())
    assert first.data().startswith("Funding, skipped:")
    more = analyst.button("⋯").menu()  # type: ignore[attr-defined]  # it is a QToolButton
    next(entry for entry in more.actions() if "Take up" in entry.text()).trigger()
    assert first.data().startswith("Funding:")
    assert verdicts(analyst) == [None] * 5


def test_after_a_click_on_a_button_the_keys_go_on_working(analyst: Analyst) -> None:
    analyst.push("Accept", within=analyst.stream)
    analyst.press(R)
    assert verdicts(analyst)[:2] == [Verdict.ACCEPTED, Verdict.REJECTED]


def test_deciding_reads_nothing_but_the_decided_article_anew(analyst: Analyst) -> None:
    opened: list[None] = []
    analyst.window.session.article_changed.connect(lambda: opened.append(None))
    resets: list[None] = []
    listed(analyst).model().modelReset.connect(lambda: resets.append(None))
    analyst.press(A, R, S)
    assert opened == []
    assert resets == []
    assert listed(analyst).model().rowCount() == 3


def test_the_head_shows_where_the_article_is_from(analyst: Analyst) -> None:
    shown = analyst.reads(analyst.window)
    for words in (
        "France backs Mistral",
        "Le Monde",
        "date unknown",
        "https://news.example/mistral",
    ):
        assert words in shown


def test_an_article_is_marked_as_done_in_its_head(analyst: Analyst) -> None:
    analyst.push("Mark done")
    assert analyst.project.articles.is_done(analyst.article_id)
    analyst.push("✓ Done")
    assert not analyst.project.articles.is_done(analyst.article_id)


def test_without_an_article_the_stream_says_so(analyst: Analyst) -> None:
    analyst.window.session.show_article(None)
    assert "No article is open" in analyst.reads(analyst.stream)
    analyst.press(A, R, S, N, C)
    assert analyst.project.status().decisions == {}


@pytest.mark.parametrize(("language", "name"), [("fr", "French"), ("en", ""), ("", "")])
def test_an_article_in_a_language_that_no_pipeline_reads_is_told_of(
    analyst: Analyst, language: str, name: str
) -> None:
    at = analyst.article_id
    analyst.window.session.do(lambda project: project.articles.update(at, language=language))
    sentence = f"does not read this article's language ({name}); judge with care."
    assert (sentence in analyst.reads(analyst.stream)) is bool(name)


def test_what_could_not_be_done_is_no_longer_said_after_a_step_that_was(analyst: Analyst) -> None:
    banner = analyst.window.banner
    analyst.press(Qt.Key.Key_F)
    assert banner.isVisible()
    analyst.press(N)
    assert banner.isVisible()
    analyst.press(A)
    assert not banner.isVisible()


def test_a_message_is_closed_by_escape(analyst: Analyst) -> None:
    banner = analyst.window.banner
    analyst.press(Qt.Key.Key_F)
    assert banner.isVisible()
    analyst.press(Qt.Key.Key_Escape)
    assert not banner.isVisible()


def test_what_a_key_has_changed_is_seen_however_little_room_there_is(analyst: Analyst) -> None:
    analyst.window.resize(800, 420)
    QApplication.processEvents()
    (told,) = analyst.stream.findChildren(SuggestionCard)
    analyst.press(Qt.Key.Key_V)
    assert "Negated" in analyst.reads(told)
    port = told.parentWidget()
    assert port.height() < told.height()
    assert told.pos().y() + told.end_of_facts < port.height()
