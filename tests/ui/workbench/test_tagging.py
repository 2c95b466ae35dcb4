"""Tagging by hand: a selection becomes a statement, a mention or a claim."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import factories
from annotator.domain import ClaimKind, Codebook, EntityLabel, Kind, Statement
from annotator.ui.workbench.tag_bar import TagBar
from ui.workbench.analyst import LEFT, Analyst

KEY = Qt.Key
POLICY = "Parliament should adopt the AI Act 🏛️"


def only_statement(analyst: Analyst) -> Statement:
    (statement,) = analyst.project.statements.of(analyst.article_id)
    return statement


def bar(analyst: Analyst) -> TagBar:
    found = analyst.view.findChild(TagBar)
    assert found is not None
    return found


def test_a_selection_and_a_key_make_a_statement_with_its_form_open(analyst: Analyst) -> None:
    analyst.select("France gives Mistral\u00a0AI €2bn")
    analyst.press(KEY.Key_1)
    statement = only_statement(analyst)
    assert (statement.type, statement.quote) == ("funding", "France gives Mistral\u00a0AI €2bn")
    assert analyst.form.isVisible()
    assert analyst.form.armed is not None
    assert analyst.form.armed.key == "funder"
    assert analyst.view.selected_span() is None


def test_a_selection_by_keyboard_can_be_tagged_too(analyst: Analyst) -> None:
    analyst.click("said")
    shift = Qt.KeyboardModifier.ShiftModifier
    analyst.press(KEY.Key_Home)
    analyst.press(KEY.Key_End, modifiers=shift)
    analyst.press(KEY.Key_3)
    assert only_statement(analyst).type == "competitor"
    assert only_statement(analyst).quote == "“Mistral is ahead of OpenAI”, said Zoe\u0301 Dupont."


def test_a_click_on_a_mention_fills_the_armed_role_and_arms_the_next(analyst: Analyst) -> None:
    analyst.select("France gives Mistral\u00a0AI €2bn")
    analyst.press(KEY.Key_1)
    analyst.click("France")
    analyst.click("Mistral\u00a0AI")
    values = only_statement(analyst).values
    assert [(value.role, value.text) for value in values] == [
        ("funder", "France"),
        ("recipient", "Mistral\u00a0AI"),
    ]
    assert values[0].span == analyst.span("France")
    assert values[0].entity == "France"


def test_undo_takes_the_filled_role_and_then_the_statement_back(analyst: Analyst) -> None:
    analyst.select("France gives Mistral\u00a0AI €2bn")
    analyst.press(KEY.Key_1)
    analyst.click("France")
    control = Qt.KeyboardModifier.ControlModifier
    analyst.press(KEY.Key_Z, modifiers=control)
    assert only_statement(analyst).values == ()
    assert analyst.form.isVisible()
    analyst.press(KEY.Key_Z, modifiers=control)
    assert analyst.project.statements.of(analyst.article_id) == ()
    assert not analyst.form.isVisible()


def test_words_that_are_no_mention_fill_the_armed_role_by_f(analyst: Analyst) -> None:
    analyst.select("France gives Mistral\u00a0AI €2bn")
    analyst.press(KEY.Key_1)
    analyst.push("Amount", within=analyst.form)
    analyst.select("€2bn")
    analyst.press(KEY.Key_F)
    (value,) = only_statement(analyst).values
    assert value.role == "amount"
    assert value.money is not None
    assert (value.money.low, value.money.high, value.money.currency) == (2e9, 2e9, "EUR")


def test_the_bounds_of_a_statement_can_be_moved(analyst: Analyst) -> None:
    analyst.select(POLICY)
    analyst.press(KEY.Key_2)
    analyst.select("should adopt the AI Act", after=len(factories.TEXT))
    analyst.press(KEY.Key_B)
    assert only_statement(analyst).quote == "should adopt the AI Act"


def test_e_and_a_letter_make_a_mention(analyst: Analyst) -> None:
    analyst.select("Zoe\u0301 Dupont")
    analyst.press(KEY.Key_E, KEY.Key_P)
    (mention,) = analyst.project.mentions.of(analyst.article_id)
    assert (mention.label, mention.quote) == (EntityLabel.PERSON, "Zoe\u0301 Dupont")
    assert mention.entity == "Zoe\u0301 Dupont"


def test_q_and_a_letter_make_a_claim(analyst: Analyst) -> None:
    analyst.select(POLICY)
    analyst.press(KEY.Key_Q, KEY.Key_O)
    (claim,) = analyst.project.claims.of(analyst.article_id)
    assert (claim.kind, claim.quote) == (ClaimKind.OPINION, POLICY)


def test_the_bar_beside_the_selection_tags_with_the_mouse(analyst: Analyst) -> None:
    analyst.select(POLICY)
    analyst.qtbot.waitUntil(bar(analyst).isVisible)
    analyst.push("Policy", within=bar(analyst))
    assert only_statement(analyst).type == "policy"
    analyst.qtbot.waitUntil(lambda: not bar(analyst).isVisible())


def test_the_bar_fills_the_armed_role_with_the_mouse(analyst: Analyst) -> None:
    analyst.select(POLICY)
    analyst.press(KEY.Key_2)
    analyst.select("Parliament")
    analyst.qtbot.waitUntil(bar(analyst).isVisible)
    analyst.push("→ Actor", within=bar(analyst))
    assert [value.text for value in only_statement(analyst).values] == ["Parliament"]


def test_a_mention_can_be_made_with_the_mouse_alone(analyst: Analyst) -> None:
    analyst.select("OpenAI")
    analyst.qtbot.waitUntil(bar(analyst).isVisible)
    analyst.push("Mention", within=bar(analyst))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.mouseClick(menu, LEFT, pos=QPoint(24, 40))
    (mention,) = analyst.project.mentions.of(analyst.article_id)
    assert mention.label is EntityLabel.ORG


def test_a_key_without_a_selection_retypes_the_current_suggestion(analyst: Analyst) -> None:
    suggestion = analyst.current
    analyst.press(KEY.Key_2)
    assert only_statement(analyst).type == "policy"
    assert only_statement(analyst).suggestion_id == suggestion.id
    assert analyst.current.quote == "France"
    assert not analyst.form.isVisible()


def test_a_role_that_holds_many_takes_more_once_it_is_armed_again(analyst: Analyst) -> None:
    analyst.select("France gives Mistral\u00a0AI €2bn")
    analyst.press(KEY.Key_1)
    analyst.click("France")
    analyst.push("Funder", within=analyst.form)
    analyst.click("Mistral\u00a0AI")
    assert {value.role for value in only_statement(analyst).values} == {"funder"}


def test_in_the_form_digits_are_mentions_and_its_buttons_retype(analyst: Analyst) -> None:
    analyst.select(POLICY)
    analyst.press(KEY.Key_2)
    analyst.press(KEY.Key_3)
    assert only_statement(analyst).type == "policy"
    analyst.push("Competitor", within=analyst.form)
    assert only_statement(analyst).type == "competitor"


def test_tagging_nothing_says_what_to_do(analyst: Analyst) -> None:
    analyst.press(KEY.Key_N)
    for key in (KEY.Key_1, KEY.Key_Q, KEY.Key_F, KEY.Key_B):
        with analyst.qtbot.waitSignal(analyst.window.session.failed) as failed:
            analyst.press(key)
        assert "Select the words" in failed.args[0].sentence
    assert analyst.project.status().statements == {}


def test_a_click_on_a_tagged_mark_opens_it_and_delete_removes_it(analyst: Analyst) -> None:
    analyst.select(POLICY)
    analyst.press(KEY.Key_2, KEY.Key_Escape)
    assert not analyst.form.isVisible()
    analyst.click("adopt", after=len(factories.TEXT))
    assert analyst.form.target is not None
    assert analyst.form.target.kind is Kind.STATEMENT
    analyst.press(KEY.Key_Delete)
    assert analyst.project.statements.of(analyst.article_id) == ()
    assert not analyst.form.isVisible()


def test_enter_ends_the_form_without_deciding_on_a_suggestion(analyst: Analyst) -> None:
    analyst.select(POLICY)
    analyst.press(KEY.Key_2, KEY.Key_Return)
    assert not analyst.form.isVisible()
    assert analyst.project.status().decisions == {}


def test_a_span_that_begins_with_a_quotation_mark_is_shown_with_one(analyst: Analyst) -> None:
    analyst.click("ahead")
    analyst.press(KEY.Key_Escape, KEY.Key_Home)
    analyst.press(KEY.Key_End, modifiers=Qt.KeyboardModifier.ShiftModifier)
    analyst.press(KEY.Key_3)
    assert "“Mistral is ahead of OpenAI”, said" in analyst.reads(analyst.form)
    assert "““" not in analyst.reads(analyst.form)


def test_the_key_of_a_type_works_at_once_after_the_codebook_was_changed(analyst: Analyst) -> None:
    types = analyst.project.codebook.get().types
    renamed = Codebook(name="Renamed", types=types)
    analyst.window.session.do(lambda project: project.codebook.save(renamed))
    analyst.select("France gives Mistral\u00a0AI €2bn")
    analyst.press(KEY.Key_2)
    assert only_statement(analyst).type == "policy"
