"""What the coder is changing: in the form, or by keys and clicks without one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.domain import Changes, ClaimDraft, Kind, StatementDraft, Suggestion
from annotator.project import Project
from annotator.ui.forms.drafts import Draft, draft_of
from annotator.ui.marked import Annotated, Ref, ref
from annotator.ui.open_article import OpenArticle


class InHand(QObject):
    """A stored annotation, whose changes are kept at once, or a suggestion being corrected.

    The changes of a suggestion are held until it is recorded, and forgotten when it is dropped.
    `taken` tells that something else, or nothing, is in hand, `edited` that its draft is another.
    `recorded` carries a suggestion's id and the draft saved for it, or None if nothing was changed.
    """

    taken = Signal()
    edited = Signal()
    recorded = Signal(int, object)

    def __init__(self, article: OpenArticle) -> None:
        super().__init__(article)
        self._article = article
        self._suggested: Draft | None = None
        self._earlier: list[Draft] = []
        self._later: list[Draft] = []
        self.target: Ref | None = None
        self.draft: Draft | None = None
        article.changed.connect(self._renew)

    @property
    def is_suggestion(self) -> bool:
        """Whether it is a suggestion, to be recorded with corrections."""
        return self.target is not None and self.target.kind is Kind.SUGGESTION

    @property
    def is_changed(self) -> bool:
        """Whether it is a suggestion with corrections that are not recorded."""
        return self.is_suggestion and self.draft != self._suggested

    def take(self, item: Annotated) -> None:
        """Take an annotation or a suggestion; what is in hand already stays as it is changed."""
        if ref(item) == self.target:
            return
        self.release()
        self.target = ref(item)
        if isinstance(item, Suggestion):
            self.draft = self._suggested = item.content
        else:
            self.draft = draft_of(item)
        self.taken.emit()

    def edit(self, draft: Draft) -> None:
        """Make it say something else."""
        if self.target is None or draft == self.draft:
            return
        if self.is_suggestion:
            self._later = []
            self._turn(self._earlier, draft)
            return
        self.draft = draft
        target = self.target
        if not self._article.session.do(lambda project: _change(project, target, draft)):
            self._renew()

    @property
    def can_undo(self) -> bool:
        """Whether there is a change that is not recorded."""
        return bool(self._earlier)

    @property
    def can_redo(self) -> bool:
        """Whether a change that is not recorded was taken back."""
        return bool(self._later)

    def undo(self) -> None:
        """Take back the last change that is not recorded; IndexError if there is none."""
        self._turn(self._later, self._earlier.pop())

    def redo(self) -> None:
        """Make the change again that was taken back last; IndexError if there is none."""
        self._turn(self._earlier, self._later.pop())

    def forget_changes(self) -> None:
        """Have the suggestion say again what it said."""
        if self.is_changed:
            self.draft = self._suggested
            self._earlier, self._later = [], []
            self.edited.emit()

    def record(self) -> None:
        """Record the suggestion as it stands, corrected or accepted."""
        if self.target is None or not self.is_suggestion:
            return
        suggestion_id, draft = self.target.id, self.draft if self.is_changed else None
        self.drop()
        self.recorded.emit(suggestion_id, draft)

    def release(self) -> None:
        """Let go of it; what was changed is kept."""
        if self.is_changed:
            self.record()
        else:
            self.drop()

    def drop(self) -> None:
        """Let go of it and forget corrections that were not recorded."""
        if self.target is not None:
            self.target = self.draft = self._suggested = None
            self._earlier, self._later = [], []
            self.taken.emit()

    def _turn(self, kept: list[Draft], draft: Draft) -> None:
        """Make the suggestion say something else, and keep what it said before."""
        if self.draft is not None:
            kept.append(self.draft)
        self.draft = draft
        self.edited.emit()

    def _renew(self) -> None:
        """Follow what has become of it in the project."""
        if self.target is None:
            return
        found = self._article.find(self.target)
        if found is None:
            # it was decided on, or is gone: what was changed in it is of no account any more
            self.drop()
            return
        if not isinstance(found, Suggestion):
            self.draft = draft_of(found)
        self.edited.emit()


def removal(project: Project, target: Ref) -> Changes:
    """Remove a stored annotation."""
    remove: Callable[[int], Changes] = {
        Kind.STATEMENT: project.statements.remove,
        Kind.CLAIM: project.claims.remove,
        Kind.MENTION: project.mentions.remove,
    }[target.kind]
    return remove(target.id)


def _change(project: Project, target: Ref, draft: Draft) -> Changes:
    if isinstance(draft, StatementDraft):
        return project.statements.change(target.id, draft)
    if isinstance(draft, ClaimDraft):
        return project.claims.change(target.id, draft)
    return project.mentions.change(target.id, draft)
