"""The form: every field by keys and by mouse, kept at once; corrections on saving."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from annotator.domain import (
    ClaimKind,
    EntityLabel,
    Kind,
    Modality,
    Money,
    Polarity,
    Statement,
    Verdict,
)
from annotator.ui.elided import ElidedLabel
from annotator.ui.forms.form_head import FormHead
from annotator.ui.marked import Ref
from annotator.ui.workbench.tag_bar import TagBar
from ui.workbench.analyst import Analyst

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
POLICY = "Parliament should adopt the AI Act 🏛️"


def tag_funding(analyst: Analyst) -> None:
    analyst.select("France gives Mistral\u00a0AI €2bn")
    analyst.press(KEY.Key_1)


def statement(analyst: Analyst) -> Statement:
    (found,) = analyst.project.statements.of(analyst.article_id)
    return found


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def test_tab_leads_from_the_text_through_the_roles_and_back(analyst: Analyst) -> None:
    tag_funding(analyst)
    seen = []
    for _step in range(7):
        analyst.press(KEY.Key_Tab)
        seen.append(focused())
    roles = ["Funder", "Recipient", "Amount", "Instrument", "Purpose", "Date", "Speaker"]
    assert seen == roles
    analyst.press(KEY.Key_Tab, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert focused() == "Date"
    assert analyst.form.armed is not None
    assert analyst.form.armed.key == "date"


def test_tab_also_reaches_a_role_that_is_filled(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.press(KEY.Key_Tab, KEY.Key_Tab)
    analyst.type("Mistral\u00a0AI")
    analyst.press(KEY.Key_Tab)
    analyst.press(KEY.Key_Backtab, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert focused() == "Recipient"


def test_typed_words_become_a_value_when_the_field_is_left(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.press(KEY.Key_Tab)
    analyst.type("France")
    analyst.press(KEY.Key_Return)
    analyst.type("the state")
    analyst.press(KEY.Key_Tab)
    values = statement(analyst).values
    assert [(value.text, value.span) for value in values] == [
        ("France", analyst.span("France")),
        ("the state", None),
    ]
    assert analyst.project.undo_name == "Change annotation"


def test_letters_typed_in_a_field_decide_on_nothing(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.press(KEY.Key_Tab)
    analyst.type("ars123dnp")
    analyst.press(KEY.Key_Return)
    assert statement(analyst).values[0].text == "ars123dnp"
    assert analyst.project.status().decisions == {}


def test_backspace_in_an_empty_field_removes_the_last_value(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.click("France")
    analyst.push("Funder", within=analyst.form)
    analyst.press(KEY.Key_Tab, KEY.Key_Backspace)
    assert statement(analyst).values == ()


def test_a_value_is_removed_by_its_cross(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.click("France")
    cross = [
        button
        for button in analyst.form.findChildren(type(analyst.button("✕", within=analyst.form)))
        if button.isVisible() and button.accessibleName() == "Remove France"
    ]
    QTest.mouseClick(cross[0], Qt.MouseButton.LeftButton)
    assert statement(analyst).values == ()


def test_a_click_on_a_mention_replaces_the_value_that_is_open(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.press(KEY.Key_Tab)
    for text in ("the state", "Germany"):
        analyst.type(text)
        analyst.press(KEY.Key_Return)
    analyst.push("the state", within=analyst.form)
    analyst.click("France")
    assert {value.text for value in statement(analyst).values} == {"France", "Germany"}


def test_a_value_that_was_only_opened_stays_when_another_role_is_filled(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.press(KEY.Key_Tab)
    analyst.type("the state")
    analyst.press(KEY.Key_Return)
    analyst.push("the state", within=analyst.form)
    analyst.push("Recipient", within=analyst.form)
    analyst.click("Mistral\u00a0AI")
    analyst.push("Funder", within=analyst.form)
    analyst.click("France")
    texts = {value.text for value in statement(analyst).values}
    assert texts == {"the state", "France", "Mistral\u00a0AI"}


def test_a_role_that_holds_one_value_takes_the_new_one(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.push("Date", within=analyst.form)
    analyst.press(KEY.Key_Tab)
    for text in ("2025-01-31", "3 May 2024"):
        analyst.type(text)
        analyst.press(KEY.Key_Return)
    (value,) = statement(analyst).values
    assert (value.text, str(value.day)) == ("3 May 2024", "2024-05-03")


def test_names_of_entities_are_completed(analyst: Analyst) -> None:
    analyst.window.session.do(
        lambda project: project.entities.add("Mistral AI", EntityLabel.ORG, ["Mistral"])
    )
    tag_funding(analyst)
    analyst.press(KEY.Key_Tab)
    analyst.type("mistral a")
    analyst.press(KEY.Key_Down, KEY.Key_Return)
    analyst.qtbot.waitUntil(lambda: bool(statement(analyst).values))
    (value,) = statement(analyst).values
    assert value.entity == "Mistral AI"
    assert value.entity_id is not None
    assert len(statement(analyst).values) == 1


def test_the_bounds_of_a_sum_can_be_corrected(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.push("Amount", within=analyst.form)
    analyst.press(KEY.Key_Tab)
    analyst.type("two to three billion")
    analyst.press(KEY.Key_Return)
    for name, text in (
        ("Lower bound", "2,000,000,000"),
        ("Upper bound", "3bn"),
        ("Currency", "eur"),
    ):
        analyst.field(name).setFocus()
        analyst.type(text)
        analyst.press(KEY.Key_Return)
    (value,) = statement(analyst).values
    assert value.text == "two to three billion"
    assert value.money == Money(2e9, 3e9, "EUR")


def test_a_bound_that_is_no_number_is_marked_and_not_kept(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.push("Amount", within=analyst.form)
    analyst.press(KEY.Key_Tab)
    analyst.type("€2bn")
    analyst.press(KEY.Key_Return)
    low = analyst.field("Lower bound")
    assert isinstance(low, QLineEdit)
    low.setFocus()
    low.selectAll()
    analyst.type("much")
    analyst.press(KEY.Key_Return)
    assert low.property("invalid") is True
    assert statement(analyst).values[0].money == Money(2e9, 2e9, "EUR")


def test_a_choice_is_made_by_letters_without_deciding_on_a_suggestion(analyst: Analyst) -> None:
    tag_funding(analyst)
    box = analyst.field("Instrument")
    assert isinstance(box, QComboBox)
    box.setFocus()
    analyst.press(KEY.Key_G)
    assert [value.text for value in statement(analyst).values] == ["grant"]
    assert analyst.project.status().decisions == {}


def test_o_and_v_change_modality_and_polarity(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.press(KEY.Key_O, KEY.Key_O, KEY.Key_V)
    assert statement(analyst).modality is Modality.POSSIBLE
    assert statement(analyst).polarity is Polarity.NEGATED
    analyst.push("Desired", within=analyst.form)
    assert statement(analyst).modality is Modality.DESIRED


def test_a_note_is_kept_and_rendered(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.push("Edit", within=analyst.form)
    source = analyst.form.findChild(QPlainTextEdit)
    assert source is not None
    source.setPlainText("**big**")
    analyst.press(KEY.Key_Return, modifiers=CONTROL)
    assert statement(analyst).note == "**big**"


def test_a_note_is_written_by_keys_alone(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.press(KEY.Key_F2, modifiers=CONTROL)
    source = QApplication.focusWidget()
    assert isinstance(source, QPlainTextEdit)
    QApplication.processEvents()
    assert not source.visibleRegion().isEmpty()
    analyst.type("1 of 2, ask A")
    analyst.press(KEY.Key_Return, modifiers=CONTROL)
    assert statement(analyst).note == "1 of 2, ask A"


def test_a_note_on_a_suggested_statement_opens_its_form(analyst: Analyst) -> None:
    analyst.press(KEY.Key_F2, modifiers=CONTROL)
    assert analyst.form.is_correcting
    analyst.type("doubtful")
    analyst.press(KEY.Key_Return, KEY.Key_Return, modifiers=CONTROL)
    assert statement(analyst).note == "doubtful"
    assert statement(analyst).suggestion_id is not None


def test_where_no_statement_is_meant_the_key_of_its_note_says_so(analyst: Analyst) -> None:
    analyst.press(KEY.Key_N)
    analyst.press(KEY.Key_F2, modifiers=CONTROL)
    assert "No statement is open" in analyst.window.banner.text


def test_the_speaker_is_filled_by_a_click_on_a_mention(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.push("Speaker", within=analyst.form)
    analyst.click("France")
    speaker = statement(analyst).speaker
    assert speaker is not None
    assert (speaker.text, speaker.span) == ("France", analyst.span("France"))


def test_what_is_being_typed_is_kept_when_the_article_is_left(analyst: Analyst) -> None:
    tag_funding(analyst)
    at = analyst.article_id
    analyst.press(KEY.Key_Tab)
    analyst.type("France")
    analyst.window.menus.actions["next_article"].trigger()
    (kept,) = analyst.project.statements.of(at)
    assert [value.text for value in kept.values] == ["France"]


def test_c_corrects_and_saving_goes_on(analyst: Analyst) -> None:
    suggestion = analyst.current
    analyst.press(KEY.Key_C, KEY.Key_V)
    assert analyst.project.statements.of(analyst.article_id) == ()
    analyst.press(KEY.Key_A)
    assert statement(analyst).polarity is Polarity.NEGATED
    decision = analyst.project.suggestions.decision(suggestion.id)
    assert decision is not None
    assert decision.verdict is Verdict.CORRECTED
    assert analyst.current.quote == "France"
    assert not analyst.form.isVisible()


def test_a_correction_typed_and_ended_with_control_enter_is_saved(analyst: Analyst) -> None:
    analyst.press(KEY.Key_C, KEY.Key_Tab)
    analyst.type("Paris")
    analyst.press(KEY.Key_Return, modifiers=CONTROL)
    assert "Paris" in [value.text for value in statement(analyst).values]
    assert analyst.current.quote == "France"


def test_a_correction_that_changes_nothing_counts_as_accepted(analyst: Analyst) -> None:
    suggestion = analyst.current
    analyst.press(KEY.Key_C)
    analyst.push("Save and go on")
    decision = analyst.project.suggestions.decision(suggestion.id)
    assert decision is not None
    assert decision.verdict is Verdict.ACCEPTED


def test_enter_keeps_the_field_and_enter_again_saves_the_correction(analyst: Analyst) -> None:
    suggestion = analyst.current
    analyst.press(KEY.Key_C, KEY.Key_O, KEY.Key_Tab)
    analyst.type("Paris")
    analyst.press(KEY.Key_Return)
    assert analyst.form.isVisible()
    assert analyst.project.suggestions.decision(suggestion.id) is None
    analyst.press(KEY.Key_Return)
    assert statement(analyst).modality is Modality.PLANNED
    assert "Paris" in [value.text for value in statement(analyst).values]
    assert analyst.current.quote == "France"
    assert analyst.view.hasFocus()


def test_enter_after_a_completion_saves_it_once(analyst: Analyst) -> None:
    analyst.window.session.do(
        lambda project: project.entities.add("Mistral AI", EntityLabel.ORG, ["Mistral"])
    )
    analyst.press(KEY.Key_C, KEY.Key_Tab)
    analyst.type("mistral a")
    analyst.press(KEY.Key_Return)
    assert QApplication.activePopupWidget() is None
    analyst.press(KEY.Key_Return)
    written = [value.text for value in statement(analyst).values if value.role == "funder"]
    assert written == ["France", "mistral a"]


def test_enter_does_not_go_on_over_words_that_the_field_cannot_take(analyst: Analyst) -> None:
    analyst.press(KEY.Key_C)
    analyst.push("Amount", within=analyst.form)
    low = analyst.field("Lower bound")
    assert isinstance(low, QLineEdit)
    low.setFocus()
    low.selectAll()
    analyst.type("much")
    analyst.press(KEY.Key_Return, KEY.Key_Return)
    assert analyst.form.isVisible()
    assert low.text() == "much"


def test_escape_leaves_the_field_and_keeps_what_was_typed(analyst: Analyst) -> None:
    analyst.press(KEY.Key_C, KEY.Key_Tab)
    analyst.type("Paris")
    analyst.press(KEY.Key_Escape)
    assert analyst.form.hasFocus()
    analyst.press(KEY.Key_Return)
    assert "Paris" in [value.text for value in statement(analyst).values]


def test_escape_asks_before_a_correction_is_lost(analyst: Analyst) -> None:
    suggestion = analyst.current
    analyst.press(KEY.Key_C, KEY.Key_O, KEY.Key_Tab)
    analyst.type("Paris")
    analyst.press(KEY.Key_Return, KEY.Key_Escape, KEY.Key_Escape)
    assert "not saved yet" in analyst.reads(analyst.form)
    analyst.press(KEY.Key_Escape)
    assert "not saved yet" not in analyst.reads(analyst.form)
    assert analyst.form.isVisible()
    analyst.press(KEY.Key_Escape, KEY.Key_Return)
    decision = analyst.project.suggestions.decision(suggestion.id)
    assert decision is not None
    assert decision.verdict is Verdict.CORRECTED
    assert statement(analyst).modality is Modality.PLANNED
    assert analyst.view.hasFocus()


def test_a_correction_is_dropped_only_when_that_is_the_answer(analyst: Analyst) -> None:
    suggestion = analyst.current
    analyst.press(KEY.Key_C, KEY.Key_O, KEY.Key_Escape, KEY.Key_Tab, KEY.Key_Return)
    assert not analyst.form.isVisible()
    assert analyst.current == suggestion
    assert analyst.project.suggestions.decision(suggestion.id) is None
    assert analyst.view.hasFocus()


def test_the_buttons_ask_as_escape_does(analyst: Analyst) -> None:
    suggestion = analyst.current
    for button in ("Cancel", "✕"):
        analyst.press(KEY.Key_C, KEY.Key_O)
        analyst.push(button, within=analyst.form._foot if button == "Cancel" else analyst.form)
        assert analyst.form.isVisible()
        analyst.push("Drop it", within=analyst.form)
        assert not analyst.form.isVisible()
    assert analyst.project.suggestions.decision(suggestion.id) is None


def test_editing_goes_on_while_the_question_stands(analyst: Analyst) -> None:
    analyst.press(KEY.Key_C, KEY.Key_O, KEY.Key_Escape, KEY.Key_V)
    assert "not saved yet" not in analyst.reads(analyst.form)
    analyst.press(KEY.Key_Return)
    assert statement(analyst).polarity is Polarity.NEGATED
    assert statement(analyst).modality is Modality.PLANNED


def test_c_pressed_again_keeps_the_corrections(analyst: Analyst) -> None:
    analyst.press(KEY.Key_C, KEY.Key_O, KEY.Key_C, KEY.Key_Return)
    assert statement(analyst).modality is Modality.PLANNED


def test_escape_without_corrections_leaves_a_suggestion_pending(analyst: Analyst) -> None:
    suggestion = analyst.current
    analyst.press(KEY.Key_C, KEY.Key_Escape)
    assert not analyst.form.isVisible()
    assert analyst.current == suggestion
    assert analyst.project.status().decisions == {}


def test_the_button_that_saves_names_its_keys(analyst: Analyst) -> None:
    analyst.press(KEY.Key_C)
    assert "Ctrl+Enter" in analyst.button("Save and go on", within=analyst.form).toolTip()


def test_a_mention_can_be_relabelled_and_linked(analyst: Analyst) -> None:
    analyst.press(KEY.Key_N, KEY.Key_C)
    entity = analyst.field("Entity")
    assert isinstance(entity, QLineEdit)
    assert entity.text() == "France"
    entity.setFocus()
    entity.selectAll()
    analyst.type("French Republic")
    analyst.push("Save and go on")
    (mention,) = analyst.project.mentions.of(analyst.article_id)
    assert (mention.entity, mention.label) == ("French Republic", EntityLabel.GPE)


def test_a_claim_can_be_changed_after_it_was_accepted(analyst: Analyst) -> None:
    analyst.press(KEY.Key_P, KEY.Key_A)
    (claim,) = analyst.project.claims.of(analyst.article_id)
    analyst.form.open(Ref(Kind.CLAIM, claim.id))
    analyst.push("Forecast", within=analyst.form)
    (claim,) = analyst.project.claims.of(analyst.article_id)
    assert claim.kind is ClaimKind.FORECAST
    assert claim.suggestion_id is not None
    decision = analyst.project.suggestions.decision(claim.suggestion_id)
    assert decision is not None
    assert decision.verdict is Verdict.CORRECTED


def test_retired_types_and_roles_of_a_statement_are_still_shown(analyst: Analyst) -> None:
    analyst.press(KEY.Key_A)
    codebook = analyst.project.codebook.get()
    funding = codebook.types[0]
    fewer = tuple(role for role in funding.roles if role.key != "funder")
    left = replace(codebook, types=(replace(funding, roles=fewer), *codebook.types[1:]))
    analyst.window.session.do(lambda project: project.codebook.save(left))
    analyst.form.open(Ref(Kind.STATEMENT, statement(analyst).id))
    assert analyst.button("Funder (retired)", within=analyst.form).isVisible()
    without = replace(codebook, types=codebook.types[1:])
    analyst.window.session.do(lambda project: project.codebook.save(without))
    assert analyst.button("Funding (retired)", within=analyst.form).isVisible()


def test_corrections_are_kept_when_the_coder_goes_on_to_something_else(analyst: Analyst) -> None:
    suggestion = analyst.current
    analyst.press(KEY.Key_C, KEY.Key_O, KEY.Key_N)
    decision = analyst.project.suggestions.decision(suggestion.id)
    assert decision is not None
    assert decision.verdict is Verdict.CORRECTED
    assert statement(analyst).modality is Modality.PLANNED


def test_corrections_are_kept_when_another_article_is_opened(analyst: Analyst) -> None:
    at = analyst.article_id
    analyst.press(KEY.Key_C, KEY.Key_Tab)
    analyst.type("Paris")
    analyst.window.menus.actions["next_article"].trigger()
    (kept,) = analyst.project.statements.of(at)
    assert "Paris" in [value.text for value in kept.values]
    assert analyst.article_id != at


def test_looking_into_the_form_and_going_on_decides_nothing(analyst: Analyst) -> None:
    analyst.press(KEY.Key_C, KEY.Key_N, KEY.Key_C, KEY.Key_P)
    assert analyst.project.status().decisions == {}


def test_the_text_has_the_focus_again_when_the_form_closes(analyst: Analyst) -> None:
    analyst.press(KEY.Key_C, KEY.Key_Tab, KEY.Key_Escape, KEY.Key_Escape)
    assert analyst.view.hasFocus()
    analyst.press(KEY.Key_C, KEY.Key_Return)
    assert analyst.view.hasFocus()


def test_the_type_can_be_changed_while_correcting(analyst: Analyst) -> None:
    analyst.press(KEY.Key_C)
    analyst.push("Policy", within=analyst.form)
    assert analyst.form.isVisible()
    analyst.push("Save and go on")
    assert statement(analyst).type == "policy"
    assert statement(analyst).values == ()


def test_the_armed_role_is_scrolled_into_view(analyst: Analyst) -> None:
    tag_funding(analyst)
    for _step in range(7):
        analyst.press(KEY.Key_Tab)
    field = QApplication.focusWidget()
    assert field is not None
    analyst.qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())


def test_the_bar_names_the_role_that_is_armed_now(analyst: Analyst) -> None:
    tag_funding(analyst)
    analyst.select("Mistral\u00a0AI")
    analyst.push("Recipient", within=analyst.form)
    bar = analyst.view.findChild(TagBar)
    assert bar is not None
    analyst.qtbot.waitUntil(bar.isVisible)
    analyst.push("→ Recipient")
    assert [value.role for value in statement(analyst).values] == ["recipient"]


def test_rejecting_while_correcting_rejects_just_that_suggestion(analyst: Analyst) -> None:
    suggestion = analyst.current
    analyst.press(KEY.Key_C, KEY.Key_O, KEY.Key_R)
    decision = analyst.project.suggestions.decision(suggestion.id)
    assert decision is not None
    assert decision.verdict is Verdict.REJECTED
    assert analyst.project.status().decisions == {Verdict.REJECTED: 1}
    assert analyst.current.quote == "France"


def test_going_on_from_a_correction_passes_over_none(analyst: Analyst) -> None:
    analyst.press(KEY.Key_C, KEY.Key_O, KEY.Key_N)
    assert analyst.current.quote == "France"


def test_accepting_on_the_card_while_a_statement_is_open_closes_the_statement(
    analyst: Analyst,
) -> None:
    analyst.select(POLICY)
    analyst.press(KEY.Key_2)
    analyst.push("Accept", within=analyst.stream)
    assert not analyst.form.isVisible()
    assert analyst.project.status().decisions == {Verdict.ACCEPTED: 1}


@pytest.mark.parametrize("correcting", [False, True])
def test_escape_in_a_note_keeps_what_was_typed(analyst: Analyst, correcting: bool) -> None:  # noqa: FBT001 (a case)
    if correcting:
        analyst.press(KEY.Key_C)
    else:
        tag_funding(analyst)
    analyst.push("Edit", within=analyst.form)
    analyst.type("Zoe\u0301 🏛️")
    analyst.press(KEY.Key_Escape)
    source = analyst.form.findChild(QPlainTextEdit)
    assert source is not None
    assert source.isHidden()
    if correcting:
        assert analyst.form.isVisible()
        analyst.push("Save and go on")
    assert statement(analyst).note == "Zoe\u0301 🏛️"


def test_the_head_of_a_stored_statement_is_whole_in_a_narrow_panel(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_A)
    analyst.click("gives")
    head = analyst.form.findChild(FormHead)
    assert head.width() < 300
    assert "…" not in head.findChild(ElidedLabel).text()
