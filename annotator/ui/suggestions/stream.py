"""The stream of pending suggestions: one is current, deciding on it leads to the next."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.domain import (
    Changes,
    ClaimDraft,
    MentionDraft,
    StatementDraft,
    Suggestion,
    SuggestionKind,
)
from annotator.i18n import gettext as _
from annotator.project import Project
from annotator.settings import Settings, StreamOrder
from annotator.ui.actions import Handlers
from annotator.ui.edits import Edits
from annotator.ui.open_article import OpenArticle
from annotator.ui.suggestions.deciding import BUTTONS, Deciding
from annotator.ui.suggestions.head import StreamHead
from annotator.ui.suggestions.hearing import Hearing
from annotator.ui.suggestions.queue import NOWHERE, Queue
from annotator.ui.suggestions.through import Through
from annotator.ui.theme import Theme


class SuggestionStream(QWidget):
    """Shows the pending suggestions of an article and takes the decisions on them.

    `current_changed` carries the current Suggestion or None, `correct_asked` one to be corrected
    in the form, `command_asked` the key of the command of a button. `run_through` follows the
    decision on the last one pending, if the next article is to follow then; it carries the kinds
    that are on. `counted` carries how many are left of these.
    """

    current_changed = Signal(object)
    correct_asked = Signal(object)
    command_asked = Signal(str)
    run_through = Signal(object)
    counted = Signal(int)

    def __init__(self, article: OpenArticle, settings: Settings) -> None:
        super().__init__()
        self._article = article
        self._settings = settings
        self._queue = Queue()
        self._hearing = Hearing(article)
        self._changed: Suggestion | None = None
        self._head = StreamHead(article, settings)
        self._kinds, self._more = self._head.kinds, self._head.more
        self._deciding = Deciding()
        self._through = Through()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._open()

    @property
    def current(self) -> Suggestion | None:
        """The suggestion to decide on now."""
        return self._queue.current

    @property
    def listed(self) -> tuple[Suggestion, ...]:
        """Those that are pending of the kinds that are on."""
        pending = set(self._queue.pending)
        return tuple(row for row in self._queue.rows if row.id in pending)

    @property
    def left(self) -> int:
        """How many are pending of the kinds that are on."""
        return self._queue.left

    def handlers(self) -> Handlers:
        """Give the commands that concern the stream as a whole."""
        return {
            "accept_listed": self.accept_listed,
            "take_up_skipped": self.take_up_skipped,
            "take_up_flagged": self.take_up_flagged,
            "all_kinds": partial(self._kinds.want, SuggestionKind),
            "run_on": self._more.switch_run_on,
            "scores": self._more.switch_scores,
            "labels": self._head.offer_labels,
            **{f"order_{order}": partial(self.set_order, order) for order in StreamOrder},
            **{f"kind_{kind}": partial(self._kinds.switch, kind) for kind in SuggestionKind},
        }

    def ticks(self) -> Mapping[str, bool]:
        """Say of the commands by their keys whether what they switch is on."""
        return {**self._kinds.ticks(), **self._more.ticks()}

    def accept(self) -> None:
        """Accept the current suggestion and go on."""
        self._decide(lambda project, chosen: project.suggestions.accept([chosen]))

    def reject(self) -> None:
        """Reject the current suggestion and go on."""
        self._decide(lambda project, chosen: project.suggestions.reject([chosen]))

    def skip(self) -> None:
        """Leave the current suggestion open and go on."""
        if self._queue.is_at_skipped:
            self._go_to(self._queue.further())
        else:
            self._decide(lambda project, chosen: project.suggestions.skip([chosen]))

    def flag(self) -> None:
        """Leave the current suggestion open, to come back to it, and go on."""
        current, was_aside = self.current, self._queue.is_at_skipped
        if current is not None and current.id not in self._article.flagged:
            self._decide(lambda project, chosen: project.suggestions.flag([chosen]))
        if was_aside:
            self._go_to(self._queue.further())

    def show_changed(self, changed: Suggestion | None) -> None:
        """Show the current suggestion as it was changed by hand, or with None as it is."""
        self._changed = changed
        self._show_state()

    def correct(self) -> None:
        """Ask for the form of the current suggestion."""
        if self.current is not None:
            self.correct_asked.emit(self.current)

    def save(
        self, suggestion_id: int, draft: MentionDraft | ClaimDraft | StatementDraft | None
    ) -> None:
        """Record a suggestion as corrected, or with None as accepted, and go on."""
        if draft is None:
            self._take(lambda project: project.suggestions.accept([suggestion_id]))
        else:
            self._take(lambda project: project.suggestions.correct(suggestion_id, draft))

    def take_up_skipped(self) -> None:
        """Make what was skipped in this article, and not flagged, pending again."""
        self._take_up(self._article.skipped - self._article.flagged)

    def take_up_flagged(self) -> None:
        """Make what was flagged in this article pending again."""
        self._take_up(self._article.flagged)

    def accept_listed(self) -> None:
        """Accept all that are pending of the kinds that are on, as one step."""
        self.accept_these(self._queue.pending)

    def accept_these(self, ids: Sequence[int]) -> None:
        """Accept these suggestions as one step, the current one as it was changed."""
        changed = self._changed
        if changed is not None and changed.id in ids and len(ids) > 1:
            self._take(lambda project: _accept_with(project, ids, changed))
        elif changed is not None and changed.id in ids:
            self.save(changed.id, changed.content)
        elif ids:
            self._take(lambda project: project.suggestions.accept(ids))

    def reject_these(self, ids: Sequence[int]) -> None:
        """Reject these suggestions as one step."""
        if ids:
            self._take(lambda project: project.suggestions.reject(ids))

    def go_next(self) -> None:
        """Go to the next one pending without deciding, after the last to the first."""
        self._go_to(self._queue.next())

    def go_previous(self) -> None:
        """Go to the previous one, skipped or pending, from the first to the last."""
        self._go_to(self._queue.previous())

    def make_current(self, suggestion_id: int) -> None:
        """Go to that suggestion, also if its kind is switched off or its label muted."""
        if self._queue.row_of(suggestion_id) == NOWHERE:
            self._hearing.ask_for(suggestion_id)
            found = [row for row in self._article.open if row.id == suggestion_id]
            self._kinds.want(self._kinds.wanted() | {row.kind for row in found})
        row = self._queue.row_of(suggestion_id)
        if row != NOWHERE:
            self._go(row)

    def set_order(self, order: StreamOrder) -> None:
        """Go through the suggestions in that order from now on, and begin with its first."""
        self._settings.order = order
        self._more.show_order(order)
        self._open()

    def set_compact(self, on: bool) -> None:  # noqa: FBT001 (like setVisible)
        """Take little room, while the form is open below."""
        self._kinds.setHidden(on)
        self._deciding.set_compact(on)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._deciding.set_theme(theme)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._deciding)
        self._stack.addWidget(self._through)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._article.opened.connect(self._open)
        self._article.changed.connect(self._refresh)
        self._kinds.changed.connect(self._refresh)
        self._through.command_asked.connect(self.command_asked)
        self._through.all_kinds_asked.connect(lambda: self._kinds.want(SuggestionKind))
        self._through.labels_asked.connect(self._head.offer_labels)
        self._through.skipped_asked.connect(self.take_up_skipped)
        self._more.accept_all_chosen.connect(self.accept_listed)
        self._more.skipped_asked.connect(self.take_up_skipped)
        for part in (self._more, self._through):
            part.flagged_asked.connect(self.take_up_flagged)
        self._more.order_chosen.connect(self.set_order)
        self._more.run_on_switched.connect(self._set_run_on)
        self._more.scores_switched.connect(self._deciding.set_scores)
        self._deciding.row_chosen.connect(self._go)
        for key in BUTTONS:
            self._deciding.button(key).clicked.connect(partial(self._ask, key))

    def _ask(self, key: str) -> None:
        self.command_asked.emit(key)

    def _decide(self, action: Callable[[Project, int], Changes]) -> None:
        current = self.current
        if current is not None:
            self._take(lambda project: action(project, current.id))

    def _take(self, action: Callable[[Project], Changes]) -> None:
        at, left = self._article.id, self._queue.left
        self._article.session.do(action)
        is_through = at == self._article.id and left and not self._queue.left
        if is_through and self._settings.run_on:
            self.run_through.emit(self._kinds.wanted())

    def _take_up(self, ids: frozenset[int]) -> None:
        if ids:
            self._take(lambda project: project.suggestions.reopen(sorted(ids)))

    def _set_run_on(self, on: bool) -> None:  # noqa: FBT001 (a slot)
        self._settings.run_on = on

    def _open(self) -> None:
        self._queue = Queue(order=self._settings.order)
        self._hearing.begin()
        self._refresh()
        self.current_changed.emit(self.current)

    def _refresh(self, edits: Edits | None = None) -> None:
        article, current = self._article, self.current
        rows = self._hearing.of_kinds(self._kinds.wanted())
        skipped = article.skipped and article.skipped.intersection(row.id for row in rows)
        self._queue = self._queue.renewed(rows, skipped, article.new)
        self._kinds.show_counts(self._hearing.left(edits))
        flagged = len(article.flagged)
        self._more.show_counts(self.left, len(article.skipped) - flagged, flagged)
        self.counted.emit(self.left)
        self._deciding.show_queue(self._queue, article.codebook, article.flagged)
        self._head.say_foreign()
        self._show_state()
        if _id(self.current) != _id(current):
            self.current_changed.emit(self.current)

    def _go(self, row: int) -> None:
        self._go_to(self._queue.at(row))

    def _go_to(self, queue: Queue) -> None:
        if queue.rows:
            self._queue = queue
            self._show_state()
            self.current_changed.emit(self.current)

    def _show_state(self) -> None:
        article = self._article
        if self.current:
            changed = self._changed
            is_current = changed is not None and changed.id == self.current.id
            self._deciding.show_current(self._queue, changed if is_current else None)
        elif article.id is None:
            self._through.show_no_article()
        elif article.pending:
            pending = article.pending
            heard = len(self._hearing.heard(pending))
            self._through.show_none_wanted(heard, muted=len(pending) - heard)
        elif article.is_extracted:
            flagged = len(article.flagged)
            self._through.show_all_decided(
                done=article.is_done, skipped=len(article.skipped) - flagged, flagged=flagged
            )
        elif article.is_unreadable:
            self._through.show_unread(article.article.language if article.article else "")
        else:
            self._through.show_not_extracted()
        self._stack.setCurrentWidget(self._deciding if self.current else self._through)


def _accept_with(project: Project, ids: Sequence[int], changed: Suggestion) -> Changes:
    """Accept suggestions as one step, one of them as it was changed."""
    others = [one for one in ids if one != changed.id]
    with project.step(_("Accept suggestions")) as step:
        project.suggestions.correct(changed.id, changed.content)
        project.suggestions.accept(others)
    return step.changes


def _id(suggestion: Suggestion | None) -> int | None:
    return suggestion.id if suggestion else None
