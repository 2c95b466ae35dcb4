"""A list of ids that is read anew keeps its place, whatever came and went."""

import random
from array import array
from collections.abc import Mapping

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from annotator.project import Project
from annotator.settings import Settings
from annotator.ui.columns import Columns
from annotator.ui.place_keeper import PlaceKeeper
from annotator.ui.row_model import Index, RowModel


class Numbers(RowModel[int]):
    """Rows that show their ids; `asked` counts how often for their columns."""

    asked = 0

    def fetch(self, project: Project, ids: "array[int]") -> Mapping[int, int]:
        del project
        return {row_id: row_id for row_id in ids}

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 (Qt's)
        del parent
        self.asked += 1
        return 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        return self.row(index.row()) if role == Qt.ItemDataRole.DisplayRole else None


class Listed(QTableView):
    """A table of numbers."""

    def __init__(self, project: Project) -> None:
        super().__init__()
        self.numbers = Numbers(self)
        self.numbers.show_project(project)
        self.setModel(self.numbers)
        self.verticalHeader().setDefaultSectionSize(20)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        PlaceKeeper(self)


@pytest.fixture
def table(qtbot: QtBot, project: Project) -> Listed:
    table = Listed(project)
    qtbot.addWidget(table)
    table.resize(200, 200)
    with qtbot.waitExposed(table):
        table.show()
    return table


def numbers(*parts: range) -> "array[int]":
    return array("q", [number for part in parts for number in part])


def shown(table: Listed) -> list[int]:
    model = table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def in_sight(table: Listed) -> int:
    return int(table.indexAt(table.rect().topLeft()).data())


def go_to(table: Listed, row: int) -> None:
    table.updateGeometries()
    table.scrollTo(table.model().index(row, 0), QTableView.ScrollHint.PositionAtTop)


def selected(table: Listed) -> list[int]:
    return sorted(index.data() for index in table.selectionModel().selectedRows())


@pytest.mark.parametrize(
    "after",
    [
        numbers(range(-40, 1000)),
        numbers(range(10), range(15, 1000)),
        numbers(range(10), range(15, 700), range(705, 1100)),
        numbers(range(1000), range(2000, 2100)),
    ],
    ids=["more above", "fewer above", "fewer here and there", "more below"],
)
def test_what_is_in_sight_and_selected_stays(table: Listed, after: "array[int]") -> None:
    table.numbers.replace(numbers(range(1000)))
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (500, 501, 650):
        table.selectionModel().select(table.model().index(row, 0), rows)
    go_to(table, 500)
    before = in_sight(table)
    assert before == 500
    table.numbers.settle(after)
    assert shown(table) == list(after)
    assert selected(table) == [500, 501, 650]
    assert abs(in_sight(table) - before) <= 5


@pytest.mark.parametrize(
    ("after", "first"),
    [
        (numbers(range(250), range(600, 1000)), 600),
        (numbers(range(500), range(600, 1000)), 600),
        (numbers(range(501), range(600, 1000)), 500),
        (numbers(range(400)), 391),
        (numbers(range(3)), 0),
    ],
)
def test_where_what_was_in_sight_goes_its_neighbours_come(
    table: Listed, after: "array[int]", first: int
) -> None:
    table.numbers.replace(numbers(range(1000)))
    go_to(table, 500)
    table.numbers.settle(after)
    assert in_sight(table) == first


def test_very_many_that_are_selected_are_found_again(table: Listed) -> None:
    table.numbers.replace(numbers(range(100_000)))
    top, bottom = (table.model().index(row, 0) for row in (1_000, 20_999))
    rows = QItemSelectionModel.SelectionFlag.ClearAndSelect
    table.selectionModel().select(QItemSelection(top, bottom), rows)
    table.numbers.settle(numbers(range(10), range(11, 20_990), range(21_000, 100_003)))
    assert selected(table) == list(range(1_000, 20_990))


def test_what_is_gone_is_selected_no_longer(table: Listed) -> None:
    table.numbers.replace(numbers(range(100)))
    table.selectRow(50)
    table.numbers.settle(numbers(range(10), range(20, 50), range(51, 100)))
    assert selected(table) == []


def test_any_list_follows_any_other(table: Listed) -> None:
    chance = random.Random(7)
    table.numbers.replace(numbers(range(40)))
    for _time in range(300):
        after = array("q", chance.sample(range(60), chance.randrange(60)))
        table.numbers.settle(after)
        assert shown(table) == list(after)
        assert table.verticalHeader().count() == len(after)


def test_selecting_all_asks_nothing_of_every_row(table: Listed) -> None:
    Columns(table, Settings(), "numbers", {0: 80})
    table.numbers.replace(numbers(range(20_000)))
    table.selectAll()
    asked = table.numbers.asked
    table.horizontalHeader().viewport().repaint()
    assert table.numbers.asked - asked < 100
    assert table.numbers.ids_in(table.selectionModel().selection()) == list(range(20_000))


def test_a_first_list_begins_at_its_top(table: Listed) -> None:
    table.numbers.replace(numbers())
    table.numbers.settle(numbers(range(1000)))
    assert in_sight(table) == 0
