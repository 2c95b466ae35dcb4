"""Uses the window in the language of the process and prints all that could be read meanwhile."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QMenu,
    QMenuBar,
    QTableView,
    QWidget,
)

import factories
from annotator.domain import Codebook
from annotator.project import create_project
from annotator.settings import Settings, ThemeChoice
from annotator.ui.app import make_application
from annotator.ui.main_window import MainWindow
from annotator.ui.pages import PAGE_KEYS
from annotator.ui.session import Session
from annotator.ui.theme import LIGHT, apply_theme
from ui.workbench.conftest import fill

COMMANDS = (
    *("about", "keys", "palette", "change_keys", "tour", "pace"),
    *("new_project", "open_project", "export", "extract", "learn", "change_coder"),
    *("edit_metadata", "edit_note", "find", "filter_articles", "labels", "layers"),
    *("select_sentence", "tag_mention", "tag_claim", "accept_many", "correct", "mend_role"),
    *("tag_everywhere", "articles_as_table", "article_columns"),
)
"""What opens something to read."""
PROPERTIES = (
    *("text", "title", "windowTitle", "toolTip", "placeholderText", "suffix", "toolTip"),
    *("accessibleName", "accessibleDescription", "informativeText", "plainText"),
)


class Reader(QObject):
    """Reads what is on show; what waits for an answer is read, then closed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.texts: set[str] = set()
        self.menus: list[list[str]] = []
        self._clock = QTimer(self, interval=60)
        self._clock.timeout.connect(self._answer)
        self._clock.start()

    def read(self) -> None:
        """Take down every text of what can be seen."""
        for widget in QApplication.allWidgets():
            if widget.isVisible():
                self.texts.update(_texts(widget))

    def read_menus(self) -> None:
        """Take down the entries of the menus that wait behind buttons."""
        for menu in QApplication.allWidgets():
            if isinstance(menu, QMenu):
                self.menus.append([action.text() for action in menu.actions()])

    def _answer(self) -> None:
        asking = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if asking is not None:
            self.read()
            if isinstance(asking, QMenu):
                self.menus.append([action.text() for action in asking.actions()])
            asking.close()


def use(folder: Path) -> None:
    """Go through pages, menus and dialogs, and print what was read."""
    app = make_application(["annotator"])
    apply_theme(app, LIGHT)
    window = MainWindow(Session(), Settings(theme=ThemeChoice.LIGHT, toured=True))
    window.resize(1280, 800)
    window.show()
    reader = Reader(window)
    spin()
    reader.read()
    _open_project(window, folder)
    for key in PAGE_KEYS:
        window.menus.trigger(f"page_{key}")
        spin(1500 if key == "overview" else 200)
        reader.read()
    window.menus.trigger("page_articles")
    for key in COMMANDS:
        window.menus.trigger(key)
        spin()
        reader.read()
        _close_beside(window)
    reader.read_menus()
    bar = window.menuBar()
    menus = [[action.text() for action in bar.actions()], *reader.menus]
    print(json.dumps({"texts": sorted(reader.texts), "menus": menus}))  # noqa: T201
    window.close()


def spin(milliseconds: int = 200) -> None:
    """Let the window do what it has to for that time."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _open_project(window: MainWindow, folder: Path) -> None:
    path = folder / "Work.anno"
    with create_project(path, codebook=_codebook(), coder="Zoë") as project:
        fill(project)
    window.projects.open(path)
    spin(600)


def _codebook() -> Codebook:
    """One whose names are words of no language."""
    made = factories.codebook()
    types = tuple(
        replace(
            kind,
            name=kind.key.upper(),
            roles=tuple(replace(role, name=role.key.upper()) for role in kind.roles),
        )
        for kind in made.types
    )
    return replace(made, name="XYZ", guideline="XYZ", types=types)


def _close_beside(window: MainWindow) -> None:
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.close()


def _texts(widget: QWidget) -> Iterator[str]:
    for name in PROPERTIES:
        text = widget.property(name)
        if isinstance(text, str) and not widget.inherits("ArticleView"):
            yield text
    if isinstance(widget, QMenu | QMenuBar):
        yield from _of_actions(widget.actions())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and not isinstance(widget.window(), QDialog):
        yield from _of_model(widget)


def _of_actions(actions: list[QAction]) -> Iterator[str]:
    for action in actions:
        yield action.text()
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _of_actions(inner.actions())


def _of_model(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), view.rootIndex()
    if isinstance(view, QTableView):
        count = view.horizontalHeader().count()
        titles = (model.headerData(at, Qt.Orientation.Horizontal) for at in range(count))
        yield from (str(title) for title in titles if title)
    for column in range(20):
        for row in range(20):
            if model.hasIndex(row, column, root):
                yield str(model.index(row, column, root).data() or "")
