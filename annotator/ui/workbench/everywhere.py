"""Tagging the same words everywhere: what is meant, and the list of places to choose from."""

from functools import partial

from PySide6.QtCore import Qt

from annotator.domain import EntityLabel, Mention, MentionDraft, Span, Suggestion
from annotator.ui.actions import Handlers
from annotator.ui.marked import Annotated, Ref
from annotator.ui.occurrences import OccurrenceDialog
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.wordings import one_line
from annotator.ui.workbench.bench import Bench, Tool
from annotator.ui.workbench.tagging import Tagging


class Everywhere(Tool):
    """Opens the list for what is selected, open in the form, current or at the caret."""

    def __init__(self, bench: Bench, tagging: Tagging) -> None:
        super().__init__(bench)
        self._tagging = tagging
        self._theme = LIGHT

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "tag_everywhere": partial(self._offer, whole=False),
            "tag_in_project": partial(self._offer, whole=True),
        }

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme

    def _offer(self, *, whole: bool) -> None:
        """List the places of the words that are meant; ask for a label where they have none."""
        span = self._view.selected_span()
        meant = self._mention_at(span) if span else self._mention_meant()
        if meant is not None:
            self._list(meant, whole=whole)
        elif span is None:
            self._tagging.ask_for_selection()
        else:
            self._tagging.ask_label(partial(self._list_as, span, whole=whole))

    def _mention_at(self, span: Span) -> MentionDraft | None:
        found: tuple[Annotated, ...] = (*self._article.mentions, *self._article.open)
        return next((draft for draft in map(_mention, found) if draft and draft.span == span), None)

    def _mention_meant(self) -> MentionDraft | None:
        target = self._form.target
        shown = self._article.find(target) if target else self._stream.current
        return _mention(shown) or self._mention_at_caret()

    def _mention_at_caret(self) -> MentionDraft | None:
        marks = self._view.marks_at(self._view.cursorRect().center())
        found = (self._article.find(mark.key) for mark in marks if isinstance(mark.key, Ref))
        return next(filter(None, map(_mention, found)), None)

    def _list_as(self, span: Span, label: EntityLabel, *, whole: bool) -> None:
        self._list(MentionDraft(span=span, label=label), whole=whole)

    def _list(self, like: MentionDraft, *, whole: bool) -> None:
        quote = one_line(like.span.quote(self._article.text))
        dialog = OccurrenceDialog(
            self._article.session, like, quote, self._theme, self._view.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._tag, dialog, like.label, like.entity or quote))
        if whole:
            dialog.look_everywhere()
        dialog.open()

    def _tag(self, dialog: OccurrenceDialog, label: EntityLabel, entity: str) -> None:
        wanted, propose = dialog.wanted(), dialog.is_whole
        self._article.session.do(
            lambda project: project.mentions.add_all(wanted, label, entity=entity, propose=propose)
        )
        self._view.clear_selection()


def _mention(item: Annotated | None) -> MentionDraft | None:
    """The mention that something is or would become; None for anything else."""
    if isinstance(item, Mention):
        return MentionDraft(span=item.span, label=item.label, entity=item.entity)
    if isinstance(item, Suggestion) and isinstance(item.content, MentionDraft):
        return item.content
    return None
