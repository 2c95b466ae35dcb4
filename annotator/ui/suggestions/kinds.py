"""Switches for the kinds of suggestions that the stream goes through."""

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from annotator.domain import SuggestionKind
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.ui.command_button import name_command
from annotator.ui.widgets import tool_button
from annotator.ui.wordings import SUGGESTION_KINDS


class KindSwitches(QWidget):
    """One switch a kind above the number pending; `changed` follows when one was switched."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {kind: self._button(kind) for kind in SUGGESTION_KINDS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self._buttons.values():
            row.addWidget(button, 1)

    def wanted(self) -> frozenset[SuggestionKind]:
        """Give the kinds that are on."""
        return frozenset(kind for kind, button in self._buttons.items() if button.isChecked())

    def want(self, kinds: Iterable[SuggestionKind]) -> None:
        """Switch just these kinds on."""
        chosen = frozenset(kinds)
        for kind, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(kind in chosen)
        self.changed.emit()

    def ticks(self) -> Mapping[str, bool]:
        """Say of the commands by their keys whether what they switch is on."""
        return {f"kind_{kind}": button.isChecked() for kind, button in self._buttons.items()}

    def switch(self, kind: SuggestionKind) -> None:
        """Switch one kind on or off."""
        self._buttons[kind].toggle()

    def show_counts(self, counts: Counter[SuggestionKind]) -> None:
        """Say how many of each kind are pending."""
        for kind, button in self._buttons.items():
            count = digits(counts[kind])
            button.setText(f"{SUGGESTION_KINDS[kind]}\n{count}")
            button.setAccessibleName(f"{SUGGESTION_KINDS[kind]} {count}")

    def _button(self, kind: SuggestionKind) -> QToolButton:
        tip = _("Go through the suggested {kind}, or leave them out")
        button = tool_button("", "", checkable=True)
        name_command(button, f"kind_{kind}", tip=tip.format(kind=SUGGESTION_KINDS[kind].lower()))
        button.setProperty("kind", True)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setChecked(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self.changed)
        return button
