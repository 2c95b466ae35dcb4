"""Extraction: a pipeline goes over articles, and its suggestions are stored."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from annotator.domain import Changes, Entity, SuggestionDraft, Thresholds
from annotator.i18n import gettext as _
from annotator.nlp import (
    DEFAULT_PIPELINE,
    PipelineInfo,
    installed_pipelines,
    load_pipeline,
    pipeline_thresholds,
    pipeline_version,
    suggest_in_process,
)
from annotator.project import Project, open_project
from annotator.workflows.languages import foreign_notice
from annotator.workflows.routing import Route, plan
from annotator.workflows.versions import learned_in, version_in
from annotator.workflows.work import Work

Suggested = dict[int, tuple[SuggestionDraft, ...]]

_BATCH = 8

BY_LANGUAGE = ""
"""Stands for the pipeline of each article's language."""

__all__ = [
    "BY_LANGUAGE",
    "DEFAULT_PIPELINE",
    "Extract",
    "PipelineInfo",
    "installed_pipelines",
    "pipeline_thresholds",
    "pipeline_version",
]


class Extract(Work[Suggested]):
    """Suggestions for articles: by default those this version of the pipeline has not seen.

    Without a `pipeline` each article is read by that of its language. With `jobs` 0 it runs in the
    calling process, else in that many of its own. `again` goes over all articles anew; what was
    decided stays. `notice` says which articles are read badly or not at all. Raises
    PipelineMissing.
    """

    title = _("Extract")

    def __init__(
        self,
        project: Project,
        article_ids: Sequence[int] | None = None,
        *,
        pipeline: str = BY_LANGUAGE,
        jobs: int = 1,
        again: bool = False,
    ) -> None:
        super().__init__()
        self._project = project
        self._path: Path = project.path
        self._jobs = jobs
        self._known: tuple[Entity, ...] = project.entities.all()
        routing = plan(project, article_ids, pipeline=pipeline, again=again)
        self._tasks = tuple(_task(project, each) for each in routing.routes)
        self._task_of = {number: task for task in self._tasks for number in task.route.article_ids}
        self._runs: dict[str, int] = {}
        self.total = len(routing.article_ids)
        self.notice = routing.notice
        if pipeline:
            self.notice = foreign_notice(project, pipeline, routing.article_ids)

    def produce(self) -> Iterator[Suggested]:
        """Suggestions by article id, a batch at a time."""
        if not self._task_of:
            return
        with open_project(self._path, read_only=True) as reader:
            for task in self._tasks:
                ids = task.route.article_ids
                texts = ((number, reader.articles.text(number)) for number in ids)
                yield from (self._here if self._jobs == 0 else self._elsewhere)(task, texts)

    def store(self, batch: Suggested) -> Changes:
        """Store a batch; all batches are one step of the undo menu."""
        task = self._task_of[next(iter(batch))]
        name = task.route.pipeline
        if name not in self._runs:
            self._runs[name] = self._project.suggestions.start_run(name, task.version)
        return self._project.suggestions.store(self._runs[name], batch)

    def parts(self, batch: Suggested) -> Iterator[Suggested]:
        """An article each."""
        return ({article_id: drafts} for article_id, drafts in batch.items())

    def size(self, batch: Suggested) -> int:
        """How many articles a batch holds."""
        return len(batch)

    def finish(self) -> Changes:
        """Note that the runs went through."""
        for run_id in self._runs.values():
            self._project.suggestions.finish_run(run_id)
        return Changes()

    def _here(self, task: "_Task", articles: Iterator[tuple[int, str]]) -> Iterator[Suggested]:
        pipeline = load_pipeline(task.route.pipeline)
        while batch := list(islice(articles, _BATCH)):
            texts = (text for _id, text in batch)
            found = pipeline.suggest(
                texts, known=self._known, learned=task.learned, thresholds=task.thresholds
            )
            yield {
                article_id: drafts for (article_id, _text), drafts in zip(batch, found, strict=True)
            }

    def _elsewhere(self, task: "_Task", articles: Iterator[tuple[int, str]]) -> Iterator[Suggested]:
        return suggest_in_process(
            task.route.pipeline,
            articles,
            known=self._known,
            learned=task.learned,
            thresholds=task.thresholds,
            jobs=self._jobs,
            batch=_BATCH,
            stopped=self.stopped,
        )


@dataclass(frozen=True, slots=True)
class _Task:
    """What one pipeline does, in which version, and what it goes by."""

    route: Route
    version: str
    learned: bytes
    thresholds: Thresholds


def _task(project: Project, wanted: Route) -> _Task:
    learned = learned_in(project, wanted.pipeline)
    version = version_in(project, wanted.pipeline)
    return _Task(
        route=wanted,
        version=version,
        learned=learned.weights if learned else b"",
        thresholds=project.thresholds.get(),
    )
