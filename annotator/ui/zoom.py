"""The size of the article's text."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.settings import Settings
from annotator.ui.actions import Handlers

_STEPS = (50, 60, 70, 80, 90, 100, 110, 125, 140, 160, 180, 200, 240, 300)
_NORMAL = 100


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
        self._set(min((step for step in _STEPS if step > self._settings.zoom), default=_STEPS[-1]))

    def smaller(self) -> None:
        """Go to the next smaller size."""
        self._set(max((step for step in _STEPS if step < self._settings.zoom), default=_STEPS[0]))

    def reset(self) -> None:
        """Go back to the normal size."""
        self._set(_NORMAL)

    def _set(self, percent: int) -> None:
        self._settings.zoom = percent
        self._apply(percent)
