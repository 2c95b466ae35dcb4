"""The bar over the text in which words of the article are found as they are typed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from annotator.i18n import gettext as _
from annotator.ui.article_view import ArticleView
from annotator.ui.command_button import name_command
from annotator.ui.messages import set_property
from annotator.ui.widgets import tool_button

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_FIELD_WIDTH = 280


class FindBar(QFrame):
    """Marks all places with the words in its field; `left` follows when it is closed."""

    left = Signal()

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._view = view
        self._from = 0
        self._field = QLineEdit()
        self._count = QLabel()
        self._previous = tool_button("\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", "")
        self._next = tool_button("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", "")
        self._close = tool_button("✕", _("Close (Esc)"))
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is there."""
        return not self.isHidden()

    def open(self) -> None:
        """Appear with the words that are selected, or those that were found last."""
        selected = self._view.selected_span()
        self._from = selected.start if selected else 0
        if selected is not None:
            self._field.setText(" ".join(selected.quote(self._view.text).split()))
        self.show()
        self._field.setFocus()
        self._field.selectAll()
        self._find()

    def renew(self) -> None:
        """Mark the words in another article."""
        self._from = 0
        self._find()

    def go(self, by: int) -> None:
        """Go to the next place, or with -1 to the one before."""
        if by > 0:
            self._view.find_next()
        else:
            self._view.find_previous()
        self._show_place()

    def leave(self) -> None:
        """Go away with the marks; the caret stands where the last place was shown."""
        self._view.put_caret_at_found()
        self._view.find_words("")
        # hidden with the focus, it would go to a neighbour
        self.left.emit()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Escape in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._took(event)
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _ENTER:
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            return False
        return True

    def _lay_out(self) -> None:
        self._field.setPlaceholderText(_("Find in the article"))
        self._field.setAccessibleName(_("Find in the article"))
        self._field.setMaximumWidth(_FIELD_WIDTH)
        # wide enough for most, so that the buttons stay where they are
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance("000 of 000"))
        name_command(self._previous, "previous_hit")
        name_command(self._next, "next_hit")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._field, 2)
        row.addWidget(self._count)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addStretch(1)
        row.addWidget(self._close)

    def _connect(self) -> None:
        self._field.installEventFilter(self)
        self._field.textEdited.connect(self._find)
        self._previous.clicked.connect(lambda: self.go(-1))
        self._next.clicked.connect(lambda: self.go(1))
        self._close.clicked.connect(self.leave)

    def _find(self) -> None:
        self._view.find_words(self._field.text(), self._from)
        self._show_place()

    def _show_place(self) -> None:
        number, count = self._view.found
        nothing = bool(self._field.text().strip()) and not count
        shown = _("{number} of {count}").format(number=number, count=count) if count else ""
        self._count.setText(_("not found") if nothing else shown)
        self._field.setAccessibleDescription(self._count.text())
        set_property(self._count, "role", "bad" if nothing else "muted")
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)
