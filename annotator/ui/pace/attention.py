"""Tells the pace when somebody works at the window, on what, and what is decided."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

from annotator.domain import Changes, Kind
from annotator.ui.menus import Menus
from annotator.ui.pace.pace import Pace
from annotator.ui.session import Session

_AT_WORK = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove}
    | {QEvent.Type.Wheel, QEvent.Type.TouchBegin}
)


class Attention(QObject):
    """Watches what reaches the window from outside, which is little beside all that goes on in it.

    Undo and redo are no decisions.
    """

    def __init__(self, session: Session, menus: Menus, pace: Pace, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._menus = menus
        self._pace = pace
        self._watched: QWindow | None = None
        session.project_changed.connect(pace.begin)
        session.article_changed.connect(self._note_article)
        session.changed.connect(self._note_changes)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._note_focus)
        self._watch(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note keys and the mouse while the window is active."""
        if event.type() in _AT_WORK and QGuiApplication.focusWindow() is self._watched:
            self._pace.attend()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWidget) -> None:
        top = window.window()
        # a window that was not shown yet has nothing that events could come to
        top.winId()
        self._watched = top.windowHandle()
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def _note_focus(self, window: QWindow | None) -> None:
        if window is not self._watched:
            self._pace.look_away()

    def _note_article(self) -> None:
        self._pace.show_article(self._session.article_id)

    def _note_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.DECISION) and self._menus.running not in {"undo", "redo"}:
            self._pace.decide(len(changes.added.get(Kind.DECISION, ())) or 1)
