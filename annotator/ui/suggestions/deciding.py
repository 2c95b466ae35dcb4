"""The current suggestion with the buttons that decide on it, above those that are pending."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.domain import Codebook, Suggestion
from annotator.i18n import gettext as _
from annotator.ui.command_button import command_button
from annotator.ui.flow import FlowLayout
from annotator.ui.suggestions.card import SuggestionCard
from annotator.ui.suggestions.listing import SuggestionList
from annotator.ui.suggestions.model import SuggestionModel
from annotator.ui.suggestions.queue import Queue
from annotator.ui.theme import Theme

_MAIN = ("accept", "reject")
_WAYS = ("previous_suggestion", "next_suggestion")
_OTHER = ("correct", "skip", "flag")
BUTTONS = (*_MAIN, *_WAYS, *_OTHER)


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
            "flag": command_button("flag", _("Flag"), look="compact"),
            "previous_suggestion": command_button(
                "previous_suggestion",
                "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
                look="compact",
            ),
            "next_suggestion": command_button(
                "next_suggestion", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", look="compact"
            ),
        }
        self._ways = QWidget()
        self._scroll = QScrollArea(widgetResizable=True)
        self._lay_out()

    def button(self, key: str) -> QPushButton:
        """Give the button of that command."""
        return self._buttons[key]

    def show_queue(self, queue: Queue, codebook: Codebook, flagged: frozenset[int]) -> None:
        """List these suggestions; those that were skipped may be `flagged`."""
        self._model.show_queue(queue, codebook, flagged)

    def show_current(self, queue: Queue, changed: Suggestion | None = None) -> None:
        """Show the current one of those that are listed on the card, as it is `changed` if so."""
        if queue.current is None:
            return
        place = _place(queue, self._model.flagged)
        if changed is not None:
            place = _("{place} · changed").format(place=place)
        self._card.show_suggestion(changed or queue.current, self._model.codebook, place)
        # what a key has changed is to be seen, however long the words are
        self._scroll.ensureVisible(0, self._card.end_of_facts if changed else 0)
        self._list.show_row(queue.row)

    def set_compact(self, on: bool) -> None:  # noqa: FBT001 (like setVisible)
        """Leave out the list and all but two buttons, for there is little room."""
        self._list.setHidden(on)
        for part in (self._ways, *(self._buttons[key] for key in _OTHER)):
            part.setHidden(on)

    def set_scores(self, on: bool) -> None:  # noqa: FBT001 (a slot)
        """Show or hide how sure the pipeline is."""
        self._card.set_scores(on)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._card.set_theme(theme)
        self._list.set_theme(theme)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("decision")
        card.setProperty("panel", True)
        self._scroll.setWidget(self._card)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(12)
        inside.addWidget(self._scroll, 1)
        inside.addLayout(self._button_lines())
        around = QVBoxLayout()
        around.setContentsMargins(12, 0, 12, 12)
        around.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(around, 2)
        column.addWidget(self._list, 1)

    def _button_lines(self) -> FlowLayout:
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(6)
        for key in _WAYS:
            ways.addWidget(self._buttons[key])
        lines = FlowLayout(fill=True)
        parts = (*map(self.button, _MAIN), self._ways, *map(self.button, _OTHER))
        for part in parts:
            lines.addWidget(part)
        return lines


def _place(queue: Queue, flagged: frozenset[int]) -> str:
    if queue.current is None or queue.is_at_skipped:
        is_flagged = queue.current is not None and queue.current.id in flagged
        words = _("flagged · {count} pending") if is_flagged else _("skipped · {count} pending")
        return words.format(count=queue.left)
    number = queue.pending.index(queue.current.id) + 1
    aside = (
        (_("{count} skipped"), len(queue.skipped - flagged)),
        (_("{count} flagged"), len(queue.skipped & flagged)),
    )
    place = _("{number} of {count}").format(number=number, count=queue.left)
    return " · ".join((place, *(words.format(count=count) for words, count in aside if count)))
