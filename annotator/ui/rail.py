"""The narrow strip on the left that leads from page to page."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.ui.actions import command
from annotator.ui.command_button import name_command
from annotator.ui.icons import icon
from annotator.ui.theme import Theme
from annotator.ui.widgets import tool_button

_WIDTH = 76
_MARGIN = 4


class Rail(QFrame):
    """One button a page; `chosen` carries the page's key."""

    chosen = Signal(str)

    def __init__(self, keys: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(_("Pages"))
        self._group = QButtonGroup(self)
        self._buttons = {key: self._button(key) for key in keys}
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(4)
        for button in self._buttons.values():
            column.addWidget(button)
        column.addStretch()

    def show_page(self, key: str) -> None:
        """Press the button of the page on show."""
        self._buttons[key].setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        for key, button in self._buttons.items():
            button.setIcon(icon(key, theme.muted, checked=theme.accent, size=22))

    def _button(self, key: str) -> QToolButton:
        entry = command(f"page_{key}")
        button = tool_button(entry.text, "", checkable=True)
        name_command(button, entry.key)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(22, 22))
        button.setFixedWidth(_WIDTH - 2 * _MARGIN)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        return button
