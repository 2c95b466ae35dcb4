"""The form below the stream, for what the coder has in hand."""

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from annotator.domain import (
    ClaimDraft,
    Role,
    RoleValue,
    StatementDraft,
    Suggestion,
)
from annotator.i18n import gettext as _
from annotator.ui.forms.choice_editor import ChoiceBox
from annotator.ui.forms.drafts import Draft
from annotator.ui.forms.form_foot import FormFoot
from annotator.ui.forms.form_head import FormHead
from annotator.ui.forms.pages import FormPages
from annotator.ui.forms.text_field import TextField
from annotator.ui.in_hand import InHand, removal
from annotator.ui.marked import Annotated, Ref, ref
from annotator.ui.open_article import OpenArticle
from annotator.ui.wordings import kind_name

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FormPanel(QWidget):
    """Shows what is in hand once it is opened; closing it lets go of that.

    Corrections of a suggestion are kept when the coder goes on to something else, and `leave`
    asks about them; only `drop` forgets them.
    `target_changed` tells that something else, or nothing, is in the form, `armed_changed` that
    words of the text go to another role, `left` that the focus has lost its place.
    """

    target_changed = Signal()
    armed_changed = Signal()
    span_asked = Signal()
    left = Signal()

    def __init__(self, article: OpenArticle, hand: InHand) -> None:
        super().__init__()
        self.setObjectName("formPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._article = article
        self._hand = hand
        self._is_open = False
        self._head = FormHead()
        self._pages = FormPages(article)
        self._foot = FormFoot()
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def target(self) -> Ref | None:
        """What is in the form."""
        return self._hand.target if self._is_open else None

    @property
    def is_open(self) -> bool:
        """Whether anything is in the form."""
        return self._is_open

    @property
    def is_correcting(self) -> bool:
        """Whether a suggestion is in the form, to be saved with corrections."""
        return self._is_open and self._hand.is_suggestion

    @property
    def armed(self) -> Role | None:
        """The role that words of the text go to."""
        return self._pages.armed if self._is_open else None

    def open(self, target: Ref) -> None:
        """Put a stored annotation into the form."""
        found = self._article.find(target)
        if found is not None and not isinstance(found, Suggestion):
            self._show(found)

    def correct(self, suggestion: Suggestion) -> None:
        """Put a suggestion into the form, to be saved with corrections; those made stay."""
        self._show(suggestion)
        self.setFocus()

    def save(self) -> None:
        """Record the suggestion in hand as it stands, corrected or accepted."""
        self._finish()
        self._hand.record()

    def close_form(self) -> None:
        """Let go of what is in hand, in the form or not; what was changed is kept."""
        self._finish()
        self._hand.release()

    def leave(self) -> None:
        """Close the form as the coder asked; with corrections that are not saved, ask first."""
        if self._foot.is_asking:
            self._keep_on()
            return
        self._finish()
        if self._is_open and self._hand.is_changed:
            self._foot.ask()
        else:
            self.drop()

    def drop(self) -> None:
        """Let go of what is in hand and forget corrections that were not saved."""
        was_open = self._is_open
        self._finish()
        self._hand.drop()
        if was_open:
            self.left.emit()

    def end(self) -> None:
        """Save or close, for the coder is through with it."""
        if self.is_correcting:
            self.save()
        else:
            self.leave()

    def remove(self) -> None:
        """Remove the annotation that is in the form."""
        target = self.target
        if target is None or self.is_correcting:
            return
        self.leave()
        self._article.session.do(lambda project: removal(project, target))

    def fill(self, words: RoleValue) -> bool:
        """Give words of the text to the armed role and arm the next; False if there is none."""
        filled = self._is_open and self._pages.fill(words)
        if filled:
            self._pages.arm_next()
        return filled

    def edit_note(self) -> None:
        """Let the note of the statement in the form be written."""
        if self._is_open:
            self._pages.edit_note()

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
        if self.hasFocus() and forward and self._is_open:
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
        self._pages.edited.connect(self._hand.edit)
        self._pages.armed_changed.connect(self.armed_changed)
        self._head.span_asked.connect(self.span_asked)
        self._head.removal_asked.connect(self.remove)
        self._head.close_asked.connect(self.leave)
        self._foot.save_asked.connect(self.save)
        self._foot.leave_asked.connect(self.leave)
        self._foot.drop_asked.connect(self.drop)
        self._hand.taken.connect(self._follow)
        self._hand.edited.connect(self._follow_draft)
        self._article.opened.connect(self.close_form)

    def _is_button(self, focused: QWidget | None) -> bool:
        ends = (self._head, self._foot)
        return isinstance(focused, QAbstractButton) and any(
            end.isAncestorOf(focused) for end in ends
        )

    def _keep_on(self) -> None:
        self._foot.rest()
        self.setFocus()

    def _show(self, item: Annotated) -> None:
        if ref(item) != self._hand.target:
            self.close_form()
        self._hand.take(item)
        if not self._is_open:
            self._is_open = True
            self._show_draft()
            self._pages.begin()
            self.show()
            self.target_changed.emit()

    def _follow(self) -> None:
        """Close when what was in the form is no longer in hand."""
        if not self._is_open:
            return
        held_focus = self.hasFocus() or self.isAncestorOf(QApplication.focusWidget() or self)
        self._is_open = False
        self._foot.rest()
        if held_focus:
            # hidden with the focus, it would go to a neighbour
            self.left.emit()
        self.hide()
        self.target_changed.emit()

    def _follow_draft(self) -> None:
        if self._is_open:
            self._foot.rest()
            self._show_draft()

    def _show_draft(self) -> None:
        draft = self._hand.draft
        if draft is None:
            return
        quote = draft.span.quote(self._article.text)
        is_stored = not self._hand.is_suggestion
        self._head.show_target(self._title(draft), quote, stored=is_stored)
        self._foot.setHidden(is_stored)
        self._pages.show_draft(draft)

    def _title(self, draft: Draft) -> str:
        if self._hand.is_suggestion:
            return _("Correct: {kind}").format(kind=kind_name(draft, self._article.codebook))
        if isinstance(draft, StatementDraft):
            return _("Statement")
        return _("Claim") if isinstance(draft, ClaimDraft) else _("Mention")

    def _finish(self) -> None:
        if not self._is_open:
            return
        self._pages.finish()
        focused = QApplication.focusWidget()
        if isinstance(focused, TextField) and self.isAncestorOf(focused):
            focused.write()
