"""Exporting the annotated corpus, with a report of what the format could not hold."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue

from annotator.domain import AnnotatedArticle, Changes, Include, Loss
from annotator.i18n import gettext as _
from annotator.nlp import write_docbin
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
    """The same with progress; stopped or cancelled, it leaves what stood at the path.

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
        told: SimpleQueue[int | None] = SimpleQueue()
        with ThreadPoolExecutor(1, thread_name_prefix="export") as writer:
            written = writer.submit(self._write, told)
            try:
                yield from iter(told.get, None)
            finally:
                self.stop()
            written.result()

    def store(self, batch: int) -> Changes:  # noqa: ARG002 - the project is only read
        """Nothing: an export changes no project."""
        return Changes()

    def size(self, batch: int) -> int:
        """A batch is a number of articles."""
        return batch

    def _write(self, told: "SimpleQueue[int | None]") -> None:
        try:
            with open_project(self._project_path, read_only=True) as reader:
                watched = partial(self._watched, told)
                self.exported = _write(reader, self._wanted, watched=watched)
        except _StoppedError:
            return
        finally:
            told.put(None)

    def _watched(
        self, told: "SimpleQueue[int | None]", articles: _Articles
    ) -> Iterator[AnnotatedArticle]:
        waiting = 0
        for article in articles:
            yield article
            waiting += 1
            if waiting == _BATCH:
                told.put(waiting)
                waiting = 0
            self.rest()
            if self.stopped.is_set():
                raise _StoppedError
        told.put(waiting)


class _StoppedError(Exception):
    """Takes a writer out of its work, so that it clears away what it has begun."""


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
