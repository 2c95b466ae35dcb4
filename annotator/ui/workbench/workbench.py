"""The article on show between its head and its legend, the stream and the form beside it."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from annotator.domain import Span, StatementDraft, Suggestion
from annotator.settings import Settings
from annotator.ui.actions import Handlers
from annotator.ui.article_view import ArticleView, LayerLegend
from annotator.ui.edits import Edits
from annotator.ui.forms import FormPanel
from annotator.ui.in_hand import InHand
from annotator.ui.open_article import OpenArticle
from annotator.ui.session import Session
from annotator.ui.side_splitter import SideSplitter
from annotator.ui.suggestions import SuggestionStream
from annotator.ui.theme import Theme
from annotator.ui.workbench.adjusting import Adjusting
from annotator.ui.workbench.article_note import ArticleNote
from annotator.ui.workbench.bench import Bench
from annotator.ui.workbench.digit_keys import DigitKeys
from annotator.ui.workbench.enter_key import EnterKey
from annotator.ui.workbench.escape_key import EscapeKey
from annotator.ui.workbench.everywhere import Everywhere
from annotator.ui.workbench.find_bar import FindBar
from annotator.ui.workbench.header import ArticleHeader
from annotator.ui.workbench.hits import Hits
from annotator.ui.workbench.many_at_once import ManyAtOnce
from annotator.ui.workbench.mark_clicks import MarkClicks
from annotator.ui.workbench.marking import Marking
from annotator.ui.workbench.reaching import Reaching
from annotator.ui.workbench.tagging import Tagging
from annotator.ui.workbench.text_keys import TextKeys
from annotator.ui.workbench.text_menu import TextMenu

_RIGHT, _RIGHT_LEAST = 348, 272
_MIDDLE_LEAST = 320
_HEIGHTS = (300, 440)


class Workbench(QWidget):
    """Shows one article and takes everything the coder does with it.

    `command_asked` carries the key of a command that belongs to the window, `zoom_changed` the
    size of the text in percent, `run_through` the kinds of which nothing is pending any more, if
    the next article is to follow. `hits` marks what the articles were searched for, `hand` holds
    what is being changed, `menu` is that of a right click on the text.
    """

    command_asked = Signal(str)
    zoom_changed = Signal(int)
    run_through = Signal(object)

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._article = OpenArticle(session, self)
        # it learns first what has become of a suggestion, before the stream goes on to another
        self.hand = InHand(self._article)
        self._header = ArticleHeader()
        self._note = ArticleNote(session)
        self._view = ArticleView()
        self._legend = LayerLegend(self._view)
        self._stream = SuggestionStream(self._article, settings)
        self._form = FormPanel(self._article, self.hand)
        self._find_bar = FindBar(self._view)
        self.hits = Hits(self._view, self._find_bar)
        bench = Bench(self._article, self._view, self._stream, self._form, self.hand)
        self._marking = Marking(bench)
        self._adjusting = Adjusting(bench)
        self._many = ManyAtOnce(bench)
        self._tagging = Tagging(bench, self._adjusting)
        self._everywhere = Everywhere(bench, self._tagging)
        TextKeys(self._view, self._form, self._find_bar)
        self._reaching = Reaching(bench, self._tagging)
        MarkClicks(bench, self._adjusting, self._reaching)
        self.menu = TextMenu(bench, self._reaching)
        self._right = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._middle = QWidget()
        self._across = SideSplitter(
            self._right, self._middle, least=_RIGHT_LEAST, wide=_RIGHT, behind=True
        )
        self._lay_out()
        self._connect()
        self._open()

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "accept": self._accept,
            "reject": self._reject,
            "skip": self._skip,
            "flag": self._flag,
            "correct": self._stream.correct,
            "next_suggestion": self._go_next,
            "previous_suggestion": self._go_previous,
            "tag_mention": self._tagging.offer_labels,
            "tag_claim": self._tagging.offer_claim_kinds,
            "fill_role": self._tagging.fill_role,
            "set_span": self._tagging.set_span,
            "select_sentence": self._tagging.select_sentence,
            "remove_annotation": self._remove,
            "edit_note": self._note.edit,
            "statement_note": self._edit_statement_note,
            "layers": self._legend.open_menu,
            "fold_panel": self._across.switch,
            **self._everywhere.handlers(),
            **self._adjusting.handlers(),
            **self._many.handlers(),
            **self._reaching.handlers(),
            "copy": self._view.copy,
            "select_all": self._view.selectAll,
            **self._stream.handlers(),
            **self.hits.handlers(),
        }

    def ticks(self) -> Mapping[str, bool]:
        """Say of the commands by their keys whether what they switch is on."""
        return self._stream.ticks()

    def watch_keys(self, page: QWidget) -> None:
        """Keep Enter, Escape and digits from the window where they mean something nearer."""
        EnterKey(page, self._form)
        EscapeKey(page, self.hand, self._adjusting, self._form)
        DigitKeys(page, self._adjusting.choose)

    def tag(self, type_key: str) -> None:
        """Tag the selection with a type; without one, retype what is in the form or current."""
        if self._tagging.tag_statement(type_key):
            return
        if self._adjusting.holds(StatementDraft):
            self._adjusting.retype(type_key)
        else:
            self._tagging.ask_for_selection()

    def show_span(self, span: Span) -> None:
        """Bring a span into view and mark it; nothing is selected, for nothing is to be tagged."""
        self._view.show_place(span)

    def set_zoom(self, percent: int) -> None:
        """Set the size of the article's text."""
        self._view.set_zoom(percent)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for part in (self._view, self._stream, self._tagging, self._everywhere, self._marking):
            part.set_theme(theme)

    def save_layout(self) -> str:
        """How the parts were left, as a text for the settings."""
        heights = bytes(self._right.saveState().toBase64().data()).decode()
        return f"{self._across.save()};{heights}"

    def restore_layout(self, saved: str) -> None:
        """Leave the parts as they were saved; anything else is passed over."""
        across, _bar, heights = saved.partition(";")
        self._across.restore(across)
        self._right.restoreState(QByteArray.fromBase64(heights.encode()))

    def _lay_out(self) -> None:
        self.setFocusProxy(self._view)
        self._middle.setFocusProxy(self._view)
        self._middle.setObjectName("articlePaper")
        self._middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._middle.setMinimumWidth(_MIDDLE_LEAST)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._find_bar)
        column.addWidget(self._note)
        column.addWidget(self._view, 1)
        column.addWidget(self._legend)
        self._right.addWidget(self._stream)
        self._right.addWidget(self._form)
        self._right.setSizes(_HEIGHTS)
        self._right.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._across)

    def _connect(self) -> None:
        self._session.settling.connect(self._form.close_form)
        self._article.opened.connect(self._open)
        self._article.changed.connect(self._refresh)
        self._view.zoom_changed.connect(self.zoom_changed)
        self._header.done_switched.connect(self._mark_done)
        self._header.edit_asked.connect(lambda: self.command_asked.emit("edit_metadata"))
        self._header.note_asked.connect(self._note.edit)
        self._note.left.connect(self._view.setFocus)
        self._stream.command_asked.connect(self._carry_out)
        self._stream.counted.connect(self._header.show_left)
        self._stream.run_through.connect(self.run_through)
        self._stream.current_changed.connect(self._show_current)
        self._stream.correct_asked.connect(self._form.correct)
        self._form.target_changed.connect(self._show_target)
        self.hand.recorded.connect(self._stream.save)
        self._form.span_asked.connect(self._tagging.set_span)
        self._form.left.connect(self._view.setFocus)
        self._find_bar.left.connect(self._view.setFocus)
        self._tagging.tag_asked.connect(self.tag)
        self._tagging.tagged.connect(self._form.open)

    def _carry_out(self, key: str) -> None:
        own = self.handlers()
        if key in own:
            own[key]()
        else:
            self.command_asked.emit(key)

    def _open(self) -> None:
        self._view.show_text(self._article.text)
        self._marking.show_all()
        self._show_header()
        self._header.show_left(self._stream.left)
        self.hits.mark()

    def _refresh(self, edits: Edits | None) -> None:
        self._marking.follow(edits)
        self._show_header()

    def _show_header(self) -> None:
        self._header.show_article(self._article.article, done=self._article.is_done)
        self._note.show_note(self._article.id, self._article.note)
        self._legend.setVisible(self._article.id is not None)

    def _show_current(self, _suggestion: Suggestion | None) -> None:
        self._marking.show_current()
        if self.hand.is_suggestion:
            self._form.close_form()
        self._tagging.note_caret()
        self._marking.emphasise()

    def _show_target(self) -> None:
        self._stream.setHidden(self._form.is_correcting)
        self._stream.set_compact(self._form.is_open)
        self._across.show_while(self._form.is_open)
        self._marking.emphasise()

    def _edit_statement_note(self) -> None:
        """Write the note of the statement in the form, or of the current suggestion of one."""
        if not self._adjusting.holds(StatementDraft):
            self._tagging.ask_for_statement()
            return
        if not self._form.is_open:
            self._stream.correct()
        self._form.edit_note()

    def _remove(self) -> None:
        if not self._adjusting.empty_role():
            self._form.remove()

    def _accept(self) -> None:
        if self.hand.is_suggestion:
            self._form.save()
        else:
            self._form.close_form()
            self._stream.accept()

    def _reject(self) -> None:
        self._drop_form()
        self._stream.reject()

    def _skip(self) -> None:
        self._drop_form()
        self._stream.skip()

    def _flag(self) -> None:
        self._drop_form()
        self._stream.flag()

    def _drop_form(self) -> None:
        if self.hand.is_suggestion:
            self._form.drop()
        else:
            self._form.close_form()

    def _go_next(self) -> None:
        before = self._stream.current
        self._form.close_form()
        # where a correction was kept, the stream has gone on already
        if self._stream.current == before:
            self._stream.go_next()

    def _go_previous(self) -> None:
        self._form.close_form()
        self._stream.go_previous()

    def _mark_done(self, done: bool) -> None:  # noqa: FBT001 (a slot)
        article_id = self._article.id
        if article_id is not None:
            self._session.do(lambda project: project.articles.mark_done([article_id], done=done))
