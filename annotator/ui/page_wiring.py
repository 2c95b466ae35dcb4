"""Connects the pages of the desk with its menus, its jobs and each other."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from annotator.domain import Span, parted
from annotator.settings import Settings
from annotator.ui.article_actions import ArticleActions
from annotator.ui.articles_page import ArticlesPage
from annotator.ui.command import Menu
from annotator.ui.menus import Menus
from annotator.ui.page import Page
from annotator.ui.pages import ARTICLES
from annotator.ui.run_on import RunOn
from annotator.ui.session import Session
from annotator.ui.tasks import Tasks
from annotator.ui.undoing import Undoing
from annotator.ui.zoom import Zoom

_ON_ARTICLES = ("article_done", "edit_metadata", "remove_article")
"""Commands for all articles that are selected in the list."""


class PageWiring(QObject):
    """Gives each page's commands to the menus; `go_to` shows the page of a key and returns it."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        menus: Menus,
        tasks: Tasks,
        go_to: Callable[[str], QWidget],
    ) -> None:
        super().__init__(tasks)
        self._session = session
        self._settings = settings
        self._menus = menus
        self._tasks = tasks
        self._go_to = go_to
        self._articles: ArticlesPage | None = None

    def connect_page(self, page: QWidget) -> None:
        """Connect a page that was just made, and lead its links to the articles."""
        if isinstance(page, ArticlesPage):
            self._articles = page
            self._connect_articles(page)
        if isinstance(page, Page):
            self._menus.connect_handlers(page.handlers())
        opened = getattr(page, "open_requested", None)
        if opened is not None:
            opened.connect(self._show_place)
        asked = getattr(page, "work_asked", None)
        if asked is not None:
            asked.connect(self._tasks.act_on_many)

    def keep_layout(self) -> None:
        """Note how wide the parts of the Articles page were left."""
        if self._articles is not None:
            self._settings.layout = self._articles.save_layout()

    def show_first_of(self, ids: Collection[int]) -> None:
        """Show the first of these articles."""
        page = self._go_to(ARTICLES)
        if isinstance(page, ArticlesPage):
            page.panel.show_first_of(ids)

    def _connect_articles(self, page: ArticlesPage) -> None:
        panel, workbench = page.panel, page.workbench
        actions = ArticleActions(self._session, panel, page)
        undoing = Undoing(self._session, self._menus, workbench.hand, workbench)
        zoom = Zoom(self._settings, workbench.set_zoom, page)
        workbench.hits.query = lambda: parted(panel.wanted().query)[0]
        panel.searched.connect(workbench.hits.follow)
        run_on = RunOn(self._session, panel, page)
        # what the decision still has to close belongs to the article it was taken in
        workbench.run_through.connect(run_on.go_on, Qt.ConnectionType.QueuedConnection)
        workbench.zoom_changed.connect(zoom.note)
        self._tasks.selection = panel.selected_articles
        panel.import_asked.connect(self._tasks.import_files)
        panel.delete_asked.connect(actions.remove)
        panel.offer([self._menus.actions[key] for key in _ON_ARTICLES])
        workbench.menu.offer(self._menus)
        self._menus.type_chosen.connect(workbench.tag)
        self._menus.menu(Menu.SUGGESTION).aboutToShow.connect(
            lambda: self._menus.show_ticks(workbench.ticks())
        )
        workbench.command_asked.connect(self._menus.trigger)
        page.restore_layout(self._settings.layout)
        for part in (page, actions, zoom, undoing):
            self._menus.connect_handlers(part.handlers())

    def _show_place(self, article_id: int, span: Span | None) -> None:
        page = self._go_to(ARTICLES)
        self._session.show_article(article_id)
        if span is not None and isinstance(page, ArticlesPage):
            page.workbench.show_span(span)
