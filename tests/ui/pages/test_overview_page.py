"""The page of the overview."""

import csv
import io
import itertools
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import factories
from annotator.analysis import ChartKind, Row, Table, overview
from annotator.analysis.table import Column
from annotator.domain import Kind
from annotator.project import create_project
from annotator.settings import Settings
from annotator.ui.overview_page import OverviewPage, figures
from annotator.ui.overview_page.chart import ChartView
from annotator.ui.overview_page.drawing import Canvas, draw
from annotator.ui.overview_page.section import Section
from annotator.ui.overview_page.table import FiguresModel
from annotator.ui.session import Session
from annotator.ui.theme import DARK, LIGHT

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[OverviewPage]:
    page = OverviewPage(session, Settings())
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    qtbot.waitUntil(lambda: bool(page._sections), timeout=10_000)
    yield page
    page.hide()


def listed(page: OverviewPage) -> list[str]:
    model = page._sentences._model
    lines = [model.line(row) for row in range(model.rowCount())]
    return [line.words or line.title for line in lines if line]


def cell(page: OverviewPage, table: str, row: int, column: str) -> str:
    model = page._sections[table]._model
    return str(model.index(row, model.table.position(column)).data())


def click(page: OverviewPage, table: str, row: int, column: str) -> None:
    section = page._sections[table]
    index = section._model.index(row, section._model.table.position(column))
    section._figures.clicked.emit(index)


def answered(page: OverviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page._looking_up.busy)


def test_totals_count_what_is_there(page: OverviewPage) -> None:
    names = [card.accessibleName() for card in page._cards._cards]
    assert names == [
        "Articles: 2",
        "Articles done: 0",
        "Statements: 2",
        "Claims: 0",
        "Mentions: 5",
    ]


def test_months_without_articles_are_left_to_the_chart() -> None:
    model = FiguresModel()
    model.load(
        Table(
            "time",
            "Over time",
            (Column("month", "Month"), Column("articles", "Articles", numeric=True)),
            (
                Row(("2024-01", 1), article_ids=(1,)),
                Row(("2024-02", 0)),
                Row(("2024-03", 2), article_ids=(2, 3)),
            ),
            ChartKind.TIME,
        )
    )
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["2024-01", "2024-03"]
    assert len(model.table.rows) == 3


def test_the_wheel_moves_the_page_until_a_table_is_worked_with(page: OverviewPage) -> None:
    table = page._sections["entities"]._figures
    port = table.viewport()
    place = QPointF(port.rect().center())

    def turn() -> bool:
        wheel = QWheelEvent(
            place,
            QPointF(port.mapToGlobal(place.toPoint())),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            NO_KEYS,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        table.wheelEvent(wheel)
        return wheel.isAccepted()

    assert not turn()
    table.setFocus()
    table.setMinimumHeight(60)
    table.setMaximumHeight(60)
    QApplication.processEvents()
    assert turn()


def test_labels_and_modalities_are_shown_in_words() -> None:
    model = FiguresModel()
    columns = (Column("label", "Label"), Column("modality", "Modality"))
    model.load(Table("x", "X", columns, (Row(("ORG", "planned")), Row(("", None)))))
    cells = [[model.index(row, column).data() for column in range(2)] for row in range(2)]
    assert cells == [["Organisation", "Planned"], ["", ""]]


@pytest.mark.parametrize(("width", "rows"), [(1000, 1), (430, 2), (140, 5)])
def test_totals_take_as_many_rows_as_they_need(
    page: OverviewPage, qtbot: QtBot, width: int, rows: int
) -> None:
    cards = page._cards
    cards.setParent(None)
    qtbot.addWidget(cards)
    cards.resize(width, 400)
    cards.show()
    qtbot.waitUntil(lambda: len({card.y() for card in cards._cards}) == rows)
    assert all(card.width() >= 128 for card in cards._cards)


def test_a_total_lists_what_it_counts(page: OverviewPage) -> None:
    page._cards._cards[2].click()
    assert listed(page) == [
        "The city of Halm gives Nordwind €5 million.",
        "Halm wants rules.",
    ]


def test_there_is_a_section_for_each_table(page: OverviewPage) -> None:
    assert list(page._sections) == ["time", "sources", "types", "coders", "entities", "amounts"]
    assert cell(page, "amounts", 0, "low") == "5,000,000"


@pytest.mark.parametrize(
    ("table", "row", "column", "sentences"),
    [
        ("sources", 0, "statements", ["The city of Halm gives Nordwind €5 million."]),
        ("sources", 0, "articles", ["A lab opens"]),
        ("time", 0, "type.policy", []),
        ("coders", 0, "type.policy", ["Halm wants rules."]),
        ("amounts", 0, "amount", ["The city of Halm gives Nordwind €5 million."]),
        ("entities", 0, "mentions", ["Halm", "Halm"]),
    ],
)
def test_a_number_leads_to_what_it_counts(
    page: OverviewPage, qtbot: QtBot, table: str, row: int, column: str, sentences: list[str]
) -> None:
    click(page, table, row, column)
    answered(page, qtbot)
    assert listed(page) == sentences
    assert page._sentences.isVisible()


def test_what_a_number_counts_is_not_looked_up_on_the_window_s_thread(
    page: OverviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def counted_in(*args: Any, **options: Any) -> Any:
        threads.append(threading.get_ident())
        return figures.counted_in(*args, **options)

    monkeypatch.setattr("annotator.ui.overview_page.page.counted_in", counted_in)
    click(page, "coders", 0, "type.policy")
    answered(page, qtbot)
    assert page._sentences.isVisible()
    assert threads
    assert threading.get_ident() not in threads


def test_of_two_numbers_the_one_chosen_last_is_listed(page: OverviewPage, qtbot: QtBot) -> None:
    click(page, "coders", 0, "type.policy")
    page._cards._cards[0].click()
    assert not page._looking_up.busy
    assert listed(page) == ["A lab opens", "Rules"]
    click(page, "coders", 0, "type.policy")
    click(page, "coders", 0, "type.funding")
    answered(page, qtbot)
    assert listed(page) == ["The city of Halm gives Nordwind €5 million."]


def test_enter_leads_on_and_escape_back(page: OverviewPage, qtbot: QtBot) -> None:
    section = page._sections["types"]
    section._figures.setCurrentIndex(section._model.index(1, 2))
    section._figures.setFocus()
    QTest.keyClick(section._figures, Qt.Key.Key_Return)
    answered(page, qtbot)
    assert listed(page) == ["Halm wants rules."]
    qtbot.waitUntil(page._sentences._list.hasFocus)
    QTest.keyClick(page._sentences._list, Qt.Key.Key_Escape)
    assert not page._sentences.isVisible()
    assert section._figures.hasFocus()


def test_a_sentence_asks_for_its_article(page: OverviewPage, qtbot: QtBot) -> None:
    page._cards._cards[2].click()
    with qtbot.waitSignal(page.open_requested) as asked:
        QTest.keyClick(page._sentences._list, Qt.Key.Key_Return)
    assert asked.args[0] == 1


def test_what_is_tagged_meanwhile_is_counted_when_the_page_is_shown_again(
    page: OverviewPage, session: Session, qtbot: QtBot
) -> None:
    page.hide()
    session.do(lambda project: project.statements.remove(1))
    assert not page._reading.busy
    page.show()
    qtbot.waitUntil(lambda: page._cards._cards[2].accessibleName() == "Statements: 1")


def test_a_bar_leads_to_what_it_counts(page: OverviewPage, qtbot: QtBot) -> None:
    chart = page._sections["time"]._chart
    qtbot.waitUntil(lambda: chart.drawing is not None and chart._fresh, timeout=20_000)
    assert chart.drawing is not None
    bar = next(bar for bar in chart.drawing.bars if bar.column == "type.funding")
    QTest.mouseClick(chart, LEFT, NO_KEYS, bar.box.center().toPoint())
    answered(page, qtbot)
    assert listed(page) == ["The city of Halm gives Nordwind €5 million."]


def test_figures_of_a_closed_project_are_not_shown_for_the_next(
    page: OverviewPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.show_project(create_project(tmp_path / "next.anno", coder="ada"))
    assert page._words.text() == "Counting…"
    assert page._stack.currentWidget() is page._words
    qtbot.waitUntil(lambda: "nothing to count yet" in page._words.text(), timeout=10_000)


def test_an_empty_project_says_what_to_do(empty_session: Session, qtbot: QtBot) -> None:
    page = OverviewPage(empty_session, Settings())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "nothing to count yet" in page._words.text(), timeout=10_000)
    assert page._stack.currentWidget() is page._words
    page.hide()


@pytest.mark.parametrize("suffix", ["svg", "png", "csv"])
def test_charts_and_tables_are_saved(
    page: OverviewPage,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    suffix: str,
) -> None:
    target = tmp_path / f"types.{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **_options: (str(target), ""))
    _save_as(page._sections["types"], suffix)
    qtbot.waitUntil(lambda: page._saved.text() == f"Saved as types.{suffix}", timeout=20_000)
    if suffix == "csv":
        rows = list(csv.reader(io.StringIO(target.read_text("utf-8"))))
        assert rows[1:] == [["Funding", "1", "1"], ["Policy", "1", "1"]]
    elif suffix == "png":
        assert QImage(str(target)).width() > 1000
    else:
        assert "<svg" in target.read_text("utf-8")


def test_a_file_that_cannot_be_written_is_told_of(
    page: OverviewPage,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    target = tmp_path / "missing" / "types.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **_options: (str(target), ""))
    with qtbot.waitSignal(session.failed) as failed:
        _save_as(page._sections["types"], "csv")
    assert "could not be written" in failed.args[0].sentence
    assert page._saved.text() == ""


def test_rows_are_sorted_with_unknown_values_last(table: Table) -> None:
    model = FiguresModel()
    model.load(table)
    model.sort(table.position("articles"), Qt.SortOrder.DescendingOrder)
    counts = [model.row_at(row).cells[1] for row in range(model.rowCount())]
    assert counts == sorted(counts, key=lambda count: -float(count or 0))
    model.sort(-1)
    assert [model.row_at(row) for row in range(model.rowCount())] == list(table.rows)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_chart_is_as_sharp_as_the_screen(table: Table, scale: float) -> None:
    drawing = draw(table, Canvas(700, scale, DARK))
    assert drawing.image.width() == 700 * scale
    assert drawing.image.devicePixelRatio() == scale
    assert drawing.image.pixelColor(2, 2).name() == DARK.base


def test_bars_lie_side_by_side_in_the_window_s_pixels(table: Table) -> None:
    drawing = draw(table, Canvas(700, 2.0, LIGHT))
    boxes = [bar.box for bar in drawing.bars if bar.column == "articles"]
    assert len(boxes) == len(table.rows)
    for box, following in itertools.pairwise(boxes):
        assert box.bottom() == pytest.approx(following.top(), abs=0.5)
        assert not following.contains(QPointF(box.center()))
    height = drawing.image.height() / 2
    assert all(0 <= box.top() < box.bottom() <= height for box in boxes)


def test_a_chart_is_drawn_when_it_comes_into_sight(table: Table, qtbot: QtBot) -> None:
    chart = ChartView()
    qtbot.addWidget(chart)
    chart.show_table(table)
    chart.resize(600, 200)
    assert chart.drawing is None
    chart.show()
    qtbot.waitUntil(lambda: chart.drawing is not None, timeout=20_000)
    assert chart.drawing is not None
    assert chart.height() == chart.drawing.image.height()
    chart.hide()


@pytest.fixture
def table() -> Table:
    """Counts by source of two articles."""
    articles = [factories.full_article(), factories.annotated("Nothing.")]
    return overview(articles, factories.corpus_info()).table("sources")


def _save_as(section: Section, suffix: str) -> None:
    menu = section._save.menu()
    assert menu is not None
    wanted = next(action for action in menu.actions() if suffix.upper() in action.text())
    wanted.trigger()


def test_references_of_all_kinds_are_listed(page: OverviewPage) -> None:
    page._cards._cards[4].click()
    assert page._sentences._model.rowCount() == 5
    assert {reference.kind for reference in page._sentences._model._wanted} == {Kind.MENTION}
