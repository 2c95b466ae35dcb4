"""The row of totals at the top of the overview."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QPushButton, QWidget

from annotator.formats import digits, pair
from annotator.i18n import gettext as _
from annotator.ui.overview_page.figures import Total

_LEAST, _GAP = 128, 12


class TotalCard(QPushButton):
    """One total; a click asks for what it counts."""

    def __init__(self, total: Total, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        number = _label(digits(len(total.counted)), "number" if total.counted else "title")
        layout = QGridLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(0)
        layout.setColumnStretch(0, 1)
        layout.addWidget(number, 0, 0)
        layout.addWidget(_label(total.title, "muted"), 1, 0)
        if total.counted:
            layout.addWidget(
                _label("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", "muted"), 0, 1, 2, 1
            )
        self.setAccessibleName(pair(total.title, digits(len(total.counted))))
        self.setToolTip(_("List what is counted here"))
        self.setEnabled(bool(total.counted))


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


class TotalCards(QWidget):
    """Shows all totals side by side, in two rows or more where there is no room for one.

    `chosen` carries the Total that was clicked.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        # or those that stand side by side would keep the widget from becoming narrower
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._cards: list[TotalCard] = []

    def show_totals(self, totals: Sequence[Total]) -> None:
        """Show these totals."""
        focused = next((at for at, card in enumerate(self._cards) if card.hasFocus()), None)
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(total) for total in totals]
        self._arrange()
        self.setFocusProxy(self._cards[0])
        if focused is not None:
            self._cards[focused].setFocus()

    def minimumSizeHint(self) -> QSize:
        """Let the page become so narrow that the cards stand below each other."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many side by side as can be read."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._cards:
            return
        most = max(1, min(len(self._cards), (self.width() + _GAP) // (_LEAST + _GAP)))
        rows = -(-len(self._cards) // most)
        across = -(-len(self._cards) // rows)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // across, number % across)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _card(self, total: Total) -> TotalCard:
        card = TotalCard(total)
        card.clicked.connect(lambda: self.chosen.emit(total))
        return card
