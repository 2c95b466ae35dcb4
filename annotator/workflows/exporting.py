"""Exporting the annotated corpus, with a report of what the format could not hold."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from annotator.domain import AnnotatedArticle, Changes, Include, Loss
from annotator.i18n import gettext as _
from annotator.nlp import write_docbin
from annotator.paths import part_of
from annotator.processes import ProcessStopped, Tell, told
from annotator.project import Project, open_project
from annotator.workflows.targets import require_file
from annotator.workflows.work import Work
from annotator.writers import FORMATS, Format, write_loss_report

DOCBIN = Format("docbin", _("spaCy DocBin"), ".spacy", write_docbin)
EXPORT_FORMATS = {**FORMATS, DOCBIN.key: DOCBIN}

_BATCH = 50

_Articles = Iterable[AnnotatedArticle]


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that was written, the report beside it, and what the file could not hold."""

    path: Path
    report: Path
    losses: tuple[Loss, ...]


def export(
    project: Project,
    format_key: str,
    path: Path,
    *,
    include: Include = Include.ACCEPTED,
    coder: str = "",
) -> Exported:
    """Write the corpus to `path`; KeyError for an unknown format, CannotWrite, NotFound."""
    return _write(project, Wanted(format_key, path, include, coder), watched=iter)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export and where to; an empty `coder` means all coders."""

    format_key: str
    path: Path
    include: Include
    coder: str


class Export(Work[int]):
    """The same in a process of its own, with progress; cancelled, it leaves what stood at the path.

    `exported` tells what was written, and is None until the file is whole.
    """

    title = _("Export")

    def __init__(self, project: Project, wanted: Wanted) -> None:
        super().__init__()
        self._project_path = project.path
        self._wanted = wanted
        self.total = project.articles.count()
        self.exported: Exported | None = None

    def produce(self) -> Iterator[int]:
        """How many articles went out since last told."""
        try:
            yield from self._news()
        except ProcessStopped as error:
            part_of(self._wanted.path, error.process_id).unlink(missing_ok=True)
            raise

    def store(self, batch: int) -> Changes:  # noqa: ARG002 - the project is only read
        """Nothing: an export changes no project."""
        return Changes()

    def size(self, batch: int) -> int:
        """A batch is a number of articles."""
        return batch

    def _news(self) -> Generator[int, None, None]:
        news = told(_export, self._project_path, self._wanted, stopped=self.stopped)
        with closing(news):
            for each in news:
                if isinstance(each, Exported):
                    self.exported = each
                elif self.stopped.is_set():
                    break
                else:
                    yield cast("int", each)


def _export(tell: Tell, project_path: Path, wanted: Wanted) -> None:
    """Writes the corpus, tells how many articles went out, and at the end what was written."""
    with open_project(project_path, read_only=True) as reader:
        tell(_write(reader, wanted, watched=partial(_counted, tell)))


def _counted(tell: Tell, articles: _Articles) -> Iterator[AnnotatedArticle]:
    waiting = 0
    for article in articles:
        yield article
        waiting += 1
        if waiting == _BATCH:
            tell(waiting)
            waiting = 0
    tell(waiting)


def _write(
    project: Project,
    wanted: Wanted,
    *,
    watched: Callable[[_Articles], Iterator[AnnotatedArticle]],
) -> Exported:
    chosen = EXPORT_FORMATS[wanted.format_key]
    require_file(wanted.path)
    # closed here: a failed export would else leave a query that outlives the project
    with closing(project.corpus(wanted.include, coder=wanted.coder)) as articles:
        losses = chosen.write(watched(articles), project.corpus_info(), wanted.path)
    return Exported(wanted.path, write_loss_report(wanted.path, losses), losses)
