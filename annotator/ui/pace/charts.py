"""Two small charts, painted by hand: a charting library would take longer to load than to draw."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.formats import digits, pair, series
from annotator.i18n import gettext as _
from annotator.ui.theme import LIGHT, Theme

_GAP = 3
_ROUND = 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands for, how long it is and how that is written."""

    name: str
    value: float
    written: str
    current: bool = False


class BarChart(QWidget):
    """Draws bars in proportion to the longest; screen readers get them as words."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._theme = LIGHT
        self.bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_bars(())

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Draw these."""
        self.bars = tuple(bars)
        told = series(pair(bar.name, bar.written) for bar in self.bars)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max((bar.value for bar in self.bars), default=0.0) or 1.0
        for at, bar in enumerate(self.bars):
            self._paint_bar(painter, at, bar, bar.value / longest)

    def _paint_bar(self, painter: QPainter, at: int, bar: Bar, share: float) -> None:
        raise NotImplementedError

    def _fill(self, painter: QPainter, place: QRectF, bar: Bar) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent if bar.current else self._theme.strong_border))
        painter.drawRoundedRect(place, _ROUND, _ROUND)

    def _write(
        self, painter: QPainter, place: QRectF, text: str, side: Qt.AlignmentFlag, *, strong: bool
    ) -> None:
        painter.setPen(QColor(self._theme.text if strong else self._theme.muted))
        cut = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, cut)


class MinuteChart(BarChart):
    """A column for each minute with its number above it, the current minute at the right."""

    MOST = 15
    _HEIGHT = 72

    def sizeHint(self) -> QSize:
        """As wide as there is room, and always as high."""
        return QSize(360, self._HEIGHT)

    def show_minutes(self, decisions: Sequence[int]) -> None:
        """Draw the last of these minutes."""
        first = max(len(decisions) - self.MOST, 0)
        self.show_bars(
            [
                Bar(
                    name=_("Minute {number}").format(number=number + 1),
                    value=count,
                    written=digits(count),
                    current=number + 1 == len(decisions),
                )
                for number, count in enumerate(decisions[first:], first)
            ]
        )

    def _paint_bar(self, painter: QPainter, at: int, bar: Bar, share: float) -> None:
        step = self.width() / self.MOST
        line = self.fontMetrics().height()
        room = self.height() - line - 2
        left = self.width() - (len(self.bars) - at) * step
        # a minute without decisions is still seen as a line
        high = max(share * room, 2.0)
        column = QRectF(left + _GAP / 2, self.height() - high, step - _GAP, high)
        self._fill(painter, column, bar)
        if bar.value:
            above = QRectF(left, column.top() - line - 1, step, line)
            centre = Qt.AlignmentFlag.AlignHCenter
            self._write(painter, above, bar.written, centre, strong=bar.current)


class ArticleChart(BarChart):
    """A row for each article: its title, a bar, and the time."""

    MOST = 5
    _ROW = 24
    _TIME = 72

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(360, self._ROW * max(len(self.bars), 1))

    def _paint_bar(self, painter: QPainter, at: int, bar: Bar, share: float) -> None:
        top, names = at * self._ROW, self.width() * 0.5
        left = Qt.AlignmentFlag.AlignLeft
        self._write(
            painter, QRectF(0, top, names - 8, self._ROW), bar.name, left, strong=bar.current
        )
        room = self.width() - names - self._TIME
        long = max(share * room, 2.0)
        self._fill(painter, QRectF(names, top + 7, long, self._ROW - 14), bar)
        time = QRectF(self.width() - self._TIME, top, self._TIME, self._ROW)
        right = Qt.AlignmentFlag.AlignRight
        self._write(painter, time, bar.written, right, strong=bar.current)


def time_words(seconds: float) -> str:
    """Give a length of time in minutes and seconds, as short as it can be said."""
    minutes, rest = divmod(int(seconds), 60)
    if not minutes:
        return _("{seconds} s").format(seconds=rest)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
