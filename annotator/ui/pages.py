"""The pages of an open project, each made when it is first visited."""

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.settings import Settings
from annotator.ui.session import Session
from annotator.ui.theme import Theme

ARTICLES, ENTITIES, CODEBOOK, OVERVIEW = "articles", "entities", "codebook", "overview"
ANNOTATIONS = "annotations"


@runtime_checkable
class Themed(Protocol):
    """A widget that paints with colours of its own."""

    def set_theme(self, theme: Theme) -> None:
        """Paint with the colours of `theme` from now on."""


class Pages(QStackedWidget):
    """Shows one page at a time; `made` carries the key of a page that was just made."""

    made = Signal(str)

    def __init__(self, session: Session, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._theme = theme
        self._pages: dict[str, QWidget] = {}

    def page(self, key: str) -> QWidget:
        """Give the page of that key."""
        if key not in self._pages:
            self._pages[key] = _FACTORIES[key](self._session, self._settings)
            self._dress(self._pages[key])
            self.addWidget(self._pages[key])
            self.made.emit(key)
        return self._pages[key]

    def set_theme(self, theme: Theme) -> None:
        """Hand the theme on to the pages that were made."""
        self._theme = theme
        for page in self._pages.values():
            self._dress(page)

    def _dress(self, page: QWidget) -> None:
        if isinstance(page, Themed):
            page.set_theme(self._theme)


# each page's module is imported on the first visit, so that the window opens at once
def _articles(session: Session, settings: Settings) -> QWidget:
    from annotator.ui.articles_page import ArticlesPage  # noqa: PLC0415

    return ArticlesPage(session, settings)


def _entities(session: Session, _settings: Settings) -> QWidget:
    from annotator.ui.entities_page import EntitiesPage  # noqa: PLC0415

    return EntitiesPage(session)


def _codebook(session: Session, _settings: Settings) -> QWidget:
    from annotator.ui.codebook_page import CodebookPage  # noqa: PLC0415

    return CodebookPage(session)


def _overview(session: Session, settings: Settings) -> QWidget:
    from annotator.ui.overview_page import OverviewPage  # noqa: PLC0415

    return OverviewPage(session, settings)


def _annotations(session: Session, settings: Settings) -> QWidget:
    from annotator.ui.annotations_page import AnnotationsPage  # noqa: PLC0415

    return AnnotationsPage(session, settings)


_FACTORIES: Mapping[str, Callable[[Session, Settings], QWidget]] = {
    ARTICLES: _articles,
    ENTITIES: _entities,
    CODEBOOK: _codebook,
    OVERVIEW: _overview,
    ANNOTATIONS: _annotations,
}
PAGE_KEYS = tuple(_FACTORIES)
