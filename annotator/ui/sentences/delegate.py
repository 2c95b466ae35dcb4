"""Draws one sentence of the list: article, tag, and the words with the tagged ones marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.row_painting import paint_ground
from annotator.ui.sentences.model import LINE_ROLE
from annotator.ui.sentences.places import Line
from annotator.ui.theme import LIGHT, Theme, label_colour

_PADDING = 12
_GAP = 4
_TEXT_LINES = 3
_TINT, _DARK_TINT = 56, 110
_WIDE = 440


class SentenceDelegate(QStyledItemDelegate):
    """Paints lines of a fixed height, so that thousands of them scroll at the speed of ten.

    `lines` is how many lines of text the words of one may take.
    """

    def __init__(self, parent: QWidget, *, lines: int = _TEXT_LINES) -> None:
        super().__init__(parent)
        self._lines = lines
        self._theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of `theme` from the next paint on."""
        self._theme = theme

    def height(self, font: QFont) -> int:
        """The height of every line in pixels."""
        line = QFontMetrics(font).lineSpacing()
        return 2 * _PADDING + (self._lines + 1) * line + 2 * _GAP

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Any width, the fixed height."""
        return QSize(200, self.height(option.font))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line at `index`."""
        painter.save()
        paint_ground(painter, option, self._theme)
        painter.setPen(QColor(self._theme.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._paint_row(painter, option, index)
        painter.restore()

    def _paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw what stands in the line."""
        line = index.data(LINE_ROLE)
        if isinstance(line, Line):
            box = option.rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
            head = QFontMetrics(option.font).lineSpacing()
            self._paint_head(painter, QRect(box.left(), box.top(), box.width(), head), line)
            box.setTop(box.top() + head + 2 * _GAP)
            self._paint_sentence(painter, option.font, box, line)

    def _paint_head(self, painter: QPainter, box: QRect, line: Line) -> None:
        metrics = painter.fontMetrics()
        left = box.left()
        if line.place.label:
            left = self._paint_tag(painter, box, line)
        parts = (line.source, line.day) if box.width() >= _WIDE else (line.day or line.source,)
        origin = " · ".join(filter(None, parts))
        origin = metrics.elidedText(origin, Qt.TextElideMode.ElideRight, box.width() // 2)
        room = box.right() - metrics.horizontalAdvance(origin) - 2 * _PADDING - left
        plain = painter.font()
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.DemiBold)
        title = QFontMetrics(bold).elidedText(line.title, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, origin)
        painter.setPen(QColor(self._theme.text))
        painter.setFont(bold)
        box.setLeft(left)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(plain)

    def _paint_tag(self, painter: QPainter, box: QRect, line: Line) -> int:
        width = painter.fontMetrics().horizontalAdvance(line.place.label)
        swatch = QRectF(box.left(), box.center().y() - 3, 8, 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(line))
        painter.drawRoundedRect(swatch, 2, 2)
        painter.setPen(QColor(self._theme.muted))
        words = QRect(box.left() + 14, box.top(), width + 2, box.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, line.place.label)
        return words.right() + _PADDING

    def _paint_sentence(self, painter: QPainter, font: QFont, box: QRect, line: Line) -> None:
        painter.setPen(QColor(self._theme.text))
        text = f"{line.before}{line.words}{line.after}".rstrip()
        layout = self._layout(text, font, box.width(), line)
        shown = _shown_units(layout)
        if shown < _units(text):
            layout = self._layout(_cut(text, shown - 2), font, box.width(), line)
        layout.draw(painter, QPointF(box.topLeft()))

    def _layout(self, text: str, font: QFont, width: int, line: Line) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marked(line)] if line.place.label else [])
        layout.beginLayout()
        for number in range(self._lines):
            piece = layout.createLine()
            if not piece.isValid():
                break
            piece.setLineWidth(width)
            piece.setPosition(QPointF(0, number * piece.height()))
        layout.endLayout()
        return layout

    def _marked(self, line: Line) -> QTextLayout.FormatRange:
        tint = self._colour(line)
        tint.setAlpha(_DARK_TINT if self._theme.dark else _TINT)
        look = QTextCharFormat()
        look.setBackground(tint)
        marked = QTextLayout.FormatRange()
        marked.start = _units(line.before)
        marked.length = _units(line.words)
        marked.format = look
        return marked

    def _colour(self, line: Line) -> QColor:
        label = line.place.entity_label
        own = label_colour(label, self._theme) if label else line.place.colour
        return QColor(own or self._theme.muted)


def _shown_units(layout: QTextLayout) -> int:
    last = layout.lineAt(layout.lineCount() - 1)
    return last.textStart() + last.textLength() if last.isValid() else 0


def _cut(text: str, units: int) -> str:
    whole = text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
    return f"{whole.rstrip()}…"


def _units(text: str) -> int:
    # Qt counts UTF-16 units, and an emoji takes two
    return len(text) + sum(character > "\uffff" for character in text)
