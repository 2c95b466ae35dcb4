"""What can be done with the stream besides deciding one by one."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.settings import StreamOrder

_ORDERS: Mapping[StreamOrder, str] = {
    StreamOrder.TEXT: _("As in the &text"),
    StreamOrder.CERTAINTY: _("&Least certain first"),
    StreamOrder.KIND: _("By &kind"),
}


class MoreButton(QToolButton):
    """Opens the menu; `scores_switched` carries whether scores are wanted.

    `skipped_asked` and `flagged_asked` ask to make what was put aside pending again,
    `order_chosen` carries the StreamOrder that is wanted, `run_on_switched` whether the next
    article is to follow by itself.
    """

    accept_all_chosen = Signal()
    skipped_asked = Signal()
    flagged_asked = Signal()
    order_chosen = Signal(object)
    run_on_switched = Signal(bool)
    scores_switched = Signal(bool)

    def __init__(self, order: StreamOrder, *, run_on: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("⋯")
        self.setToolTip(
            _("More: accept all that are listed, take up skipped ones, order, go on, show scores")
        )
        self.setAccessibleName(_("More"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._accept = menu.addAction("")
        self._accept.setObjectName("accept_listed")
        self._accept.triggered.connect(self.accept_all_chosen)
        self._skipped = menu.addAction("")
        self._skipped.setObjectName("take_up_skipped")
        self._skipped.triggered.connect(self.skipped_asked)
        self._flagged = menu.addAction("")
        self._flagged.setObjectName("take_up_flagged")
        self._flagged.triggered.connect(self.flagged_asked)
        menu.addSeparator()
        self._orders = self._offer_orders(menu)
        menu.addSeparator()
        self._run_on = _switch(menu, "run_on", _("&Go on to the next article by itself"))
        self._run_on.setChecked(run_on)
        self._run_on.toggled.connect(self.run_on_switched)
        self._scores = _switch(menu, "scores", _("Show &scores"))
        self._scores.toggled.connect(self.scores_switched)
        self.setMenu(menu)
        self.show_counts(0, 0, 0)
        self.show_order(order)

    def ticks(self) -> Mapping[str, bool]:
        """Say of the commands by their keys whether what they switch is on."""
        switches = (self._run_on, self._scores, *self._orders.values())
        return {switch.objectName(): switch.isChecked() for switch in switches}

    def switch_run_on(self) -> None:
        """Have the next article follow by itself, or no longer."""
        self._run_on.toggle()

    def switch_scores(self) -> None:
        """Show scores, or hide them."""
        self._scores.toggle()

    def show_order(self, order: StreamOrder) -> None:
        """Tick the order in use."""
        self._orders[order].setChecked(True)

    def show_counts(self, listed: int, skipped: int, flagged: int) -> None:
        """Say how many suggestions would be accepted, and how many taken up again."""
        text = ngettext(
            "&Accept the one that is listed", "&Accept all {count} that are listed", listed
        )
        self._accept.setText(text.format(count=listed))
        self._accept.setEnabled(listed > 0)
        text = ngettext("&Take up the one skipped", "&Take up the {count} skipped", skipped)
        self._skipped.setText(text.format(count=skipped))
        self._skipped.setVisible(skipped > 0)
        text = ngettext("Take up the one &flagged", "Take up the {count} &flagged", flagged)
        self._flagged.setText(text.format(count=flagged))
        self._flagged.setVisible(flagged > 0)

    def _offer_orders(self, menu: QMenu) -> Mapping[StreamOrder, QAction]:
        group = QActionGroup(self)
        entries = {order: menu.addAction(words) for order, words in _ORDERS.items()}
        for order, entry in entries.items():
            entry.setObjectName(f"order_{order}")
            entry.setCheckable(True)
            entry.triggered.connect(partial(self.order_chosen.emit, order))
            group.addAction(entry)
        return entries


def _switch(menu: QMenu, key: str, words: str) -> QAction:
    entry = menu.addAction(words)
    entry.setObjectName(key)
    entry.setCheckable(True)
    return entry
