"""What many small changes ask for, done now and then."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Pacing(QObject):
    """Does something at once, and what is asked for meanwhile when a pause is over."""

    def __init__(self, action: Callable[[], object], pause_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._action = action
        self._is_due = False
        self._timer = QTimer(self, singleShot=True, interval=pause_ms)
        self._timer.timeout.connect(self._go_on)

    def ask(self) -> None:
        """Do it, now or soon."""
        self._is_due = True
        if not self._timer.isActive():
            self._go_on()

    def drop(self) -> None:
        """Forget what was asked for."""
        self._is_due = False

    def _go_on(self) -> None:
        if self._is_due:
            self._is_due = False
            self._timer.start()
            self._action()
