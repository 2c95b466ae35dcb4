"""The page of annotations: filters and a table of all that is tagged and suggested."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from annotator.domain import AnnotationFilter, Changes, Kind, ids_of
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.project import Project
from annotator.settings import Settings
from annotator.ui.actions import Handlers
from annotator.ui.annotations_page.filters import AnnotationFilters
from annotator.ui.annotations_page.model import AnnotationKeys, AnnotationModel
from annotator.ui.annotations_page.table import AnnotationTable
from annotator.ui.command_button import command_button
from annotator.ui.messages import ask
from annotator.ui.page import Page
from annotator.ui.row_feed import RowFeed
from annotator.ui.session import Session
from annotator.ui.theme import Theme
from annotator.workflows.many import ActOnMany

_DEBOUNCE_MS = 20
_AGAIN_MS = 300
_MANY = 1_000
"""Deciding on more at once takes seconds, so it is asked for and done in the background."""
_Act = Callable[[Project, Sequence[int]], Changes]
_NOTHING_TAGGED = _("No annotation is selected; suggestions are rejected.")
_NOTHING_OWN = _("Only annotations of your own can be removed.")


class AnnotationsPage(Page):
    """Finds, orders, opens, decides on and removes annotations of the whole project.

    `open_requested` carries the id of an article and the Span to be shown in it, `work_asked` a
    Work to be done in the background.
    """

    open_requested = Signal(int, object)
    work_asked = Signal(object)

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(
            session,
            Kind.ARTICLE,
            Kind.MENTION,
            Kind.CLAIM,
            Kind.STATEMENT,
            Kind.SUGGESTION,
            Kind.DECISION,
            Kind.CODEBOOK,
            Kind.CODER,
        )
        self._model = AnnotationModel(self)
        self._feed = RowFeed[AnnotationFilter](self._model, self)
        self._coder = 0
        self._filters = AnnotationFilters()
        self._table = AnnotationTable(self._model, settings)
        self._count = QLabel()
        self._hint = QLabel()
        self._typing = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self.setFocusProxy(self._table)
        self._build()
        self._connect()

    def reload(self) -> None:
        """Look for the annotations again; what is on show is read again at once."""
        project = self._session.project
        codebook = project.codebook.get()
        self._model.set_codebook(codebook)
        self._filters.show_codebook(codebook)
        if not self._feed.is_open or self._coder != project.coder.id:
            self._open(project)
        self._model.refresh()
        if self._feed.is_busy:
            self._again.start()
        else:
            self._ask()

    def forget(self) -> None:
        """Let go of the project."""
        self._feed.close()
        self._model.show_project(None)
        self._filters.clear()

    def handlers(self) -> Handlers:
        """Give the commands that the page carries out."""
        return {
            "find_annotation": self._filters.search,
            "filter_annotations": self._filters.choose,
            "all_annotations": self._filters.clear,
            "order_annotations": self._table.ask_order,
            "annotation_columns": self._table.columns.show_menu,
            "open_annotation": lambda: self._open_row(self._table.currentIndex().row()),
            "accept_listed_ones": self._accept,
            "reject_listed_ones": self._reject,
            "reopen_listed_ones": self._reopen,
            "remove_listed_ones": self._remove,
        }

    def set_theme(self, theme: Theme) -> None:
        """Show labels in the colours of `theme`."""
        self._model.set_theme(theme)
        self._table.viewport().update()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        layout.addWidget(self._filters)
        layout.addWidget(self._hint)
        layout.addWidget(self._table, 1)
        self._hint.setProperty("role", "muted")
        self._hint.hide()

    def _head(self) -> QHBoxLayout:
        title = QLabel(_("Annotations"))
        title.setProperty("role", "title")
        self._count.setProperty("role", "muted")
        self._buttons: list[QPushButton] = [
            command_button("accept_listed_ones", _("Accept")),
            command_button("reject_listed_ones", _("Reject")),
            command_button("remove_listed_ones", _("Remove")),
        ]
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addSpacing(4)
        head.addWidget(self._count)
        head.addStretch()
        for button in self._buttons:
            head.addWidget(button)
        return head

    def _connect(self) -> None:
        self._session.about_to_close.connect(self._feed.close)
        self._feed.taken.connect(self._show_listed)
        self._feed.finished.connect(self._show_listed)
        self._feed.failed.connect(self._session.failed)
        self._filters.changed.connect(self._typing.start)
        self._filters.entered.connect(self._table.setFocus)
        self._typing.timeout.connect(self._ask)
        self._again.timeout.connect(self._catch_up_later)
        self._table.ordered.connect(self._ask)
        self._table.row_opened.connect(self._open_row)
        self._table.delete_asked.connect(self._remove)
        self._table.selectionModel().selectionChanged.connect(self._show_count)
        for button, act in zip(
            self._buttons, (self._accept, self._reject, self._remove), strict=True
        ):
            button.clicked.connect(act)

    def _open(self, project: Project) -> None:
        self._feed.close()
        self._coder = project.coder.id
        self._feed.open(project, AnnotationKeys(project, self))

    def _catch_up_later(self) -> None:
        if self._feed.is_busy:
            self._again.start()
        else:
            self._ask()

    def _ask(self) -> None:
        order, down = self._table.order
        self._feed.ask(replace(self._filters.chosen(), order=order, down=down))

    def _show_listed(self) -> None:
        self._table.stay()
        self._show_count()

    def _show_count(self) -> None:
        shown, selected = self._model.rowCount(), self._table.selected_count
        words = ngettext("{count} annotation", "{count} annotations", shown)
        more = "" if self._feed.is_whole else " …"
        chosen = _(" · {count} selected").format(count=digits(selected)) if selected > 1 else ""
        words = words.format(count=digits(shown))
        self._count.setText(f"{words}{more}{chosen}")
        for button in self._buttons:
            button.setEnabled(bool(selected))
        self._show_hint(is_empty=self._feed.is_whole and not shown)

    def _show_hint(self, *, is_empty: bool) -> None:
        is_filtered = self._filters.chosen() != AnnotationFilter()
        self._hint.setText(
            _("No annotation matches.")
            if is_filtered
            else _("Nothing is tagged or suggested yet. What is will be listed here.")
        )
        self._hint.setVisible(is_empty)

    def _open_row(self, row: int) -> None:
        found = self._model.row(row)
        if found is not None:
            self.open_requested.emit(found.article.id, found.content.span)

    def _accept(self) -> None:
        self._decide(_("Accept"), lambda project, ids: project.suggestions.accept(ids))

    def _reject(self) -> None:
        self._decide(_("Reject"), lambda project, ids: project.suggestions.reject(ids))

    def _reopen(self) -> None:
        self._decide(_("Make pending"), lambda project, ids: project.suggestions.reopen(ids))

    def _decide(self, verb: str, act: _Act) -> None:
        ids = ids_of(self._table.selected_keys(), Kind.SUGGESTION)
        if ids:
            self._do(verb, ids, act)
        else:
            self._session.told.emit(_("No suggestion is selected."))

    def _remove(self) -> None:
        keys = self._table.selected_keys()
        own = self._session.project.annotations.own(keys)
        if own:
            self._do(_("Remove"), own, lambda project, some: project.annotations.remove(some))
        else:
            are_suggestions = len(keys) == len(ids_of(keys, Kind.SUGGESTION))
            self._session.told.emit(_NOTHING_TAGGED if are_suggestions else _NOTHING_OWN)

    def _do(self, verb: str, rows: Sequence[int], act: _Act) -> None:
        """Do it at once, or in the background where there are very many."""
        if len(rows) <= _MANY:
            self._session.do(lambda project: act(project, rows))
        elif self._is_meant(verb, len(rows)):
            name = _("{verb} {count} at once").format(verb=verb, count=digits(len(rows)))
            self.work_asked.emit(ActOnMany(self._session.project, name, rows, act))
        else:
            return
        self._table.go_on()

    def _is_meant(self, verb: str, count: int) -> bool:
        question = _("{verb} {count} at once?").format(verb=verb, count=digits(count))
        details = _("This takes a while. Undo takes it back in one step.")
        return ask(self, question, yes=verb, details=details)
