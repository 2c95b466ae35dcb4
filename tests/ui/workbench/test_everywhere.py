"""Tagging the same words everywhere, and being offered them after one tag."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

import factories
from annotator.domain import EntityLabel
from annotator.ui.occurrences import OccurrenceDialog
from annotator.ui.occurrences.listing import OccurrenceList
from ui.workbench.analyst import LEFT, Analyst, Cost

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
OTHER = "OpenAI sues. “OpenAI’s boss left OpenAI Global.” No XOpenAI here, but OPENAI. OpenAI!"


def show(analyst: Analyst, text: str = OTHER) -> None:
    """Import an article and put it on show."""
    session = analyst.window.session
    session.do(lambda project: project.articles.add([factories.article_draft(text)]))
    newest = max(analyst.project.articles.ids())
    session.show_article(newest)
    analyst.view.setFocus()


def opened(analyst: Analyst) -> OccurrenceDialog:
    analyst.qtbot.waitUntil(lambda: analyst.window.findChild(OccurrenceDialog) is not None)
    dialog = analyst.window.findChild(OccurrenceDialog)
    assert dialog is not None
    analyst.qtbot.waitUntil(listed(dialog).hasFocus)
    return dialog


def listed(dialog: OccurrenceDialog) -> OccurrenceList:
    found = dialog.findChild(OccurrenceList)
    assert found is not None
    return found


def rows(dialog: OccurrenceDialog) -> list[str]:
    model = listed(dialog).model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def texts(dialog: OccurrenceDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QPushButton)]


def tagged(analyst: Analyst) -> list[tuple[str, EntityLabel, str]]:
    found = analyst.project.mentions.of(analyst.article_id)
    return [(each.quote, each.label, each.entity) for each in found]


def test_two_keys_tag_all_places_of_the_current_mention_as_one_step(analyst: Analyst) -> None:
    show(analyst)
    analyst.select("OpenAI")
    analyst.press(KEY.Key_E, KEY.Key_O)
    analyst.press(KEY.Key_Escape)
    analyst.press(KEY.Key_T)
    dialog = opened(analyst)
    assert len(rows(dialog)) == 4
    assert rows(dialog)[0].startswith("already tagged; ")
    assert "3 of 4 places · 1 already tagged" in analyst.reads(dialog)
    analyst.press(KEY.Key_Return)
    assert tagged(analyst) == [("OpenAI", EntityLabel.ORG, "OpenAI")] * 4
    assert analyst.project.undo_name == "Tag 3 mentions"
    assert analyst.project.suggestions.pending(analyst.article_id) == ()
    analyst.window.activateWindow()
    analyst.qtbot.waitUntil(analyst.view.hasFocus)
    analyst.press(KEY.Key_Z, modifiers=CONTROL)
    assert len(tagged(analyst)) == 1


def test_words_that_are_not_tagged_yet_ask_for_their_label(analyst: Analyst) -> None:
    show(analyst)
    analyst.select("OpenAI")
    analyst.press(KEY.Key_T, KEY.Key_P)
    opened(analyst)
    analyst.press(KEY.Key_Return)
    assert {label for _quote, label, _entity in tagged(analyst)} == {EntityLabel.PERSON}
    assert analyst.view.selected_span() is None


def test_space_and_a_click_take_a_tick_away_and_a_ticks_all(analyst: Analyst) -> None:
    show(analyst)
    analyst.select("OpenAI")
    analyst.press(KEY.Key_T, KEY.Key_O)
    dialog = opened(analyst)
    analyst.press(KEY.Key_Space)
    places = listed(dialog)
    second = places.visualRect(places.model().index(1, 0)).center()
    QTest.mouseClick(places.viewport(), LEFT, pos=second)
    assert "2 of 4 places" in analyst.reads(dialog)
    analyst.press(KEY.Key_A)
    assert "4 of 4 places" in analyst.reads(dialog)
    analyst.press(KEY.Key_A)
    assert not analyst.button("Tag 0", within=dialog).isEnabled()
    analyst.press(KEY.Key_Return)
    assert dialog.isVisible()
    analyst.press(KEY.Key_Space, KEY.Key_Return)
    assert len(tagged(analyst)) == 1


def test_tab_goes_to_all_articles_and_back(analyst: Analyst) -> None:
    show(analyst)
    analyst.select("OpenAI")
    analyst.press(KEY.Key_T, KEY.Key_O)
    dialog = opened(analyst)
    analyst.press(KEY.Key_Tab)
    analyst.qtbot.waitUntil(lambda: "5 of 5 places" in analyst.reads(dialog))
    assert rows(dialog)[0].startswith("France backs Mistral: “Mistral is ahead of OpenAI”")
    analyst.press(KEY.Key_Tab)
    assert "4 of 4 places" in analyst.reads(dialog)
    analyst.press(KEY.Key_Tab)
    analyst.qtbot.waitUntil(lambda: "5 of 5 places" in analyst.reads(dialog))
    analyst.qtbot.waitUntil(lambda: "Reading…" not in texts(dialog))
    analyst.press(KEY.Key_Return)
    assert len(analyst.project.mentions.of(2)) == 1
    assert len(tagged(analyst)) == 4


def test_two_keys_tag_all_places_of_the_whole_project(analyst: Analyst) -> None:
    show(analyst)
    analyst.select("OpenAI")
    analyst.press(KEY.Key_E, KEY.Key_O, KEY.Key_Escape)
    analyst.cost = Cost()
    analyst.press(KEY.Key_T, modifiers=Qt.KeyboardModifier.ShiftModifier)
    dialog = opened(analyst)
    analyst.qtbot.waitUntil(lambda: "Tag 4" in texts(dialog))
    analyst.press(KEY.Key_Return)
    assert len(analyst.project.mentions.of(2)) == 1
    assert len(tagged(analyst)) == 4
    assert analyst.cost == Cost(keys=2)


def test_the_mouse_alone_does_it_too(analyst: Analyst) -> None:
    show(analyst)
    analyst.select("OpenAI")
    analyst.window.menus.trigger("tag_everywhere")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.mouseClick(menu, LEFT, pos=QPoint(24, 40))
    dialog = opened(analyst)
    analyst.push("All articles", within=dialog)
    analyst.qtbot.waitUntil(lambda: "5 of 5 places" in analyst.reads(dialog))
    analyst.push("This article", within=dialog)
    analyst.push("Any case", within=dialog)
    analyst.push("Tag 5", within=dialog)
    assert [quote for quote, _label, _entity in tagged(analyst)][3] == "OPENAI"


def test_letters_of_any_case_are_found_where_that_is_wanted(analyst: Analyst) -> None:
    show(analyst)
    analyst.select("OpenAI")
    analyst.press(KEY.Key_T, KEY.Key_O)
    dialog = opened(analyst)
    analyst.press(KEY.Key_C)
    assert "5 of 5 places" in analyst.reads(dialog)


def test_a_part_of_a_word_stands_nowhere(analyst: Analyst) -> None:
    show(analyst)
    start = analyst.span("OpenAI").start
    cursor = analyst.view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + 4, cursor.MoveMode.KeepAnchor)
    analyst.view.setTextCursor(cursor)
    analyst.press(KEY.Key_T, KEY.Key_O)
    dialog = opened(analyst)
    assert "stand nowhere by themselves" in analyst.reads(dialog)
    analyst.press(KEY.Key_Return)
    assert dialog.isVisible()


def test_a_screen_reader_can_tick(analyst: Analyst) -> None:
    show(analyst)
    analyst.select("OpenAI")
    analyst.press(KEY.Key_T, KEY.Key_O)
    dialog = opened(analyst)
    model = listed(dialog).model()
    role = Qt.ItemDataRole.CheckStateRole
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked, role)
    assert "3 of 4 places" in analyst.reads(dialog)


def test_escape_tags_nothing(analyst: Analyst) -> None:
    show(analyst)
    analyst.select("OpenAI")
    analyst.press(KEY.Key_T, KEY.Key_O)
    opened(analyst)
    analyst.press(KEY.Key_Escape)
    assert tagged(analyst) == []


def test_the_current_suggestion_says_what_is_looked_for(analyst: Analyst) -> None:
    analyst.press(KEY.Key_N)
    assert analyst.current.quote == "France"
    analyst.press(KEY.Key_T)
    assert len(rows(opened(analyst))) == 1
    analyst.press(KEY.Key_Return)
    assert tagged(analyst) == [("France", EntityLabel.GPE, "France")]
    assert analyst.current.quote == "Mistral\u00a0AI"


def test_the_mention_at_the_caret_says_it_where_no_mention_is_current(analyst: Analyst) -> None:
    analyst.view.put_caret(analyst.span("France").start + 2)
    analyst.press(KEY.Key_T)
    assert "“France”" in analyst.reads(opened(analyst))


def test_the_mention_in_the_form_says_it_first(analyst: Analyst) -> None:
    analyst.select("OpenAI")
    analyst.press(KEY.Key_E, KEY.Key_O, KEY.Key_T)
    assert "“OpenAI”" in analyst.reads(opened(analyst))


def test_nothing_meant_says_what_to_do(analyst: Analyst) -> None:
    show(analyst)
    with analyst.qtbot.waitSignal(analyst.window.session.failed) as failed:
        analyst.press(KEY.Key_T)
    assert "Select the words" in failed.args[0].sentence


def test_one_tag_offers_the_same_words_as_suggestions_and_undo_takes_both(
    analyst: Analyst,
) -> None:
    show(analyst)
    analyst.select("OpenAI")
    analyst.press(KEY.Key_E, KEY.Key_O)
    assert analyst.current.span == analyst.span("OpenAI", after=5)
    assert "as you tagged “OpenAI”" in analyst.reads(analyst.stream)
    assert "1 of 3" in analyst.reads(analyst.stream)
    analyst.press(KEY.Key_Z, modifiers=CONTROL)
    assert tagged(analyst) == []
    assert analyst.stream.current is None


def test_an_accepted_one_leads_on_to_what_it_offers_next(analyst: Analyst) -> None:
    show(analyst)
    analyst.select("OpenAI", after=5)
    analyst.press(KEY.Key_E, KEY.Key_O, KEY.Key_Escape)
    first = analyst.span("OpenAI")
    assert analyst.current.span == first
    analyst.press(KEY.Key_R, KEY.Key_A)
    assert len(tagged(analyst)) == 2
    assert analyst.current.span.start == OTHER.index("OpenAI!")
    analyst.press(KEY.Key_A)
    assert analyst.stream.current is None


def test_an_article_that_is_opened_later_offers_what_was_tagged_before(analyst: Analyst) -> None:
    analyst.select("OpenAI")
    analyst.press(KEY.Key_E, KEY.Key_O, KEY.Key_Escape)
    show(analyst)
    assert len(analyst.project.suggestions.pending(analyst.article_id)) == 4
    assert analyst.current.quote == "OpenAI"
    analyst.press(KEY.Key_R)
    analyst.window.session.show_article(2)
    analyst.window.session.show_article(3)
    assert len(analyst.project.suggestions.pending(analyst.article_id)) == 3


def test_what_an_older_tag_offers_stays_when_a_later_step_is_undone(analyst: Analyst) -> None:
    analyst.select("OpenAI")
    analyst.press(KEY.Key_E, KEY.Key_O, KEY.Key_Escape)
    session = analyst.window.session
    session.do(lambda project: project.articles.add([factories.article_draft(OTHER)]))
    session.do(lambda project: project.articles.update(2, title="Later"))
    session.show_article(3)
    assert analyst.current.quote == "OpenAI"
    analyst.press(KEY.Key_Z, modifiers=CONTROL)
    session.show_article(3)
    assert analyst.current.quote == "OpenAI"
    assert analyst.project.undo_name == "Import articles"
