"""A read-only text with caret, selection, zoom and copy: code points, original characters."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTextEdit, QWidget
from shiboken6 import isValid

from annotator.domain import Span
from annotator.domain.words import snapped, trimmed, word_at
from annotator.settings import ZOOM_NORMAL, within_zoom
from annotator.ui.article_view.document import laid_out, style_for
from annotator.ui.article_view.geometry import Geometry
from annotator.ui.article_view.keys import is_for_reading
from annotator.ui.article_view.positions import Positions

_ZOOM_STEP = 10


class Reader(QTextEdit):
    """Shows a text; what is selected and where things lie is told in code points.

    Keys other than those of the caret, of copying and of selecting all are left to the window.
    """

    selection_changed = Signal()
    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._zoom = ZOOM_NORMAL
        self._style = style_for(self.width(), self._zoom)
        self._beside: QWidget | None = None
        self._positions = Positions("")
        self._geometry = Geometry(self.document(), self._positions, "")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionChanged.connect(self.selection_changed)
        self._make_room()

    @property
    def text(self) -> str:
        """The text on show, as it was given."""
        return self._text

    @property
    def zoom(self) -> int:
        """The size of the text in percent."""
        return self._zoom

    @property
    def caret(self) -> int:
        """The code point before which the caret stands."""
        return self._positions.from_qt(self.textCursor().position())

    def visible_span(self) -> Span:
        """The code points of the lines that are on the screen, by at least half of their height."""
        top, half = self.verticalScrollBar().value(), self.fontMetrics().height() / 2
        return self._geometry.span_between(top + half, top + self.viewport().height() - half)

    def show_text(self, text: str) -> None:
        """Show another text from its beginning."""
        self._text = text
        self._positions = Positions(text)
        self.verticalScrollBar().setValue(0)
        self._lay_out()

    def set_zoom(self, percent: int) -> None:
        """Set the size of the text, within its bounds; caret and place stay."""
        percent = within_zoom(percent)
        if percent == self._zoom:
            return
        self._zoom = percent
        self._lay_out_again()
        self.zoom_changed.emit(percent)

    def selected_span(self) -> Span | None:
        """The selection without blanks and stray quotes at its ends; None when nothing is left."""
        span = trimmed(self._text, self._raw_selection())
        return span or None

    def select(self, span: Span) -> None:
        """Select a span and bring it into view."""
        self._set_selection(span)
        self.scroll_to(span)

    def put_caret(self, point: int) -> None:
        """Select nothing, and let the next selection with keys begin here."""
        self._set_selection(Span(point, point))

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def scroll_to(self, span: Span) -> None:
        """Bring a span into view, a third from the top, unless it can be seen already."""
        number, unit = self._positions.within(span.start)
        paragraph = self._geometry.paragraph(number)
        line = paragraph.block.layout().lineForTextPosition(unit)
        top = paragraph.place.top() + (line.y() if line.isValid() else 0.0)
        self._scroll_into_view(top, top + self.fontMetrics().height() * 2)

    def _scroll_into_view(self, top: float, bottom: float) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if bar.value() <= top and bottom <= bar.value() + height:
            return
        target = round(top - height / 3)
        if target > bar.maximum():
            # Qt lays out lazily and may not know yet how tall the document is
            self.document().documentLayout().documentSize()
        bar.setValue(target)

    def _raw_selection(self) -> Span:
        cursor = self.textCursor()
        to_point = self._positions.from_qt
        return Span(to_point(cursor.selectionStart()), to_point(cursor.selectionEnd()))

    def _set_selection(self, span: Span) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_qt(span.start))
        cursor.setPosition(self._positions.to_qt(span.stop), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _lay_out(self) -> None:
        old = self.document()
        self._style = style_for(self.width(), self._zoom)
        self._make_room()
        new = laid_out(self._positions.shown, self._style, self.viewport().width(), self)
        self._geometry = Geometry(new, self._positions, self._text)
        self.setDocument(new)
        if isValid(old):
            old.deleteLater()

    def _make_room(self) -> None:
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if self._text else policy.ScrollBarAlwaysOff
        )
        if self._beside:
            self._beside.setVisible(bool(self._text))
        self._centre(self.size())

    def _lay_out_again(self) -> None:
        selection, caret = self._raw_selection(), self.textCursor().position()
        first = self._first_visible()
        self._lay_out()
        if selection:
            self._set_selection(selection)
        else:
            self._place_caret(caret)
        self._show_at_top(first)

    def _place_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def _first_visible(self) -> int:
        top = float(self.verticalScrollBar().value())
        seen = self._geometry.paragraphs(top, top + self.viewport().height())
        return next((one.number for one in seen if one.place.bottom() > top), 0)

    def _show_at_top(self, number: int) -> None:
        top = self._geometry.paragraph(number).place.top()
        self.verticalScrollBar().setValue(round(top) if number else 0)

    def _put_beside(self, widget: QWidget) -> None:
        """Keep room for a widget between the text and the scroll bar."""
        self._beside = widget
        self._make_room()

    def _centre(self, size: QSize) -> None:
        if not self._text:
            self.setViewportMargins(0, 0, 0, 0)
            return
        bar = self.verticalScrollBar().sizeHint().width()
        beside = self._beside.sizeHint().width() if self._beside else 0
        spare = max(0, size.width() - bar - beside - self._style.widest)
        self.setViewportMargins(spare // 2, 0, spare - spare // 2 + beside, 0)
        if self._beside:
            self._beside.setGeometry(size.width() - bar - beside, 0, beside, size.height())

    def event(self, event: QEvent) -> bool:
        """Centre the column before a resize; keep the keys of the caret from the window."""
        if isinstance(event, QResizeEvent):
            self._fit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(is_for_reading(event))
            return True
        if isinstance(event, QWheelEvent):
            # the wheel turned over the space beside the column
            self.wheelEvent(event)
            return True
        return super().event(event)

    def _fit(self) -> None:
        if style_for(self.width(), self._zoom) != self._style:
            self._lay_out_again()
        else:
            self._centre(self.size())

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint anew: moving what is painted already would leave stale marks behind."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the user's font, but not that which a stylesheet gives the window."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            QAbstractScrollArea.changeEvent(self, event)
            self._fit()
        else:
            super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, copy, select, turn the page; any other key goes on to the window."""
        if is_for_reading(event) or event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = event.angleDelta().y() / 120
            self.set_zoom(self._zoom + round(turns * _ZOOM_STEP))
            event.accept()
        else:
            QAbstractScrollArea.wheelEvent(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a selection by mouse end at words, unless Alt is held."""
        super().mouseReleaseEvent(event)
        exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.button() == Qt.MouseButton.LeftButton and not exact:
            self._snap()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the mouse."""
        super().mouseDoubleClickEvent(event)
        point = self._point_under(event)
        word = word_at(self._text, point) if point is not None else None
        if word:
            self._set_selection(word)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected stretch of the original text; a document would change its blanks."""
        # made by Qt: a clipboard that outlives Python crashes when it deletes what Python made
        data = QTextEdit().createMimeDataFromSelection()
        data.setText(self._raw_selection().quote(self._text))
        return data

    def _snap(self) -> None:
        selection = self._raw_selection()
        wanted = snapped(self._text, trimmed(self._text, selection) or selection)
        if selection and wanted != selection:
            self._set_selection(wanted)

    def _point_under(self, event: QMouseEvent) -> int | None:
        at = event.position()
        at.setY(at.y() + self.verticalScrollBar().value())
        return self._geometry.point_at(at)
