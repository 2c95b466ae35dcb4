"""The three forms, of which the one that fits the draft is on show."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from annotator.domain import ClaimDraft, Role, RoleValue, StatementDraft
from annotator.ui.forms.claim_form import ClaimForm
from annotator.ui.forms.drafts import Draft
from annotator.ui.forms.entity_names import EntityNames
from annotator.ui.forms.mention_form import MentionForm
from annotator.ui.forms.statement_form import StatementForm
from annotator.ui.open_article import OpenArticle


class FormPages(QScrollArea):
    """Edits a draft; `edited` carries it with what was changed.

    `armed_changed` tells that words of the text go to another role.
    """

    edited = Signal(object)
    armed_changed = Signal()

    def __init__(self, article: OpenArticle) -> None:
        super().__init__()
        self._article = article
        names = EntityNames(article.session, self)
        self._statement = StatementForm(names)
        self._claim = ClaimForm(names)
        self._mention = MentionForm(names)
        self._form: StatementForm | ClaimForm | MentionForm = self._statement
        # the row of the armed role grows, so it is looked for once it has its place
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._scroll_to_armed)
        self._statement.armed_changed.connect(self._laid_out.start)
        self._statement.armed_changed.connect(self.armed_changed)
        self._lay_out()

    @property
    def armed(self) -> Role | None:
        """The role that words of the text go to."""
        return None if isinstance(self._form, MentionForm) else self._form.armed

    def show_draft(self, draft: Draft) -> None:
        """Show a draft in its form; what is being written stays."""
        article = self._article
        if isinstance(draft, StatementDraft):
            self._form = self._statement
            self._statement.show_draft(draft, article.codebook, article.text)
        elif isinstance(draft, ClaimDraft):
            self._form = self._claim
            self._claim.show_draft(draft, article.text)
        else:
            self._form = self._mention
            self._mention.show_draft(draft, draft.span.quote(article.text))
        for form in self._forms():
            form.setVisible(form is self._form)

    def begin(self) -> None:
        """Go to the beginning of the form."""
        self._statement.arm_first()
        self.verticalScrollBar().setValue(0)

    def fill(self, words: RoleValue) -> bool:
        """Give words of the text to the armed role; False if there is none."""
        if isinstance(self._form, MentionForm):
            return False
        self._form.fill(words)
        return True

    def arm_next(self) -> None:
        """Arm the next role of a statement that is empty and that a mention can fill."""
        if self._form is self._statement:
            self._statement.arm_next()

    def focus_armed(self) -> None:
        """Put the cursor into the field of the armed role."""
        self._form.focus_armed()

    def edit_note(self) -> None:
        """Let the note of a statement be written."""
        if self._form is self._statement:
            note = self._statement.edit_note()
            # the editor grows, so it is looked for once it has its place
            QTimer.singleShot(0, note, lambda: self.ensureWidgetVisible(note, 0, 0))

    def finish(self) -> None:
        """Keep the note that is being written."""
        self._statement.finish()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        for form in self._forms():
            form.edited.connect(self.edited)
            column.addWidget(form)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _forms(self) -> tuple[StatementForm, ClaimForm, MentionForm]:
        return self._statement, self._claim, self._mention

    def _scroll_to_armed(self) -> None:
        if self._form is self._statement:
            self.ensureWidgetVisible(self._statement.armed_row(), 0, 0)
