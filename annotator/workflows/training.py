"""Learning: what coders have decided and tagged corrects the classifiers of a pipeline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from annotator.domain import Changes, Learned, Lesson
from annotator.errors import TooFewDecisions
from annotator.i18n import gettext as _
from annotator.nlp import (
    DEFAULT_PIPELINE,
    Studied,
    Study,
    pipeline_version,
    study_in_process,
)
from annotator.project import Project, open_project
from annotator.workflows.languages import is_read
from annotator.workflows.versions import learned_in
from annotator.workflows.work import Work

NEEDED = (60, 20)
"""So many decisions it takes to learn from, and so many for the test."""

_BATCH = 8

__all__ = ["DEFAULT_PIPELINE", "NEEDED", "Material", "Train", "material_of"]


@dataclass(frozen=True, slots=True)
class Material:
    """The articles that can be learned from, and how many decisions there are for what."""

    article_ids: tuple[int, ...]
    to_learn: int
    to_test: int

    def require_enough(self) -> None:
        """Raise TooFewDecisions unless there is enough to learn from and to test on."""
        if self.to_learn < NEEDED[0] or self.to_test < NEEDED[1]:
            raise TooFewDecisions(to_learn=self.to_learn, to_test=self.to_test, needed=NEEDED)


def material_of(project: Project, pipeline: str = DEFAULT_PIPELINE) -> Material:
    """What coders have decided and tagged in articles that the pipeline reads."""
    taught = [entry for entry in project.learned.taught() if is_read(entry.language, (pipeline,))]
    return Material(
        article_ids=tuple(entry.article_id for entry in taught),
        to_learn=sum(entry.decisions for entry in taught if not entry.is_test),
        to_test=sum(entry.decisions for entry in taught if entry.is_test),
    )


class Train(Work[Studied]):
    """Learns from the decisions of a project, and keeps what was learned as a version.

    It is used from then on if it does better on the articles that were kept for the test. With
    `jobs` 0 the pipeline runs in the calling process, else in one of its own. `learned` is the
    new version once there is one. Raises TooFewDecisions, PipelineMissing.
    """

    title = _("Learn")

    def __init__(
        self, project: Project, *, pipeline: str = DEFAULT_PIPELINE, jobs: int = 1
    ) -> None:
        super().__init__()
        self._project = project
        self._path: Path = project.path
        self._pipeline = pipeline
        self._version = pipeline_version(pipeline)
        self._jobs = jobs
        material = material_of(project, pipeline)
        material.require_enough()
        self._ids = material.article_ids
        learned = learned_in(project, pipeline)
        self._in_use = learned.weights if learned else b""
        self._thresholds = project.thresholds.get()
        self.total = len(self._ids)
        self.learned: Learned | None = None

    def produce(self) -> Iterator[Studied]:
        """How many articles were read, a batch at a time, and at the end what was learned."""
        study = Study(self._pipeline, self._in_use, thresholds=self._thresholds)
        with open_project(self._path, read_only=True) as reader:
            if self._jobs == 0:
                yield from map(study, self._lessons(reader))
            else:
                yield from study_in_process(study, self._lessons(reader), stopped=self.stopped)

    def store(self, batch: Studied) -> Changes:
        """Keep what was learned, once it is there."""
        if batch.learned is None:
            return Changes()
        changes = self._project.learned.add(self._pipeline, self._version, batch.learned)
        self.learned = self._project.learned.all()[0]
        return changes

    def size(self, batch: Studied) -> int:
        """How many articles a batch holds."""
        return batch.lessons

    def _lessons(self, reader: Project) -> Iterator[Sequence[Lesson]]:
        """The lessons in batches; an empty one is the end."""
        lessons = (reader.learned.lesson(article_id) for article_id in self._ids)
        while batch := list(islice(lessons, _BATCH)):
            yield batch
        yield ()
