"""The list of sentences behind a number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.domain import ClaimDraft, ClaimKind, Kind, Span
from annotator.ui.sentences import Reference, SentencesPanel, references
from annotator.ui.sentences.places import lead, lines_of, rest
from annotator.ui.session import Session
from factories import span

TEXT = "🚀 Nordwind Labs opens.\nThe city of Halm gives Nordwind €5 million. People cheer."

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("Nordwind €5", "The city of Halm gives ", " million. "),
        ("People", "", " cheer."),
        ("🚀 Nordwind", "", " Labs opens.\n"),
        ("€5 million.", "The city of Halm gives Nordwind ", " "),
        ("opens.\nThe", "🚀 Nordwind Labs ", " city of Halm gives Nordwind €5 million. "),
    ],
)
def test_the_sentence_around_some_words_is_shown(words: str, before: str, after: str) -> None:
    found = span(words, TEXT)
    assert (lead(TEXT, found.start), rest(TEXT, found.stop)) == (before, after)


def test_a_sentence_too_long_for_a_list_is_cut_on_both_sides() -> None:
    text = "word " * 1000
    assert lead(text, 2500).startswith("…word ")
    assert len(lead(text, 2500)) < 100
    assert len(rest(text, 2504)) < 300


def test_a_line_holds_the_words_between_what_stands_around_them(session: Session) -> None:
    project = session.project
    first = project.entities.mention_ids(_entity(session, "Halm"))[0]
    reference = Reference(Kind.MENTION, first)
    line = lines_of(project, [reference])[reference]
    assert (line.before, line.words, line.after.strip()) == (
        "The city of ",
        "Halm",
        "gives Nordwind €5 million.",
    )
    assert (line.title, line.source, line.day) == ("A lab opens", "Halm Herald", "2026-03-01")


def test_a_claim_is_called_by_the_name_of_its_kind(session: Session) -> None:
    draft = ClaimDraft(span=span("People cheer.", TEXT), kind=ClaimKind.OPINION)
    changes = session.project.claims.add(1, draft)
    reference = Reference(Kind.CLAIM, changes.first(Kind.CLAIM))
    assert lines_of(session.project, [reference])[reference].place.label == "Opinion"


def test_what_is_gone_is_left_out(session: Session) -> None:
    assert lines_of(session.project, references(Kind.STATEMENT, [4711])) == {}


def test_a_click_asks_for_the_article_at_its_place(session: Session, qtbot: QtBot) -> None:
    panel = _panel(session, qtbot)
    statements = session.project.entities.statement_ids(_entity(session, "Halm"))
    panel.show_references("Halm", references(Kind.STATEMENT, statements))
    table = panel._list
    box = table.visualRect(table.model().index(1, 0))
    with qtbot.waitSignal(panel.open_requested) as asked:
        QTest.mouseClick(table.viewport(), LEFT, NO_KEYS, box.center())
    assert asked.args == [2, span("Halm wants rules.", session.project.articles.text(2))]


def test_enter_asks_for_the_article_of_the_current_line(session: Session, qtbot: QtBot) -> None:
    panel = _panel(session, qtbot)
    panel.show_references("All", references(Kind.ARTICLE, [1, 2]))
    with qtbot.waitSignal(panel.open_requested) as asked:
        QTest.keyClick(panel._list, Qt.Key.Key_Return)
    assert asked.args == [1, Span(0, 0)]


def test_escape_closes_the_list(session: Session, qtbot: QtBot) -> None:
    panel = _panel(session, qtbot)
    panel.show_references("All", references(Kind.ARTICLE, [1]))
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel._list, Qt.Key.Key_Escape)


def test_lines_follow_a_change_of_the_codebook(session: Session, qtbot: QtBot) -> None:
    panel = _panel(session, qtbot)
    panel.show_references("All", references(Kind.STATEMENT, [1]))
    model = panel._model
    before = model.line(0)
    session.do(lambda project: project.statements.remove(1))
    assert before is not None
    assert model.line(0) is None


def _panel(session: Session, qtbot: QtBot) -> SentencesPanel:
    panel = SentencesPanel(session)
    qtbot.addWidget(panel)
    panel.resize(400, 500)
    panel.show()
    return panel


def _entity(session: Session, name: str) -> int:
    entity = session.project.entities.named(name)
    assert entity is not None
    return entity.id
