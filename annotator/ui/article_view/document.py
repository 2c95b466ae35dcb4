"""The text as a QTextDocument, laid out once: nothing is put into it after it is shown."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

_CHARACTERS = 75
_LINE_HEIGHT = 140.0
_LEAST_POINTS = 12.0
_LARGER = 2.0
_WIDE, _SNUG, _COMPACT = (40.0, 124.0), (28.0, 100.0), (24.0, 24.0)
_BESIDE = 28
_CHIP_SCALE = 0.75
_SAMPLE = "The ministry said on Tuesday that it would fund twelve new research centres."


@dataclass(frozen=True, slots=True)
class Style:
    """How the text is set: fonts at a zoom, and the room beside it, in pixels."""

    font: QFont
    chip_font: QFont
    gutter: float
    chips: float
    column: float
    compact: bool

    @property
    def widest(self) -> int:
        """The width beyond which a wider window gives no longer lines."""
        return round(self.gutter + self.column + self.chips)


def style_for(width: int, zoom: int) -> Style:
    """The style for a window of that width at that zoom, in percent.

    The text is set in the user's font, a little larger than the rest of the window. Where lines of
    75 characters leave little room beside them, that room is smaller, and then has none for names.
    """
    font = QFont(QGuiApplication.font())
    users = font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()
    points = max(_LEAST_POINTS, users + _LARGER) * zoom / 100
    font.setPointSizeF(points)
    chip_font = QFont(font)
    chip_font.setPointSizeF(max(7.5, points * _CHIP_SCALE))
    letter = _letter(font)
    scale = max(1.0, points / _LEAST_POINTS)
    gutter, chips = _WIDE[0], _WIDE[1] * scale
    column = _CHARACTERS * letter
    compact = width < 40 * letter + 160 * scale
    if compact:
        gutter, chips = _COMPACT
    elif width < gutter + column + chips + _BESIDE:
        gutter, chips = _SNUG[0], _SNUG[1] * scale
    return Style(font, chip_font, gutter, chips, column, compact)


@lru_cache(maxsize=8)
def _letter(font: QFont) -> float:
    """How wide a letter is on average; the first time takes as long as laying out a line."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)


def laid_out(text: str, style: Style, width: int, parent: QObject) -> QTextDocument:
    """A document of that text, formatted while no view is attached to it (twenty times as fast)."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(style.font)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_paragraph_format(style))
    cursor.insertText(text)
    document.rootFrame().setFrameFormat(_frame_format(style))
    # a view would begin to lay out lines without end before it gave its width
    document.setTextWidth(width)
    return document


def _paragraph_format(style: Style) -> QTextBlockFormat:
    paragraph = QTextBlockFormat()
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    paragraph.setLineHeight(_LINE_HEIGHT, proportional.value)
    paragraph.setBottomMargin(QFontMetricsF(style.font).height() * 0.6)
    return paragraph


def _frame_format(style: Style) -> QTextFrameFormat:
    frame = QTextFrameFormat()
    frame.setLeftMargin(style.gutter)
    frame.setRightMargin(style.chips)
    frame.setTopMargin(16)
    frame.setBottomMargin(32)
    return frame
