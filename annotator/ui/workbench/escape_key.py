"""Escape gives up what is in hand, wherever on the page the focus is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.forms import FormPanel
from annotator.ui.in_hand import InHand
from annotator.ui.workbench.adjusting import Adjusting
from annotator.ui.workbench.nearer_keys import NearerKeys


class EscapeKey(NearerKeys):
    """Waits no longer for the mention of a role, or leaves the form and drops what was changed."""

    def __init__(
        self, watched: QWidget, hand: InHand, adjusting: Adjusting, form: FormPanel
    ) -> None:
        super().__init__(watched)
        self._hand = hand
        self._adjusting = adjusting
        self._form = form

    def nearer(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What Escape gives up, if anything is in hand."""
        is_meant = event.key() == Qt.Key.Key_Escape and self._hand.target is not None
        return self._give_up if is_meant else None

    def _give_up(self) -> None:
        if not self._adjusting.give_up():
            self._form.leave()
