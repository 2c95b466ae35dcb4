"""Which articles are in a language that a pipeline does not read."""

from collections.abc import Iterable, Mapping

from annotator.domain import ArticleFilter
from annotator.formats import digits, listing
from annotator.i18n import ngettext
from annotator.project import Project

_MANY = "xx"
_LONGEST = 3


def pipeline_language(pipeline: str) -> str:
    """The language a pipeline reads, ISO 639, as its name begins; "" if it tells of none."""
    language, bar, _rest = pipeline.replace("-", "_").partition("_")
    is_one = bool(bar) and len(language) <= _LONGEST and language != _MANY
    return language if is_one else ""


def is_read(language: str, pipelines: Iterable[str]) -> bool:
    """Whether one of the pipelines reads a language; what is not known is taken to be read."""
    known = {pipeline_language(pipeline) for pipeline in pipelines}
    return not (language and known) or "" in known or _plain(language) in known


def foreign_articles(project: Project, pipeline: str, ids: Iterable[int]) -> Mapping[str, int]:
    """How many of these articles are in each language that the pipeline does not read."""
    wanted = frozenset(ids)
    counts = {
        language: len(wanted.intersection(project.articles.ids(ArticleFilter(language=language))))
        for language in project.articles.languages()
        if not is_read(language, (pipeline,))
    }
    return {language: count for language, count in counts.items() if count}


def foreign_notice(project: Project, pipeline: str, ids: Iterable[int]) -> str:
    """One sentence on the articles that the pipeline reads badly; "" if there are none."""
    found = foreign_articles(project, pipeline, ids)
    count = sum(found.values())
    if not count:
        return ""
    text = ngettext(
        "{count} article is in a language that this pipeline does not read ({languages}); "
        "its suggestions will be poor.",
        "{count} articles are in a language that this pipeline does not read ({languages}); "
        "their suggestions will be poor.",
        count,
    )
    return text.format(count=digits(count), languages=listing(found))


def _plain(language: str) -> str:
    # "pt-br" is read by what reads "pt"
    return language.replace("_", "-").partition("-")[0].lower()
