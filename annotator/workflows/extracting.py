"""Extraction: a pipeline goes over articles, and its suggestions are stored."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from annotator.domain import Changes, Entity, SuggestionDraft
from annotator.i18n import gettext as _
from annotator.nlp import (
    DEFAULT_PIPELINE,
    PipelineInfo,
    installed_pipelines,
    load_pipeline,
    pipeline_version,
    suggest_in_process,
)
from annotator.project import Project, open_project
from annotator.workflows.languages import foreign_notice
from annotator.workflows.work import Work

Suggested = dict[int, tuple[SuggestionDraft, ...]]

_BATCH = 8

__all__ = [
    "DEFAULT_PIPELINE",
    "Extract",
    "PipelineInfo",
    "installed_pipelines",
    "pipeline_version",
]


class Extract(Work[Suggested]):
    """Suggestions for articles: by default those this version of the pipeline has not seen.

    With `jobs` 0 the pipeline runs in the calling process, else in that many of its own.
    `again` goes over all articles anew; what was decided stays. `notice` says which articles the
    pipeline reads badly. Raises PipelineMissing.
    """

    title = _("Extract")

    def __init__(
        self,
        project: Project,
        article_ids: Sequence[int] | None = None,
        *,
        pipeline: str = DEFAULT_PIPELINE,
        jobs: int = 1,
        again: bool = False,
    ) -> None:
        super().__init__()
        self._project = project
        self._path: Path = project.path
        self._pipeline = pipeline
        self._version = pipeline_version(pipeline)
        self._jobs = jobs
        self._known: tuple[Entity, ...] = project.entities.all()
        self._ids = self._wanted(article_ids, again=again)
        self._run_id: int | None = None
        self.total = len(self._ids)
        self.notice = foreign_notice(project, pipeline, self._ids)

    def produce(self) -> Iterator[Suggested]:
        """Suggestions by article id, a batch at a time."""
        if not self._ids:
            return
        with open_project(self._path, read_only=True) as reader:
            texts = ((article_id, reader.articles.text(article_id)) for article_id in self._ids)
            yield from self._here(texts) if self._jobs == 0 else self._elsewhere(texts)

    def store(self, batch: Suggested) -> Changes:
        """Store a batch; all batches are one step of the undo menu."""
        if self._run_id is None:
            self._run_id = self._project.suggestions.start_run(self._pipeline, self._version)
        return self._project.suggestions.store(self._run_id, batch)

    def size(self, batch: Suggested) -> int:
        """How many articles a batch holds."""
        return len(batch)

    def finish(self) -> Changes:
        """Note that the run went through."""
        if self._run_id is not None:
            self._project.suggestions.finish_run(self._run_id)
        return Changes()

    def _wanted(self, article_ids: Sequence[int] | None, *, again: bool) -> list[int]:
        if article_ids is not None:
            return list(article_ids)
        if again:
            return list(self._project.articles.ids())
        return self._project.suggestions.articles_without_run(self._pipeline, self._version)

    def _here(self, articles: Iterator[tuple[int, str]]) -> Iterator[Suggested]:
        pipeline = load_pipeline(self._pipeline)
        while batch := list(islice(articles, _BATCH)):
            found = pipeline.suggest((text for _id, text in batch), known=self._known)
            yield {
                article_id: drafts for (article_id, _text), drafts in zip(batch, found, strict=True)
            }

    def _elsewhere(self, articles: Iterator[tuple[int, str]]) -> Iterator[Suggested]:
        return suggest_in_process(
            self._pipeline,
            articles,
            known=self._known,
            jobs=self._jobs,
            batch=_BATCH,
            stopped=self.stopped,
        )
