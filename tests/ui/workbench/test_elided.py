"""Labels that cut what does not fit."""

from pytestqt.qtbot import QtBot

from annotator.ui.elided import ElidedLabel

TITLE = "Britain sets aside nine hundred million pounds for public computing power"


def shown(qtbot: QtBot, width: int, *, lines: int) -> ElidedLabel:
    label = ElidedLabel(lines=lines)
    qtbot.addWidget(label)
    label.show_text(TITLE)
    label.resize(width, 60)
    label.show()
    return label


def test_a_text_with_room_is_shown_whole(qtbot: QtBot) -> None:
    label = shown(qtbot, 2000, lines=2)
    assert label.text() == TITLE
    assert label.toolTip() == ""


def test_a_long_text_takes_no_more_lines_than_allowed_and_says_the_rest(qtbot: QtBot) -> None:
    label = shown(qtbot, 150, lines=2)
    first, second = label.text().split("\n")
    assert TITLE.startswith(first)
    assert second.endswith("…")
    assert label.toolTip() == TITLE


def test_more_room_shows_more(qtbot: QtBot) -> None:
    label = shown(qtbot, 100, lines=1)
    label.resize(2000, 60)
    assert label.text() == TITLE
