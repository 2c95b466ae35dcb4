"""A window that says when it has been painted, and ends: windows.py bare|ours [PROJECT]."""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit, QWidget


class Painted(QObject):
    """Waits until a widget has been painted and is ready, says so, and ends the program."""

    def __init__(self, widget: QWidget, ready: Any) -> None:
        super().__init__()
        self._ready = ready
        self._said = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look after each paint."""
        if event.type() == QEvent.Type.Paint and not self._said and self._ready():
            self._said = True
            QTimer.singleShot(0, self._say)
        return False

    def _say(self) -> None:
        heavy = [name for name in ("spacy", "matplotlib", "pandas", "numpy") if name in sys.modules]
        print("painted", *heavy, flush=True)
        QApplication.exit(0)


def bare() -> None:
    """Qt's own window with a text view."""
    app = QApplication([])
    window = QMainWindow()
    text = QTextEdit(window)
    text.setReadOnly(True)
    text.setPlainText("One line of text.\n" * 50)
    window.setCentralWidget(text)
    window.resize(1280, 800)
    painted = Painted(text.viewport(), lambda: True)
    window.show()
    app.exec()
    del painted


def ours(project: Path | None) -> None:
    """The program's window as `annotator` opens it."""
    kept: list[Painted] = []
    show = QMainWindow.show

    def watched(window: Any) -> None:
        target = window.centralWidget()
        if project is None:
            kept.append(Painted(target, lambda: True))
        else:
            from PySide6.QtWidgets import QTableView

            def listed() -> bool:
                views = window.findChildren(QTableView)
                return any(v.isVisible() and v.model() and v.model().rowCount() for v in views)

            timer = QTimer(window)

            def look() -> None:
                if listed():
                    timer.stop()
                    view = next(v for v in window.findChildren(QTableView) if v.isVisible())
                    view.viewport().repaint()
                    print("painted", flush=True)
                    QApplication.exit(0)

            timer.timeout.connect(look)
            timer.start(2)
        show(window)

    QMainWindow.show = watched  # type: ignore[method-assign]
    sys.argv = ["annotator", *([str(project)] if project else [])]
    from annotator.__main__ import main

    main()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
