"""Time that is measured with breaks."""

import time
from collections.abc import Callable


class Stopwatch:
    """Counts seconds from `start` to `stop`, and on from there when it is started again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._before = 0.0
        self._since: float | None = None

    @property
    def seconds(self) -> float:
        """How long it has run, breaks left out."""
        return self._before + (0.0 if self._since is None else self._clock() - self._since)

    def start(self) -> None:
        """Begin, or go on; nothing changes if it runs."""
        if self._since is None:
            self._since = self._clock()

    def stop(self) -> None:
        """Stand still; nothing changes if it stands."""
        self._before, self._since = self.seconds, None
