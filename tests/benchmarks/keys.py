"""From a key to the paint that shows what it did, in the window with a long article on show."""

import statistics
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.article_view import ArticleView
from annotator.ui.main_window import MainWindow
from annotator.ui.suggestions import SuggestionStream
from benchmarks.long_article import make_long
from benchmarks.on_show import Painting, alone, part_of, window_with
from benchmarks.result import Result, p95, under

SIZES = ((10_000, 2_000, 50), (50_000, 10_000, 100))
"""Words, spans, and the milliseconds that a decision may take."""
BOUNDARY = 30
ROUNDS = 40
RUNS = 3

_KEY = Qt.Key
_NO, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_END = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def measure() -> Iterator[Result]:
    """The 95th percentile of accept, tag and undo at two sizes, and of moving a bound by a word.

    It is the median of three runs, for a busy moment of the machine takes more than 5 of 100 keys.
    """
    for words, spans, limit in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "long.anno"
            make_long(path, words, spans)
            runs = [alone(press_keys, path) for _run in range(RUNS)]
        for action in runs[0]:
            name = f"key to paint: {action}, {words:,} words, {spans:,} spans, 95th percentile"
            took = statistics.median(p95(times[action]) for times in runs)
            yield under(name, took, BOUNDARY if action == "move a bound" else limit, "ms")


def press_keys(path: Path) -> dict[str, list[float]]:
    """Milliseconds of each key of an analyst who decides, tags, mends and takes back."""
    with window_with(path) as window:
        analyst = _Analyst(window)
        rounds = range(ROUNDS)
        return {
            "accept": [analyst.accept() for _ in rounds],
            "move a bound": [analyst.move_bound() for _ in rounds],
            "tag": [analyst.tag() for _ in rounds],
            "undo": [analyst.undo() for _ in rounds],
        }


class _Analyst:
    """Presses keys in the text, and makes sure that they did something."""

    def __init__(self, window: MainWindow) -> None:
        self._session = window.session
        self._view = part_of(window, ArticleView)
        self._stream = part_of(window, SuggestionStream)
        self._painting = Painting(self._view.viewport())
        self._view.setFocus()

    def accept(self) -> float:
        before = self._stream.current
        took = self._press(_KEY.Key_A)
        assert self._stream.current != before
        return took

    def move_bound(self) -> float:
        before = self._view.marks()
        took = self._press(_KEY.Key_Right, _END)
        assert self._view.marks() != before
        self._press(_KEY.Key_N)
        return took

    def tag(self) -> float:
        before = self._tagged()
        self._press(_KEY.Key_X)
        took = self._press(_KEY.Key_1)
        assert self._tagged() == before + 1
        self._press(_KEY.Key_N)
        return took

    def undo(self) -> float:
        took = self._press(_KEY.Key_Z, _CONTROL)
        assert self._session.project.redo_name
        return took

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NO) -> float:
        return self._painting.after(partial(QTest.keyClick, self._view, key, modifier))

    def _tagged(self) -> int:
        return sum(self._session.project.status().statements.values())
