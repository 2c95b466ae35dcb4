"""Articles that a pipeline reads badly."""

from pathlib import Path

import pytest

from annotator.project import create_project
from annotator.workflows.extracting import DEFAULT_PIPELINE, Extract
from annotator.workflows.languages import foreign_notice, is_read, pipeline_language
from factories import article_draft


@pytest.mark.parametrize(
    ("pipeline", "language"),
    [
        ("en_core_web_sm", "en"),
        ("fr-core-news-sm", "fr"),
        ("xx_ent_wiki_sm", ""),
        ("rules", ""),
        ("private_pipeline", ""),
    ],
)
def test_the_name_of_a_pipeline_begins_with_its_language(pipeline: str, language: str) -> None:
    assert pipeline_language(pipeline) == language


@pytest.mark.parametrize(
    ("language", "pipelines", "expected"),
    [
        ("fr", ("en_core",), False),
        ("fr", ("en_core", "fr_core"), True),
        ("fr", ("en_core", "xx_ent"), True),
        ("en-gb", ("en_core",), True),
        ("", ("en_core",), True),
        ("fr", (), True),
    ],
)
def test_what_is_not_known_is_taken_to_be_read(
    language: str, pipelines: tuple[str, ...], *, expected: bool
) -> None:
    assert is_read(language, pipelines) is expected


def test_articles_of_other_languages_are_counted_in_one_sentence(tmp_path: Path) -> None:
    with create_project(tmp_path / "x.anno") as project:
        for number, language in enumerate(("fr", "en", "de", "", "fr")):
            project.articles.add([article_draft(text=f"Text {number} 🐝.", language=language)])
        assert foreign_notice(project, "en_core_web_sm", (2, 4)) == ""
        assert "1 article is" in foreign_notice(project, "en_core_web_sm", (1, 2))
        assert "3 articles are in a language that this pipeline does not read (de, fr)" in (
            Extract(project, pipeline=DEFAULT_PIPELINE).notice
        )
