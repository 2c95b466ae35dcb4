"""Which version of a pipeline a project works with: installed, taught and told how sure to be."""

from annotator.domain import Learned, Thresholds
from annotator.nlp import pipeline_version
from annotator.project import Project


def learned_in(project: Project, pipeline: str) -> Learned | None:
    """What the installed version of a pipeline has learned and goes by; PipelineMissing."""
    return project.learned.in_use(pipeline, pipeline_version(pipeline))


def version_in(project: Project, pipeline: str, thresholds: Thresholds | None = None) -> str:
    """The version of a pipeline, with the marks of what it has learned and of thresholds.

    These are the project's unless others are given. Raises PipelineMissing.
    """
    version = pipeline_version(pipeline)
    learned = learned_in(project, pipeline)
    if learned:
        version += f"+learned.{learned.mark}"
    chosen = project.thresholds.get() if thresholds is None else thresholds
    return version + "".join(f"+{kind}.{chance}" for kind, chance in sorted(chosen.items()))
