"""What a click on a mark does: fill or mend a role, open the form, make a suggestion current."""

from collections.abc import Hashable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from annotator.domain import Kind
from annotator.ui.annotation_marks import mark_in_words
from annotator.ui.article_view import ArticleView, Mark
from annotator.ui.forms import FormPanel
from annotator.ui.marked import Ref, as_words
from annotator.ui.open_article import OpenArticle
from annotator.ui.suggestions import SuggestionStream
from annotator.ui.workbench.adjusting import Adjusting


class MarkClicks(QObject):
    """Takes the clicks of the article view; where marks cover the same words it asks."""

    def __init__(
        self,
        article: OpenArticle,
        view: ArticleView,
        stream: SuggestionStream,
        form: FormPanel,
        adjusting: Adjusting,
    ) -> None:
        super().__init__(view)
        self._article = article
        self._view = view
        self._stream = stream
        self._form = form
        self._adjusting = adjusting
        view.marks_clicked.connect(self._take)

    def _take(self, marks: list[Mark]) -> None:
        under = [mark for mark in marks if mark.span == marks[0].span]
        if any(self._fills_role(mark.key) or self._adjusting.mend(mark.key) for mark in under):
            return
        if len(under) > 1:
            self._ask_which(under)
        else:
            self._go_to(under[0].key)

    def _ask_which(self, marks: list[Mark]) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark in marks:
            menu.addAction(mark_in_words(mark), partial(self._go_to, mark.key))
        menu.popup(QCursor.pos())
        menu.setActiveAction(menu.actions()[0])

    def _go_to(self, key: Hashable) -> None:
        if not isinstance(key, Ref):
            return
        if key.kind is Kind.SUGGESTION:
            self._form.close_form()
            self._stream.make_current(key.id)
        else:
            self._form.open(key)

    def _fills_role(self, key: Hashable) -> bool:
        words = as_words(self._article.find(key)) if isinstance(key, Ref) else None
        return words is not None and self._form.fill(words)
