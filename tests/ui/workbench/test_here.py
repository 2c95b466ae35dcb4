"""Every mark at a place is listed and reached, and so is every annotation, by mouse and keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain import Kind, Polarity, SuggestionKind
from annotator.ui.article_view import Layer
from annotator.ui.marked import Ref
from annotator.ui.workbench.here import Here
from ui.workbench.analyst import LEFT, PLAIN, Analyst

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FUNDING = "France gives Mistral\u00a0AI €2bn"


def here(analyst: Analyst) -> Here:
    found = analyst.view.findChild(Here)
    assert found is not None
    return found


def rows(analyst: Analyst) -> list[str]:
    return [here(analyst).item(row).text() for row in range(here(analyst).count())]


def emphasised(analyst: Analyst) -> object:
    return analyst.view._visibility.current


def accept_all(analyst: Analyst) -> None:
    """Three mentions and statements, one claim: all that is suggested."""
    analyst.press(*[KEY.Key_A] * 5)
    assert len(analyst.project.statements.of(analyst.article_id)) == 2


def put_caret(analyst: Analyst, quote: str) -> None:
    analyst.view.put_caret(analyst.span(quote).start)


def test_a_key_lists_the_marks_of_the_current_suggestion_shortest_first(analyst: Analyst) -> None:
    analyst.press(KEY.Key_I)
    assert rows(analyst) == [
        "Country, city, state: mention, suggested   “France”",
        "Funding: statement, suggested   “France gives Mistral AI €2bn”",
    ]
    assert here(analyst).hasFocus()


def test_a_key_lists_the_marks_at_a_caret_that_was_moved(analyst: Analyst) -> None:
    accept_all(analyst)
    put_caret(analyst, "Mistral is ahead")
    analyst.press(KEY.Key_I)
    assert sorted(rows(analyst)) == [
        "Competitor: statement   “Mistral is ahead of OpenAI”",
        "Opinion: claim   “Mistral is ahead of OpenAI”",
    ]


def test_moving_through_the_rows_emphasises_the_mark_in_the_text(analyst: Analyst) -> None:
    current = emphasised(analyst)
    analyst.press(KEY.Key_I)
    assert emphasised(analyst) != current
    analyst.press(KEY.Key_Down)
    assert emphasised(analyst) == current
    analyst.press(KEY.Key_Up, KEY.Key_Escape)
    assert emphasised(analyst) == current


def test_escape_leaves_everything_as_it_was(analyst: Analyst) -> None:
    before, caret = analyst.current, analyst.view.caret
    analyst.press(KEY.Key_I, KEY.Key_Down, KEY.Key_Escape)
    assert not here(analyst).isVisible()
    assert not analyst.form.isVisible()
    assert (analyst.current, analyst.view.caret) == (before, caret)
    assert analyst.view.hasFocus()


def test_enter_makes_a_suggestion_current(analyst: Analyst) -> None:
    analyst.press(KEY.Key_I, KEY.Key_Return)
    assert analyst.current.quote == "France"
    assert emphasised(analyst) == Ref(Kind.SUGGESTION, analyst.current.id)
    assert not here(analyst).isVisible()


def test_an_annotation_is_opened_by_keys_alone(analyst: Analyst) -> None:
    accept_all(analyst)
    put_caret(analyst, "France")
    analyst.press(KEY.Key_I, KEY.Key_Down, KEY.Key_Return)
    assert analyst.form.target is not None
    assert analyst.form.target.kind is Kind.STATEMENT
    assert emphasised(analyst) == analyst.form.target
    analyst.press(KEY.Key_V)
    funding = analyst.project.statements.of(analyst.article_id)[0]
    assert (funding.quote, funding.polarity) == (FUNDING, Polarity.NEGATED)


def test_delete_removes_the_annotation_and_undo_brings_it_back(analyst: Analyst) -> None:
    accept_all(analyst)
    before = analyst.project.mentions.of(analyst.article_id)
    put_caret(analyst, "France")
    analyst.press(KEY.Key_I, KEY.Key_Delete)
    assert [one.quote for one in analyst.project.mentions.of(analyst.article_id)] == [
        "Mistral\u00a0AI"
    ]
    assert not here(analyst).isVisible()
    analyst.press(KEY.Key_Z, modifiers=CONTROL)
    assert analyst.project.mentions.of(analyst.article_id) == before


def test_delete_leaves_a_suggestion_alone(analyst: Analyst) -> None:
    analyst.press(KEY.Key_I, KEY.Key_Delete)
    assert here(analyst).isVisible()
    assert analyst.project.status().decisions == {}


def test_no_key_reaches_the_window_while_the_list_is_shown(analyst: Analyst) -> None:
    analyst.press(KEY.Key_I, KEY.Key_A, KEY.Key_R, KEY.Key_3)
    assert analyst.project.status().decisions == {}
    assert here(analyst).isVisible()


def test_where_no_mark_lies_the_key_says_so(analyst: Analyst) -> None:
    put_caret(analyst, "soon")
    with analyst.qtbot.waitSignal(analyst.window.session.failed) as failed:
        analyst.press(KEY.Key_I)
    assert "No mark lies here" in failed.args[0].sentence
    assert not here(analyst).isVisible()


def test_a_click_where_several_marks_lie_lists_all_of_them(analyst: Analyst) -> None:
    accept_all(analyst)
    analyst.click("France")
    assert rows(analyst) == [
        "Country, city, state: mention   “France”",
        "Funding: statement   “France gives Mistral AI €2bn”",
    ]
    second = here(analyst).visualItemRect(here(analyst).item(1)).center()
    QTest.mouseClick(here(analyst).viewport(), LEFT, PLAIN, second)
    assert analyst.form.target is not None
    assert analyst.form.target.kind is Kind.STATEMENT


def test_a_click_on_a_single_mark_goes_there_at_once(analyst: Analyst) -> None:
    accept_all(analyst)
    analyst.click("gives")
    assert not here(analyst).isVisible()
    assert analyst.form.target is not None


def test_a_double_click_still_selects_a_word_under_several_marks(analyst: Analyst) -> None:
    accept_all(analyst)
    analyst.click("France")
    port, at = analyst.view.viewport(), analyst._at(analyst.span("France").start + 3)
    QTest.mouseDClick(port, LEFT, PLAIN, at)
    selected = analyst.view.selected_span()
    assert selected == analyst.span("France")
    assert not here(analyst).isVisible()


def test_of_marks_on_the_same_words_a_click_can_choose_either(analyst: Analyst) -> None:
    analyst.click("ahead")
    assert sorted(row.split("   ")[0] for row in rows(analyst)) == [
        "Competitor: statement, suggested",
        "Opinion: claim, suggested",
    ]
    opinion = next(at for at, row in enumerate(rows(analyst)) if row.startswith("Opinion"))
    analyst.press(*[KEY.Key_Down] * opinion, KEY.Key_Return)
    assert analyst.current.kind is SuggestionKind.CLAIM


def test_a_mention_that_a_role_waits_for_is_taken_without_a_list(analyst: Analyst) -> None:
    accept_all(analyst)
    put_caret(analyst, "France")
    analyst.press(KEY.Key_I, KEY.Key_Down, KEY.Key_Return)
    analyst.push("Funder", within=analyst.form)
    analyst.click("Mistral\u00a0AI")
    assert not here(analyst).isVisible()
    funding = analyst.project.statements.of(analyst.article_id)[0]
    assert "Mistral\u00a0AI" in {value.text for value in funding.of_role("funder")}


def test_a_click_beside_the_list_takes_it_away(analyst: Analyst) -> None:
    analyst.press(KEY.Key_I)
    analyst.click("soon")
    assert not here(analyst).isVisible()
    assert analyst.current.kind is SuggestionKind.STATEMENT


def test_a_screen_reader_is_told_the_rows(analyst: Analyst) -> None:
    analyst.press(KEY.Key_I)
    spoken = QAccessible.queryAccessibleInterface(here(analyst))
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Marks here"
    assert [spoken.child(row).text(QAccessible.Text.Name) for row in range(2)] == rows(analyst)


def test_a_key_leads_from_one_annotation_to_the_next_and_opens_it(analyst: Analyst) -> None:
    accept_all(analyst)
    analyst.view.put_caret(0)
    seen = []
    for _press in range(6):
        analyst.press(KEY.Key_F4)
        assert analyst.form.target is not None
        seen.append((analyst.form.target.kind, analyst.view.caret))
    france, mistral = analyst.span(FUNDING), analyst.span("Mistral is ahead")
    ai = analyst.span("Mistral\u00a0AI")
    assert seen == [
        (Kind.MENTION, france.start),
        (Kind.STATEMENT, france.start),
        (Kind.MENTION, ai.start),
        (Kind.CLAIM, mistral.start),
        (Kind.STATEMENT, mistral.start),
        (Kind.MENTION, france.start),
    ]


def test_a_key_leads_back_to_the_annotation_before(analyst: Analyst) -> None:
    accept_all(analyst)
    put_caret(analyst, "soon")
    kinds = []
    for _press in range(3):
        analyst.press(KEY.Key_F4, modifiers=SHIFT)
        assert analyst.form.target is not None
        kinds.append(analyst.form.target.kind)
    assert kinds == [Kind.STATEMENT, Kind.CLAIM, Kind.MENTION]
    assert analyst.view.caret == analyst.span("Mistral\u00a0AI").start


def test_annotations_of_layers_that_are_off_are_passed_over(analyst: Analyst) -> None:
    accept_all(analyst)
    analyst.view.set_layer_visible(Layer.MENTIONS, False)
    analyst.view.put_caret(0)
    analyst.press(KEY.Key_F4)
    assert analyst.form.target is not None
    assert analyst.form.target.kind is Kind.STATEMENT


def test_an_annotation_is_changed_and_removed_by_keys_alone(analyst: Analyst) -> None:
    accept_all(analyst)
    analyst.view.put_caret(0)
    analyst.press(KEY.Key_F4, KEY.Key_F4, KEY.Key_Delete)
    assert [one.type for one in analyst.project.statements.of(analyst.article_id)] == ["competitor"]


def test_where_nothing_is_tagged_the_key_says_so(analyst: Analyst) -> None:
    with analyst.qtbot.waitSignal(analyst.window.session.failed) as failed:
        analyst.press(KEY.Key_F4)
    assert "Nothing is tagged" in failed.args[0].sentence


def test_the_list_stays_inside_the_text(analyst: Analyst) -> None:
    analyst.window.resize(1000, 600)
    QApplication.processEvents()
    analyst.press(KEY.Key_I)
    assert analyst.view.viewport().rect().contains(here(analyst).geometry())
