"""Paints a suggestion of the list in one line: a dot in its colour, its kind, its words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain import Suggestion
from annotator.ui.annotation_marks import colour
from annotator.ui.article_view.palette import Palette
from annotator.ui.suggestions.model import SKIPPED_ROLE, SUGGESTION_ROLE, SuggestionModel
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.wordings import kind_name, one_line

_MARGIN = 12
_DOT = 4.0
_KIND_WIDTH = 108


class SuggestionDelegate(QStyledItemDelegate):
    """Draws rows itself: one call a row and no stylesheet on the way."""

    def __init__(self, model: SuggestionModel) -> None:
        super().__init__(model)
        self._model = model
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._palette = Palette(theme)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one suggestion."""
        row = index.data(SUGGESTION_ROLE)
        if not isinstance(row, Suggestion):
            return
        painter.save()
        self._paint_ground(painter, option)
        skipped = bool(index.data(SKIPPED_ROLE))
        self._paint_words(painter, option, row, self._inks(row, skipped=skipped))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self._theme.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(self._theme.hover))

    def _inks(self, row: Suggestion, *, skipped: bool) -> tuple[QColor, QColor]:
        """The colours of the kind and of the words; those of a skipped one are muted."""
        muted = QColor(self._theme.muted)
        if skipped:
            return muted, muted
        kind = colour(row.content, self._model.codebook, self._theme)
        return self._palette.ink(kind), QColor(self._theme.text)

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: Suggestion,
        inks: tuple[QColor, QColor],
    ) -> None:
        ink, words_ink = inks
        rect = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(rect.left() + _DOT, rect.center().y() + 0.5), _DOT, _DOT)
        kind = QRect(rect.left() + 16, rect.top(), _KIND_WIDTH, rect.height())
        painter.setPen(ink)
        _draw(painter, kind, option.font, kind_name(row.content, self._model.codebook))
        words = QRect(rect)
        words.setLeft(kind.right() + 8)
        painter.setPen(words_ink)
        _draw(painter, words, option.font, one_line(row.quote))


def _draw(painter: QPainter, rect: QRect, font: QFont, text: str) -> None:
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
