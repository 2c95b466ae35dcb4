"""Texts become suggestions: the only part that knows spaCy, and one that knows no database.

Importing this package does not import spaCy; loading a pipeline does.
"""

from collections.abc import Iterable
from pathlib import Path

from annotator.domain import AnnotatedArticle, CorpusInfo, Loss
from annotator.nlp.installed import LANGUAGES, pipeline_for
from annotator.nlp.pipeline import (
    DEFAULT_PIPELINE,
    Pipeline,
    PipelineInfo,
    installed_pipelines,
    load_pipeline,
    pipeline_thresholds,
    pipeline_version,
)
from annotator.nlp.process import study_in_process, suggest_in_process
from annotator.nlp.study import Studied, Study

__all__ = [
    "DEFAULT_PIPELINE",
    "LANGUAGES",
    "Pipeline",
    "PipelineInfo",
    "Studied",
    "Study",
    "installed_pipelines",
    "load_pipeline",
    "pipeline_for",
    "pipeline_thresholds",
    "pipeline_version",
    "study_in_process",
    "suggest_in_process",
    "write_docbin",
]


def write_docbin(
    articles: Iterable[AnnotatedArticle], info: CorpusInfo, path: Path
) -> tuple[Loss, ...]:
    """Write an annotated corpus as a spaCy DocBin; CannotWrite."""
    from annotator.nlp.docbin import write  # noqa: PLC0415 - it imports spaCy

    return write(articles, info, path)
