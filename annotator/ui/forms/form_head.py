"""The head of the form: what is selected, and what can be done with it as a whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.ui.actions import command
from annotator.ui.command_button import name_command
from annotator.ui.elided import ElidedLabel
from annotator.ui.widgets import tool_button
from annotator.ui.wordings import one_line, quoted


class FormHead(QWidget):
    """Names the annotation and shows its words; its buttons ask for what their names say."""

    span_asked = Signal()
    removal_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(lines=2)
        self._title.setProperty("role", "heading")
        self._quote = ElidedLabel(lines=2)
        self._quote.setProperty("role", "muted")
        self._span = _button(_("Set span"), command("set_span").text)
        self._remove = _button(_("Remove"), command("remove_annotation").text)
        name_command(self._span, "set_span")
        name_command(self._remove, "remove_annotation")
        self._close = _button("✕", _("Close the form (Esc)"))
        self._span.clicked.connect(self.span_asked)
        self._remove.clicked.connect(self.removal_asked)
        self._close.clicked.connect(self.close_asked)
        self._lay_out()

    def show_target(self, title: str, quote: str, *, stored: bool) -> None:
        """Say what is in the form; what is stored can be removed."""
        self._title.show_text(title)
        self._quote.show_text(quoted(one_line(quote)))
        self._remove.setVisible(stored)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._title, 1)
        row.addWidget(self._span)
        row.addWidget(self._close)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._quote, 1)
        below.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(below)


def _button(words: str, hint: str) -> QToolButton:
    button = tool_button(words, hint)
    button.setAccessibleName(hint)
    button.setProperty("narrow", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
