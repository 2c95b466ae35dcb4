"""Connects a page that was just made with the rest of the window."""

from functools import partial
from typing import TYPE_CHECKING

from annotator.domain import Span
from annotator.ui.article_actions import ArticleActions
from annotator.ui.articles_page import ArticlesPage
from annotator.ui.pages import ARTICLES
from annotator.ui.zoom import Zoom

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def connect_page(window: "MainWindow", key: str) -> None:
    """Give the page's commands to the menus and lead its links to the articles."""
    page = window.pages.page(key)
    if isinstance(page, ArticlesPage):
        _connect_articles(window, page)
    opened = getattr(page, "open_requested", None)
    if opened is not None:
        opened.connect(partial(_show_place, window))


def _connect_articles(window: "MainWindow", page: ArticlesPage) -> None:
    actions = ArticleActions(window.session, page.panel, window)
    zoom = Zoom(window.settings, page.workbench.set_zoom, window)
    window.tasks.selection = page.panel.selected_articles
    page.panel.import_asked.connect(window.tasks.import_files)
    window.menus.type_chosen.connect(page.workbench.tag)
    page.workbench.command_asked.connect(window.menus.trigger)
    page.restore_layout(window.settings.layout)
    window.closing.connect(partial(_keep_layout, window, page))
    for part in (page.panel, page.workbench, actions, zoom):
        window.menus.connect_handlers(part.handlers())


def _keep_layout(window: "MainWindow", page: ArticlesPage) -> None:
    window.settings.layout = page.save_layout()


def _show_place(window: "MainWindow", article_id: int, span: Span | None) -> None:
    window.go_to(ARTICLES)
    window.session.show_article(article_id)
    page = window.pages.page(ARTICLES)
    if span is not None and isinstance(page, ArticlesPage):
        page.workbench.show_span(span)
