"""Connects a page that was just made with the rest of the desk."""

from functools import partial
from typing import TYPE_CHECKING

from annotator.domain import Span
from annotator.ui.article_actions import ArticleActions
from annotator.ui.articles_page import ArticlesPage
from annotator.ui.pages import ARTICLES
from annotator.ui.zoom import Zoom

if TYPE_CHECKING:
    from annotator.ui.desk import Desk


def connect_page(desk: "Desk", key: str) -> None:
    """Give the page's commands to the menus and lead its links to the articles."""
    page = desk.pages.page(key)
    if isinstance(page, ArticlesPage):
        _connect_articles(desk, page)
    opened = getattr(page, "open_requested", None)
    if opened is not None:
        opened.connect(partial(_show_place, desk))


def _connect_articles(desk: "Desk", page: ArticlesPage) -> None:
    actions = ArticleActions(desk.session, page.panel, desk)
    zoom = Zoom(desk.settings, page.workbench.set_zoom, desk)
    desk.tasks.selection = page.panel.selected_articles
    page.panel.import_asked.connect(desk.tasks.import_files)
    desk.menus.type_chosen.connect(page.workbench.tag)
    page.workbench.command_asked.connect(desk.menus.trigger)
    page.restore_layout(desk.settings.layout)
    desk.leaving.connect(partial(_keep_layout, desk, page))
    for part in (page.panel, page.workbench, actions, zoom):
        desk.menus.connect_handlers(part.handlers())


def _keep_layout(desk: "Desk", page: ArticlesPage) -> None:
    desk.settings.layout = page.save_layout()


def _show_place(desk: "Desk", article_id: int, span: Span | None) -> None:
    desk.go_to(ARTICLES)
    desk.session.show_article(article_id)
    page = desk.pages.page(ARTICLES)
    if span is not None and isinstance(page, ArticlesPage):
        page.workbench.show_span(span)
