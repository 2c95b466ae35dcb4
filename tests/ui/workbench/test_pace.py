"""The session's statistics count time at work only, and decisions as they are taken."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.pace import Pace, PacePanel
from annotator.ui.pace.charts import ArticleChart, Bar, BarChart, MinuteChart, time_words
from annotator.ui.theme import DARK, LIGHT, Theme
from ui.workbench.analyst import Analyst

CTRL = Qt.KeyboardModifier.ControlModifier


class Clock:
    """Shows the time that a test gives it."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(clock)


@pytest.fixture
def _by_the_clock(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.setattr("annotator.ui.desk.Pace", lambda: Pace(clock))


@pytest.fixture
def timed(_by_the_clock: None, analyst: Analyst) -> Iterator[Analyst]:
    """Someone at the window, whose time goes by the clock of the test."""
    yield analyst
    panel(analyst).hide()


def panel(analyst: Analyst) -> PacePanel:
    found = analyst.window.findChild(PacePanel)
    assert found is not None
    return found


def said(analyst: Analyst) -> str:
    return "\n".join(label.text() for label in panel(analyst).findChildren(QLabel))


def chart(analyst: Analyst, kind: type[BarChart]) -> tuple[Bar, ...]:
    found = panel(analyst).findChild(kind)
    assert found is not None
    return found.bars


def from_outside(analyst: Analyst) -> None:
    """A key that comes to the window as the system would bring it."""
    handle = analyst.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Shift)


def test_time_stands_still_a_minute_after_the_last_key(pace: Pace, clock: Clock) -> None:
    clock.now += 30
    assert pace.seconds == 0
    pace.attend()
    clock.now += 50
    pace.attend()
    assert pace.seconds == 50
    clock.now += 3600
    assert pace.seconds == 110
    pace.attend()
    clock.now += 5
    assert pace.seconds == 115


def test_time_at_another_window_does_not_count(pace: Pace, clock: Clock) -> None:
    pace.attend()
    clock.now += 10
    pace.look_away()
    clock.now += 30
    pace.attend()
    clock.now += 1
    assert pace.seconds == 11


def test_time_goes_to_the_article_on_show(pace: Pace, clock: Clock) -> None:
    pace.show_article(7)
    pace.attend()
    clock.now += 20
    pace.show_article(8)
    clock.now += 10
    pace.show_article(7)
    clock.now += 5
    assert dict(pace.by_article) == {7: 25, 8: 10}


def test_decisions_are_counted_by_the_minute_of_work(pace: Pace, clock: Clock) -> None:
    pace.attend()
    pace.decide(3)
    assert pace.rate is None
    for _ in range(3):
        clock.now += 50
        pace.attend()
    pace.decide()
    clock.now += 30
    assert pace.by_minute == [3, 0, 1, 0]
    assert pace.decisions == 4
    assert pace.rate == pytest.approx(4 / 3)


def test_a_new_session_begins_at_nothing(pace: Pace, clock: Clock) -> None:
    pace.show_article(7)
    pace.attend()
    clock.now += 20
    pace.decide()
    pace.begin()
    assert (pace.seconds, pace.decisions, dict(pace.by_article)) == (0, 0, {})


def test_what_an_analyst_decides_and_how_long_it_takes_is_shown(
    timed: Analyst, clock: Clock
) -> None:
    from_outside(timed)
    timed.press(Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_S)
    clock.now += 40
    timed.press(Qt.Key.Key_Z, modifiers=CTRL)
    timed.push("Session")
    assert panel(timed).isVisible()
    assert "3 decisions in 40 s" in said(timed)
    assert [bar.value for bar in chart(timed, MinuteChart)] == [3]
    [bar] = chart(timed, ArticleChart)
    article = timed.project.articles.get(timed.article_id)
    assert (bar.name, bar.written, bar.current) == (article.title or "Untitled", "40 s", True)


def test_the_panel_stays_up_to_date_while_it_is_open(
    timed: Analyst, clock: Clock, qtbot: QtBot
) -> None:
    from_outside(timed)
    timed.window.menus.trigger("pace")
    clock.now += 12
    qtbot.waitUntil(lambda: "0 decisions in 12 s" in said(timed), timeout=3000)


def test_another_project_is_another_session(timed: Analyst, clock: Clock) -> None:
    from_outside(timed)
    timed.press(Qt.Key.Key_A)
    clock.now += 40
    path = timed.project.path
    timed.window.menus.trigger("close_project")
    assert timed.window.projects.open(path)
    timed.window.menus.trigger("pace")
    assert "0 decisions in 0 s" in said(timed)


def test_work_in_another_window_does_not_count(timed: Analyst, clock: Clock, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    from_outside(timed)
    clock.now += 10
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is other.windowHandle())
    clock.now += 30
    timed.window.menus.trigger("pace")
    assert "in 10 s" in said(timed)


def test_keys_open_and_close_the_statistics(timed: Analyst) -> None:
    button = timed.button("Session")
    button.setFocus()
    timed.press(Qt.Key.Key_Space)
    assert panel(timed).isVisible()
    timed.press(Qt.Key.Key_Escape)
    assert not panel(timed).isVisible()


def test_the_panel_lies_above_its_button_and_within_the_window(timed: Analyst) -> None:
    timed.push("Session")
    button = timed.button("Session")
    assert panel(timed).geometry().bottom() < button.mapToGlobal(QPoint()).y()
    assert timed.window.geometry().contains(panel(timed).geometry())


def test_screen_readers_get_the_charts_as_words(timed: Analyst, clock: Clock) -> None:
    from_outside(timed)
    timed.press(Qt.Key.Key_A)
    clock.now += 70
    timed.push("Session")
    minutes = panel(timed).findChild(MinuteChart)
    assert minutes.accessibleName() == "Decisions in each minute"
    assert minutes.accessibleDescription() == "Minute 1: 1; Minute 2: 0"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_bars_are_as_long_as_what_they_stand_for(qtbot: QtBot, theme: Theme) -> None:
    drawn = ArticleChart("Time")
    qtbot.addWidget(drawn)
    drawn.set_theme(theme)
    drawn.resize(400, 48)
    drawn.show_bars([Bar("a", 10, "10 s"), Bar("b", 20, "20 s", current=True)])
    picture = drawn.grab().toImage()
    colours = (theme.strong_border, theme.accent)
    lengths = [
        sum(picture.pixelColor(x, 12 + 24 * row).name() == colour for x in range(200, 330))
        for row, colour in enumerate(colours)
    ]
    assert lengths[1] == pytest.approx(2 * lengths[0], abs=3)


def test_only_the_last_minutes_are_drawn(qtbot: QtBot) -> None:
    drawn = MinuteChart("Decisions")
    qtbot.addWidget(drawn)
    drawn.show_minutes(range(40))
    assert [bar.name for bar in drawn.bars][::14] == ["Minute 26", "Minute 40"]


@pytest.mark.parametrize(("seconds", "told"), [(0, "0 s"), (59.9, "59 s"), (130, "2 min 10 s")])
def test_a_length_of_time_is_written_short(seconds: float, told: str) -> None:
    assert time_words(seconds) == told
