"""Which places of the same words are to be tagged: those in the article or in all articles."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain import MentionDraft, Occurrence, Span
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.ui.forms.segmented import Segmented
from annotator.ui.occurrences.finding import Finding
from annotator.ui.occurrences.listing import OccurrenceList
from annotator.ui.occurrences.model import OccurrenceModel
from annotator.ui.session import Session
from annotator.ui.theme import Theme
from annotator.ui.widgets import closing_buttons, words
from annotator.ui.wordings import LABELS, breakable, quoted

_WIDTH, _HEIGHT = 760, 560


class _Scope(StrEnum):
    ARTICLE = "article"
    PROJECT = "project"


_SCOPES: Mapping[_Scope, str] = {
    _Scope.ARTICLE: _("This article"),
    _Scope.PROJECT: _("All articles"),
}


class OccurrenceDialog(QDialog):
    """Lists the places with ticks; Enter takes those that are ticked.

    `like` is one of them in the article on show, whose label and entity all are to have. The
    places of the article are there at once, those of the project come from another thread.
    """

    def __init__(
        self, session: Session, like: MentionDraft, quote: str, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Tag all occurrences"))
        self._session = session
        self._words = quote
        self._scope = _Scope.ARTICLE
        self._reading = False
        self._model = OccurrenceModel(session.project, like.label, self)
        self._finding = Finding(session, self)
        self._list = OccurrenceList(self._model)
        self._list.set_theme(theme)
        self._scopes = Segmented(
            _("Where"), _SCOPES, tips=dict.fromkeys(_SCOPES, _("Tab goes to the other"))
        )
        self._all = QCheckBox(_("All (A)"))
        self._case = QCheckBox(_("Any case (C)"))
        self._count = words("", "muted", wrap=False)
        self._empty = words("", "muted")
        self._box, self._tag = closing_buttons(self, _("Tag"))
        self._lay_out(like)
        self._connect()
        self._look()

    @property
    def is_whole(self) -> bool:
        """Whether no free place was left out, and the words count only as they are written."""
        return self._model.is_whole and not self._case.isChecked()

    def look_everywhere(self) -> None:
        """List the places of the whole project."""
        self._go_to(_Scope.PROJECT)

    def wanted(self) -> Mapping[int, Sequence[Span]]:
        """Give the places that are ticked, by article."""
        return self._model.wanted()

    def done(self, result: int) -> None:
        """End the search with the dialog."""
        self._finding.stop()
        super().done(result)

    def _lay_out(self, like: MentionDraft) -> None:
        title = words(breakable(quoted(self._words)), "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        meaning = words(" · ".join(filter(None, (LABELS[like.label], like.entity))), "muted")
        meaning.setTextFormat(Qt.TextFormat.PlainText)
        self._all.setToolTip(_("Tick all that are not tagged yet, or none"))
        self._case.setToolTip(_("Find the words in capitals and small letters alike"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (title, meaning):
            column.addWidget(part)
        column.addLayout(self._choices())
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        column.addLayout(self._foot())
        self._scopes.show_value(self._scope)
        self.resize(_WIDTH, _HEIGHT)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._scopes)
        row.addWidget(self._case)
        row.addStretch()
        row.addWidget(self._all)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(self._box)
        return row

    def _connect(self) -> None:
        self._model.dataChanged.connect(self._show_counts)
        self._finding.found.connect(self._take)
        self._finding.finished.connect(self._end)
        self._list.agreed.connect(self._agree)
        self._list.scope_asked.connect(self._switch_scope)
        self._list.case_asked.connect(self._case.toggle)
        self._list.all_asked.connect(self._all.click)
        self._scopes.chosen.connect(self._go_to)
        self._case.toggled.connect(self._look)
        self._all.clicked.connect(lambda on: self._model.tick_all(on=on))

    def _switch_scope(self) -> None:
        other = {_Scope.ARTICLE: _Scope.PROJECT, _Scope.PROJECT: _Scope.ARTICLE}
        self._go_to(other[self._scope])

    def _go_to(self, scope: _Scope) -> None:
        self._scope = scope
        self._scopes.show_value(scope)
        self._look()

    def _look(self) -> None:
        """List the places anew."""
        any_case = self._case.isChecked()
        self._finding.stop()
        self._model.clear()
        self._reading = self._scope is _Scope.PROJECT
        self._list.set_titled(self._reading)
        if self._reading:
            self._finding.look_for(self._words, any_case=any_case)
            self._show_counts()
        else:
            self._take(self._in_article(any_case=any_case))
        self._list.setFocus()

    def _in_article(self, *, any_case: bool) -> Sequence[Occurrence]:
        article_id = self._session.article_id
        if article_id is None:
            return ()
        within = self._session.project.occurrences.within
        return within(article_id, self._words, any_case=any_case)

    def _take(self, places: Sequence[Occurrence]) -> None:
        is_first = not self._model.rowCount()
        self._model.add(places)
        if is_first and places:
            self._list.setCurrentIndex(self._model.index(0, 0))
        self._show_counts()

    def _end(self) -> None:
        self._reading = False
        self._show_counts()

    def _agree(self) -> None:
        if self._tag.isEnabled():
            self.accept()

    def _show_counts(self) -> None:
        count, ticked, tagged = self._model.rowCount(), self._model.ticked, self._model.tagged
        self._count.setText(self._in_words(count, ticked, tagged))
        self._tag.setEnabled(bool(ticked) and not self._reading)
        text = _("Reading…") if self._reading else _("Tag {count}").format(count=digits(ticked))
        self._tag.setText(text)
        with QSignalBlocker(self._all):
            self._all.setChecked(bool(ticked) and ticked == count - tagged)
        self._all.setEnabled(tagged < count)
        self._empty.setText(_("These words stand nowhere by themselves."))
        self._empty.setVisible(not count and not self._reading)

    def _in_words(self, count: int, ticked: int, tagged: int) -> str:
        if not count:
            return ""
        text = ngettext("{ticked} of {count} place", "{ticked} of {count} places", count)
        place = text.format(ticked=digits(ticked), count=digits(count))
        known = _("{places} · {count} already tagged").format(places=place, count=digits(tagged))
        return known if tagged else place
