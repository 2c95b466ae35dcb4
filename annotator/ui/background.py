"""Work off the window's thread that leaves nothing behind but its result."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from PySide6.QtCore import QObject, Signal

from annotator.errors import UserError


class _Bell(QObject):
    """Carries the end of some work to the window's thread; the work keeps it alive till then."""

    rung = Signal(object)

    def ring(self, ended: "Future[object]") -> None:
        """Tell of the end; called on the worker's thread."""
        self.rung.emit(ended)


class Background(QObject):
    """Does one thing at a time on `worker`; what is begun later replaces what is under way.

    `done` carries the result and `failed` a UserError; any other error is raised in the window's
    thread, where the crash dialog takes it.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: ThreadPoolExecutor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._current: Future[object] | None = None

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._current is not None

    def run(self, work: Callable[[], object]) -> None:
        """Begin `work`; what was begun before is not told of any more."""
        self.drop()
        bell = _Bell()
        bell.rung.connect(self._deliver)
        self._current = self._worker.submit(work)
        self._current.add_done_callback(bell.ring)

    def drop(self) -> None:
        """Forget what is under way."""
        # a cancelled future rings at once, and then it must not be the current one any more
        dropped, self._current = self._current, None
        if dropped is not None:
            dropped.cancel()

    def let_go(self) -> None:
        """Forget what is under way, and wait for its end."""
        dropped = self._current
        self.drop()
        if dropped is not None:
            wait([dropped])

    def _deliver(self, ended: Future[object]) -> None:
        if ended is not self._current:
            return
        self._current = None
        try:
            result = ended.result()
        except UserError as error:
            self.failed.emit(error)
            return
        self.done.emit(result)
