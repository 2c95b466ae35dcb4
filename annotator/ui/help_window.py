"""The help: the Markdown pages of the program in a window beside the work.

A page is shown in the language in use, in English where it has not been translated.
"""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QWidget

from annotator.i18n import gettext as _
from annotator.i18n import language
from annotator.paths import resources_folder
from annotator.ui.markdown_editor import MarkdownView

_FIRST = "index"
_SIZE, _FRAME = QSize(900, 640), QSize(32, 64)


class HelpWindow(QDialog):
    """Lists the pages and shows one; links lead from page to page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self._list = QListWidget()
        self._list.setAccessibleName(_("Pages of the help"))
        self._view = MarkdownView()
        self._view.setAccessibleName(_("Help"))
        self._view.setOpenLinks(False)
        self._view.document().setDocumentMargin(16)
        self._list.ensurePolished()  # or the rows are too low for the style
        for key in page_keys():
            item = QListWidgetItem(page_title(key))
            item.setData(Qt.ItemDataRole.UserRole, key)
            self._list.addItem(item)
        split = QSplitter(childrenCollapsible=False)
        split.addWidget(self._list)
        split.addWidget(self._view)
        split.setHandleWidth(8)
        split.setSizes([240, 660])
        QHBoxLayout(self).addWidget(split)
        self._list.currentItemChanged.connect(self._show_item)
        self._view.anchorClicked.connect(self._follow)
        self._list.setCurrentRow(0)

    def show_page(self, key: str) -> None:
        """Show the page of that name."""
        if key in page_keys():
            self._list.setCurrentRow(page_keys().index(key))

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            page = _page(item.data(Qt.ItemDataRole.UserRole))
            self._view.show_markdown(page)
            self._view.moveCursor(QTextCursor.MoveOperation.Start)
            self._view.verticalScrollBar().setValue(0)

    def _follow(self, link: QUrl) -> None:
        if link.isRelative():
            self.show_page(Path(link.path()).stem)
        else:
            QDesktopServices.openUrl(link)


@cache
def page_keys() -> tuple[str, ...]:
    """Give the names of all pages: the start first, the others as the start leads to them."""
    start = _page(_FIRST)
    keys = (path.stem for path in _folder().glob("*.md"))
    return tuple(sorted(keys, key=lambda key: (key != _FIRST, start.find(f"({key}.md)"), key)))


def page_title(key: str) -> str:
    """Give the heading of a page."""
    first = _page(key).partition("\n")[0]
    return first.lstrip("# ").strip() or key


@cache
def _page(key: str) -> str:
    translated = _folder() / language / f"{key}.md"
    page = translated if translated.is_file() else _folder() / f"{key}.md"
    return page.read_text("utf-8")


def _folder() -> Path:
    return resources_folder() / "help"
