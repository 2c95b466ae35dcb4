"""The article on show with all that the current coder sees in it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.domain import (
    Article,
    Changes,
    Claim,
    Codebook,
    Kind,
    Mention,
    Statement,
    SuggestedLabel,
    Suggestion,
    Verdict,
)
from annotator.project import Project
from annotator.ui.edits import Edits, Place, renewed
from annotator.ui.marked import Annotated, Ref
from annotator.ui.session import Session
from annotator.workflows.languages import is_read

Coded = TypeVar("Coded", Mention, Claim, Statement)


class OpenArticle(QObject):
    """Reads an article once and then only the rows that an action has touched in it.

    `opened` follows when another article, or none, is on show; `changed` when something in the
    same article has changed, with its Edits, or with None where all was read anew. `open` are the
    suggestions that are pending or `skipped`, some of these `flagged`, in the order of the text,
    `new` the ids of those that the last change has brought; `is_foreign` is an article in a
    language that no pipeline that was over it reads. `muted` are the labels that the
    coder is not asked about, in whatever article.
    """

    opened = Signal()
    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
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
        return next((row for row in self._rows(wanted.kind) if row.id == wanted.id), None)

    @property
    def pending(self) -> tuple[Suggestion, ...]:
        """The suggestions on which the coder has not decided."""
        if not self.skipped:
            return self.open
        return tuple(row for row in self.open if row.id not in self.skipped)

    @property
    def is_unreadable(self) -> bool:
        """Whether no pipeline here reads the language of the article on show.

        It is looked for in the whole text where the article does not name it.
        """
        # it knows all that extracts, which only an empty stream needs to know
        from annotator.workflows.routing import is_unread  # noqa: PLC0415

        return self.article is not None and is_unread(self.article.language, self.text)

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
        self.flagged: frozenset[int] = frozenset()
        self.new: frozenset[int] = frozenset()
        self.muted: frozenset[SuggestedLabel] = frozenset()
        self.codebook = Codebook(name="")

    def _open(self) -> None:
        self._clear()
        article_id = self.session.article_id
        if article_id is not None:
            self._propose(article_id)
            project = self.session.project
            self.text = project.articles.text(article_id)
            self.codebook = project.codebook.get()
            self._read(project, article_id, frozenset(Kind))
        self.opened.emit()

    def _note(self, changes: Changes) -> None:
        article_id = self.session.article_id
        if article_id is None or self.article is None:
            return
        if _may_lack_proposals(changes, article_id):
            self._propose(article_id)
        if not changes.concerns(article_id):
            return
        project = self.session.project
        if changes.touches(Kind.ARTICLE) and not project.articles.present([article_id]):
            return
        self.new = frozenset(changes.added.get(Kind.SUGGESTION, ()))
        if changes.rows is None:
            self._read_anew(project, article_id, changes)
            self.changed.emit(None)
        else:
            before = self._named(changes.rows)
            self._read_head(project, article_id, changes.kinds)
            self._read_rows(project, article_id, changes.rows)
            self.changed.emit(Edits(removed=before, added=self._named(changes.rows)))

    def _read_anew(self, project: Project, article_id: int, changes: Changes) -> None:
        if changes.touches(Kind.CODEBOOK):
            self.codebook = project.codebook.get()
        everybody = frozenset(Kind) if changes.touches(Kind.CODER) else changes.kinds
        self._read(project, article_id, everybody)

    def _propose(self, article_id: int) -> None:
        """Have the article offer what the coder has tagged in others."""
        self.session.do(lambda project: project.suggestions.propose(article_id))

    def _read(self, project: Project, article_id: int, kinds: frozenset[Kind]) -> None:
        renamed = Kind.ENTITY in kinds
        self._read_head(project, article_id, kinds)
        if Kind.MUTED in kinds:
            self.muted = project.labels.muted()
        if renamed or Kind.MENTION in kinds:
            self.mentions = project.mentions.of(article_id)
        if renamed or Kind.CLAIM in kinds:
            self.claims = project.claims.of(article_id)
        if renamed or Kind.STATEMENT in kinds:
            self.statements = project.statements.of(article_id)
        if not kinds.isdisjoint({Kind.SUGGESTION, Kind.DECISION}):
            aside = project.suggestions.aside(article_id)
            self.skipped, self.flagged = frozenset(aside), _flagged(aside)
            pending = project.suggestions.pending(article_id)
            skipped = project.suggestions.by_ids(self.skipped)
            self.open = renewed(pending, (), skipped, _suggested_order)

    def _read_head(self, project: Project, article_id: int, kinds: frozenset[Kind]) -> None:
        if Kind.ARTICLE in kinds:
            self.article = project.articles.get(article_id)
            self.is_done = project.articles.is_done(article_id)
            self.note = project.notes.get(article_id)
        if not kinds.isdisjoint({Kind.ARTICLE, Kind.SUGGESTION}):
            self.is_extracted = project.suggestions.is_extracted(article_id)
            self.is_foreign = self.is_extracted and not self._is_read(project)

    def _is_read(self, project: Project) -> bool:
        language = self.article.language if self.article else ""
        runs = (run for run in project.suggestions.runs() if run.coder_id is None)
        return is_read(language, (run.pipeline for run in runs))

    def _read_rows(
        self, project: Project, article_id: int, rows: Mapping[Kind, frozenset[int]]
    ) -> None:
        coder_id = project.coder.id

        def is_shown(row: Mention | Claim | Statement) -> bool:
            return row.article_id == article_id and row.coder_id == coder_id

        if Kind.MENTION in rows:
            self.mentions = _coded(
                self.mentions, rows[Kind.MENTION], project.mentions.by_ids, is_shown
            )
        if Kind.CLAIM in rows:
            self.claims = _coded(self.claims, rows[Kind.CLAIM], project.claims.by_ids, is_shown)
        if Kind.STATEMENT in rows:
            self.statements = _coded(
                self.statements, rows[Kind.STATEMENT], project.statements.by_ids, is_shown
            )
        if Kind.SUGGESTION in rows:
            self._read_suggestions(project, article_id, rows[Kind.SUGGESTION])

    def _read_suggestions(self, project: Project, article_id: int, touched: frozenset[int]) -> None:
        aside = project.suggestions.aside(article_id, among=touched)
        now = (
            *project.suggestions.pending(article_id, among=touched),
            *project.suggestions.by_ids(aside),
        )
        self.skipped = (self.skipped - touched).union(aside)
        self.flagged = (self.flagged - touched) | _flagged(aside)
        self.open = renewed(self.open, touched, now, _suggested_order)

    def _rows(self, kind: Kind) -> Sequence[Annotated]:
        rows: Mapping[Kind, Sequence[Annotated]] = {
            Kind.MENTION: self.mentions,
            Kind.CLAIM: self.claims,
            Kind.STATEMENT: self.statements,
            Kind.SUGGESTION: self.open,
        }
        return rows[kind]

    def _named(self, rows: Mapping[Kind, frozenset[int]]) -> tuple[Annotated, ...]:
        return tuple(
            row for kind, named in rows.items() for row in self._rows(kind) if row.id in named
        )


def _coded(
    rows: tuple[Coded, ...],
    touched: frozenset[int],
    by_ids: Callable[[Sequence[int]], tuple[Coded, ...]],
    is_shown: Callable[[Coded], bool],
) -> tuple[Coded, ...]:
    return renewed(rows, touched, filter(is_shown, by_ids([*touched])), _coded_order)


def _coded_order(row: Mention | Claim | Statement) -> Place:
    return (row.span, row.id)


def _flagged(aside: Mapping[int, Verdict]) -> frozenset[int]:
    return frozenset(row_id for row_id, verdict in aside.items() if verdict is Verdict.FLAGGED)


def _suggested_order(row: Suggestion) -> Place:
    return row.order


def _may_lack_proposals(changes: Changes, article_id: int) -> bool:
    """Whether words may have to be proposed in an article since these changes.

    A tag in it proposes its own words; tags in others bring theirs, and whatever else takes or
    frees a place in it.
    """
    if changes.touches(Kind.CODER):
        return True
    is_tagged = Kind.MENTION in changes.added
    if not changes.step or (is_tagged and changes.articles == frozenset({article_id})):
        return False
    took_place = changes.touches(Kind.MENTION, Kind.SUGGESTION, Kind.ENTITY)
    return is_tagged or (took_place and changes.concerns(article_id))
