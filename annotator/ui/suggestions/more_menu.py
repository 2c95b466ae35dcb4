"""What can be done with the stream besides deciding one by one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from annotator.i18n import gettext as _
from annotator.i18n import ngettext


class MoreButton(QToolButton):
    """Opens the menu; `scores_switched` carries whether scores are wanted."""

    accept_all_chosen = Signal()
    scores_switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("⋯")
        self.setToolTip(_("More: accept all that are listed, show scores"))
        self.setAccessibleName(_("More"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._accept = menu.addAction("")
        self._accept.triggered.connect(self.accept_all_chosen)
        scores = menu.addAction(_("Show &scores"))
        scores.setCheckable(True)
        scores.toggled.connect(self.scores_switched)
        self.setMenu(menu)
        self.show_count(0)

    def show_count(self, listed: int) -> None:
        """Say how many suggestions would be accepted."""
        text = ngettext(
            "&Accept the one that is listed", "&Accept all {count} that are listed", listed
        )
        self._accept.setText(text.format(count=listed))
        self._accept.setEnabled(listed > 0)
