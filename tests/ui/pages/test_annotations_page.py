"""The page of annotations: found, ordered, opened, decided on and removed by keys and mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import EntityLabel, Kind, SuggestionDraft, Verdict
from annotator.project import Project, create_project
from annotator.settings import Settings, ThemeChoice
from annotator.ui.annotations_page import AnnotationsPage
from annotator.ui.annotations_page import page as page_module
from annotator.ui.annotations_page.columns import Column
from annotator.ui.annotations_page.table import AnnotationTable
from annotator.ui.article_view import ArticleView
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session
from annotator.workflows import many

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST = "France gives Mistral money. Élan is ahead, said Zoe."
SECOND = "Berlin adopts a rule 🐝. Mistral may follow."
WORDS = [
    *("Berlin", "adopts a rule", "Mistral", "Mistral may follow"),
    *("France gives Mistral money", "France"),
]


def fill(project: Project) -> None:
    """Two annotations in each article, and two suggestions in the second."""
    first, second = project.articles.add(
        [
            factories.article_draft(FIRST, title="Money", source="Wire"),
            factories.article_draft(SECOND, title="Rules", source="Post"),
        ]
    ).added[Kind.ARTICLE]
    money = factories.statement_draft("France gives Mistral money", FIRST)
    project.statements.add(first, money)
    country = {"label": EntityLabel.GPE}
    project.mentions.add(first, factories.mention_draft("France", FIRST, **country))
    rule = factories.statement_draft("adopts a rule", SECOND, type="policy")
    project.statements.add(second, rule)
    project.mentions.add(second, factories.mention_draft("Berlin", SECOND, **country))
    run = project.suggestions.start_run("en", "1")
    drafts = (
        factories.mention_draft("Mistral", SECOND),
        factories.claim_draft("Mistral may follow", SECOND),
    )
    found = [SuggestionDraft(content=draft, score=0.5) for draft in drafts]
    project.suggestions.store(run, {second: found})


class Reader:
    """Someone on the page of annotations."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.page = window.desk.go_to("annotations")
        assert isinstance(self.page, AnnotationsPage)
        (self.table,) = window.findChildren(AnnotationTable)
        (self.field,) = self.page.findChildren(QLineEdit)
        self.sees(WORDS)

    @property
    def project(self) -> Project:
        return self.window.session.project

    def cells(self, column: Column = Column.TEXT) -> list[str]:
        model = self.table.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def sees(self, words: list[str]) -> None:
        self.qtbot.waitUntil(lambda: self.cells() == words)

    @property
    def selected(self) -> list[str]:
        return [index.data() for index in self.table.selectionModel().selectedRows()]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        popup = QApplication.activePopupWidget()
        inner = popup.focusWidget() if popup else QApplication.focusWidget()
        QTest.keyClick(inner or popup or self.window, key, modifiers)

    def click(self, words: str, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        row = self.cells().index(words)
        place = self.table.visualRect(self.table.model().index(row, 0)).center()
        QTest.mouseClick(self.table.viewport(), LEFT, modifiers, place)

    def click_head(self, column: Column) -> None:
        header = self.table.horizontalHeader()
        place = QPoint(header.sectionViewportPosition(column) + 20, 10)
        QTest.mouseClick(header.viewport(), LEFT, pos=place)

    def box(self, holds: str) -> QComboBox:
        boxes = self.page.findChildren(QComboBox)
        return next(box for box in boxes if box.findText(holds) >= 0)

    def said(self) -> set[str]:
        return {label.text() for label in self.window.findChildren(QLabel) if label.isVisible()}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Work.anno"
    with create_project(path, codebook=factories.codebook(), coder="Ada") as project:
        fill(project)
    window = MainWindow(Session(), Settings(theme=ThemeChoice.LIGHT, coder="Ada"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
    assert window.projects.open(path)
    qtbot.waitUntil(lambda: window.session.article_id is not None)
    yield window
    window.close()


@pytest.fixture
def reader(window: MainWindow, qtbot: QtBot) -> Reader:
    return Reader(window, qtbot)


def test_a_key_leads_to_all_that_is_tagged_and_suggested(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, KEY.Key_5, CTRL)
    table = window.findChild(AnnotationTable)
    qtbot.waitUntil(lambda: table.model().rowCount() == len(WORDS))
    assert table.hasFocus()
    assert window.findChild(AnnotationsPage).isVisible()


def test_a_row_says_what_it_is_where_it_stands_and_in_which_state(reader: Reader) -> None:
    assert reader.cells(Column.KIND)[:3] == ["Mention", "Statement", "Mention"]
    assert reader.cells(Column.LABEL)[:3] == ["Country, city, state", "Policy", "Organisation"]
    assert reader.cells(Column.STATE)[:3] == ["Tagged", "Tagged", "Pending"]
    assert reader.cells(Column.TITLE)[:5] == ["Rules"] * 4 + ["Money"]
    assert "6 annotations" in reader.said()


def test_a_screen_reader_hears_the_whole_row(reader: Reader) -> None:
    table = QAccessible.queryAccessibleInterface(reader.table)
    assert table.text(QAccessible.Text.Name) == "Annotations"
    cells = [table.child(at) for at in range(table.childCount())]
    said = {cell.text(QAccessible.Text.Name) for cell in cells if cell}
    assert "Statement, Policy, Tagged, adopts a rule, Rules" in said


def test_typing_finds_words_and_enter_leads_to_the_table(reader: Reader) -> None:
    reader.press(KEY.Key_F, CTRL)
    QTest.keyClicks(reader.field, "mistral")
    reader.sees(["Mistral", "Mistral may follow", "France gives Mistral money"])
    reader.press(KEY.Key_Return)
    assert reader.table.hasFocus()
    assert reader.selected == ["Mistral"]
    reader.window.menus.trigger("all_annotations")
    reader.sees(WORDS)


def test_down_leads_from_the_search_to_the_table(reader: Reader) -> None:
    reader.press(KEY.Key_F, CTRL)
    reader.press(KEY.Key_Down)
    assert QApplication.focusWidget() is reader.table


def test_what_matches_nothing_is_said(reader: Reader, qtbot: QtBot) -> None:
    reader.field.setText("nowhere")
    qtbot.waitUntil(lambda: "No annotation matches." in reader.said())
    reader.field.clear()
    reader.sees(WORDS)
    assert "No annotation matches." not in reader.said()


def test_the_keys_stay_with_the_list_when_its_last_row_goes(reader: Reader) -> None:
    reader.field.setText("mistral may")
    reader.sees(["Mistral may follow"])
    reader.box("Pending").setCurrentText("Pending")
    reader.table.setFocus()
    reader.press(KEY.Key_A)
    reader.sees([])
    assert reader.table.hasFocus()
    reader.press(KEY.Key_Z, CTRL)
    reader.sees(["Mistral may follow"])
    assert reader.selected == ["Mistral may follow"]


def test_boxes_narrow_the_list_by_kind_label_and_state(reader: Reader) -> None:
    reader.window.menus.trigger("filter_annotations")
    reader.press(KEY.Key_Down)
    reader.press(KEY.Key_Return)
    reader.sees(["adopts a rule", "France gives Mistral money"])
    labels = reader.box("Policy")
    assert labels.findText("Organisation") == -1
    labels.setCurrentText("Policy")
    reader.sees(["adopts a rule"])
    reader.window.menus.trigger("all_annotations")
    reader.box("Pending").setCurrentText("Pending")
    reader.sees(["Mistral", "Mistral may follow"])


def test_a_click_on_a_head_orders_up_then_down_then_no_more(reader: Reader) -> None:
    reader.click_head(Column.TEXT)
    rising = sorted(WORDS, key=str.lower)
    reader.sees(rising)
    reader.click_head(Column.TEXT)
    reader.sees(rising[::-1])
    reader.click_head(Column.TEXT)
    reader.sees(WORDS)


def test_keys_order_the_list_too(reader: Reader) -> None:
    for words in (sorted(WORDS, key=str.lower), sorted(WORDS, key=str.lower, reverse=True)):
        reader.window.menus.trigger("order_annotations")
        reader.press(KEY.Key_Return)
        reader.sees(words)


def test_columns_are_chosen_by_keys(reader: Reader) -> None:
    header = reader.table.horizontalHeader()
    assert header.isSectionHidden(Column.MODALITY)
    reader.window.menus.trigger("annotation_columns")
    for _time in range(Column.MODALITY - 1):
        reader.press(KEY.Key_Down)
    reader.press(KEY.Key_Return)
    assert not header.isSectionHidden(Column.MODALITY)
    assert reader.cells(Column.MODALITY)[:2] == ["", "Is so"]


@pytest.mark.parametrize("how", ["Enter", "double click"])
def test_a_row_opens_its_article_at_the_words(reader: Reader, qtbot: QtBot, how: str) -> None:
    reader.window.session.show_article(1)
    reader.click("Mistral may follow")
    if how == "Enter":
        reader.press(KEY.Key_Return)
    else:
        row = reader.table.visualRect(reader.table.currentIndex()).center()
        QTest.mouseDClick(reader.table.viewport(), LEFT, pos=row)
    view = reader.window.findChild(ArticleView)
    qtbot.waitUntil(view.isVisible)
    assert reader.window.session.article_id == 2
    # the bee before it takes two of Qt's units
    assert view.textCursor().position() == SECOND.index("Mistral may follow") + 1


def test_a_accepts_what_is_selected_and_goes_on(reader: Reader) -> None:
    reader.click("Mistral")
    reader.click("Mistral may follow", SHIFT)
    reader.press(KEY.Key_A)
    reader.qtbot.waitUntil(lambda: reader.cells(Column.STATE) == ["Tagged"] * 6)
    assert reader.selected == ["France gives Mistral money"]
    assert len(reader.project.mentions.of(2)) == 2
    reader.press(KEY.Key_Z, CTRL)
    reader.qtbot.waitUntil(lambda: reader.cells(Column.STATE).count("Pending") == 2)


def test_r_rejects_and_the_menu_makes_it_pending_again(reader: Reader) -> None:
    reader.click("Mistral may follow")
    reader.press(KEY.Key_R)
    reader.qtbot.waitUntil(lambda: "Rejected" in reader.cells(Column.STATE))
    assert [each.quote for each in reader.project.suggestions.pending(2)] == ["Mistral"]
    reader.click("Mistral may follow")
    reader.window.menus.trigger("reopen_listed_ones")
    reader.qtbot.waitUntil(lambda: "Rejected" not in reader.cells(Column.STATE))
    assert len(reader.project.suggestions.pending(2)) == 2


def test_del_removes_the_selected_annotations_in_one_step(reader: Reader) -> None:
    reader.click("Berlin")
    reader.click("adopts a rule", CTRL)
    reader.press(KEY.Key_Delete)
    reader.sees(WORDS[2:])
    assert reader.selected == ["Mistral"]
    assert reader.project.undo_name == "Remove 2 annotations"
    reader.press(KEY.Key_Z, CTRL)
    reader.sees(WORDS)


def test_buttons_do_what_the_keys_do(reader: Reader) -> None:
    reader.click("Mistral")
    for text, row in (("Accept  A", "Mistral"), ("Remove", "Berlin")):
        reader.click(row)
        buttons = reader.page.findChildren(QPushButton)
        QTest.mouseClick(next(each for each in buttons if each.text() == text), LEFT)
        reader.qtbot.waitUntil(lambda: len(reader.selected) == 1)
    assert [each.quote for each in reader.project.mentions.of(2)] == ["Mistral"]


def test_what_does_not_apply_is_said(reader: Reader) -> None:
    told: list[str] = []
    reader.window.session.told.connect(told.append)
    reader.click("Berlin")
    reader.press(KEY.Key_A)
    reader.click("Mistral")
    reader.press(KEY.Key_Delete)
    assert told == [
        "No suggestion is selected.",
        "No annotation is selected; suggestions are rejected.",
    ]
    reader.sees(WORDS)


@pytest.mark.parametrize(("answer", "left"), [("Cancel", 6), ("Remove", 2)])
def test_very_many_at_once_are_asked_for(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    monkeypatch.setattr(page_module, "_MANY", 3)
    asked: list[str] = []

    def reply() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        buttons = box.findChildren(QPushButton)
        QTest.mouseClick(next(each for each in buttons if each.text() == answer), LEFT)

    reader.table.setFocus()
    reader.press(KEY.Key_A, CTRL)
    QTimer.singleShot(0, reply)
    reader.press(KEY.Key_Delete)
    assert asked == ["Remove 4 at once?"]
    reader.qtbot.waitUntil(lambda: len(reader.cells()) == left)


def test_very_many_are_decided_on_in_the_background_as_one_step(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "_MANY", 1)
    monkeypatch.setattr(many, "_PART", 1)
    monkeypatch.setattr(page_module, "ask", lambda *_args, **_words: True)
    reader.table.setFocus()
    reader.press(KEY.Key_A, CTRL)
    reader.press(KEY.Key_A)
    reader.qtbot.waitUntil(lambda: reader.cells(Column.STATE) == ["Tagged"] * 6)
    reader.qtbot.waitUntil(lambda: "Accept 2 at once: 2 done" in reader.said())
    reader.press(KEY.Key_Z, CTRL)
    reader.qtbot.waitUntil(lambda: reader.cells(Column.STATE).count("Pending") == 2)
    assert reader.project.redo_name == "Accept 2 at once"


def test_what_is_tagged_elsewhere_comes_into_the_list_and_the_selection_stays(
    reader: Reader,
) -> None:
    reader.click("France")
    tagged = factories.mention_draft("Zoe", FIRST, label=EntityLabel.PERSON)
    reader.window.session.do(lambda project: project.mentions.add(1, tagged))
    reader.qtbot.waitUntil(lambda: "Zoe" in reader.cells())
    assert reader.selected == ["France"]
    assert "7 annotations" in reader.said()


def test_another_coder_sees_their_own_and_all_when_asked(reader: Reader) -> None:
    session = reader.window.session
    session.project.coders.use("Grace")
    reader.window.desk.go_to("articles")
    session.changed.emit(session.do(lambda project: project.suggestions.flag([1])))
    reader.window.desk.go_to("annotations")
    reader.sees(["Mistral", "Mistral may follow"])
    reader.box("By all coders").setCurrentText("By all coders")
    reader.sees(WORDS)
    assert reader.cells(Column.CODER)[:3] == ["Ada", "Ada", ""]


def test_what_others_have_tagged_is_not_removed_and_that_is_said(reader: Reader) -> None:
    told: list[str] = []
    session = reader.window.session
    session.told.connect(told.append)
    session.project.coders.use("Grace")
    session.changed.emit(session.do(lambda project: project.suggestions.flag([1])))
    reader.box("By all coders").setCurrentText("By all coders")
    reader.sees(WORDS)
    reader.click("Berlin")
    reader.press(KEY.Key_Delete)
    assert told == ["Only annotations of your own can be removed."]
    assert reader.cells() == WORDS


def test_any_words_may_be_typed_or_pasted(reader: Reader) -> None:
    for words in ("100%", "'; DROP TABLE mentions; --", "[a]*?\\", "é" * 30_000, "% " * 10_000):
        reader.field.setText(words)
        reader.qtbot.waitUntil(lambda: not reader.cells())
    reader.field.setText("AdoptS  A rule")
    reader.sees(["adopts a rule"])


def test_a_project_without_annotations_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session()
    session.show_project(create_project(tmp_path / "new.anno", coder="Ada"))
    page = AnnotationsPage(session, Settings())
    qtbot.addWidget(page)
    page.show()
    hint = "Nothing is tagged or suggested yet. What is will be listed here."
    qtbot.waitUntil(lambda: hint in {label.text() for label in page.findChildren(QLabel)})
    session.show_project(None)
    assert page.findChild(AnnotationTable).model().rowCount() == 0


def test_a_verdict_taken_in_the_article_is_seen_on_return(reader: Reader) -> None:
    reader.window.desk.go_to("articles")
    wanted = next(each.id for each in reader.project.suggestions.pending(2))
    reader.window.session.do(lambda project: project.suggestions.skip([wanted]))
    reader.window.desk.go_to("annotations")
    reader.qtbot.waitUntil(lambda: "Skipped" in reader.cells(Column.STATE))
    decision = reader.project.suggestions.decision(wanted)
    assert decision is not None
    assert decision.verdict is Verdict.SKIPPED
