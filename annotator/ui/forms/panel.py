"""The form below the stream: it commits what is changed, or holds it until it is saved."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from annotator.domain import (
    Changes,
    ClaimDraft,
    Kind,
    Role,
    RoleValue,
    Span,
    StatementDraft,
    Suggestion,
)
from annotator.i18n import gettext as _
from annotator.project import Project
from annotator.ui.forms.choice_editor import ChoiceBox
from annotator.ui.forms.drafts import Draft, after, draft_of
from annotator.ui.forms.form_foot import FormFoot
from annotator.ui.forms.form_head import FormHead
from annotator.ui.forms.pages import FormPages
from annotator.ui.forms.text_field import TextField
from annotator.ui.marked import Ref, ref
from annotator.ui.open_article import OpenArticle
from annotator.ui.wordings import kind_name

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FormPanel(QWidget):
    """Shows one annotation, whose changes are kept at once, or a suggestion being corrected.

    Corrections are kept when the coder goes on to something else, and `leave` asks about them;
    only `drop` forgets them.
    `target_changed` tells that something else, or nothing, is in the form, `armed_changed` that
    words of the text go to another role, `left` that the focus has lost its place. `corrected`
    carries a suggestion's id and the draft saved for it, or None if nothing was changed.
    """

    target_changed = Signal()
    armed_changed = Signal()
    corrected = Signal(int, object)
    span_asked = Signal()
    left = Signal()

    def __init__(self, article: OpenArticle) -> None:
        super().__init__()
        self.setObjectName("formPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._article = article
        self._target: Ref | None = None
        self._draft: Draft | None = None
        self._suggested: Draft | None = None
        self._head = FormHead()
        self._pages = FormPages(article)
        self._foot = FormFoot()
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def target(self) -> Ref | None:
        """What is in the form."""
        return self._target

    @property
    def is_open(self) -> bool:
        """Whether anything is in the form."""
        return self._target is not None

    @property
    def is_correcting(self) -> bool:
        """Whether a suggestion is in the form, to be saved with corrections."""
        return self._target is not None and self._target.kind is Kind.SUGGESTION

    @property
    def is_statement(self) -> bool:
        """Whether a statement, stored or suggested, is in the form."""
        return isinstance(self._draft, StatementDraft)

    @property
    def armed(self) -> Role | None:
        """The role that words of the text go to."""
        return self._pages.armed if self.is_open else None

    def open(self, target: Ref) -> None:
        """Put a stored annotation into the form."""
        found = self._article.find(target)
        if found is None or isinstance(found, Suggestion):
            return
        self._show(target, draft_of(found))

    def correct(self, suggestion: Suggestion) -> None:
        """Put a suggestion into the form, to be saved with corrections; those made stay."""
        if self._target != ref(suggestion):
            self._show(ref(suggestion), suggestion.content)
            self._suggested = suggestion.content
        self.setFocus()

    def save(self) -> None:
        """Record the suggestion as it stands in the form, corrected or accepted."""
        if self.is_correcting:
            self._finish()
            self._record()

    def close_form(self) -> None:
        """Show nothing; what was changed is kept."""
        if self._target is None:
            return
        self._finish()
        if self._is_unsaved():
            self._record()
        else:
            self._clear()

    def leave(self) -> None:
        """Close the form as the coder asked; with corrections that are not saved, ask first."""
        if self._foot.is_asking:
            self._keep_on()
            return
        self._finish()
        if self._is_unsaved():
            self._foot.ask()
        else:
            self.drop()

    def drop(self) -> None:
        """Close the form and forget corrections that were not saved."""
        if self.is_open:
            self._finish()
            self._clear()
            self.left.emit()

    def end(self) -> None:
        """Save or close, for the coder is through with it."""
        if self.is_correcting:
            self.save()
        else:
            self.leave()

    def remove(self) -> None:
        """Remove the annotation that is in the form."""
        if self._target is None or self.is_correcting:
            return
        target = self._target
        self.leave()
        self._article.session.do(lambda project: _removal(project, target))

    def retype(self, type_key: str) -> None:
        """Make the statement in the form one of another type."""
        self._pages.retype(type_key)

    def cycle_modality(self) -> None:
        """Give the statement or claim the next modality."""
        if isinstance(self._draft, ClaimDraft | StatementDraft):
            self._edit(replace(self._draft, modality=after(self._draft.modality)))

    def cycle_polarity(self) -> None:
        """Turn the statement or claim round."""
        if isinstance(self._draft, ClaimDraft | StatementDraft):
            self._edit(replace(self._draft, polarity=after(self._draft.polarity)))

    def set_span(self, span: Span) -> None:
        """Move the bounds of what is in the form."""
        if self._draft is not None:
            self._edit(replace(self._draft, span=span))

    def fill(self, words: RoleValue) -> bool:
        """Give words of the text to the armed role; False if there is none."""
        return self.is_open and self._pages.fill(words)

    def focus_armed(self) -> None:
        """Put the cursor into the field of the armed role."""
        self._pages.focus_armed()

    def event(self, event: QEvent) -> bool:
        """Claim Enter, which ends the form and must not decide on a suggestion."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _ENTER)
            return event.isAccepted()
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 (as Qt has it)
        """Lead from the form as a whole to the armed role."""
        if self.hasFocus() and forward and self.is_open:
            self.focus_armed()
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save or leave with Enter, leave first the field and then the form with Escape."""
        focused = QApplication.focusWidget()
        if event.key() in _ENTER and self._is_button(focused):
            cast("QAbstractButton", focused).click()
        elif event.key() in _ENTER:
            self.end()
        elif event.key() == Qt.Key.Key_Escape and isinstance(focused, TextField | ChoiceBox):
            self.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self._pages.edited.connect(self._edit)
        self._pages.armed_changed.connect(self.armed_changed)
        self._head.span_asked.connect(self.span_asked)
        self._head.removal_asked.connect(self.remove)
        self._head.close_asked.connect(self.leave)
        self._foot.save_asked.connect(self.save)
        self._foot.leave_asked.connect(self.leave)
        self._foot.drop_asked.connect(self.drop)
        self._article.opened.connect(self.close_form)
        self._article.changed.connect(self._refresh)

    def _is_unsaved(self) -> bool:
        return self.is_correcting and self._draft != self._suggested

    def _is_button(self, focused: QWidget | None) -> bool:
        ends = (self._head, self._foot)
        return isinstance(focused, QAbstractButton) and any(
            end.isAncestorOf(focused) for end in ends
        )

    def _keep_on(self) -> None:
        self._foot.rest()
        self.setFocus()

    def _record(self) -> None:
        if self._target is None:
            return
        suggestion_id = self._target.id
        draft = self._draft if self._draft != self._suggested else None
        self._clear()
        self.corrected.emit(suggestion_id, draft)

    def _clear(self) -> None:
        held_focus = self.hasFocus() or self.isAncestorOf(QApplication.focusWidget() or self)
        self._target = self._draft = self._suggested = None
        self._foot.rest()
        self.hide()
        self.target_changed.emit()
        if held_focus:
            self.left.emit()

    def _show(self, target: Ref, draft: Draft) -> None:
        is_new = target != self._target
        if is_new:
            self.close_form()
        self._target, self._draft = target, draft
        self._show_draft()
        if is_new:
            self._pages.begin()
        self.show()
        if is_new:
            self.target_changed.emit()

    def _show_draft(self) -> None:
        draft = self._draft
        if draft is None:
            return
        quote = draft.span.quote(self._article.text)
        self._head.show_target(self._title(draft), quote, stored=not self.is_correcting)
        self._foot.setVisible(self.is_correcting)
        self._pages.show_draft(draft)

    def _title(self, draft: Draft) -> str:
        if self.is_correcting:
            return _("Correct: {kind}").format(kind=kind_name(draft, self._article.codebook))
        if isinstance(draft, StatementDraft):
            return _("Statement")
        return _("Claim") if isinstance(draft, ClaimDraft) else _("Mention")

    def _edit(self, draft: Draft) -> None:
        if self._target is None or draft == self._draft:
            return
        self._draft = draft
        if self.is_correcting:
            self._foot.rest()
            self._show_draft()
            return
        target = self._target
        if not self._article.session.do(lambda project: _change(project, target, draft)):
            self._refresh()

    def _refresh(self) -> None:
        if self._target is None:
            return
        found = self._article.find(self._target)
        if found is None:
            self.close_form()
        elif isinstance(found, Suggestion):
            self._show_draft()
        else:
            self._draft = draft_of(found)
            self._show_draft()

    def _finish(self) -> None:
        self._pages.finish()
        focused = QApplication.focusWidget()
        if isinstance(focused, TextField) and self.isAncestorOf(focused):
            focused.write()


def _change(project: Project, target: Ref, draft: Draft) -> Changes:
    if isinstance(draft, StatementDraft):
        return project.statements.change(target.id, draft)
    if isinstance(draft, ClaimDraft):
        return project.claims.change(target.id, draft)
    return project.mentions.change(target.id, draft)


def _removal(project: Project, target: Ref) -> Changes:
    remove: Callable[[int], Changes] = {
        Kind.STATEMENT: project.statements.remove,
        Kind.CLAIM: project.claims.remove,
        Kind.MENTION: project.mentions.remove,
    }[target.kind]
    return remove(target.id)
