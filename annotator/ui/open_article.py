"""The article on show with all that the current coder sees in it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from annotator.domain import (
    Article,
    Changes,
    Claim,
    Codebook,
    Kind,
    Mention,
    Statement,
    Suggestion,
)
from annotator.project import Project
from annotator.ui.marked import Annotated, Ref
from annotator.ui.session import Session
from annotator.workflows.languages import is_read


class OpenArticle(QObject):
    """Reads an article once and then only what an action has touched.

    `opened` follows when another article, or none, is on show; `changed` when something in the
    same article has changed, with its Changes. `open` are the suggestions that are pending or
    `skipped`, in the order of the text; `is_foreign` is an article in a language that no
    pipeline that was over it reads.
    """

    opened = Signal()
    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._decided: frozenset[int] = frozenset()
        self._skips = False
        self._clear()
        session.article_changed.connect(self._open)
        session.changed.connect(self._note)
        self._open()

    @property
    def id(self) -> int | None:
        """The article on show."""
        return self.article.id if self.article else None

    def find(self, wanted: Ref) -> Annotated | None:
        """The annotation, or the suggestion that is open, of that name, if it is still there."""
        rows: Mapping[Kind, Sequence[Annotated]] = {
            Kind.MENTION: self.mentions,
            Kind.CLAIM: self.claims,
            Kind.STATEMENT: self.statements,
            Kind.SUGGESTION: self.open,
        }
        return next((row for row in rows[wanted.kind] if row.id == wanted.id), None)

    @property
    def pending(self) -> tuple[Suggestion, ...]:
        """The suggestions on which the coder has not decided."""
        return tuple(row for row in self.open if row.id not in self.skipped)

    def decide(
        self, ids: Sequence[int], action: Callable[[Project], Changes], *, skips: bool = False
    ) -> Changes:
        """Do what decides on these suggestions; the others need not be read again."""
        self._decided, self._skips = frozenset(ids), skips
        changes = self.session.do(action)
        self._decided = frozenset()
        return changes

    def _clear(self) -> None:
        self.article: Article | None = None
        self.text = ""
        self.note = ""
        self.is_done = False
        self.is_extracted = False
        self.is_foreign = False
        self.mentions: tuple[Mention, ...] = ()
        self.claims: tuple[Claim, ...] = ()
        self.statements: tuple[Statement, ...] = ()
        self.open: tuple[Suggestion, ...] = ()
        self.skipped: frozenset[int] = frozenset()
        self.codebook = Codebook(name="")

    def _open(self) -> None:
        self._clear()
        article_id = self.session.article_id
        if article_id is not None:
            project = self.session.project
            self.text = project.articles.text(article_id)
            self.codebook = project.codebook.get()
            self._read(project, article_id, frozenset(Kind))
        self.opened.emit()

    def _note(self, changes: Changes) -> None:
        article_id = self.session.article_id
        if article_id is None or not changes.kinds:
            return
        project = self.session.project
        if changes.touches(Kind.ARTICLE) and not project.articles.rows([article_id]):
            return
        if changes.touches(Kind.CODEBOOK):
            self.codebook = project.codebook.get()
        everybody = frozenset(Kind) if changes.touches(Kind.CODER) else changes.kinds
        self._read(project, article_id, everybody)
        self.changed.emit(changes)

    def _read(self, project: Project, article_id: int, kinds: frozenset[Kind]) -> None:
        renamed = Kind.ENTITY in kinds
        if Kind.ARTICLE in kinds:
            self.article = project.articles.get(article_id)
            self.is_done = project.articles.is_done(article_id)
            self.note = project.notes.get(article_id)
        if renamed or Kind.MENTION in kinds:
            self.mentions = project.mentions.of(article_id)
        if renamed or Kind.CLAIM in kinds:
            self.claims = project.claims.of(article_id)
        if renamed or Kind.STATEMENT in kinds:
            self.statements = project.statements.of(article_id)
        if not kinds.isdisjoint({Kind.ARTICLE, Kind.SUGGESTION, Kind.DECISION}):
            self._read_pending(project, article_id)

    @property
    def is_unreadable(self) -> bool:
        """Whether no pipeline here reads the language of the article on show.

        It is looked for in the whole text where the article does not name it.
        """
        # it knows all that extracts, which only an empty stream needs to know
        from annotator.workflows.routing import is_unread  # noqa: PLC0415

        return self.article is not None and is_unread(self.article.language, self.text)

    def _is_read(self, project: Project) -> bool:
        language = self.article.language if self.article else ""
        return is_read(language, (run.pipeline for run in project.suggestions.runs()))

    def _read_pending(self, project: Project, article_id: int) -> None:
        if self._decided:
            self._take_decided()
            return
        self.is_extracted = project.suggestions.is_extracted(article_id)
        self.is_foreign = self.is_extracted and not self._is_read(project)
        self.skipped = frozenset(project.suggestions.skipped(article_id))
        pending = project.suggestions.pending(article_id)
        self.open = _with_skipped(project, article_id, pending, self.skipped)

    def _take_decided(self) -> None:
        if self._skips:
            self.skipped |= self._decided
            return
        self.skipped -= self._decided
        self.open = tuple(row for row in self.open if row.id not in self._decided)


def _with_skipped(
    project: Project,
    article_id: int,
    pending: tuple[Suggestion, ...],
    skipped: frozenset[int],
) -> tuple[Suggestion, ...]:
    if not skipped:
        return pending
    wanted = skipped.union(row.id for row in pending)
    return tuple(row for row in project.suggestions.of(article_id) if row.id in wanted)
