"""A part beside the text: its width fits the window until it is chosen, a key folds it away."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

_ROOMY = 1400
_FOLDED = "-"


class SideSplitter(QSplitter):
    """Puts `side` before or behind `main`, which takes over the room and the focus of a folded one.

    `least` is the narrowest the side can be, and what it has in windows narrower than 1,400 pixels,
    so that lines of text keep their length there; in wider ones it has `wide`.
    """

    def __init__(
        self, side: QWidget, main: QWidget, *, least: int, wide: int, behind: bool = False
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._side = side
        self._main = main
        self._least = least
        self._wide = wide
        self._is_chosen = False
        self._is_folded = False
        for part in (main, side) if behind else (side, main):
            self.addWidget(part)
        self.setStretchFactor(self.indexOf(main), 1)
        side.setMinimumWidth(least)
        self.setFocusProxy(side)
        self.splitterMoved.connect(self._note_choice)

    def switch(self) -> None:
        """Fold the side away, or bring it back."""
        self._fold(not self._side.isHidden())

    def unfold(self) -> None:
        """Bring the side back."""
        self._fold(False)

    def show_while(self, needed: bool) -> None:  # noqa: FBT001 (like setVisible)
        """Show the side while it is needed, and then leave it as it was."""
        self._show_side(needed or not self._is_folded)

    def save(self) -> str:
        """How the side was left, as a text for the settings; a width only if it was chosen."""
        state = bytes(self.saveState().toBase64().data()).decode() if self._is_chosen else ""
        return f"{_FOLDED}{state}" if self._is_folded else state

    def restore(self, saved: str) -> None:
        """Leave the side as it was saved; anything else is passed over."""
        state = QByteArray.fromBase64(saved.removeprefix(_FOLDED).encode())
        self._is_chosen = self.restoreState(state)
        self._fold(saved.startswith(_FOLDED))

    def give(self, *, least: int, wide: int) -> None:
        """Give the side other widths in narrow and wide windows, in place of a chosen one."""
        self._least, self._wide = least, wide
        self._is_chosen = False
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the side the width that suits the window."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        if not self._is_chosen:
            width = self._wide if self.window().width() >= _ROOMY else self._least
            rest = self.width() - self.handleWidth() - width
            self.setSizes([width if self.widget(at) is self._side else rest for at in range(2)])

    def _fold(self, on: bool) -> None:  # noqa: FBT001 (like setVisible)
        self._is_folded = on
        self._show_side(not on)

    def _show_side(self, on: bool) -> None:  # noqa: FBT001 (like setVisible)
        held_focus = self._side.isAncestorOf(QApplication.focusWidget() or self)
        self._side.setVisible(on)
        self.setFocusProxy(self._side if on else self._main)
        if held_focus and not on:
            self._main.setFocus()

    def _note_choice(self) -> None:
        self._is_chosen = True
