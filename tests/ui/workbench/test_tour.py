"""The tour stands beside what it speaks of, and goes on when the analyst does the thing itself."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from annotator.settings import Settings
from annotator.ui.article_view import ArticleView
from annotator.ui.suggestions.card import SuggestionCard
from annotator.ui.theme import DARK
from annotator.ui.tour.beside import Side, beside
from annotator.ui.tour.card import TourCard
from ui.workbench.analyst import Analyst

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def _is_sample(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.ui.tour.touring.sample_path", lambda: tmp_path / "Work.anno")  # type: ignore[operator]


@pytest.fixture
def newcomer(_is_sample: None, analyst: Analyst) -> Analyst:
    """Someone who meets the sample project for the first time."""
    return analyst


def card(analyst: Analyst) -> TourCard:
    found = analyst.window.findChild(TourCard)
    assert found is not None
    return found


def said(analyst: Analyst) -> str:
    return "\n".join(label.text() for label in card(analyst).findChildren(QLabel))


def place(analyst: Analyst, part: QWidget) -> QRect:
    return QRect(part.mapTo(analyst.window, QPoint()), part.size())


def covers(analyst: Analyst, kind: type[QWidget]) -> bool:
    QApplication.processEvents()
    part = analyst.window.findChild(kind)
    assert part is not None
    return card(analyst).geometry().intersects(place(analyst, part))


def test_the_three_things_are_learned_by_doing_them(newcomer: Analyst) -> None:
    assert card(newcomer).isVisible()
    assert "Step 1 of 3" in said(newcomer)
    assert "Press A to accept it or R to reject it" in said(newcomer)
    assert newcomer.view.hasFocus()
    newcomer.press(Qt.Key.Key_R)
    assert "Tag some words" in said(newcomer)
    newcomer.select("Parliament should adopt")
    newcomer.press(Qt.Key.Key_2)
    assert "Press Ctrl+Z" in said(newcomer)
    newcomer.press(Qt.Key.Key_Z, modifiers=CTRL)
    assert not card(newcomer).isVisible()
    assert Settings.load().toured


def test_other_deeds_do_not_pass_for_the_one_that_is_asked_for(newcomer: Analyst) -> None:
    newcomer.select("Parliament should adopt")
    newcomer.press(Qt.Key.Key_2)
    newcomer.press(Qt.Key.Key_Z, modifiers=CTRL)
    assert "Step 1 of 3" in said(newcomer)
    newcomer.press(Qt.Key.Key_Z, modifiers=CTRL | Qt.KeyboardModifier.ShiftModifier)
    newcomer.push("Next", within=card(newcomer))
    for _again in range(2):
        newcomer.press(Qt.Key.Key_Z, modifiers=CTRL)
        newcomer.press(Qt.Key.Key_Z, modifiers=CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "Step 2 of 3" in said(newcomer)
    newcomer.view.setFocus()
    newcomer.press(Qt.Key.Key_A)
    assert "Step 2 of 3" in said(newcomer)


def test_undoing_and_redoing_a_decision_is_not_to_decide(newcomer: Analyst) -> None:
    newcomer.press(Qt.Key.Key_A)
    newcomer.window.menus.trigger("tour")
    newcomer.press(Qt.Key.Key_Z, modifiers=CTRL)
    newcomer.press(Qt.Key.Key_Z, modifiers=CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "Step 1 of 3" in said(newcomer)


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(1024, 700), QSize(1920, 1080)])
def test_the_card_is_never_in_the_way_of_what_it_speaks_of(newcomer: Analyst, size: QSize) -> None:
    newcomer.window.resize(size)
    assert not covers(newcomer, SuggestionCard)
    newcomer.push("Next", within=card(newcomer))
    assert not covers(newcomer, ArticleView)
    newcomer.push("Next", within=card(newcomer))
    assert newcomer.window.rect().contains(card(newcomer).geometry())
    assert card(newcomer).y() >= newcomer.window.menuBar().height() - 1


def test_the_card_goes_with_the_page_that_it_speaks_of(newcomer: Analyst) -> None:
    newcomer.push("Next", within=card(newcomer))
    newcomer.window.menus.trigger("page_codebook")
    assert not card(newcomer).isVisible()
    newcomer.window.menus.trigger("page_articles")
    assert card(newcomer).isVisible()


def test_a_tour_that_was_skipped_does_not_come_again(newcomer: Analyst) -> None:
    newcomer.push("Skip", within=card(newcomer))
    assert not card(newcomer).isVisible()
    assert newcomer.view.hasFocus()
    assert newcomer.window.settings.toured
    path = newcomer.project.path
    newcomer.window.menus.trigger("close_project")
    assert newcomer.window.projects.open(path)
    assert not card(newcomer).isVisible()


def test_other_projects_have_no_tour_until_it_is_asked_for(analyst: Analyst) -> None:
    assert analyst.window.findChild(TourCard) is None
    analyst.window.menus.trigger("page_entities")
    analyst.window.menus.trigger("tour")
    assert card(analyst).isVisible()
    assert "Step 1 of 3" in said(analyst)


def test_keys_alone_lead_through_the_tour_and_out_of_it(analyst: Analyst) -> None:
    analyst.window.menus.trigger("tour")
    analyst.press(Qt.Key.Key_Space)
    assert "Step 2 of 3" in said(analyst)
    analyst.press(Qt.Key.Key_Escape)
    assert not card(analyst).isVisible()
    assert analyst.view.hasFocus()


def test_a_screen_reader_hears_the_step_and_what_to_do(newcomer: Analyst) -> None:
    assert card(newcomer).accessibleName() == "Step 1 of 3: Decide on a suggestion"
    assert "Press A" in card(newcomer).accessibleDescription()


def test_the_card_is_drawn_in_the_colours_of_the_theme(newcomer: Analyst) -> None:
    inner = card(newcomer).rect().center()
    newcomer.window._tours().set_theme(DARK)
    assert card(newcomer).grab().toImage().pixelColor(inner.x(), 14).name() == DARK.base


@pytest.mark.parametrize(
    ("sides", "side", "corner"),
    [
        ((Side.LEFT, Side.RIGHT), Side.LEFT, QPoint(100, 174)),
        ((Side.RIGHT, Side.LEFT), Side.RIGHT, QPoint(400, 174)),
        ((Side.BELOW,), Side.BELOW, QPoint(249, 300)),
        ((Side.ABOVE,), Side.ABOVE, QPoint(249, 50)),
    ],
)
def test_a_card_stands_on_the_first_side_that_has_room(
    sides: tuple[Side, ...], side: Side, corner: QPoint
) -> None:
    target, room = QRect(200, 100, 200, 200), QRect(0, 0, 800, 600)
    assert beside(QSize(100, 50), target, room, sides) == (side, corner)


def test_a_side_without_room_gives_way_to_the_next() -> None:
    target, room = QRect(40, 100, 200, 200), QRect(0, 0, 800, 600)
    side, _corner = beside(QSize(100, 50), target, room, (Side.LEFT, Side.RIGHT))
    assert side is Side.RIGHT


def test_with_no_room_anywhere_the_card_stays_within_the_window() -> None:
    room = QRect(0, 0, 300, 200)
    _side, corner = beside(QSize(100, 50), room, room, (Side.LEFT, Side.BELOW))
    assert room.contains(QRect(corner, QSize(100, 50)))
