"""Draws an article of the list in two lines: its title; where, when and what is in it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain import ArticleRow
from annotator.i18n import gettext as _
from annotator.ui.article_model import ROW_ROLE, origin
from annotator.ui.icons import pixmap
from annotator.ui.row_painting import paint_ground, paint_words
from annotator.ui.theme import Theme

_MARGIN = 12
_GAP = 3
_TICK = 14
_BADGE_PADDING = 6


class ArticleDelegate(QStyledItemDelegate):
    """Paints rows itself: one call a row and no style sheet on the way."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._tick = pixmap("check", theme.good, _TICK)

    def row_height(self, font: QFont) -> int:
        """Give the height of a row whose titles are set in `font`."""
        return QFontMetrics(font).height() + QFontMetrics(_small(font)).height() + 2 * 8 + _GAP

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give the size of a row."""
        del index
        return QSize(200, self.row_height(option.font))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one article."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ArticleRow):
            return
        painter.save()
        self._paint_ground(painter, option)
        inner = option.rect.adjusted(_MARGIN, 8, -_MARGIN, -8)
        self._paint_title(painter, QRect(inner), option.font, row)
        self._paint_second(painter, QRect(inner), _small(option.font), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect, theme = option.rect, self._theme
        paint_ground(painter, option, theme)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        line = QRect(rect.left() + _MARGIN, rect.bottom(), rect.width() - 2 * _MARGIN, 1)
        painter.fillRect(line, QColor(theme.border))

    def _paint_title(self, painter: QPainter, rect: QRect, font: QFont, row: ArticleRow) -> None:
        if row.done:
            place = rect.topRight()
            painter.drawPixmap(place.x() - _TICK, place.y() + 2, self._tick)
            rect.setRight(rect.right() - _TICK - 6)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.Medium if row.done else QFont.Weight.DemiBold)
        painter.setPen(QColor(self._theme.muted if row.done else self._theme.text))
        paint_words(painter, rect, bold, row.title or _("Untitled"), Qt.AlignmentFlag.AlignTop)

    def _paint_second(self, painter: QPainter, rect: QRect, font: QFont, row: ArticleRow) -> None:
        theme = self._theme
        if row.pending:
            self._badge(painter, rect, font, (str(row.pending), theme.warn, theme.warn_soft))
        if row.statements:
            self._badge(painter, rect, font, (str(row.statements), theme.accent, theme.accent_soft))
        painter.setPen(QColor(theme.muted))
        paint_words(painter, rect, font, origin(row), Qt.AlignmentFlag.AlignBottom)

    def _badge(
        self, painter: QPainter, rect: QRect, font: QFont, badge: tuple[str, str, str]
    ) -> None:
        text, colour, ground = badge
        metrics = QFontMetrics(font)
        width = max(metrics.horizontalAdvance(text) + 2 * _BADGE_PADDING, metrics.height())
        height = metrics.height() + 1
        box = QRect(rect.right() - width + 1, rect.bottom() - height + 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor(colour))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        rect.setRight(box.left() - 6)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    size = font.pointSizeF()
    if size > 0:
        small.setPointSizeF(size * 0.9)
    else:
        small.setPixelSize(round(font.pixelSize() * 0.9))
    return small
