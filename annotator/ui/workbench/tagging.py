"""Tagging by hand: what is selected in the text becomes a statement, a claim or a mention."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal

from annotator.domain import (
    Changes,
    ClaimDraft,
    ClaimKind,
    EntityLabel,
    Kind,
    MentionDraft,
    RoleValue,
    Span,
    StatementDraft,
)
from annotator.errors import InvalidInput
from annotator.i18n import gettext as _
from annotator.project import Project
from annotator.ui.forms.drafts import Draft
from annotator.ui.marked import Ref
from annotator.ui.text_units import paragraph_at, sentence_at
from annotator.ui.theme import Theme
from annotator.ui.workbench.adjusting import Adjusting
from annotator.ui.workbench.bench import Bench, Tool
from annotator.ui.workbench.tag_bar import TagBar

Label = TypeVar("Label", EntityLabel, ClaimKind)

_LABEL_KEYS = {
    EntityLabel.PERSON: _("&Person"),
    EntityLabel.ORG: _("&Organisation"),
    EntityLabel.GPE: _("&Country, city, state (GPE)"),
    EntityLabel.LOC: _("&Region (LOC)"),
    EntityLabel.NORP: _("&Nationality, party (NORP)"),
    EntityLabel.PRODUCT: _("Pro&duct"),
    EntityLabel.LAW: _("&Law, programme"),
    EntityLabel.EVENT: _("&Event"),
    EntityLabel.MONEY: _("Sum of &money"),
    EntityLabel.DATE: _("D&ate"),
    EntityLabel.PERCENT: _("Percen&tage"),
}
_CLAIM_KEYS = {
    ClaimKind.FACT: _("&Fact"),
    ClaimKind.FORECAST: _("Fo&recast"),
    ClaimKind.OPINION: _("&Opinion"),
}


class Tagging(Tool):
    """Turns selections into annotations; `tagged` carries the Ref of a new one.

    `tag_asked` carries the key of a statement type that was chosen beside the selection.
    """

    tagged = Signal(object)
    tag_asked = Signal(str)

    def __init__(self, bench: Bench, adjusting: Adjusting) -> None:
        super().__init__(bench)
        self._adjusting = adjusting
        self._rest = 0
        self._bar = TagBar(self._view)
        self._bar.type_chosen.connect(self.tag_asked)
        self._bar.mention_chosen.connect(self.offer_labels)
        self._bar.claim_chosen.connect(self.offer_claim_kinds)
        self._bar.role_chosen.connect(self.fill_role)
        self._bar.span_chosen.connect(self.set_span)
        self._view.selection_changed.connect(self._show_bar)
        self._form.target_changed.connect(self._show_bar)
        self._form.armed_changed.connect(self._show_bar)
        self._article.opened.connect(self._show_bar)

    @property
    def point(self) -> int:
        """Where the analyst is: at the caret if it was moved, else at what is to be decided on."""
        span = self._adjusting.span
        return self._view.caret if span is None or self._view.caret != self._rest else span.start

    def note_caret(self) -> None:
        """Take the caret to rest where it is until the analyst moves it."""
        self._rest = self._view.caret

    def tag_statement(self, type_key: str) -> bool:
        """Tag the selection as a statement of that type; False when nothing is selected."""
        span = self._view.selected_span()
        if span is None:
            return False
        draft = StatementDraft(span=span, type=type_key)
        self._add(Kind.STATEMENT, lambda project, at: project.statements.add(at, draft))
        return True

    def offer_labels(self) -> None:
        """Ask for a label: for the selection, or without one for the mention in hand or current."""
        self._offer(_LABEL_KEYS, MentionDraft, self._tag_mention)

    def ask_label(self, then: Callable[[EntityLabel], None]) -> None:
        """Ask for a label in a menu beside the text, then go on with it."""
        self._choose(_LABEL_KEYS, then)

    def offer_claim_kinds(self) -> None:
        """Ask for a kind: for the selection, or without one for the claim in hand or current."""
        self._offer(_CLAIM_KEYS, ClaimDraft, self._tag_claim)

    def fill_role(self) -> None:
        """Give the selected words to the current role of the form."""
        span = self._wanted_span()
        if span is None:
            return
        if self._form.fill(RoleValue("", span.quote(self._article.text), span)):
            self._view.clear_selection()
        else:
            self._complain(_("No role is waiting for words. Open a statement or a claim first."))

    def set_span(self) -> None:
        """Give the annotation in the form the bounds of the selection."""
        span = self._wanted_span()
        if span is None:
            return
        if self._adjusting.set_span(span):
            self._view.clear_selection()
        else:
            self._complain(_("Nothing is open in the form. Click a mark in the text first."))

    def select_sentence(self) -> None:
        """Select the sentence at the caret or of the current suggestion, then its paragraph."""
        text, selected = self._article.text, self._view.selected_span()
        point = selected.start if selected else self.point
        sentence = sentence_at(text, point)
        self._view.select(paragraph_at(text, point) if selected == sentence else sentence)

    def ask_for_selection(self) -> None:
        """Say that text must be selected first."""
        self._complain(_("No text is selected. Select the words to be tagged, then try again."))

    def ask_for_statement(self) -> None:
        """Say that a statement must be open, or current, first."""
        self._complain(_("No statement is open. Click one in the text first, then try again."))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._bar.set_theme(theme)

    def _offer(
        self,
        choices: Mapping[Label, str],
        kind: type[Draft],
        tag: Callable[[Span, Label], None],
    ) -> None:
        span = self._view.selected_span()
        if span is None and not self._adjusting.holds(kind):
            self.ask_for_selection()
            return
        self._choose(choices, self._adjusting.relabel if span is None else partial(tag, span))

    def _choose(self, choices: Mapping[Label, str], then: Callable[[Label], None]) -> None:
        named = [(words, partial(then, label)) for label, words in choices.items()]
        self._ask(named, self._view.cursorRect())

    def _wanted_span(self) -> Span | None:
        span = self._view.selected_span()
        if span is None:
            self.ask_for_selection()
        return span

    def _tag_mention(self, span: Span, label: EntityLabel) -> None:
        draft = MentionDraft(span=span, label=label)
        self._add(Kind.MENTION, lambda project, at: project.mentions.add(at, draft))

    def _tag_claim(self, span: Span, kind: ClaimKind) -> None:
        draft = ClaimDraft(span=span, kind=kind)
        self._add(Kind.CLAIM, lambda project, at: project.claims.add(at, draft))

    def _add(self, kind: Kind, action: Callable[[Project, int], Changes]) -> None:
        article_id = self._article.id
        if article_id is None:
            return
        changes = self._article.session.do(lambda project: action(project, article_id))
        if changes:
            self._view.clear_selection()
            self.tagged.emit(Ref(kind, changes.first(kind)))

    def _show_bar(self) -> None:
        if self._view.selected_span() is None:
            self._bar.hide()
        else:
            self._bar.offer(self._article.codebook, self._form.armed, form=self._form.is_open)

    def _complain(self, sentence: str) -> None:
        self._article.session.failed.emit(InvalidInput(sentence))
