"""One value of a role: a click opens it, the cross removes it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from annotator.domain import RoleValue
from annotator.formats import pair
from annotator.i18n import gettext as _
from annotator.ui.widgets import tool_button
from annotator.ui.wordings import in_words, one_line

_LEAST = 48
_ROUNDING = 2
"""So much may the widths of words that are measured as parts and as a whole differ."""


class ValueChip(QFrame):
    """Shows what a value says and what it comes to."""

    opened = Signal()
    removed = Signal()

    def __init__(self, value: RoleValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chip", True)
        words = one_line(in_words(value))
        self._words = _ElidedButton(words)
        self._words.setProperty("chipText", True)
        self._words.setToolTip(_tooltip(value))
        self._words.setAccessibleName(words)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.clicked.connect(self.opened)
        self._cross = tool_button("✕", _("Remove {value}").format(value=words))
        self._cross.setProperty("chipCross", True)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._words)
        row.addWidget(self._cross)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class _ElidedButton(QPushButton):
    """A button that would show all its words and is content with less."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._full = words
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The room for all words, whatever of them is shown now."""
        words = self.fontMetrics().horizontalAdvance(self._full) + _ROUNDING
        return QSize(self._edges() + words, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        room = event.size().width() - self._edges()
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))

    def _edges(self) -> int:
        shown = self.text().replace("&&", "&")
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(shown)


def _tooltip(value: RoleValue) -> str:
    where = _("not tied to a place in the text") if value.span is None else _("from the text")
    return pair(in_words(value), where)
