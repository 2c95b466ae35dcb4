"""Undo and redo: first of what is being changed where one is, then of the steps of the project."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from annotator.i18n import gettext as _
from annotator.ui.actions import Handlers
from annotator.ui.in_hand import InHand
from annotator.ui.menus import Menus
from annotator.ui.session import Session


class Undoing(QObject):
    """Carries both out, and has the menu name what they would do.

    What is in `hand` counts while `place`, where it is changed, is on show.
    """

    def __init__(self, session: Session, menus: Menus, hand: InHand, place: QWidget) -> None:
        super().__init__(place)
        self._session = session
        self._menus = menus
        self._hand = hand
        self._place = place
        place.installEventFilter(self)
        session.project_changed.connect(self._name)
        session.changed.connect(self._name)
        hand.taken.connect(self._name)
        hand.edited.connect(self._name)
        self._name()

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {"undo": self._undo, "redo": self._redo}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Name the steps anew when the place appears or goes."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._name()
        return super().eventFilter(watched, event)

    @property
    def _undoes_change(self) -> bool:
        return self._hand.can_undo and self._place.isVisible()

    @property
    def _redoes_change(self) -> bool:
        return self._hand.can_redo and self._place.isVisible()

    def _undo(self) -> None:
        if self._undoes_change:
            self._hand.undo()
        else:
            self._session.undo()

    def _redo(self) -> None:
        if self._redoes_change:
            self._hand.redo()
        else:
            # what was changed since is not of that step
            self._hand.forget_changes()
            self._session.redo()

    def _name(self) -> None:
        if self._session.is_open:
            project, change = self._session.project, _("Change suggestion")
            self._menus.show_steps(
                change if self._undoes_change else project.undo_name,
                change if self._redoes_change else project.redo_name,
            )
