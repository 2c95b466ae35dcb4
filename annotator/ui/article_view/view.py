"""The article with its marks painted over it."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from annotator.domain import Span
from annotator.i18n import gettext as _
from annotator.ui.article_view.finder import Finder
from annotator.ui.article_view.index import Index
from annotator.ui.article_view.margins import Margins
from annotator.ui.article_view.mark import Layer, Mark
from annotator.ui.article_view.painter import MarkPainter
from annotator.ui.article_view.palette import palette_for, text_palette
from annotator.ui.article_view.reader import Reader
from annotator.ui.article_view.scene import SLACK, Drawn, Scene, Visibility
from annotator.ui.article_view.spoken import announce
from annotator.ui.article_view.strip import Places, Strip
from annotator.ui.article_view.tooltip import tooltip
from annotator.ui.theme import LIGHT, Theme

_ABOVE = 600.0
_EMPTY_MARGIN = 32


class ArticleView(Reader):
    """Shows a text and marks in it; spans are half-open ranges of code points.

    `marks_clicked` carries the marks under a plain click, shortest first, never an empty list.
    `marks_changed` follows when the marks, the layers that are on or the colours have changed.
    """

    marks_clicked = Signal(list)
    marks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._visibility = Visibility()
        self._current: Hashable | None = None
        self._index = Index(self._positions)
        self._scene = Scene(self._index)
        self._margins: Margins | None = None
        self._finder = Finder("", self._positions)
        self._numbers: dict[Hashable, str] = {}
        self._marks_at_caret: list[Mark] = []
        self._pressed_at = QPoint()
        self._strip = Strip(self._places, lambda: self._palette, self)
        self.setAccessibleName(_("Article text"))
        self.setAccessibleDescription(
            _("The article. Select with Shift and the arrow keys, then tag the selection.")
        )
        self.setPlaceholderText(
            _("No article is open. Choose one from the list on the left, or import some articles.")
        )
        self._put_beside(self._strip)
        self._strip.point_asked.connect(lambda point: self.scroll_to(Span(point, point)))
        self.marks_changed.connect(self._strip.refresh)
        self.set_theme(LIGHT)

    def show_text(self, text: str) -> None:
        """Show another text from its beginning, without marks."""
        super().show_text(text)
        self._index = Index(self._positions)
        self._scene = Scene(self._index)
        self._finder = Finder(text, self._positions)
        self._current = self._visibility.current = None
        self._repaint()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks instead of those before; cheap when few of them differ."""
        self._index.replace(marks)
        self._repaint()

    def add_mark(self, mark: Mark) -> None:
        """Show one more mark; one with the same key makes way for it."""
        self._index.add(mark)
        self._repaint()

    def exchange_marks(self, gone: Iterable[Hashable], new: Iterable[Mark]) -> None:
        """Show the marks with these keys no longer, and then these others."""
        for key in gone:
            self._index.remove(key)
        for mark in new:
            self._index.add(mark)
        self._repaint()

    def marks(self) -> tuple[Mark, ...]:
        """The marks of all layers, whether these are on or off."""
        return tuple(self._index)

    def set_current(self, key: Hashable | None) -> None:
        """Emphasise the mark with that key and bring it into view; with None, no mark."""
        is_new = key != self._current
        self._current = self._visibility.current = key
        mark = self._index.get(key) if key is not None else None
        if mark is not None:
            self.scroll_to(mark.span)
            if is_new:
                announce(self, [mark])
        self.viewport().update()

    def look_at(self, key: Hashable | None) -> None:
        """Emphasise another mark for a while, the text stays where it is; None ends that."""
        self._visibility.current = self._current if key is None else key
        self.viewport().update()

    def marks_here(self) -> list[Mark]:
        """The visible marks at the caret."""
        return self.marks_around(self.caret)

    def marks_around(self, point: int) -> list[Mark]:
        """The visible marks at a code point, shortest first; where none is, those before it."""
        return self._visible_at(point) or self._visible_at(point - 1)

    def count(self, layer: Layer) -> int:
        """How many marks the legend counts on that layer."""
        return self._index.counts[layer]

    @property
    def numbers(self) -> Mapping[Hashable, str]:
        """The digits shown beside marks, by the marks' keys."""
        return self._numbers

    def set_numbers(self, numbers: Mapping[Any, str]) -> None:
        """Show digits beside the marks of these keys, by which they can be chosen."""
        if numbers != self._numbers:
            self._numbers = dict(numbers)
            self.viewport().update()

    def rect_of(self, span: Span) -> QRect:
        """The first line of a span, in coordinates of the viewport."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_qt(span.start))
        return self.cursorRect(cursor)

    def is_layer_visible(self, layer: Layer) -> bool:
        """Whether that layer is on."""
        return layer in self._visibility.layers

    def set_layer_visible(self, layer: Layer, visible: bool) -> None:  # noqa: FBT001 (like setVisible)
        """Switch a layer on or off."""
        if visible:
            self._visibility.layers.add(layer)
        else:
            self._visibility.layers.discard(layer)
        self._repaint()

    def set_theme(self, theme: Theme) -> None:
        """Draw with the colours of that theme."""
        self.theme = theme
        self._palette = palette_for(theme)
        self._painter = MarkPainter(self._palette, self._visibility)
        self.setPalette(text_palette(theme))
        self._repaint()

    def show_place(self, span: Span) -> None:
        """Bring a place into view and paint it like one that was found; nothing is selected."""
        self._finder.point_at(span)
        self.put_caret(span.start)
        self._show_hit(span)

    def find_all(self, query: str) -> int:
        """Paint all places that hold words of `query`, show the first; how many there are."""
        count = self._finder.search(query)
        self.find_next()
        return count

    def find_words(self, words: str, start: int = 0) -> int:
        """Paint all places with just these words, show the first from `start` on; how many."""
        count = self._finder.look_for(words, start)
        self.find_next()
        return count

    @property
    def found(self) -> tuple[int, int]:
        """The number of the place that is shown, counted from 1, and how many were found."""
        return self._finder.place

    def put_caret_at_found(self) -> None:
        """Put the caret before the place that is shown, if there is one."""
        span = self._finder.step(0) if self._finder.current >= 0 else None
        if span is not None:
            self.put_caret(span.start)

    def find_next(self) -> None:
        """Go to the next place found, after the last to the first."""
        self._show_hit(self._finder.step(1))

    def find_previous(self) -> None:
        """Go to the place found before, from the first to the last."""
        self._show_hit(self._finder.step(-1))

    def marks_at(self, at: QPoint) -> list[Mark]:
        """The visible marks at a point of the viewport, chip, bracket or text; shortest first."""
        place = QPointF(at) + QPointF(0, self._top())
        margins = self._margins_now()
        if not margins.left <= place.x() <= margins.right:
            return margins.marks_at(place, self._drawn_in_view(), self._visibility)
        point = self._geometry.point_at(place)
        return [] if point is None else self._visible_at(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints, then the text, then all that lies on it or beside it."""
        if not self.text:
            self._paint_placeholder()
            return
        region = QRectF(event.rect()).translated(0, self._top())
        drawn = self._drawn_in_view()
        top, bottom = region.top() - SLACK, region.bottom() + SLACK
        inside = [entry for entry in drawn if entry.top <= bottom and entry.bottom >= top]
        painter = self._begin()
        self._painter.grounds(painter, inside)
        self._paint_hits(painter, region)
        painter.end()
        super().paintEvent(event)
        painter = self._begin()
        self._painter.lines(painter, inside)
        self._paint_numbers(painter, inside)
        self._paint_beside(painter, region, drawn)
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tooltip which marks lie under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(
                event.globalPos(), tooltip(self.marks_at(event.pos()), self._palette), self
            )
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell which marks the caret has come to."""
        super().keyPressEvent(event)
        before, self._marks_at_caret = self._marks_at_caret, self.marks_here()
        announce(self, (mark for mark in self._marks_at_caret if mark not in before))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click may have begun."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report the marks under a plain click."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        moved = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if moved or event.button() != Qt.MouseButton.LeftButton:
            return
        marks = [] if self.textCursor().hasSelection() else self.marks_at(at)
        if marks:
            self.marks_clicked.emit(marks)

    def _repaint(self) -> None:
        self.viewport().update()
        self.marks_changed.emit()

    def _top(self) -> float:
        return float(self.verticalScrollBar().value())

    def _show_hit(self, span: Span | None) -> None:
        if span is not None:
            self.scroll_to(span)
        self.viewport().update()
        self._strip.refresh()

    def _places(self) -> Places:
        return Places(len(self.text), self._visibility.among(self._index), self._finder.found)

    def _visible_at(self, point: int) -> list[Mark]:
        return [mark for mark in self._index.at(point) if self._visibility.shows(mark)]

    def _drawn_in_view(self) -> list[Drawn]:
        # names pushed aside by those above must not jump when these scroll out of view
        top, bottom = self._top() - _ABOVE, self._top() + self.viewport().height()
        return self._scene.between(max(0.0, top), bottom, self._geometry, self._visibility)

    def _begin(self) -> QPainter:
        painter = QPainter(self.viewport())
        painter.translate(0, -self._top())
        return painter

    def _margins_now(self) -> Margins:
        width, margins = self.viewport().width(), self._margins
        if margins is None or margins.width != width or margins.style is not self._style:
            margins = self._margins = Margins(self._style, width)
        return margins

    def _paint_hits(self, painter: QPainter, region: QRectF) -> None:
        if not self._finder.hits:
            return
        scene = Scene(self._finder.hits)
        drawn = scene.between(region.top(), region.bottom(), self._geometry, Visibility())
        self._painter.hits(painter, drawn, self._finder.current)

    def _paint_beside(self, painter: QPainter, region: QRectF, drawn: Sequence[Drawn]) -> None:
        margins = self._margins_now()
        if margins.left <= region.left() and region.right() <= margins.right:
            return
        near = region.adjusted(-SLACK, -SLACK, SLACK, SLACK)
        brackets = [one for one in margins.brackets(drawn) if one.rect.intersects(near)]
        self._painter.brackets(painter, brackets)
        chips = margins.chips(drawn, self._visibility)
        seen = [chip for chip in chips if chip.rect.intersects(near)]
        self._painter.chips(painter, seen, self._style.chip_font)

    def _paint_numbers(self, painter: QPainter, drawn: Sequence[Drawn]) -> None:
        if self._numbers:
            painter.setFont(self._style.chip_font)
            self._painter.numbers(painter, drawn, self._numbers)

    def _paint_placeholder(self) -> None:
        painter = QPainter(self.viewport())
        painter.setPen(self._palette.muted)
        painter.setFont(self._style.font)
        room = self.viewport().rect().adjusted(_EMPTY_MARGIN, 0, -_EMPTY_MARGIN, 0)
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(centred), self.placeholderText())
        painter.end()
