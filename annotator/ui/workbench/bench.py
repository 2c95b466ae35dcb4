"""What the tools of the workbench work on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QMenu

from annotator.ui.article_view import ArticleView
from annotator.ui.forms import FormPanel
from annotator.ui.in_hand import InHand
from annotator.ui.open_article import OpenArticle
from annotator.ui.suggestions import SuggestionStream

_GAP = 4


@dataclass(frozen=True, slots=True)
class Bench:
    """The article on show with its text, its suggestions, the form and what is being changed."""

    article: OpenArticle
    view: ArticleView
    stream: SuggestionStream
    form: FormPanel
    hand: InHand


class Tool(QObject):
    """Does something with what lies on a bench; it lives as long as the view."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.view)
        self._article = bench.article
        self._view = bench.view
        self._stream = bench.stream
        self._form = bench.form
        self._hand = bench.hand

    def _ask(self, choices: Iterable[tuple[str, Callable[[], object]]], at: QRect) -> None:
        """Offer choices in a menu below a place of the view; a letter after `&` takes one."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, take in choices:
            menu.addAction(words, take)
        menu.popup(self._view.viewport().mapToGlobal(at.bottomLeft() + QPoint(0, _GAP)))
        menu.setActiveAction(menu.actions()[0])
