"""The list of the marks that lie at one place of the text."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from annotator.domain import Span
from annotator.i18n import gettext as _
from annotator.ui.annotation_marks import mark_in_words
from annotator.ui.article_view import ArticleView, Mark
from annotator.ui.swatch import type_swatch
from annotator.ui.wordings import one_line, quoted, shortened

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_QUOTE_LENGTH = 60
_MOST_ROWS = 8
_WIDEST = 560
_GAP = 6
_SWATCH = QSize(12, 12)


class Here(QListWidget):
    """Floats below the caret while it has the focus; the mark of its row is emphasised in the text.

    `chosen` carries the key of the mark to go to, `removal_asked` that of the mark to be removed.
    It keeps all keys from the window, and no mouse: a double click goes on selecting a word.
    """

    chosen = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view.viewport())
        self.setObjectName("marksHere")
        self.setAccessibleName(_("Marks here"))
        self.setToolTip(_("Enter opens the mark, Delete removes the annotation."))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setIconSize(_SWATCH)
        self._view = view
        self._marks: Sequence[Mark] = ()
        self.currentRowChanged.connect(self._look_at)
        self.itemEntered.connect(self.setCurrentItem)
        self.itemClicked.connect(self._choose)
        view.verticalScrollBar().valueChanged.connect(self.leave)
        self.hide()

    def offer(self, marks: Sequence[Mark], point: int) -> None:
        """List these marks below a code point, the first of them chosen."""
        self.clear()
        self._marks = marks
        for mark in marks:
            self.addItem(QListWidgetItem(type_swatch(mark.colour), self._line(mark)))
        self._take_place(point)
        self.setCurrentRow(0)
        self.show()
        self.raise_()
        self.setFocus()

    def leave(self) -> None:
        """Go away and give the focus back to the text."""
        if self.isVisible():
            self._view.setFocus()
            self.hide()

    def event(self, event: QEvent) -> bool:
        """Claim all keys: what they would do in the window is not about the mark shown here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter, ask for removal with Delete, leave with Escape, else move."""
        if event.key() in _ENTER:
            self._choose()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit(self._marks[self.currentRow()].key)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go away when something else is turned to."""
        super().focusOutEvent(event)
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the text emphasise what it did before."""
        super().hideEvent(event)
        self._view.look_at(None)

    def _choose(self) -> None:
        key = self._marks[self.currentRow()].key
        self.leave()
        self.chosen.emit(key)

    def _look_at(self, row: int) -> None:
        if row >= 0:
            self._view.look_at(self._marks[row].key)

    def _line(self, mark: Mark) -> str:
        quote = shortened(one_line(mark.span.quote(self._view.text)), _QUOTE_LENGTH)
        return f"{mark_in_words(mark)}   {quoted(quote)}"

    def _take_place(self, point: int) -> None:
        caret = self._view.rect_of(Span(point, point))
        room = self._view.viewport().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        rows = min(len(self._marks), _MOST_ROWS)
        frame = 2 * self.frameWidth() + 2
        bar = self.verticalScrollBar().sizeHint().width() if rows < len(self._marks) else 0
        wanted = QSize(
            self.sizeHintForColumn(0) + frame + bar, rows * self.sizeHintForRow(0) + frame
        )
        size = wanted.boundedTo(QSize(_WIDEST, room.height())).boundedTo(room.size())
        fits = caret.bottom() + _GAP + size.height() <= room.bottom()
        top = caret.bottom() + _GAP if fits else caret.top() - _GAP - size.height()
        left = max(room.left(), min(caret.left(), room.right() - size.width()))
        self.resize(size)
        self.move(QPoint(left, max(room.top(), top)))
