"""The size of the article's text."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.settings import ZOOM_LEAST, ZOOM_MOST, ZOOM_NORMAL, Settings
from annotator.ui.actions import Handlers

_STEPS = (60, 70, 80, 90, 100, 110, 125, 140, 160, 180, 200, 240)


class Zoom(QObject):
    """Changes the size in steps, and remembers it."""

    def __init__(
        self, settings: Settings, apply: Callable[[int], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._apply = apply
        self._apply(settings.zoom)

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "zoom_in": self.larger,
            "zoom_out": self.smaller,
            "zoom_reset": self.reset,
        }

    def larger(self) -> None:
        """Go to the next larger size."""
        self._set(min((step for step in _STEPS if step > self._settings.zoom), default=ZOOM_MOST))

    def smaller(self) -> None:
        """Go to the next smaller size."""
        self._set(max((step for step in _STEPS if step < self._settings.zoom), default=ZOOM_LEAST))

    def reset(self) -> None:
        """Go back to the normal size."""
        self._set(ZOOM_NORMAL)

    def note(self, percent: int) -> None:
        """Remember a size that was reached in another way, as with the wheel."""
        self._settings.zoom = percent

    def _set(self, percent: int) -> None:
        self.note(percent)
        self._apply(percent)
