"""Goes on to the next article by itself when all that was pending is decided."""

from collections.abc import Collection

from PySide6.QtCore import QObject

from annotator.domain import SuggestionKind
from annotator.i18n import gettext as _
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.session import Session
from annotator.ui.wordings import one_line, shortened

_TITLE_LENGTH = 60


class RunOn(QObject):
    """Leads through the list of articles as it is filtered and sorted, and says where it went."""

    def __init__(self, session: Session, panel: ArticlePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._panel = panel

    def go_on(self, kinds: Collection[SuggestionKind]) -> None:
        """Show the next article with pending suggestions of these kinds, if there is any."""
        if not self._session.is_open:
            return
        articles = self._session.project.articles
        following = self._session.project.suggestions.first_pending(
            self._panel.listed_after(), kinds
        )
        if following is None:
            self._session.told.emit(_("Nothing is pending in the other articles of the list."))
            return
        self._session.show_article(following)
        title = shortened(one_line(articles.get(following).title), _TITLE_LENGTH)
        self._session.told.emit(_("Next article: {title}").format(title=title or _("Untitled")))
