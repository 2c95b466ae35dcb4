"""The program's window with a project in it, and how long something takes until it is painted."""

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.settings import Settings, ThemeChoice
from annotator.ui.app import make_application
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session

_LONGEST = 120_000
"""Milliseconds after which what is waited for will not come."""

Given = ParamSpec("Given")
Made = TypeVar("Made")
Part = TypeVar("Part", bound=QObject)


def alone(function: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
    """What a function makes in a new process, which has imported and opened nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(function, *given, **named).result()


@contextmanager
def window_with(path: Path) -> Iterator[MainWindow]:
    """The window, active, with this project open and its first article on show.

    The process is to be a new one: a window of the program lives as long as its process.
    """
    app = make_application(["annotator"])
    with (
        tempfile.TemporaryDirectory() as config,
        patch.dict(os.environ, {"ANNOTATOR_CONFIG": config}),
    ):
        window = MainWindow(Session(), Settings(theme=ThemeChoice.LIGHT, coder="Ada"))
        window.resize(1280, 800)
        window.show()
        wait_for(window.isActiveWindow)
        window.open_later(path)
        wait_for(lambda: window.session.article_id is not None)
        app.processEvents()
        gc.freeze()
        yield window
        window.close()


def part_of(window: QObject, kind: type[Part]) -> Part:
    """The part of that kind, of which a window has one."""
    found = window.findChild(kind)
    assert found is not None
    return found


def wait_for(holds: Callable[[], bool]) -> None:
    """Let the window work until that holds; TimeoutError if it never does."""
    # QTest waits too, but lets no other thread of Python work meanwhile
    loop, looking = QEventLoop(), QTimer(interval=1)
    looking.timeout.connect(lambda: loop.quit() if holds() else None)
    looking.start()
    QTimer.singleShot(_LONGEST, loop, loop.quit)
    loop.exec()
    if not holds():
        raise TimeoutError


class Painting(QObject):
    """Times what is painted into a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._painted = False
        widget.installEventFilter(self)

    def after(self, action: Callable[[], object]) -> float:
        """Milliseconds from the action until all that it asked to be painted has been."""
        self._painted = False
        started = time.perf_counter()
        action()
        while not self._painted:
            QCoreApplication.processEvents()
        return (time.perf_counter() - started) * 1e3

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note each paint."""
        self._painted |= event.type() == QEvent.Type.Paint
        return False
