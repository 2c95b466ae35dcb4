"""All that is on show while a project is open: the rail, the pages and the bar of jobs."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain import Changes, Kind
from annotator.settings import Settings
from annotator.ui.actions import Handlers
from annotator.ui.article_actions import change_coder
from annotator.ui.backlog import Backlog
from annotator.ui.command import Scope
from annotator.ui.job_bar import JobBar
from annotator.ui.jobs import Jobs
from annotator.ui.menus import Menus
from annotator.ui.messages import Banner
from annotator.ui.pace import Attention, Pace, PacePanel
from annotator.ui.pages import ARTICLES, PAGE_KEYS, Pages
from annotator.ui.rail import Rail
from annotator.ui.session import Session
from annotator.ui.tasks import Tasks
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.page_wiring import PageWiring


class Desk(QWidget):
    """Made when a project is first opened, which spares the start of the window all of this.

    `leaving` is emitted before the window closes: the time to note how things were left.
    """

    leaving = Signal()

    def __init__(
        self, session: Session, settings: Settings, banner: Banner, menus: Menus, theme: Theme
    ) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.menus = menus
        self.theme = theme
        self.jobs = Jobs(session, self)
        self.tasks = Tasks(session, settings, self.jobs, banner, self)
        self.pages = Pages(session, settings, theme)
        self.rail = Rail(PAGE_KEYS)
        self._bar = JobBar(self.jobs)
        self._backlog = Backlog(session, self)
        self._pace = Pace()
        self._pace_panel = PacePanel(session, self._pace, self)
        self._attention: Attention | None = None
        self._wiring: PageWiring | None = None
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def go_to(self, key: str) -> QWidget:
        """Show the page of that key, and give it."""
        self.rail.show_page(key)
        page = self.pages.page(key)
        self.pages.setCurrentWidget(page)
        page.setFocus()
        self.menus.set_scopes((Scope.PROJECT, Scope(key)))
        return page

    def show_project(self) -> None:
        """Begin with the project that was opened just now."""
        self._bar.clear()
        if self._attention is None:
            self._attention = Attention(self.session, self.menus, self._pace, self)
        self.go_to(ARTICLES)
        self._show_types()
        self._show_coder()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import these files and folders."""
        self.tasks.import_paths(paths)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.theme = theme
        for part in (self.rail, self.pages, self._bar, self._pace_panel):
            part.set_theme(theme)

    def stop(self) -> None:
        """Cancel what runs in the background."""
        self.jobs.close()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        self.session.changed.connect(self._note_changes)
        self.rail.chosen.connect(self.go_to)
        self.pages.made.connect(self._connect_page)
        self._backlog.counted.connect(self._bar.show_backlog)
        self._bar.pace_asked.connect(self._show_pace)
        self._bar.coder_asked.connect(self._change_coder)
        self.menus.connect_handlers(self._handlers())
        self.menus.connect_handlers(self.tasks.handlers())

    def _handlers(self) -> Handlers:
        return {
            **{f"page_{key}": partial(self.go_to, key) for key in PAGE_KEYS},
            "change_coder": self._change_coder,
            "pace": self._show_pace,
        }

    def _connect_page(self, key: str) -> None:
        if self._wiring is None:
            self._wiring = self._make_wiring()
        self._wiring.connect_page(self.pages.page(key))

    def _make_wiring(self) -> "PageWiring":
        # with the wiring come the modules of the Articles page
        from annotator.ui.page_wiring import PageWiring  # noqa: PLC0415

        wiring = PageWiring(self.session, self.settings, self.menus, self.tasks, self.go_to)
        self.leaving.connect(wiring.keep_layout)
        self._bar.articles_asked.connect(wiring.show_first_of)
        return wiring

    def _note_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.CODEBOOK):
            self._show_types()
        if changes.touches(Kind.CODER):
            self._show_coder()

    def _show_types(self) -> None:
        self.menus.show_types(self.session.project.codebook.get())

    def _show_coder(self) -> None:
        self._bar.show_coder(self.session.project.coder.name)

    def _show_pace(self) -> None:
        self._pace_panel.open_above(self._bar.pace)

    def _change_coder(self) -> None:
        change_coder(self.session, self.settings, self)
