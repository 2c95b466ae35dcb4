"""Importing articles from files and folders."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from annotator.domain import ArticleDraft, Changes, Kind
from annotator.errors import UnreadableFile
from annotator.i18n import gettext as _
from annotator.project import Project
from annotator.readers import find_files, read_files
from annotator.workflows.work import Work

Found = ArticleDraft | UnreadableFile

_BATCH = 400
_PART = 25
"""So few that they are stored in some 2 ms."""


class ReadArticles(Work[list[Found]]):
    """Reads files without storing anything: what is found is shown for correction first."""

    title = _("Read articles")

    def __init__(self, paths: Sequence[Path | str]) -> None:
        super().__init__()
        self._files = find_files(paths)
        self.total = len(self._files)
        self.found: list[ArticleDraft] = []

    def produce(self) -> Iterator[list[Found]]:
        """What the files hold, a file at a time."""
        for file in self._files:
            yield list(read_files([file]))

    def store(self, batch: list[Found]) -> Changes:
        """Keep what was found at hand."""
        self.found += [item for item in batch if isinstance(item, ArticleDraft)]
        self.failures += [item for item in batch if isinstance(item, UnreadableFile)]
        return Changes()

    def size(self, batch: list[Found]) -> int:  # noqa: ARG002 - a batch is one file
        """One file."""
        return 1


class ImportArticles(Work[list[Found]]):
    """Imports articles; `imported` and `known` count the new ones and those there already."""

    title = _("Import articles")

    def __init__(self, project: Project, articles: Sequence[Path | str | ArticleDraft]) -> None:
        super().__init__()
        self._project = project
        self._drafts = [item for item in articles if isinstance(item, ArticleDraft)]
        self._files = find_files(item for item in articles if not isinstance(item, ArticleDraft))
        self._step_id: int | None = None
        self.total = len(self._drafts) + len(self._files)
        self.imported: list[int] = []
        self.known = 0

    def produce(self) -> Iterator[list[Found]]:
        """Drafts and failures, some hundreds at a time."""
        found = self._all()
        while batch := list(islice(found, _BATCH)):
            yield batch

    def store(self, batch: list[Found]) -> Changes:
        """Store the articles of a batch; all batches are one step of the undo menu."""
        self.failures += [item for item in batch if isinstance(item, UnreadableFile)]
        drafts = [item for item in batch if isinstance(item, ArticleDraft)]
        if not drafts:
            return Changes()
        changes = self._project.articles.add(drafts, join=self._step_id)
        self._step_id = changes.step_id
        new = changes.added.get(Kind.ARTICLE, ())
        self.imported += new
        self.known += len(drafts) - len(new)
        return changes

    def parts(self, batch: list[Found]) -> Iterator[list[Found]]:
        """Some few articles each."""
        return (batch[start : start + _PART] for start in range(0, len(batch), _PART))

    def size(self, batch: list[Found]) -> int:
        """How many files or drafts a batch stands for, near enough for a progress bar."""
        return len(batch)

    def _all(self) -> Iterator[Found]:
        yield from self._drafts
        yield from read_files(self._files)
