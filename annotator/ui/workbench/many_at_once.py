"""Deciding on many suggestions by two keys: accept or reject, and which."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from annotator.ui.actions import Handlers
from annotator.ui.article_view import ArticleView
from annotator.ui.open_article import OpenArticle
from annotator.ui.suggestions import SuggestionStream
from annotator.ui.suggestions.scopes import scopes
from annotator.ui.text_units import sentence_at


class ManyAtOnce(QObject):
    """Offers what has something in common with the current suggestion, each with its number."""

    def __init__(self, article: OpenArticle, view: ArticleView, stream: SuggestionStream) -> None:
        super().__init__(view)
        self._article = article
        self._view = view
        self._stream = stream

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "accept_many": partial(self._offer, self._stream.accept_these),
            "reject_many": partial(self._offer, self._stream.reject_these),
        }

    def _offer(self, decide: Callable[[Sequence[int]], None]) -> None:
        current = self._stream.current
        if current is None:
            return
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for scope in scopes(
            current,
            self._stream.listed,
            sentence=sentence_at(self._article.text, current.span.start),
            screen=self._view.visible_span(),
            codebook=self._article.codebook,
        ):
            menu.addAction(f"{scope.name}  ({len(scope.ids)})", partial(decide, scope.ids))
        below = self._view.rect_of(current.span).bottomLeft() + QPoint(0, 6)
        menu.popup(self._view.viewport().mapToGlobal(below))
        menu.setActiveAction(menu.actions()[0])
