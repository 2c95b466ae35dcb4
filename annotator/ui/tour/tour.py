"""Leads through three things that an analyst does, and lets the analyst do them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from annotator.domain import Changes
from annotator.i18n import gettext as _
from annotator.ui.menus import Menus
from annotator.ui.session import Session
from annotator.ui.theme import Theme
from annotator.ui.tour.beside import beside
from annotator.ui.tour.card import TourCard
from annotator.ui.tour.steps import tour_steps

_MOVES = frozenset(
    {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide}
    | {QEvent.Type.LayoutRequest}
)

Target = Callable[[], QRect | None]
"""Gives the part of the screen that a step speaks of, or None while it is not shown."""


class Tour(QObject):
    """Shows a card for each step beside its target; it goes on when the thing is done.

    `left` is emitted at the end, and when the tour is skipped. `targets` belong to the steps, one
    each; `watched` are the widgets whose moves move the card.
    """

    left = Signal()

    def __init__(
        self,
        session: Session,
        menus: Menus,
        window: QMainWindow,
        targets: Sequence[Target],
        watched: Sequence[QWidget],
    ) -> None:
        super().__init__(window)
        self._menus = menus
        self._window = window
        self._targets = targets
        self._steps = tour_steps()
        self._at: int | None = None
        self._card = TourCard(window)
        self._card.skipped.connect(self.leave)
        self._card.passed.connect(self._go_on)
        session.changed.connect(self._look)
        session.project_changed.connect(self._stop)
        for widget in (window, *watched):
            widget.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether a step is to be done."""
        return self._at is not None

    def start(self) -> None:
        """Begin with the first step; the focus stays where it is."""
        self._go_to(0)

    def take_focus(self) -> None:
        """Put the focus on the card, for those who have no mouse."""
        self._card.setFocus()

    def leave(self) -> None:
        """End the tour."""
        self._stop()
        self.left.emit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._card.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the target when something moves."""
        if event.type() in _MOVES and self.is_on:
            self._place()
        return super().eventFilter(watched, event)

    def _look(self, changes: Changes) -> None:
        if self._at is not None and self._steps[self._at].is_done(changes, self._menus.running):
            self._go_on()

    def _go_on(self) -> None:
        if self._at is None:
            return
        if self._at + 1 == len(self._steps):
            self.leave()
        else:
            self._go_to(self._at + 1)

    def _go_to(self, at: int) -> None:
        self._at = at
        step, count = self._steps[at], len(self._steps)
        said = _("Step {number} of {count}").format(number=at + 1, count=count)
        self._card.show_words(said, step.title, step.text, last=at + 1 == count)
        self._place()
        self._card.announce()

    def _stop(self) -> None:
        self._at = None
        self._card.hide()

    def _place(self) -> None:
        if self._at is None:
            return
        on_screen = self._targets[self._at]()
        if on_screen is None:
            self._card.hide()
            return
        target = QRect(self._window.mapFromGlobal(on_screen.topLeft()), on_screen.size())
        sides = self._steps[self._at].sides
        side, corner = beside(self._card.size(), target, self._window.rect(), sides)
        self._card.point(side, corner, target.center())
        self._card.show()
        self._card.raise_()


def on_screen(widget: QWidget) -> QRect | None:
    """Give the rectangle of a widget on the screen, or None while it is not shown."""
    if not widget.isVisible():
        return None
    return QRect(widget.mapToGlobal(QPoint()), widget.size())
