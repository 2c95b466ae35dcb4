"""The rows of the palette: a command, its menu, its key at the right."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from annotator.i18n import gettext as _
from annotator.ui.palette.ranking import Entry
from annotator.ui.row_painting import paint_ground, paint_words
from annotator.ui.theme import LIGHT, Theme

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 38
_ROOT = QModelIndex()
_MARGIN, _GAP, _CAP = 16, 12, 7
_CAP_HEIGHT = 22


class EntryModel(QAbstractListModel):
    """The entries that are offered, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def load(self, entries: Sequence[Entry]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        return self._entries[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """As many as are offered."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words for a screen reader; the delegate paints the entry."""
        return self._entries[index.row()].spoken if role == Qt.ItemDataRole.DisplayRole else None


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry in one line."""

    def __init__(self, model: EntryModel) -> None:
        super().__init__(model)
        self._model = model
        self._theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give all rows one height."""
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        entry = self._model.entry(index.row())
        painter.save()
        paint_ground(painter, option, self._theme)
        rest = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        if entry.keys:
            rest.setRight(self._paint_cap(painter, option, rest, entry.keys) - _GAP)
        menu = QFontMetrics(option.font).horizontalAdvance(entry.menu)
        painter.setPen(QColor(self._theme.muted))
        place = QRect(rest)
        place.setLeft(rest.right() - menu)
        paint_words(painter, place, option.font, entry.menu)
        rest.setRight(place.left() - _GAP)
        painter.setPen(QColor(self._theme.text))
        paint_words(painter, rest, option.font, entry.text)
        painter.restore()

    def _paint_cap(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, keys: str
    ) -> int:
        """Paint the key like a key cap at the right end of the room; where it begins."""
        width = QFontMetrics(option.font).horizontalAdvance(keys) + 2 * _CAP
        cap = QRect(
            room.right() - width, room.center().y() + 1 - _CAP_HEIGHT // 2, width, _CAP_HEIGHT
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.strong_border))
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(self._theme.text))
        painter.setFont(option.font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return cap.left()


class EntryList(QListView):
    """Shows the entries; the focus stays in the field above."""

    def __init__(self, model: EntryModel) -> None:
        super().__init__()
        self.setObjectName("paletteList")
        self.setAccessibleName(_("Commands"))
        self.setModel(model)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
