"""All keys at a glance, made from the table of commands and the codebook."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import Codebook
from annotator.i18n import gettext as _
from annotator.ui.actions import command, commands
from annotator.ui.command import MENU_TITLES, Command, Menu, in_words
from annotator.ui.keymap import pressed
from annotator.ui.widgets import tool_button, words

_COLUMNS = (
    (Menu.SUGGESTION, Menu.TAG),
    (Menu.ARTICLE, Menu.EDIT, Menu.ENTITY),
    (Menu.VIEW, Menu.PROJECT, Menu.CODEBOOK, Menu.ANNOTATIONS, Menu.HELP),
)
_CLOSING = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MOVES: Mapping[int, QSlider.SliderAction] = {
    Qt.Key.Key_Up: QSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QSlider.SliderAction.SliderToMaximum,
}
_SIZE = (1080, 640)
_MARGIN = 64


class KeysOverlay(QDialog):
    """Lies over the window until a click beside the keys, Escape or the key that opened it."""

    def __init__(self, codebook: Codebook | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(32)
        for menus in _COLUMNS:
            row.addLayout(_column(menus, codebook), 1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(self._head())
        column.addWidget(self._scroll, 1)
        self._fit(parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the keys that open or end things, scroll with those that move."""
        if event.key() in _CLOSING | _opening():
            self.close()
        elif event.key() in _MOVES:
            self._scroll.verticalScrollBar().triggerAction(_MOVES[event.key()])
        else:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        close = tool_button("✕", _("Close (Esc)"))
        close.clicked.connect(self.close)
        head = QHBoxLayout()
        head.addWidget(words(_("Keys"), "title"))
        head.addWidget(
            words(_("Single keys work while no text field has the focus."), "muted", wrap=False),
            1,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
        )
        head.addWidget(close)
        return head

    def _fit(self, parent: QWidget | None) -> None:
        room = parent.window().size() if parent else self.size().expandedTo(self.sizeHint())
        width, height = _SIZE
        self.resize(min(width, room.width() - _MARGIN), min(height, room.height() - _MARGIN))


def _opening() -> frozenset[int]:
    """The keys that lay this over the window, whatever must be held with them."""
    return frozenset(pressed(key).key() for key in command("keys").shortcuts)


def _column(menus: Iterable[Menu], codebook: Codebook | None) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    for menu in menus:
        column.addWidget(words(MENU_TITLES[menu].replace("&", ""), "section"))
        for text, keys in _rows(menu, codebook):
            column.addLayout(_row(text, keys))
        column.addSpacing(12)
    column.addStretch()
    return column


def _rows(menu: Menu, codebook: Codebook | None) -> Iterable[tuple[str, Sequence[str]]]:
    for entry in commands():
        if entry.menu is not menu:
            continue
        if entry.key == "tag_statement" and codebook is not None:
            for kind in codebook.types:
                if kind.shortcut and not kind.retired:
                    yield _("Tag as {type}").format(type=kind.name), (kind.shortcut,)
        else:
            yield entry.text, _shown(entry)


def _shown(entry: Command) -> Sequence[str]:
    if entry.key == "tag_statement":
        return ("1 … 9",)
    return [in_words(key) for key in entry.shortcuts]


def _row(text: str, keys: Sequence[str]) -> QHBoxLayout:
    # rows of their own: in a grid the longest keys would narrow the words of all
    row = QHBoxLayout()
    row.setSpacing(4)
    row.addWidget(words(text, "" if keys else "muted"), 1)
    row.addSpacing(8)
    for key in dict.fromkeys(keys):
        row.addWidget(_cap(key), 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def _cap(key: str) -> QLabel:
    cap = QLabel(key)
    cap.setProperty("keyCap", True)
    cap.setFrameShape(QFrame.Shape.NoFrame)
    return cap
