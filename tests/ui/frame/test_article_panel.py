"""The list of articles: search, filters, order, the article on show."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import Changes, Kind, Span, StatementDraft
from annotator.project import Project
from annotator.settings import Settings
from annotator.ui.article_list import ArticleList
from annotator.ui.article_model import ROW_ROLE
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[ArticlePanel]:
    panel = ArticlePanel(session, Settings())
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    qtbot.waitUntil(lambda: len(titles(panel)) == 12)
    yield panel
    panel.close_reader()


def titles(panel: ArticlePanel) -> list[str]:
    model = panel.findChild(ArticleList).model()
    rows = range(model.rowCount())
    return [model.data(model.index(row, 0), ROW_ROLE).title for row in rows]


def search_field(panel: ArticlePanel) -> QLineEdit:
    fields = panel.findChildren(QLineEdit)
    return next(field for field in fields if field.placeholderText().startswith("Search"))


def box(panel: ArticlePanel, holds: str) -> QComboBox:
    boxes = panel.findChildren(QComboBox)
    return next(box for box in boxes if box.findText(holds) >= 0)


def adding(draft: StatementDraft) -> Callable[[Project], Changes]:
    """What adds a statement to the ninth article."""
    return lambda project: project.statements.add(9, draft)


def texts(panel: ArticlePanel) -> set[str]:
    return {label.text() for label in panel.findChildren(QLabel) if label.isVisible()}


def test_the_first_article_is_on_show_when_a_project_opens(
    panel: ArticlePanel, session: Session
) -> None:
    assert titles(panel)[0] == "Title 12"
    assert session.article_id == 12
    assert panel.selected_articles() == [12]


def test_typing_finds_words_of_the_text(qtbot: QtBot, panel: ArticlePanel) -> None:
    qtbot.keyClicks(search_field(panel), "7m")
    qtbot.waitUntil(lambda: titles(panel) == ["Title 7"])
    assert "1 of 12 articles" in texts(panel)


def test_one_article_is_counted_as_one(panel: ArticlePanel, session: Session, qtbot: QtBot) -> None:
    session.do(lambda project: project.articles.remove(list(range(2, 13))))
    qtbot.waitUntil(lambda: "1 article" in texts(panel))


def test_an_article_imported_while_searching_is_found_too(
    qtbot: QtBot, panel: ArticlePanel, session: Session
) -> None:
    qtbot.keyClicks(search_field(panel), "quantum")
    qtbot.waitUntil(lambda: titles(panel) == [])
    session.do(lambda project: project.articles.add([factories.article_draft("A quantum leap.")]))
    qtbot.waitUntil(lambda: len(titles(panel)) == 1)


def test_a_search_without_hits_offers_to_show_all_again(qtbot: QtBot, panel: ArticlePanel) -> None:
    qtbot.keyClicks(search_field(panel), "nowhere")
    qtbot.waitUntil(lambda: "No article matches." in texts(panel))
    button = next(
        button for button in panel.findChildren(QPushButton) if button.text() == "Show all articles"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(titles(panel)) == 12)


def test_a_search_that_only_excludes_is_explained(
    qtbot: QtBot, panel: ArticlePanel, session: Session
) -> None:
    with qtbot.waitSignal(session.failed) as failed:
        search_field(panel).setText("-quantum")
    assert "at least one word" in failed.args[0].sentence


def test_filters_of_source_and_date_narrow_the_list(qtbot: QtBot, panel: ArticlePanel) -> None:
    box(panel, "Die Zeitung").setCurrentText("Die Zeitung")
    qtbot.waitUntil(lambda: len(titles(panel)) == 6)
    first = next(
        field for field in panel.findChildren(QLineEdit) if field.toolTip() == "Published from"
    )
    first.setText("2025-01-08")
    qtbot.waitUntil(lambda: titles(panel) == ["Title 10", "Title 8"])


def test_a_half_typed_date_asks_for_nothing_yet(panel: ArticlePanel) -> None:
    first = next(
        field for field in panel.findChildren(QLineEdit) if field.toolTip() == "Published from"
    )
    first.setText("2025-01")
    assert first.property("invalid") is True
    assert panel.wanted().published_from is None
    first.setText("2025-01-12")
    assert first.property("invalid") is False


def test_undated_articles_can_be_found(qtbot: QtBot, panel: ArticlePanel) -> None:
    panel.findChild(QCheckBox).setChecked(True)
    qtbot.waitUntil(lambda: set(titles(panel)) == {f"Title {n}" for n in (3, 6, 9, 12)})


def test_the_order_can_be_chosen(qtbot: QtBot, panel: ArticlePanel) -> None:
    box(panel, "Oldest").setCurrentText("Oldest")
    qtbot.waitUntil(lambda: titles(panel)[0] == "Title 1")


def test_next_and_previous_follow_the_list(panel: ArticlePanel, session: Session) -> None:
    panel.next_article()
    assert session.article_id == 11
    assert panel.selected_articles() == [11]
    panel.previous_article()
    panel.previous_article()
    assert session.article_id == 12


def test_a_row_counts_the_statements_of_its_article(
    qtbot: QtBot, panel: ArticlePanel, session: Session
) -> None:
    draft = StatementDraft(span=Span(0, 9), type="funding")
    session.do(lambda project: project.statements.add(12, draft))
    model = panel.findChild(ArticleList).model()
    qtbot.waitUntil(lambda: model.data(model.index(0, 0), ROW_ROLE).statements == 1)
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "1 statement" in said


def test_only_the_rows_of_the_articles_concerned_are_fetched_anew(
    qtbot: QtBot, panel: ArticlePanel, session: Session
) -> None:
    model = panel.findChild(ArticleList).model()
    before = [model.data(model.index(row, 0), ROW_ROLE) for row in range(12)]
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    draft = StatementDraft(span=Span(0, 9), type="funding")
    session.do(lambda project: project.statements.add(9, draft))
    qtbot.waitUntil(lambda: bool(changed))
    after = [model.data(model.index(row, 0), ROW_ROLE) for row in range(12)]
    assert changed == [(3, 3)]
    assert after[3].statements == 1
    assert all(old is new for old, new in zip(before, after, strict=True) if new.id != 9)


def test_a_row_far_down_the_list_is_the_one_that_is_fetched_anew(
    qtbot: QtBot, panel: ArticlePanel, session: Session
) -> None:
    drafts = [factories.article_draft(f"Leap {number} 🐝") for number in range(300)]
    session.do(lambda project: project.articles.add(drafts))
    qtbot.waitUntil(lambda: len(titles(panel)) == 312)
    model = panel.findChild(ArticleList).model()
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    draft = StatementDraft(span=Span(0, 4), type="funding")
    session.do(lambda project: project.statements.add(20, draft))
    qtbot.waitUntil(lambda: bool(changed))
    (row,) = changed
    assert model.data(model.index(row, 0), ROW_ROLE).id == 20


def test_a_row_is_fetched_once_for_all_that_changes_without_a_pause(
    qtbot: QtBot, panel: ArticlePanel, session: Session
) -> None:
    model = panel.findChild(ArticleList).model()
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    for start in range(3):
        session.do(adding(StatementDraft(span=Span(start, 9), type="funding")))
    assert changed == []
    qtbot.waitUntil(lambda: bool(changed))
    assert (changed, model.data(model.index(3, 0), ROW_ROLE).statements) == ([3], 3)


@pytest.mark.usefixtures("panel")
def test_an_article_that_is_gone_is_not_on_show_any_more(qtbot: QtBot, session: Session) -> None:
    session.do(lambda project: project.articles.remove([12]))
    qtbot.waitUntil(lambda: session.article_id == 11)


def test_a_list_without_the_article_on_show_goes_to_none_when_it_takes_the_focus(
    qtbot: QtBot, panel: ArticlePanel, session: Session
) -> None:
    qtbot.keyClicks(search_field(panel), "7m")
    qtbot.waitUntil(lambda: titles(panel) == ["Title 7"])
    found = panel.findChild(ArticleList)
    found.setFocus()
    assert session.article_id == 12
    qtbot.keyClick(found, Qt.Key.Key_Down)
    assert session.article_id == 7


def test_a_project_without_articles_says_how_to_begin(
    qtbot: QtBot, panel: ArticlePanel, session: Session
) -> None:
    session.do(lambda project: project.articles.remove(list(range(1, 13))))
    qtbot.waitUntil(lambda: any("No articles yet" in text for text in texts(panel)))
    with qtbot.waitSignal(panel.import_asked):
        button = next(b for b in panel.findChildren(QPushButton) if b.text() == "Import…")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_another_article_chosen_elsewhere_is_selected_here(
    panel: ArticlePanel, session: Session
) -> None:
    session.show_article(5)
    assert panel.selected_articles() == [5]


def test_an_import_leaves_the_reader_at_the_article_on_show(
    qtbot: QtBot, panel: ArticlePanel, session: Session
) -> None:
    session.show_article(5)
    drafts = [factories.article_draft(f"Leap {number} 🐝") for number in range(30)]
    session.do(lambda project: project.articles.add(drafts))
    qtbot.waitUntil(lambda: len(titles(panel)) == 42)
    assert session.article_id == 5
    assert panel.selected_articles() == [5]
    table = panel.findChild(ArticleList)
    assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))


def test_the_first_of_the_new_articles_is_the_first_of_the_list(
    qtbot: QtBot, panel: ArticlePanel, session: Session
) -> None:
    drafts = [factories.article_draft(f"Leap {number} 🐝") for number in range(2)]
    new = session.do(lambda project: project.articles.add(drafts)).added[Kind.ARTICLE]
    qtbot.waitUntil(lambda: len(titles(panel)) == 14)
    panel.show_first_of(new)
    assert session.article_id == max(new)


def test_new_articles_that_the_search_hides_can_be_shown_but_not_those_that_are_gone(
    qtbot: QtBot, panel: ArticlePanel, session: Session
) -> None:
    search_field(panel).setText("7m")
    qtbot.waitUntil(lambda: titles(panel) == ["Title 7"])
    draft = factories.article_draft("A leap.")
    new = session.do(lambda project: project.articles.add([draft])).added[Kind.ARTICLE]
    panel.show_first_of(new)
    assert session.article_id == new[0]
    session.undo()
    assert session.article_id != new[0]
    panel.show_first_of(new)
    assert session.article_id != new[0]
