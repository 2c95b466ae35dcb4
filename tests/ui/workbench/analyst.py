"""An analyst at the window: presses keys, drags and clicks with the mouse, looks."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain import Span, Suggestion
from annotator.project import Project
from annotator.ui.article_view import ArticleView
from annotator.ui.forms import FormPanel
from annotator.ui.main_window import MainWindow
from annotator.ui.suggestions import SuggestionStream
from ui.article_view.looking import units_before

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier

Part = TypeVar("Part", bound=QWidget)


@dataclass(slots=True)
class Cost:
    """What an analyst had to do: keys pressed, clicks, drags with the mouse."""

    keys: int = 0
    clicks: int = 0
    drags: int = 0


class Analyst:
    """Does with real events what a person would do, in the article that is on show."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.view = _only(window, ArticleView)
        self.stream = _only(window, SuggestionStream)
        self.form = _only(window, FormPanel)
        self.cost = Cost()

    @property
    def project(self) -> Project:
        return self.window.session.project

    @property
    def article_id(self) -> int:
        article_id = self.window.session.article_id
        assert article_id is not None
        return article_id

    @property
    def current(self) -> Suggestion:
        current = self.stream.current
        assert current is not None
        return current

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self.cost.keys += 1
            popup = QApplication.activePopupWidget()
            QTest.keyClick(popup or QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        for char in text:
            if char.isascii():
                QTest.keyClicks(focused, char)
            else:
                # a test key has no code for it, so it comes as from an input method
                QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, 0, PLAIN, char))

    def click(self, quote: str, *, after: int = 0) -> None:
        """Click into the middle of these words."""
        self.cost.clicks += 1
        span = self.span(quote, after=after)
        QTest.mouseClick(self.view.viewport(), LEFT, PLAIN, self._at((span.start + span.stop) // 2))

    def select(self, quote: str, *, after: int = 0) -> None:
        """Drag with the mouse over these words."""
        self.cost.drags += 1
        span, port = self.span(quote, after=after), self.view.viewport()
        start, stop = self._at(span.start), self._at(span.stop)
        QTest.mousePress(port, LEFT, PLAIN, start + QPoint(1, 0))
        QTest.mouseMove(port, (start + stop) / 2)
        QTest.mouseMove(port, stop - QPoint(1, 0))
        QTest.mouseRelease(port, LEFT, PLAIN, stop - QPoint(1, 0))
        assert self.view.selected_span() == span

    def push(self, text: str, *, within: QWidget | None = None) -> None:
        """Click the visible button whose text begins like that."""
        self.cost.clicks += 1
        button = self.button(text, within=within)
        # what was shown just now is given its place first
        QApplication.processEvents()
        QTest.mouseClick(button, LEFT)

    def button(self, text: str, *, within: QWidget | None = None) -> QAbstractButton:
        """Find the visible button whose text begins like that."""
        buttons = (within or self.window).findChildren(QAbstractButton)
        return next(b for b in buttons if b.isVisible() and b.text().startswith(text))

    def field(self, name: str) -> QWidget:
        """Find the visible field with that accessible name."""
        fields = self.form.findChildren(QWidget)
        return next(f for f in fields if f.isVisible() and f.accessibleName() == name)

    def reads(self, within: QWidget) -> str:
        """Read all words that are on show."""
        parts = within.findChildren(QLabel)
        return "\n".join(part.text() for part in parts if part.isVisible())

    def span(self, quote: str, *, after: int = 0) -> Span:
        """Find these words in the article."""
        start = self.view.text.index(quote, after)
        return Span(start, start + len(quote))

    def _at(self, point: int) -> QPoint:
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(units_before(self.view.text, point))
        return self.view.cursorRect(cursor).center()


def _only(window: MainWindow, kind: type[Part]) -> Part:
    found = window.findChild(kind)
    assert found is not None
    return found
