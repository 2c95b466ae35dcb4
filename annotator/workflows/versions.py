"""Which version of a pipeline a project works with: the installed one and what it has learned."""

from annotator.domain import Learned
from annotator.nlp import pipeline_version
from annotator.project import Project


def learned_in(project: Project, pipeline: str) -> Learned | None:
    """What the installed version of a pipeline has learned and goes by; PipelineMissing."""
    return project.learned.in_use(pipeline, pipeline_version(pipeline))


def version_in(project: Project, pipeline: str) -> str:
    """The version of a pipeline, with the mark of what it has learned; PipelineMissing."""
    version = pipeline_version(pipeline)
    learned = learned_in(project, pipeline)
    return f"{version}+learned.{learned.mark}" if learned else version
