"""The one place where the window tells of errors and of things done, and asks before it acts."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from annotator.errors import UserError
from annotator.i18n import gettext as _

_NOTE_MS = 8000


class Banner(QFrame):
    """A quiet line above the page: a note goes by itself.

    An error stays until it is closed or the next step succeeds, so that it never speaks of what
    was mended since.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._action: Callable[[], object] | None = None
        self._is_error = False
        self._text = QLabel(wordWrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._more = QPushButton()
        self._more.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setToolTip(_("Close this message"))
        self._close.setAccessibleName(_("Close this message"))
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True, interval=_NOTE_MS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        for part in (self._text, self._more, self._close):
            row.addWidget(part)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_error(self, error: UserError) -> None:
        """Say what could not be done and what to do."""
        self._show(error.sentence, "bad")
        self._is_error = True

    def forget_error(self) -> None:
        """Be silent on what could not be done; a note stays."""
        if self._is_error:
            self.hide()

    def show_note(
        self, text: str, *, more: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Say that something is done; `more` is the text of a button that calls `action`."""
        self._show(text, "good", more=more, action=action)
        if not action:
            self._timer.start()

    def _show(
        self, text: str, tone: str, *, more: str = "", action: Callable[[], object] | None = None
    ) -> None:
        self._timer.stop()
        self._is_error = False
        self._action = action
        self._text.setText(text)
        self._more.setText(more)
        self._more.setVisible(action is not None)
        set_property(self, "tone", tone)
        self.setAccessibleName(text)
        self.show()

    def _act(self) -> None:
        action = self._action
        self.hide()
        if action:
            action()


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the stylesheet asks for, and have the widget drawn by it."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def ask(parent: QWidget | None, question: str, *, yes: str, details: str = "") -> bool:
    """Ask before something that is hard to take back; `yes` says what will be done."""
    box = QMessageBox(QMessageBox.Icon.Question, _("Annotator"), question, parent=parent)
    box.setInformativeText(details)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is agreed
