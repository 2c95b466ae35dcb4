"""What deciding and tagging cost in keys, clicks and drags, as the issue of the window has it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

import factories
from annotator.domain import (
    ClaimKind,
    EntityLabel,
    MentionDraft,
    Modality,
    Polarity,
    Statement,
    Suggestion,
    SuggestionDraft,
    SuggestionKind,
    Verdict,
)
from annotator.project import create_project, open_project
from annotator.ui.article_list import ArticleList
from annotator.ui.wordings import one_line
from ui.workbench.analyst import Analyst, Cost

KEY = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
FUNDING = "France gives Mistral\u00a0AI €2bn"


def statement(analyst: Analyst) -> Statement:
    (found,) = analyst.project.statements.of(analyst.article_id)
    return found


def roles(found: Statement) -> dict[str, str]:
    return {value.role: value.text for value in found.values}


def decided(analyst: Analyst, suggestion: Suggestion) -> Verdict:
    decision = analyst.project.suggestions.decision(suggestion.id)
    assert decision is not None
    return decision.verdict


def tag_sum(analyst: Analyst) -> None:
    """The sum is a mention too, as the pipeline makes it."""
    draft = MentionDraft(span=analyst.span("€2bn"), label=EntityLabel.MONEY)
    analyst.window.session.do(lambda project: project.mentions.add(analyst.article_id, draft))


def go_to(analyst: Analyst, kind: SuggestionKind) -> Suggestion:
    while analyst.current.kind is not kind:
        analyst.press(KEY.Key_N)
    analyst.cost = Cost()
    return analyst.current


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        (KEY.Key_A, Verdict.ACCEPTED),
        (KEY.Key_R, Verdict.REJECTED),
        (KEY.Key_S, Verdict.SKIPPED),
        (KEY.Key_G, Verdict.FLAGGED),
    ],
)
def test_a_decision_is_one_key(analyst: Analyst, key: Qt.Key, verdict: Verdict) -> None:
    before = analyst.current
    analyst.press(key)
    assert decided(analyst, before) is verdict
    assert analyst.current.id != before.id
    assert analyst.cost == Cost(keys=1)


def test_a_filled_statement_is_accepted_by_one_key(analyst: Analyst) -> None:
    draft = factories.statement_draft(
        "France gives Mistral\u00a0AI €2bn",
        values=(
            factories.filler("funder", "France"),
            factories.filler("recipient", "Mistral\u00a0AI"),
            factories.two_billion(),
        ),
        polarity=Polarity.NEGATED,
    )
    project = analyst.project
    run = project.suggestions.start_run("en_rules", "2")
    suggested = SuggestionDraft(content=draft, score=0.9)
    analyst.window.session.do(
        lambda open_project: open_project.suggestions.store(run, {analyst.article_id: [suggested]})
    )
    analyst.press(KEY.Key_A)
    assert set(roles(statement(analyst))) == {"funder", "recipient", "amount"}
    assert statement(analyst).polarity is Polarity.NEGATED
    assert analyst.cost == Cost(keys=1)


def test_a_statement_is_retyped_and_accepted_by_one_key(analyst: Analyst) -> None:
    before = go_to(analyst, SuggestionKind.STATEMENT)
    analyst.press(KEY.Key_2)
    assert statement(analyst).type == "policy"
    assert decided(analyst, before) is Verdict.CORRECTED
    assert analyst.cost == Cost(keys=1)


def test_a_claim_gets_another_kind_by_one_key(analyst: Analyst) -> None:
    before = go_to(analyst, SuggestionKind.CLAIM)
    analyst.press(KEY.Key_2)
    (claim,) = analyst.project.claims.of(analyst.article_id)
    assert claim.kind is ClaimKind.FORECAST
    assert decided(analyst, before) is Verdict.CORRECTED
    assert analyst.cost == Cost(keys=1)


def test_a_mention_gets_another_label_by_two_keys(analyst: Analyst) -> None:
    before = go_to(analyst, SuggestionKind.MENTION)
    analyst.press(KEY.Key_E, KEY.Key_R)
    (mention,) = analyst.project.mentions.of(analyst.article_id)
    assert mention.label is EntityLabel.LOC
    assert decided(analyst, before) is Verdict.CORRECTED
    assert analyst.cost == Cost(keys=2)


def test_an_entity_named_by_the_words_follows_them(analyst: Analyst) -> None:
    draft = factories.mention_draft("Mistral", entity="Mistral")
    at, project = analyst.article_id, analyst.project
    run = project.suggestions.start_run("en_rules", "2")
    analyst.window.session.do(
        lambda project: project.suggestions.store(
            run, {at: [SuggestionDraft(content=draft, score=0.5)]}
        )
    )
    (found,) = (row for row in project.suggestions.of(at) if row.quote == "Mistral")
    analyst.stream.make_current(found.id)
    analyst.press(KEY.Key_Right, modifiers=ALT | SHIFT)
    analyst.press(KEY.Key_A)
    (mention,) = project.mentions.of(at)
    assert mention.entity == one_line(mention.quote) == "Mistral AI"


@pytest.mark.parametrize(
    ("key", "modifiers", "quote"),
    [
        (KEY.Key_Right, ALT, "gives Mistral\u00a0AI €2bn"),
        (KEY.Key_Left, ALT | SHIFT, "France gives Mistral\u00a0AI"),
        (KEY.Key_Right, ALT | SHIFT, "France gives Mistral\u00a0AI €2bn."),
    ],
)
def test_a_boundary_is_moved_by_a_word_with_one_key(
    analyst: Analyst, key: Qt.Key, modifiers: Qt.KeyboardModifier, quote: str
) -> None:
    before = analyst.current
    analyst.press(key, modifiers=modifiers)
    assert f"“{one_line(quote)}”" in analyst.reads(analyst.stream)
    assert "changed" in analyst.reads(analyst.stream)
    assert analyst.cost == Cost(keys=1)
    analyst.press(KEY.Key_A)
    assert statement(analyst).quote == quote
    assert decided(analyst, before) is Verdict.CORRECTED


def test_a_wrong_role_is_mended_by_three_keys(analyst: Analyst) -> None:
    tag_sum(analyst)
    analyst.press(KEY.Key_M, KEY.Key_1, KEY.Key_2)
    assert analyst.cost == Cost(keys=3)
    assert not analyst.form.isVisible()
    analyst.press(KEY.Key_A)
    assert roles(statement(analyst)) == {"funder": "Mistral\u00a0AI", "amount": "€2bn"}


def test_a_wrong_role_is_mended_by_a_click_on_the_right_mention(analyst: Analyst) -> None:
    analyst.click("Mistral\u00a0AI")
    assert analyst.cost == Cost(clicks=1)
    analyst.press(KEY.Key_A)
    assert roles(statement(analyst))["recipient"] == "Mistral\u00a0AI"


def test_a_second_click_on_the_mention_puts_it_into_the_next_role(analyst: Analyst) -> None:
    analyst.click("Mistral\u00a0AI")
    analyst.click("Mistral\u00a0AI")
    analyst.press(KEY.Key_A)
    assert roles(statement(analyst)) == {"funder": "Mistral\u00a0AI", "amount": "€2bn"}


def test_a_statement_with_three_roles_is_made_by_keys_alone(analyst: Analyst) -> None:
    tag_sum(analyst)
    analyst.press(KEY.Key_X, KEY.Key_1, KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_Return)
    assert roles(statement(analyst)) == {
        "funder": "France",
        "recipient": "Mistral\u00a0AI",
        "amount": "€2bn",
    }
    assert not analyst.form.isVisible()
    assert analyst.cost.keys <= 8
    assert (analyst.cost.clicks, analyst.cost.drags) == (0, 0)


def test_a_statement_with_three_roles_is_made_by_a_drag_and_five_keys(analyst: Analyst) -> None:
    tag_sum(analyst)
    analyst.select(FUNDING)
    analyst.press(KEY.Key_1, KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_Return)
    assert set(roles(statement(analyst))) == {"funder", "recipient", "amount"}
    assert analyst.cost == Cost(keys=5, drags=1)


def test_modality_polarity_and_speaker_are_changed_by_one_key_each(analyst: Analyst) -> None:
    analyst.press(KEY.Key_O, KEY.Key_V, KEY.Key_W)
    assert not analyst.form.isVisible()
    assert analyst.cost == Cost(keys=3)
    analyst.press(KEY.Key_A)
    made = statement(analyst)
    assert (made.modality, made.polarity) == (Modality.PLANNED, Polarity.NEGATED)
    assert made.speaker is not None
    assert made.speaker.text == "France"


def test_what_was_changed_is_dropped_by_a_rejection_and_by_escape(analyst: Analyst) -> None:
    before = analyst.current
    analyst.press(KEY.Key_O, KEY.Key_Escape)
    assert "changed" not in analyst.reads(analyst.stream)
    analyst.press(KEY.Key_O, KEY.Key_R)
    assert decided(analyst, before) is Verdict.REJECTED
    assert analyst.project.statements.of(analyst.article_id) == ()


def test_escape_drops_what_was_changed_wherever_the_focus_is(analyst: Analyst) -> None:
    (articles,) = analyst.window.findChildren(ArticleList)
    articles.setFocus()
    analyst.press(KEY.Key_O)
    assert "changed" in analyst.reads(analyst.stream)
    analyst.press(KEY.Key_Escape)
    assert "changed" not in analyst.reads(analyst.stream)


def test_what_was_changed_is_taken_back_before_any_step(analyst: Analyst) -> None:
    analyst.press(KEY.Key_A, KEY.Key_N, KEY.Key_N)
    before = analyst.current
    analyst.press(KEY.Key_O)
    assert "changed" in analyst.reads(analyst.stream)
    analyst.press(KEY.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert analyst.current == before
    assert "changed" not in analyst.reads(analyst.stream)
    assert analyst.project.status().decisions == {Verdict.ACCEPTED: 1}
    analyst.press(KEY.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert analyst.project.status().decisions == {}


def test_a_change_between_two_clicks_is_not_lost(analyst: Analyst) -> None:
    analyst.click("Mistral\u00a0AI")
    analyst.press(KEY.Key_O)
    analyst.press(KEY.Key_A)
    assert roles(statement(analyst))["recipient"] == "Mistral\u00a0AI"
    assert statement(analyst).modality is Modality.PLANNED


def test_what_was_changed_is_kept_by_going_on(analyst: Analyst) -> None:
    before = analyst.current
    analyst.press(KEY.Key_O, KEY.Key_N)
    assert decided(analyst, before) is Verdict.CORRECTED
    assert statement(analyst).modality is Modality.PLANNED


def test_the_numbers_of_mentions_are_shown_only_while_they_choose(analyst: Analyst) -> None:
    assert analyst.view.numbers == {}
    analyst.press(KEY.Key_M, KEY.Key_2)
    assert sorted(analyst.view.numbers.values()) == ["1", "2"]
    analyst.press(KEY.Key_Escape)
    assert analyst.view.numbers == {}
    assert QApplication.activePopupWidget() is None


def test_undo_is_one_key(analyst: Analyst) -> None:
    before = analyst.current
    analyst.press(KEY.Key_A)
    analyst.cost = Cost()
    analyst.press(KEY.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert analyst.current == before
    assert analyst.cost == Cost(keys=1)
    assert analyst.project.suggestions.decision(before.id) is None


def test_a_sentence_and_then_its_paragraph_are_selected(analyst: Analyst) -> None:
    analyst.click("should adopt", after=len(factories.TEXT))
    analyst.press(KEY.Key_Escape, KEY.Key_X)
    selected = analyst.view.selected_span()
    assert selected is not None
    assert selected.quote(analyst.view.text) == "Parliament should adopt the AI Act 🏛️ soon."


def test_a_selection_and_b_give_the_current_suggestion_other_bounds(analyst: Analyst) -> None:
    analyst.select("gives Mistral\u00a0AI €2bn")
    analyst.press(KEY.Key_B, KEY.Key_A)
    assert statement(analyst).quote == "gives Mistral\u00a0AI €2bn"


@pytest.mark.parametrize(
    ("letter", "count"), [(KEY.Key_L, 1), (KEY.Key_W, 1), (KEY.Key_S, 3), (KEY.Key_C, 5)]
)
def test_many_are_accepted_by_two_keys_and_taken_back_by_one(
    analyst: Analyst, letter: Qt.Key, count: int
) -> None:
    go_to(analyst, SuggestionKind.MENTION)
    analyst.press(KEY.Key_A, modifiers=SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    chosen = next(one for one in menu.actions() if f"&{chr(letter)}" in one.text().upper())
    assert chosen.text().endswith(f"({count})")
    analyst.press(letter)
    assert analyst.cost == Cost(keys=2)
    assert analyst.project.status().decisions == {Verdict.ACCEPTED: count}
    analyst.press(KEY.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert analyst.project.status().decisions == {}


def test_taking_many_back_leads_to_the_one_from_which_they_were_decided_on(
    analyst: Analyst,
) -> None:
    analyst.press(KEY.Key_N, KEY.Key_N)
    before = analyst.current
    for scope in (KEY.Key_S, KEY.Key_C):
        analyst.press(KEY.Key_A, modifiers=SHIFT)
        analyst.press(scope)
        analyst.press(KEY.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
        assert analyst.current == before


def test_many_are_rejected_by_two_keys(analyst: Analyst) -> None:
    analyst.press(KEY.Key_R, modifiers=SHIFT)
    analyst.press(KEY.Key_C)
    assert analyst.project.status().decisions == {Verdict.REJECTED: 5}
    assert "All decided" in analyst.reads(analyst.stream)


def test_what_stands_in_a_role_is_taken_away_by_three_keys(analyst: Analyst) -> None:
    analyst.press(KEY.Key_M, KEY.Key_1, KEY.Key_Delete)
    assert analyst.cost == Cost(keys=3)
    analyst.press(KEY.Key_A)
    assert roles(statement(analyst)) == {"amount": "€2bn"}


def test_digits_that_take_shift_choose_mentions_too(analyst: Analyst) -> None:
    analyst.press(KEY.Key_M, KEY.Key_1)
    analyst.press(KEY.Key_2, modifiers=SHIFT)
    analyst.press(KEY.Key_A)
    assert roles(statement(analyst))["funder"] == "Mistral\u00a0AI"


def test_while_a_role_waits_no_digit_retypes(analyst: Analyst) -> None:
    analyst.press(KEY.Key_M, KEY.Key_1, KEY.Key_9)
    assert analyst.project.status().decisions == {}
    assert "Funding" in analyst.reads(analyst.stream)


def test_changes_are_taken_back_one_by_one(analyst: Analyst) -> None:
    analyst.press(KEY.Key_O, KEY.Key_V)
    analyst.press(KEY.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    analyst.press(KEY.Key_A)
    made = statement(analyst)
    assert (made.modality, made.polarity) == (Modality.PLANNED, Polarity.AFFIRMED)


def test_rejecting_all_rejects_what_was_changed_too(analyst: Analyst) -> None:
    before = analyst.current
    analyst.press(KEY.Key_V)
    analyst.press(KEY.Key_R, modifiers=SHIFT)
    analyst.press(KEY.Key_L)
    assert decided(analyst, before) is Verdict.REJECTED


def test_accepting_all_accepts_what_was_changed_as_it_is_now(analyst: Analyst) -> None:
    before = analyst.current
    analyst.press(KEY.Key_V)
    analyst.press(KEY.Key_A, modifiers=SHIFT)
    analyst.press(KEY.Key_C)
    assert decided(analyst, before) is Verdict.CORRECTED
    assert analyst.project.status().decisions == {Verdict.ACCEPTED: 4, Verdict.CORRECTED: 1}
    analyst.press(KEY.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert analyst.project.status().decisions == {}


def test_a_change_is_kept_in_its_own_project_when_another_is_opened(
    analyst: Analyst, tmp_path: Path
) -> None:
    before, path = analyst.current, analyst.project.path
    analyst.press(KEY.Key_V)
    analyst.window.session.show_project(create_project(tmp_path / "Other.anno"))
    assert analyst.project.status().decisions == {}
    with open_project(path, read_only=True) as reader:
        decision = reader.suggestions.decision(before.id)
    assert decision is not None
    assert decision.verdict is Verdict.CORRECTED


def test_a_redo_is_not_written_over_by_what_was_changed_since(analyst: Analyst) -> None:
    before, control = analyst.current, Qt.KeyboardModifier.ControlModifier
    analyst.press(KEY.Key_A)
    analyst.press(KEY.Key_Z, modifiers=control)
    analyst.press(KEY.Key_V)
    analyst.press(KEY.Key_Z, modifiers=control | SHIFT)
    assert decided(analyst, before) is Verdict.ACCEPTED
