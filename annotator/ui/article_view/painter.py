"""How marks look: tints below the text; underlines, bars, outlines, brackets and chips above it."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from annotator.ui.article_view.index import LANES
from annotator.ui.article_view.margins import Bracket, Chip
from annotator.ui.article_view.mark import Form, Layer, Mark
from annotator.ui.article_view.palette import Palette
from annotator.ui.article_view.scene import Drawn, Visibility

_LANE = 3.0
_MENTION_LANE = 4.0
_ROOMY = 3
_ROOM = 0.4
_PENDING_TINT = 0.5
_CURRENT_TINT = 1.5
_KEY_MARGIN = 4


class MarkPainter:
    """Draws what is on show with the colours of a theme."""

    def __init__(self, palette: Palette, visibility: Visibility) -> None:
        self._palette = palette
        self._visibility = visibility
        self._chips: dict[tuple[object, ...], QPixmap] = {}
        self._pens: dict[tuple[str, float, bool], QPen] = {}

    def grounds(self, painter: QPainter, drawn: Iterable[Drawn]) -> None:
        """Tints of statements and of the current mark: what lies below the text."""
        current = []
        for entry in drawn:
            if self._visibility.is_current(entry.mark):
                current.append(entry)
            elif entry.mark.is_tinted and not entry.piece.lane:
                self._tint(painter, entry, _PENDING_TINT if entry.mark.pending else 1.0)
        for entry in current:
            self._tint(painter, entry, _CURRENT_TINT)

    def lines(self, painter: QPainter, drawn: Iterable[Drawn]) -> None:
        """All that is drawn on the text: bars, underlines and the outline of the current mark."""
        current = []
        for entry in drawn:
            if entry.mark.layer is Layer.MENTIONS:
                self._underline(painter, entry)
            elif entry.mark.layer is Layer.CLAIMS:
                self._corners(painter, entry)
            else:
                self._statement(painter, entry)
            if self._visibility.is_current(entry.mark):
                current.append(entry)
        for entry in current:
            self._outline(painter, entry)

    def numbers(
        self, painter: QPainter, drawn: Iterable[Drawn], numbers: Mapping[Hashable, str]
    ) -> None:
        """Small keys at the beginning of the marks that can be chosen by them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for entry in drawn:
            if entry.piece.opens and entry.mark.key in numbers:
                self._number(painter, entry, numbers[entry.mark.key])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def hits(self, painter: QPainter, drawn: Iterable[Drawn], current: object) -> None:
        """The places that a search has found, below the text."""
        for entry in drawn:
            is_current = entry.mark.key == current
            colour = self._palette.current_hit if is_current else self._palette.hit
            for rect in entry.rects:
                painter.fillRect(rect, colour)

    def brackets(self, painter: QPainter, found: Sequence[Bracket]) -> None:
        """Brackets of claims."""
        for bracket in found:
            width = 2.5 if self._visibility.is_current(bracket.mark) else 1.5
            colour, rect = bracket.mark.colour, bracket.rect
            painter.setPen(self._pen(colour, width, dashed=bracket.mark.pending))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
            painter.setPen(self._pen(colour, width))
            if bracket.opens:
                painter.drawLine(rect.topLeft(), rect.topRight())
            if bracket.closes:
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def chips(self, painter: QPainter, found: Iterable[Chip], font: QFont) -> None:
        """Names beside the lines: filled when accepted or current, else outlined."""
        painter.setFont(font)
        look = font, painter.device().devicePixelRatio()
        for chip in found:
            mark, size = chip.mark, chip.rect.size().toTuple()
            filled = self._is_filled(mark)
            key = (look, size, chip.text, mark.colour, mark.pending, filled)
            if key not in self._chips:
                self._chips[key] = self._chip(chip, painter, filled=filled)
            painter.drawPixmap(chip.rect.topLeft(), self._chips[key])

    def _tint(self, painter: QPainter, entry: Drawn, strength: float) -> None:
        colour = self._palette.tint(entry.mark.colour, strength)
        for rect in entry.rects:
            painter.fillRect(rect.adjusted(-1, -1, 1, 1), colour)

    def _underline(self, painter: QPainter, entry: Drawn) -> None:
        mark, shift = entry.mark, _shift(entry, _MENTION_LANE)
        double = mark.form is Form.DOUBLE and not _is_deep(entry)
        width = 1.0 if double or _is_deep(entry) else 2.0
        painter.setPen(self._pen(mark.colour, width, dashed=mark.pending))
        for rect in entry.rects:
            y = round(rect.bottom() + shift)
            for line in (y - 0.5, y + 1.5) if double else (y,):
                painter.drawLine(QLineF(rect.left(), line, rect.right(), line))
        if mark.form is Form.HOOKED:
            self._hooks(painter, entry, shift)

    def _hooks(self, painter: QPainter, entry: Drawn, shift: float) -> None:
        ink = self._palette.ink(entry.mark.colour)
        for at_end, rect in ((False, entry.rects[0]), (True, entry.rects[-1])):
            x = rect.right() - 2 if at_end is not entry.right_to_left else rect.left()
            painter.fillRect(QRectF(x, round(rect.bottom() + shift) - 5, 2, 5), ink)

    def _corners(self, painter: QPainter, entry: Drawn) -> None:
        """Where a claim begins and ends; lines below all of it would drown what lies in it."""
        ink = self._palette.ink(entry.mark.colour)
        shift, starts_right = _shift(entry, _LANE), entry.right_to_left
        if entry.piece.opens:
            self._corner(painter, entry.rects[0].translated(0, shift), ink, right=starts_right)
        if entry.piece.closes:
            self._corner(painter, entry.rects[-1].translated(0, shift), ink, right=not starts_right)

    def _corner(self, painter: QPainter, rect: QRectF, ink: QColor, *, right: bool) -> None:
        y = round(rect.bottom() + _LANE)
        painter.fillRect(QRectF(rect.right() - 6 if right else rect.left(), y, 6, 1), ink)
        painter.fillRect(QRectF(rect.right() - 1 if right else rect.left(), y - 5, 1, 5), ink)

    def _statement(self, painter: QPainter, entry: Drawn) -> None:
        if entry.piece.lane:
            self._bars_above(painter, entry)
        elif entry.mark.pending:
            self._dashed_frame(painter, entry)
        ink = self._palette.ink(entry.mark.colour)
        starts_right = entry.right_to_left
        if entry.piece.opens:
            self._end_bar(painter, entry.rects[0], ink, right=starts_right)
        if entry.piece.closes:
            self._end_bar(painter, entry.rects[-1], ink, right=not starts_right)

    def _end_bar(self, painter: QPainter, rect: QRectF, ink: QColor, *, right: bool) -> None:
        x = rect.right() if right else rect.left() - 1.5
        painter.fillRect(QRectF(x, rect.top() - 1, 1.5, rect.height() + 2), ink)

    def _bars_above(self, painter: QPainter, entry: Drawn) -> None:
        width = 1.0 if _is_deep(entry) else 2.0
        painter.setPen(self._pen(entry.mark.colour, width, dashed=entry.mark.pending))
        for rect in entry.rects:
            y = round(rect.top() - _shift(entry, _LANE) + 1)
            painter.drawLine(QLineF(rect.left(), y, rect.right(), y))

    def _dashed_frame(self, painter: QPainter, entry: Drawn) -> None:
        painter.setPen(self._pen(entry.mark.colour, 1.0, dashed=True))
        for rect in entry.rects:
            for y in (round(rect.top() - 1), round(rect.bottom() + 1)):
                painter.drawLine(QLineF(rect.left(), y, rect.right(), y))

    def _outline(self, painter: QPainter, entry: Drawn) -> None:
        path = QPainterPath()
        for rect in entry.rects:
            path.addRoundedRect(rect.adjusted(-2, -2, 2, 2), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(path.simplified(), self._pen(entry.mark.colour, 2.0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _is_filled(self, mark: Mark) -> bool:
        return self._visibility.is_current(mark) or (mark.is_tinted and not mark.pending)

    def _chip(self, chip: Chip, like: QPainter, *, filled: bool) -> QPixmap:
        ratio = like.device().devicePixelRatio()
        pixmap = QPixmap((chip.rect.size() * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(like.font())
        self._draw_chip(painter, chip, filled=filled)
        painter.end()
        return pixmap

    def _draw_chip(self, painter: QPainter, chip: Chip, *, filled: bool) -> None:
        colour, room = chip.mark.colour, QRectF(QPointF(), chip.rect.size())
        painter.setPen(self._pen(colour, 1.0, dashed=chip.mark.pending and not filled))
        painter.setBrush(self._palette.ink(colour) if filled else self._palette.paper)
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._palette.on_ink(colour) if filled else self._palette.ink(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, chip.text)

    def _number(self, painter: QPainter, entry: Drawn, number: str) -> None:
        line = entry.rects[0]
        left = line.right() if entry.right_to_left else line.left()
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(number) + 2 * _KEY_MARGIN
        key = QRectF(left - width / 2, line.top() - metrics.height() / 2, width, metrics.height())
        painter.setPen(QPen(self._palette.paper, 1.0))
        painter.setBrush(self._palette.accent)
        painter.drawRoundedRect(key, 3, 3)
        painter.setPen(self._palette.on_accent)
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, number)

    def _pen(self, colour: str, width: float, *, dashed: bool = False) -> QPen:
        key = (colour, width, dashed)
        if key not in self._pens:
            style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
            pen = QPen(self._palette.ink(colour), width, style)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            self._pens[key] = pen
        return self._pens[key]


def _is_deep(entry: Drawn) -> bool:
    return entry.piece.depth > _ROOMY


def _shift(entry: Drawn, lane: float) -> float:
    """How far a piece lies from the text: where many lie on another they move closer together."""
    if _is_deep(entry):
        lane = max(2.0, round(entry.rects[0].height() * _ROOM / LANES))
    return lane * entry.piece.lane
