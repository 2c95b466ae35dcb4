"""The article on show between its head and its legend, the stream and the form beside it."""

from collections.abc import Hashable
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from annotator.domain import Kind, Span, Suggestion
from annotator.ui.actions import Handlers
from annotator.ui.annotation_marks import annotation_marks, mark_in_words, suggestion_marks
from annotator.ui.article_view import ArticleView, LayerLegend, Mark
from annotator.ui.forms import FormPanel
from annotator.ui.marked import Annotation, Ref, as_words, is_statement, ref
from annotator.ui.open_article import OpenArticle
from annotator.ui.session import Session
from annotator.ui.suggestions import SuggestionStream
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.workbench.header import ArticleHeader
from annotator.ui.workbench.tagging import Tagging

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_RIGHT = 348
_RIGHT_LEAST = 280
_MIDDLE = 640
_MIDDLE_LEAST = 320
_HEIGHTS = (300, 440)


class Workbench(QWidget):
    """Shows one article and takes everything the coder does with it.

    `command_asked` carries the key of a command that belongs to the window.
    """

    command_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._theme = LIGHT
        self._article = OpenArticle(session, self)
        self._header = ArticleHeader()
        self._view = ArticleView()
        self._legend = LayerLegend(self._view)
        self._stream = SuggestionStream(self._article)
        self._form = FormPanel(self._article)
        self._tagging = Tagging(self._article, self._view, self._form)
        self._right = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._across = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._lay_out()
        self._connect()
        self._open()

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "accept": self._accept,
            "reject": self._reject,
            "skip": self._skip,
            "correct": self._stream.correct,
            "next_suggestion": self._go_next,
            "previous_suggestion": self._go_previous,
            "tag_mention": self._tagging.offer_labels,
            "tag_claim": self._tagging.offer_claim_kinds,
            "fill_role": self._tagging.fill_role,
            "set_span": self._tagging.set_span,
            "cycle_modality": self._cycle_modality,
            "cycle_polarity": self._cycle_polarity,
            "remove_annotation": self._form.remove,
            "layers": self._legend.open_menu,
        }

    def tag(self, type_key: str) -> None:
        """Tag the selection with a type; without one, retype what is in the form or current."""
        if self._tagging.tag_statement(type_key):
            return
        if self._form.is_statement:
            self._form.retype(type_key)
        elif not self._form.is_open and is_statement(self._stream.current):
            self._stream.correct()
            self._form.retype(type_key)
            self._form.save()
        else:
            self._tagging.ask_for_selection()

    def show_span(self, span: Span) -> None:
        """Bring a span into view and select it."""
        self._view.select(span)

    def set_zoom(self, percent: int) -> None:
        """Set the size of the article's text."""
        self._view.set_zoom(percent)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        for part in (self._view, self._stream, self._tagging):
            part.set_theme(theme)
        self._show_marks()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the text to the form and back: Tab, Enter, Escape."""
        if watched is self._view and isinstance(event, QKeyEvent) and not event.modifiers():
            if event.type() == QEvent.Type.ShortcutOverride and self._ends_form(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._took(event)
        return super().eventFilter(watched, event)

    def save_layout(self) -> str:
        """How wide and high the parts are, as a text for the settings."""
        states = (splitter.saveState().toBase64().data() for splitter in self._splitters())
        return ";".join(bytes(state).decode() for state in states)

    def restore_layout(self, saved: str) -> None:
        """Give the parts the sizes that were saved; anything else is passed over."""
        for splitter, state in zip(self._splitters(), saved.split(";"), strict=False):
            splitter.restoreState(QByteArray.fromBase64(state.encode()))

    def _ends_form(self, event: QKeyEvent) -> bool:
        return self._form.is_open and event.key() in _ENTER

    def _took(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._view.selected_span():
            self._view.clear_selection()
        elif event.key() == Qt.Key.Key_Tab and self._form.is_open:
            self._form.focus_armed()
        elif event.key() == Qt.Key.Key_Escape or self._ends_form(event):
            self._end_form(save=event.key() != Qt.Key.Key_Escape)
        else:
            return False
        return True

    def _end_form(self, *, save: bool) -> None:
        if save and self._form.is_correcting:
            self._form.save()
        else:
            self._form.leave()

    def _splitters(self) -> tuple[QSplitter, QSplitter]:
        return self._across, self._right

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setObjectName("articlePaper")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._view, 1)
        column.addWidget(self._legend)
        self._right.addWidget(self._stream)
        self._right.addWidget(self._form)
        self._right.setSizes(_HEIGHTS)
        self._right.setStretchFactor(1, 1)
        self._right.setMinimumWidth(_RIGHT_LEAST)
        middle.setMinimumWidth(_MIDDLE_LEAST)
        self._across.addWidget(middle)
        self._across.addWidget(self._right)
        self._across.setStretchFactor(0, 1)
        self._across.setSizes([_MIDDLE, _RIGHT])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._across)

    def _connect(self) -> None:
        self._article.opened.connect(self._open)
        self._article.changed.connect(self._refresh)
        self._header.done_switched.connect(self._mark_done)
        self._header.edit_asked.connect(lambda: self.command_asked.emit("edit_metadata"))
        self._stream.command_asked.connect(self.command_asked)
        self._stream.current_changed.connect(self._show_current)
        self._stream.correct_asked.connect(self._form.correct)
        self._form.target_changed.connect(self._show_target)
        self._form.corrected.connect(self._stream.save)
        self._form.span_asked.connect(self._tagging.set_span)
        self._form.left.connect(self._view.setFocus)
        self._tagging.tag_asked.connect(self.tag)
        self._tagging.tagged.connect(self._form.open)
        self._view.marks_clicked.connect(self._take_click)
        self._view.installEventFilter(self)

    def _open(self) -> None:
        self._view.show_text(self._article.text)
        self._show_marks()
        self._show_header()
        self._emphasise()

    def _refresh(self) -> None:
        self._show_marks()
        self._show_header()

    def _show_header(self) -> None:
        self._header.show_article(self._article.article, done=self._article.is_done)
        self._legend.setVisible(self._article.id is not None)

    def _show_marks(self) -> None:
        article, codebook = self._article, self._article.codebook
        annotations: tuple[Annotation, ...] = (
            *article.statements,
            *article.claims,
            *article.mentions,
        )
        self._view.set_marks(
            (
                *annotation_marks(annotations, codebook, self._theme),
                *suggestion_marks(article.pending, codebook, self._theme),
            )
        )

    def _show_current(self, _suggestion: Suggestion | None) -> None:
        if self._form.is_correcting:
            self._form.close_form()
        self._emphasise()

    def _show_target(self) -> None:
        self._stream.setHidden(self._form.is_correcting)
        self._stream.set_compact(self._form.is_open)
        self._emphasise()

    def _emphasise(self) -> None:
        current = self._stream.current
        shown = self._form.target or (ref(current) if current else None)
        self._view.set_current(shown)

    def _take_click(self, marks: list[Mark]) -> None:
        under = [mark for mark in marks if mark.span == marks[0].span]
        if any(self._fill_from(mark.key) for mark in under):
            return
        if len(under) > 1:
            self._ask_which(under)
        else:
            self._go_to(under[0].key)

    def _ask_which(self, marks: list[Mark]) -> None:
        menu = QMenu(self)
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

    def _fill_from(self, key: Hashable) -> bool:
        words = as_words(self._article.find(key)) if isinstance(key, Ref) else None
        return words is not None and self._form.fill(words)

    def _accept(self) -> None:
        if self._form.is_correcting:
            self._form.save()
        else:
            self._form.close_form()
            self._stream.accept()

    def _reject(self) -> None:
        self._form.close_form()
        self._stream.reject()

    def _skip(self) -> None:
        self._form.close_form()
        self._stream.skip()

    def _go_next(self) -> None:
        self._form.close_form()
        self._stream.go_next()

    def _go_previous(self) -> None:
        self._form.close_form()
        self._stream.go_previous()

    def _cycle_modality(self) -> None:
        if self._form.is_open or self._open_current():
            self._form.cycle_modality()

    def _cycle_polarity(self) -> None:
        if self._form.is_open or self._open_current():
            self._form.cycle_polarity()

    def _open_current(self) -> bool:
        self._stream.correct()
        return self._form.is_correcting

    def _mark_done(self, done: bool) -> None:  # noqa: FBT001 (a slot)
        article_id = self._article.id
        if article_id is not None:
            self._session.do(lambda project: project.articles.mark_done([article_id], done=done))
