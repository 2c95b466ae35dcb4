"""The places in an article that the list of articles is searched for."""

from collections.abc import Callable

from annotator.ui.actions import Handlers
from annotator.ui.article_view import ArticleView


class Hits:
    """Marks what `query` gives in the article on show, and goes through it."""

    def __init__(self, view: ArticleView) -> None:
        self.query: Callable[[], str] = str
        self._view = view
        self._marked = ""

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {"next_hit": self._go_next, "previous_hit": self._go_previous}

    def mark(self) -> None:
        """Mark all hits and show the first; without a query, none."""
        self._marked = self.query()
        self._view.find_all(self._marked)

    def follow(self) -> bool:
        """Mark anew if something else is searched for by now; whether that is so."""
        if self._marked == self.query():
            return False
        self.mark()
        return True

    def _go_next(self) -> None:
        if not self.follow():
            self._view.find_next()

    def _go_previous(self) -> None:
        if not self.follow():
            self._view.find_previous()
