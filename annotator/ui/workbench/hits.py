"""The places in an article that are searched for: in the list of articles, or in the find bar."""

from collections.abc import Callable
from functools import partial

from annotator.ui.actions import Handlers
from annotator.ui.article_view import ArticleView
from annotator.ui.workbench.find_bar import FindBar


class Hits:
    """Marks what `query` gives in the article on show, and goes through it.

    While the find bar is open, its words are what is marked and gone through.
    """

    def __init__(self, view: ArticleView, bar: FindBar) -> None:
        self.query: Callable[[], str] = str
        self._view = view
        self._bar = bar
        self._marked = ""
        bar.left.connect(self._forget)

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "find": self._bar.open,
            "next_hit": partial(self._go, 1),
            "previous_hit": partial(self._go, -1),
        }

    def mark(self) -> None:
        """Mark all hits and show the first; without a query, none."""
        if self._bar.is_open:
            self._bar.renew()
            return
        self._marked = self.query()
        self._view.find_all(self._marked)

    def follow(self) -> bool:
        """Mark anew if something else is searched for by now; whether that is so."""
        if self._bar.is_open or self._marked == self.query():
            return False
        self.mark()
        return True

    def _go(self, by: int) -> None:
        if self._bar.is_open:
            self._bar.go(by)
        elif not self.follow():
            step = self._view.find_next if by > 0 else self._view.find_previous
            step()

    def _forget(self) -> None:
        self._marked = ""
