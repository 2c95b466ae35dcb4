"""The current suggestion with the buttons that decide on it, above those that are pending."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.domain import Codebook, Suggestion
from annotator.i18n import gettext as _
from annotator.ui.command_button import command_button
from annotator.ui.suggestions.card import SuggestionCard
from annotator.ui.suggestions.listing import SuggestionList
from annotator.ui.suggestions.model import SuggestionModel
from annotator.ui.suggestions.queue import Queue
from annotator.ui.theme import Theme

_LESS_NEEDED = ("correct", "skip", "previous_suggestion", "next_suggestion")
BUTTONS = ("accept", "reject", *_LESS_NEEDED)


class Deciding(QWidget):
    """Card, buttons and list; `row_chosen` carries the row that was clicked."""

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SuggestionModel(self)
        self._list = SuggestionList(self._model)
        self._list.chosen.connect(self.row_chosen)
        self._card = SuggestionCard()
        self._buttons = {
            "accept": command_button("accept", _("Accept"), look="primary"),
            "reject": command_button("reject", _("Reject"), look="compact"),
            "correct": command_button("correct", _("Correct"), look="compact"),
            "skip": command_button("skip", _("Skip"), look="compact"),
            "previous_suggestion": command_button(
                "previous_suggestion",
                "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
                look="compact",
            ),
            "next_suggestion": command_button(
                "next_suggestion", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", look="compact"
            ),
        }
        self._lay_out()

    def button(self, key: str) -> QPushButton:
        """Give the button of that command."""
        return self._buttons[key]

    def show_queue(self, queue: Queue, codebook: Codebook) -> None:
        """List these suggestions."""
        self._model.show_queue(queue, codebook)

    def show_current(self, queue: Queue, changed: Suggestion | None = None) -> None:
        """Show the current one of those that are listed on the card, as it is `changed` if so."""
        if queue.current is None:
            return
        place = _place(queue)
        if changed is not None:
            place = _("{place} · changed").format(place=place)
        self._card.show_suggestion(changed or queue.current, self._model.codebook, place)
        self._list.show_row(queue.row)

    def set_compact(self, on: bool) -> None:  # noqa: FBT001 (like setVisible)
        """Leave out the list and all but two buttons, for there is little room."""
        self._list.setHidden(on)
        for key in _LESS_NEEDED:
            self._buttons[key].setHidden(on)

    def set_scores(self, on: bool) -> None:  # noqa: FBT001 (a slot)
        """Show or hide how sure the pipeline is."""
        self._card.set_scores(on)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._card.set_theme(theme)
        self._list.set_theme(theme)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("panel", True)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._card)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(12)
        inside.addWidget(scroll, 1)
        inside.addLayout(self._button_grid())
        around = QVBoxLayout()
        around.setContentsMargins(12, 0, 12, 12)
        around.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(around, 2)
        column.addWidget(self._list, 1)

    def _button_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        for column, key in enumerate(("accept", "reject")):
            grid.addWidget(self._buttons[key], 0, column * 2, 1, 2)
        for column, key in enumerate(_LESS_NEEDED):
            grid.addWidget(self._buttons[key], 1, column)
        for column in (0, 1):
            grid.setColumnStretch(column, 2)
        for column in (2, 3):
            grid.setColumnStretch(column, 1)
        return grid


def _place(queue: Queue) -> str:
    pending = queue.pending
    if queue.current is None or queue.is_at_skipped:
        return _("skipped · {count} pending").format(count=len(pending))
    number = pending.index(queue.current.id) + 1
    place = _("{number} of {count}").format(number=number, count=len(pending))
    skipped = len(queue.skipped)
    return _("{place} · {count} skipped").format(place=place, count=skipped) if skipped else place
