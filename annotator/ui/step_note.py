"""A passing note of the step that was undone or redone, or of what the program did by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from annotator.i18n import gettext as _
from annotator.ui.actions import command
from annotator.ui.menus import Menus
from annotator.ui.session import Session

if TYPE_CHECKING:
    # the window opens before there is a project
    from annotator.domain import Changes

_SHOWN_MS = 5000
_MARGIN = 8


class StepNote(QLabel):
    """Lies over the lower edge of its parent for some seconds and moves nothing."""

    def __init__(self, session: Session, menus: Menus, parent: QWidget) -> None:
        super().__init__(parent)
        self._below = parent
        self.setObjectName("stepNote")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._menus = menus
        self._is_of_step = False
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        session.changed.connect(self._tell)
        session.project_changed.connect(self.hide)
        session.told.connect(self._say)
        parent.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge when the parent is resized."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _tell(self, changes: "Changes") -> None:
        words = {
            "undo": _("Undone: {step}. {redo} brings it back."),
            "redo": _("Redone: {step}"),
        }.get(self._menus.running)
        if words is None or not changes.step:
            # a new step leaves nothing to bring back
            self.setVisible(self.isVisible() and not (changes.step and self._is_of_step))
            return
        redo = command("redo")
        self._say(words.format(step=changes.step, redo=redo.first_key or redo.text))
        self._is_of_step = True

    def _say(self, words: str) -> None:
        self._is_of_step = False
        self.setText(words)
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.resize(self.sizeHint().boundedTo(parent.size()))
        left = (parent.width() - self.width()) // 2
        self.move(left, parent.height() - self.height() - _MARGIN)
