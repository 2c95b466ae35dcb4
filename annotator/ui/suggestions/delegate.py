"""Paints a suggestion of the list in one line: a dot in its colour, its kind, its words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain import Suggestion
from annotator.ui.annotation_marks import colour
from annotator.ui.article_view.palette import palette_for
from annotator.ui.row_painting import paint_ground, paint_words
from annotator.ui.suggestions.model import SKIPPED_ROLE, SUGGESTION_ROLE, SuggestionModel
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.wordings import kind_name, one_line

_MARGIN = 12
_DOT = 4.0
_KIND_WIDTH = 108
_FLAG = "\N{BLACK FLAG}"


class SuggestionDelegate(QStyledItemDelegate):
    """Draws rows itself: one call a row and no stylesheet on the way."""

    def __init__(self, model: SuggestionModel) -> None:
        super().__init__(model)
        self._model = model
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._palette = palette_for(theme)

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
        paint_ground(painter, option, self._theme)
        skipped = bool(index.data(SKIPPED_ROLE))
        self._paint_words(painter, option, row, self._inks(row, skipped=skipped))
        painter.restore()

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
        paint_words(painter, kind, option.font, kind_name(row.content, self._model.codebook))
        words = QRect(rect)
        words.setLeft(kind.right() + 8)
        painter.setPen(words_ink)
        flag = f"{_FLAG} " if row.id in self._model.flagged else ""
        paint_words(painter, words, option.font, flag + one_line(row.quote))
