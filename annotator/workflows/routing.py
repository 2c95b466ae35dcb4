"""Which pipeline reads which article: that of its language, and none where there is none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.domain import ArticleFilter, Thresholds
from annotator.formats import digits, listing
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.nlp import DEFAULT_PIPELINE, LANGUAGES, pipeline_for
from annotator.project import Project
from annotator.readers import guess_language, may_be
from annotator.workflows.versions import version_in

ENGLISH = "en"
UNKNOWN = "?"
"""Stands for a language that could not be told."""


@dataclass(frozen=True, slots=True)
class Route:
    """Articles, by id, and the pipeline that reads them."""

    pipeline: str
    article_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Routing:
    """Where articles go; `unread` counts those that no pipeline reads by language."""

    routes: tuple[Route, ...]
    unread: Mapping[str, int]

    @property
    def article_ids(self) -> tuple[int, ...]:
        """The articles that a pipeline reads."""
        return tuple(number for route in self.routes for number in route.article_ids)

    @property
    def notice(self) -> str:
        """What is said of the articles that no pipeline reads; "" if there are none."""
        return unread_notice(self.unread)


def plan(
    project: Project,
    ids: Iterable[int] | None = None,
    *,
    pipeline: str = "",
    again: bool = False,
) -> Routing:
    """Where these articles go: by default all that are new to the pipeline, or with `again` all.

    Without a `pipeline` each goes to that of its language. Raises PipelineMissing.
    """
    wanted = tuple(sorted(project.articles.ids()) if ids is None else ids)
    routing = Routing((Route(pipeline, wanted),), {}) if pipeline else _by_language(project, wanted)
    return routing if again or ids is not None else new_in(project, routing)


def new_in(project: Project, routing: Routing, thresholds: Thresholds | None = None) -> Routing:
    """What of a routing is new to its pipelines.

    That depends on how sure suggestions must be: by the project's `thresholds` unless others are
    given. Raises PipelineMissing.
    """
    new = tuple(_new_in(project, each, thresholds) for each in routing.routes)
    return Routing(new, routing.unread)


def _by_language(project: Project, ids: Iterable[int]) -> Routing:
    """Articles parted by the pipeline that reads their language."""
    parted: dict[str, list[int]] = {DEFAULT_PIPELINE: []}
    unread: dict[str, int] = {}
    languages = _languages(project)
    for number in ids:
        language = languages.get(number) or _language_of(project.articles.text(number))
        pipeline = pipeline_of(language)
        if pipeline is None:
            unread[language] = unread.get(language, 0) + 1
        else:
            parted.setdefault(pipeline, []).append(number)
    routes = (Route(pipeline, tuple(numbers)) for pipeline, numbers in parted.items())
    return Routing(tuple(routes), dict(sorted(unread.items())))


def _new_in(project: Project, every: Route, thresholds: Thresholds | None) -> Route:
    """Those of the articles that the pipeline has not seen."""
    version = version_in(project, every.pipeline, thresholds)
    unseen = frozenset(project.suggestions.articles_without_run(every.pipeline, version))
    return Route(every.pipeline, tuple(each for each in every.article_ids if each in unseen))


def pipeline_of(language: str) -> str | None:
    """The pipeline for a language, "pt-br" like "pt"; None if no pipeline here reads it.

    The English one is named even if it is not installed: asking for it says what to do.
    """
    plain = language.replace("_", "-").partition("-")[0].lower()
    return DEFAULT_PIPELINE if plain == ENGLISH else pipeline_for(plain)


def is_unread(language: str, text: str) -> bool:
    """Whether no pipeline here reads a text in that language, told by its words if it is ""."""
    return pipeline_of(language or _language_of(text)) is None


def pipeline_of_text(text: str) -> str | None:
    """The pipeline for the language that a text seems to be in."""
    return pipeline_of(_language_of(text))


def unread_notice(unread: Mapping[str, int]) -> str:
    """One sentence on articles that get no suggestions, by language, and what would help."""
    count = sum(unread.values())
    if not count:
        return ""
    text = ngettext(
        "{count} article is in a language that no pipeline here reads ({languages}) "
        "and gets no suggestions.",
        "{count} articles are in languages that no pipeline here reads ({languages}) "
        "and get no suggestions.",
        count,
    )
    sentences = [text.format(count=digits(count), languages=listing(unread))]
    for language in sorted(LANGUAGES.keys() & unread.keys()):
        package = LANGUAGES[language][0].replace("_", "-")
        advice = _("For {language}, install the package {package} (pip install {package}).")
        sentences.append(advice.format(language=language, package=package))
    return " ".join(sentences)


def _languages(project: Project) -> dict[int, str]:
    """The language of each article that has one."""
    return {
        number: language
        for language in project.articles.languages()
        if language
        for number in project.articles.ids(ArticleFilter(language=language))
    }


def _language_of(text: str) -> str:
    """The language that a text seems to be in; English where it may be and nothing is sure."""
    return guess_language(text) or (ENGLISH if may_be(text, ENGLISH) else UNKNOWN)
