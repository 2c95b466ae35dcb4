"""One value of a role: a click opens it, the cross removes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from annotator.domain import RoleValue
from annotator.i18n import gettext as _
from annotator.ui.widgets import tool_button
from annotator.ui.wordings import in_words, one_line

_WIDEST = 190


class ValueChip(QFrame):
    """Shows what a value says and what it comes to."""

    opened = Signal()
    removed = Signal()

    def __init__(self, value: RoleValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chip", True)
        words = one_line(in_words(value))
        self._words = QPushButton(_elided(self, words))
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


def _elided(widget: QWidget, words: str) -> str:
    metrics = QFontMetrics(widget.font())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST)
    return shown.replace("&", "&&")


def _tooltip(value: RoleValue) -> str:
    where = _("not tied to a place in the text") if value.span is None else _("from the text")
    return f"{in_words(value)}: {where}"
