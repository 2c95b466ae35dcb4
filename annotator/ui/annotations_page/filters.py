"""The search field and the boxes above the list of annotations."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotator.domain import (
    AnnotationFilter,
    AnnotationState,
    ClaimKind,
    Codebook,
    EntityLabel,
    SuggestionKind,
)
from annotator.formats import pair
from annotator.i18n import gettext as _
from annotator.ui.annotations_page.columns import KINDS, STATES
from annotator.ui.command_button import name_command
from annotator.ui.search_line import SearchLine
from annotator.ui.wordings import CLAIM_KINDS, LABELS


class AnnotationFilters(QWidget):
    """Asks for words, kind, label, state and coder; `changed` after each choice."""

    changed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = SearchLine(_("Search the words"))
        self._kind = _box(_("Any kind"))
        self._label = _box(_("Any label"))
        self._state = _box(_("Any state"))
        self._coder = _box(_("By me"))
        self._codebook = Codebook(name="")
        self.setFocusProxy(self._words)
        self._fill()
        self._lay_out()
        self._connect()

    def chosen(self) -> AnnotationFilter:
        """Give the filter as chosen, in no order of its own."""
        # Qt gives plain texts back for enumerations
        chosen = self._label.currentData() or self._kind.currentData() or ""
        kind, _blank, label = chosen.partition(" ")
        state = self._state.currentData()
        return AnnotationFilter(
            words=self._words.text().strip(),
            kind=SuggestionKind(kind) if kind else None,
            label=label,
            state=AnnotationState(state) if state else None,
            all_coders=bool(self._coder.currentData()),
        )

    def show_codebook(self, codebook: Codebook) -> None:
        """Offer the types of this codebook; a label that is still there stays chosen."""
        self._codebook = codebook
        self._offer_labels()

    def clear(self) -> None:
        """Ask for nothing."""
        self._words.clear()
        for box in (self._kind, self._label, self._state, self._coder):
            box.setCurrentIndex(0)

    def search(self) -> None:
        """Put the cursor into the search field."""
        self._words.setFocus()
        self._words.selectAll()

    def choose(self) -> None:
        """Open the first box; Tab leads to the others."""
        self._kind.setFocus()
        self._kind.showPopup()

    def _fill(self) -> None:
        for kind, name in KINDS.items():
            self._kind.addItem(name, kind.value)
        for state, name in STATES.items():
            self._state.addItem(name, state.value)
        self._coder.addItem(_("By all coders"), True)
        self._offer_labels()

    def _lay_out(self) -> None:
        self._words.setAccessibleName(_("Search the words of annotations"))
        name_command(self._words, "find_annotation")
        name_command(self._kind, "filter_annotations")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for box in (self._kind, self._label, self._state, self._coder):
            row.addWidget(box)

    def _connect(self) -> None:
        self._words.textChanged.connect(self.changed)
        self._words.entered.connect(self.entered)
        self._kind.currentIndexChanged.connect(self._offer_labels)
        for box in (self._kind, self._label, self._state, self._coder):
            box.currentIndexChanged.connect(self.changed)

    def _offer_labels(self) -> None:
        """Offer the labels of the chosen kind, or all."""
        kept, kind = self._label.currentData(), self._kind.currentData()
        self._label.blockSignals(True)
        while self._label.count() > 1:
            self._label.removeItem(1)
        for of_kind, label, name in _labels(self._codebook):
            if kind in {None, of_kind.value}:
                self._label.addItem(name, f"{of_kind.value} {label}")
                tip = pair(KINDS[of_kind], name)
                self._label.setItemData(self._label.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self._label.setCurrentIndex(max(self._label.findData(kept), 0) if kept else 0)
        self._label.blockSignals(False)


def _labels(codebook: Codebook) -> list[tuple[SuggestionKind, str, str]]:
    """All labels with their kinds and names."""
    statement, claim, mention = KINDS
    return [
        *((statement, kind.key, kind.name) for kind in codebook.types),
        *((claim, kind.value, CLAIM_KINDS[kind]) for kind in ClaimKind),
        *((mention, label.value, LABELS[label]) for label in EntityLabel),
    ]


def _box(anything: str) -> QComboBox:
    box = QComboBox()
    box.addItem(anything, None)
    box.setAccessibleName(anything)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
