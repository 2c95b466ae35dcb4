"""Project: one file of articles, codebook, annotations, decisions and history."""

import getpass
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, ExitStack, closing
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from annotator.domain import (
    AnnotatedArticle,
    Changes,
    Claim,
    ClaimDraft,
    Codebook,
    Coder,
    CorpusInfo,
    Include,
    Kind,
    Statement,
    StatementDraft,
    Step,
)
from annotator.errors import CannotWrite, ProjectDamaged, UserError
from annotator.i18n import gettext as _
from annotator.paths import followed
from annotator.project.coding import Coding
from annotator.project.corpus import Corpus, coder_id_of, corpus_info
from annotator.project.listing import AnnotationListing
from annotator.project.mentions import MentionCoding
from annotator.project.reviewing import Suggestions
from annotator.project.status import Status, status_of
from annotator.project.tables import Tables
from annotator.store.check import CheckReport, check, is_damaged
from annotator.store.database import Database, OpenStep
from annotator.store.faults import translated
from annotator.store.occurrences import Occurrences
from annotator.store.opening import copy, create_file
from annotator.store.steps import Steps


class Project:
    """An open project file. It belongs to the thread that opened it; others open it `read_only`.

    Every write is one step: all or nothing, committed when it returns, undoable, and it returns
    Changes. Raises ProjectError (a UserError) when the file cannot be used.
    """

    def __init__(
        self, path: Path, *, coder: str = "", read_only: bool = False, new: bool = False
    ) -> None:
        self.path = path
        self._db = Database(path, read_only=read_only, new=new)
        self._tables = tables = Tables(self._db)
        self._steps = Steps(self._db)
        self.articles = tables.articles
        self.entities = tables.entities
        self.codebook = tables.codebook
        self.coders = tables.coders
        self.learned = tables.learned
        self.thresholds = tables.thresholds
        self.notes = tables.notes
        self.labels = tables.labels
        self.suggestions = Suggestions(self._db, tables)
        self.occurrences = Occurrences(
            self._db, tables.articles, tables.mentions, tables.suggestions
        )
        self.mentions = MentionCoding(self._db, tables)
        self.claims = Coding[ClaimDraft, Claim](
            self._db, tables.claims, tables.decisions, tables.link_claim
        )
        self.statements = Coding[StatementDraft, Statement](
            self._db, tables.statements, tables.decisions, tables.link_statement
        )
        self.annotations = AnnotationListing(
            self._db,
            tables,
            {
                Kind.STATEMENT: self.statements,
                Kind.CLAIM: self.claims,
                Kind.MENTION: self.mentions,
            },
        )
        with ExitStack() as on_failure:
            on_failure.callback(self._db.close)
            self._choose_coder(coder)
            on_failure.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with closing(self):
            if self._may_be_damage(error):
                raise ProjectDamaged(self.path) from error

    @property
    def name(self) -> str:
        """The file's name without its suffix."""
        return self.path.stem

    @property
    def read_only(self) -> bool:
        """Whether the project was opened for reading only."""
        return self._db.read_only

    @property
    def coder(self) -> Coder:
        """Who codes now; `coders.use(name)` changes it."""
        return self.coders.current()

    @property
    def undo_name(self) -> str:
        """The step that `undo` would take back, "" when there is none."""
        return self._steps.undo_name()

    @property
    def redo_name(self) -> str:
        """The step that `redo` would take again, "" when there is none."""
        return self._steps.redo_name()

    @property
    def undo_articles(self) -> frozenset[int]:
        """The articles that stay and in which `undo` would take something back.

        Empty where that concerns the whole project, or more than a thousand articles.
        """
        return self._steps.undo_articles()

    @property
    def redo_articles(self) -> frozenset[int]:
        """The articles that stay and in which `redo` would do something, as `undo_articles`."""
        return self._steps.redo_articles()

    def undo(self) -> Changes:
        """Take the last step back; no Changes when there is none."""
        return self._steps.undo()

    def redo(self) -> Changes:
        """Take the last undone step again; no Changes when there is none."""
        step_id = self._steps.next_redo
        if step_id is not None:
            self._tables.proposals.make_way(step_id)
        return self._steps.redo()

    def interrupt_when(self, is_over: Callable[[], bool]) -> None:
        """Have what is being read end with Interrupted soon after `is_over` gives True.

        It is asked now and then, on the thread that reads.
        """
        self._db.interrupt_when(is_over)

    def history(self, limit: int = 100) -> list[Step]:
        """The last steps, newest first, undone and dropped ones too."""
        return self._steps.latest(limit)

    def step(self, name: str, *, join: int | None = None) -> AbstractContextManager[OpenStep]:
        """Join several writes into one entry of the undo menu; `.changes` is set at the end.

        `join` is the id of an earlier step to add to, if that was not undone meanwhile.
        """
        return self._db.step(name, join=join)

    def corpus(
        self, include: Include = Include.ACCEPTED, *, coder: str = "", texts: bool = True
    ) -> Generator[AnnotatedArticle, None, None]:
        """Every article with its annotations, by one coder or, with no name, by all."""
        coder_id = coder_id_of(self._tables, coder)
        return Corpus(self._tables, include, coder_id).articles(texts=texts)

    def corpus_info(self) -> CorpusInfo:
        """Codebook, coders, entities and runs that the articles share."""
        return corpus_info(self._tables, self.name)

    def status(self) -> Status:
        """How much there is and how much is still to do."""
        return status_of(self._tables, self.path)

    def check(self, *, repair: bool = False) -> CheckReport:
        """Whether the file is sound; with `repair` mend what can be mended."""
        return check(self._db, repair=repair)

    def backup(self, path: Path | None = None, *, replace: bool = False) -> Path:
        """Write a whole copy, by default beside the project with the time in its name.

        Raises CannotWrite, also for a file that is there already unless `replace` is set.
        """
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
        target = path or self.path.with_name(f"{self.name}-{stamp}{self.path.suffix}")
        if followed(target) == followed(self.path):
            raise CannotWrite(target, _("it is the project itself"))
        if target.exists() and not replace:
            raise CannotWrite(target, _("it is already there"))
        if not target.parent.is_dir():
            raise CannotWrite(target, _("its folder does not exist"))
        with translated(target):
            copy(self._db.conn, target)
        return target

    def begin(self, codebook: Codebook) -> None:
        """Give a new project its codebook; undo goes back to here and no further."""
        self.codebook.save(codebook, name=_("New project"))
        self._steps.seal()

    def close(self) -> None:
        """Close the file; what was done is already saved."""
        self._db.close()

    def _may_be_damage(self, error: BaseException | None) -> bool:
        """Whether an error that nobody expected comes from faults of the file, not of ours."""
        if not isinstance(error, Exception) or isinstance(error, UserError | OSError):
            return False
        return is_damaged(self.path)

    def _choose_coder(self, name: str) -> None:
        known = self.coders.named(name) if name else None
        last = self._steps.last_coder()
        if self.read_only:
            reading = known or self.coders.named(last) or next(iter(self.coders.all()), None)
            self._db.coder_id = reading.id if reading else None
            return
        self.coders.use(known.name if known else name or last or _login_name())


def _login_name() -> str:
    try:
        return getpass.getuser() or "coder"
    except (OSError, KeyError):
        return "coder"


def open_project(path: Path | str, *, coder: str = "", read_only: bool = False) -> Project:
    """Open a project file; `coder` is added if new, by default the one who coded last.

    Raises ProjectMissing, NotAProject, ProjectDamaged, ProjectTooNew, ProjectReadOnly or
    ProjectInUse.
    """
    return Project(Path(path), coder=coder, read_only=read_only)


def create_project(
    path: Path | str, *, codebook: Codebook | None = None, coder: str = ""
) -> Project:
    """Make and open a new project file; without a codebook it has no statement types yet.

    Raises ProjectExists or CannotWrite.
    """
    target = Path(path)
    create_file(target)
    with ExitStack() as on_failure:
        on_failure.callback(target.unlink)
        project = Project(target, coder=coder, new=True)
        on_failure.callback(project.close)
        project.begin(codebook or Codebook(name=""))
        on_failure.pop_all()
    return project
