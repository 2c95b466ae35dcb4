"""Import: what was found is shown for correction, then stored."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import ArticleDraft
from annotator.errors import UserError
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.ui.background import Background
from annotator.ui.drops import dropped_paths
from annotator.ui.file_choice import FileChoice
from annotator.ui.import_model import Column, ImportModel
from annotator.ui.jobs import Job, JobState
from annotator.ui.session import Session
from annotator.ui.widgets import closing_buttons, say, words

if TYPE_CHECKING:
    from annotator.workflows.importing import ReadArticles

_PREVIEW = 4000
_REFRESH_MS = 30
_AT_ONCE = 200
"""So many articles are looked up and listed between two turns of the window."""
_FAILED_HEIGHT = 80
_WIDTHS = {
    Column.TITLE: 300,
    Column.SOURCE: 120,
    Column.DATE: 95,
    Column.LANGUAGE: 85,
    Column.AUTHORS: 130,
    Column.URL: 140,
}


class ImportDialog(QDialog):
    """Reads files in the background; `chosen()` gives what is to be stored once it was accepted."""

    def __init__(self, session: Session, choice: FileChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choice = choice
        self._jobs: dict[Job, ReadArticles] = {}
        self._finding: set[Background] = set()
        self._finder = ThreadPoolExecutor(1, thread_name_prefix="finding")
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._failed_count = 0
        self.setWindowTitle(_("Import articles"))
        self.setAcceptDrops(True)
        self.resize(1080, 640)
        self._model = ImportModel(self)
        self._state = words("", "muted")
        self._progress = QProgressBar(textVisible=False)
        self._table = QTableView()
        self._preview = QPlainTextEdit(readOnly=True)
        self._trouble = words("", "bad")
        self._failed_title = words("", "bad")
        self._failed = QPlainTextEdit(readOnly=True)
        self._failed.setMaximumHeight(_FAILED_HEIGHT)
        self._box, self._import = closing_buttons(self, _("Import"))
        self._lay_out()
        self._connect()
        self._table.setFocus()
        self._refresh()

    def chosen(self) -> list[ArticleDraft]:
        """Give the articles to store, as corrected."""
        return self._model.chosen()

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files and folders in the background."""
        # readers bring their libraries with them, which the window's start does without
        from annotator.workflows.importing import ReadArticles  # noqa: PLC0415

        if not paths:
            return
        self._choice.folder = paths[0] if paths[0].is_dir() else paths[0].parent
        # a folder may hold so many files that even listing them takes a while
        finding = Background(self._finder, self)
        finding.done.connect(lambda work: self._begin(finding, work))
        self._finding.add(finding)
        finding.run(partial(ReadArticles, paths))
        self._refresh()

    def show_drafts(self, drafts: Sequence[ArticleDraft]) -> None:
        """List articles that are at hand already, such as a pasted one."""
        articles = self._session.project.articles
        self._model.add(drafts, [articles.twin(draft.text) is not None for draft in drafts])
        if self._model.rowCount() and not self._table.currentIndex().isValid():
            self._table.selectRow(0)

    def done(self, result: int) -> None:
        """Stop reading and close."""
        for job in tuple(self._jobs):
            job.cancel()
            job.wait()
        self._jobs.clear()
        for finding in self._finding:
            finding.drop()
        self._finding.clear()
        self._finder.shutdown(wait=False, cancel_futures=True)
        self._timer.stop()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        self.read(dropped_paths(event.mimeData()))

    def _begin(self, finding: Background, work: "ReadArticles") -> None:
        self._finding.discard(finding)
        job = Job(self._session, work, self)
        self._jobs[job] = work
        job.ended.connect(lambda: self._end(job))
        job.start()
        self._timer.start()
        self._refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self._progress)
        column.addWidget(self._middle(), 1)
        column.addWidget(self._trouble)
        column.addWidget(self._failed_title)
        column.addWidget(self._failed)
        column.addWidget(self._box)
        self._failed.setAccessibleName(_("Files that could not be read"))
        self._failed_title.hide()
        self._failed.hide()

    def _head(self) -> QHBoxLayout:
        files = QPushButton(_("Add files…"))
        folder = QPushButton(_("Add a folder…"))
        files.clicked.connect(lambda: self.read(self._choice.open_articles(self)))
        folder.clicked.connect(
            lambda: self.read(self._choice.open_folder(self, _("Import a folder")))
        )
        row = QHBoxLayout()
        row.addWidget(self._state, 1)
        for button in (files, folder):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _middle(self) -> QSplitter:
        self._table.setModel(self._model)
        self._table.setAccessibleName(_("Articles found"))
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self._table.setWordWrap(False)
        self._table.setShowGrid(False)
        self._table.setAlternatingRowColors(True)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(32)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for column, width in _WIDTHS.items():
            self._table.setColumnWidth(column, width)
        self._preview.setAccessibleName(_("Text of the selected article"))
        self._preview.setPlaceholderText(_("Select an article to see its text."))
        split = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        split.addWidget(self._table)
        split.addWidget(self._preview)
        split.setSizes([340, 200])
        split.setHandleWidth(8)
        return split

    def _connect(self) -> None:
        self._timer.timeout.connect(self._take)
        self._model.chosen_changed.connect(self._refresh)
        self._table.selectionModel().currentRowChanged.connect(self._show_text)

    def _take(self) -> None:
        # without a total the bar moves without saying how far
        self._progress.setMaximum(sum(job.total or 0 for job in self._jobs))
        self._progress.setValue(sum(job.done for job in self._jobs))
        for job, work in tuple(self._jobs.items()):
            self.show_drafts(work.found[:_AT_ONCE])
            del work.found[:_AT_ONCE]
            self._list_failures(work.failures)
            work.failures.clear()
            if job.state is not JobState.RUNNING and not work.found:
                del self._jobs[job]
        if not self._jobs:
            self._timer.stop()
        self._refresh()

    def _end(self, job: Job) -> None:
        if job.fault is not None:
            self._list_failures([job.fault])
        self._take()

    @property
    def _is_reading(self) -> bool:
        return bool(self._jobs or self._finding)

    def _refresh(self) -> None:
        count, chosen = self._model.rowCount(), self._model.chosen_count
        self._progress.setVisible(self._is_reading)
        self._state.setText(self._state_words(count))
        text = ngettext("Import {count} article", "Import {count} articles", chosen)
        self._import.setText(text.format(count=digits(chosen)))
        trouble = self._model.date_trouble()
        say(self._trouble, trouble, "bad")
        self._import.setEnabled(bool(chosen) and not trouble and not self._is_reading)

    def _state_words(self, count: int) -> str:
        if self._is_reading:
            return _("Reading… {count} articles found so far.").format(count=digits(count))
        if not count:
            return _(
                "Choose text, Markdown, saved web pages, JSONL or CSV files, or drop them here."
            )
        return _(
            "Nothing is stored yet. Double-click a cell to correct it; "
            "leave unknown what is not known. Dates are written like 2025-01-31."
        )

    def _list_failures(self, new: Sequence[UserError]) -> None:
        if not new:
            return
        self._failed_count += len(new)
        text = ngettext(
            "{count} file could not be read:",
            "{count} files could not be read:",
            self._failed_count,
        )
        say(self._failed_title, text.format(count=digits(self._failed_count)), "bad")
        self._failed.appendPlainText("\n".join(error.sentence for error in new))
        self._failed.show()

    def _show_text(self, current: QModelIndex) -> None:
        if current.isValid():
            self._preview.setPlainText(_preview(self._model.draft(current.row())))


def _preview(draft: ArticleDraft) -> str:
    text = draft.text if len(draft.text) <= _PREVIEW else draft.text[:_PREVIEW] + " …"
    if not draft.origin.removed:
        return text
    return text + "\n\n" + _("Left out:") + "\n" + "\n".join(draft.origin.removed)[:_PREVIEW]
