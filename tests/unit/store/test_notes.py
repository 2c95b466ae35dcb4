"""Notes on articles are kept and undone like all else, and notes of all kinds are found."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain import ArticleFilter, EntityLabel, Include, Kind, parted
from annotator.errors import InvalidInput, NotFound
from annotator.project import Project, open_project
from factories import TEXT, article_draft, mention_draft, statement_draft

OLD = Path(__file__).parents[2] / "data" / "version-0.1.anno"


@pytest.fixture
def noted(project: Project) -> Project:
    """Three articles: a note on the first, on a statement of the second, and on an entity in it."""
    project.articles.add([article_draft(f"{TEXT}{n}", title=f"Title {n}") for n in (1, 2, 3)])
    project.notes.save(1, "Ask *Zoë* about the **subsidy**.")
    project.statements.add(2, statement_draft(note="The subsidy is doubtful."))
    entity = project.entities.add("Mistral AI", EntityLabel.ORG).first(Kind.ENTITY)
    project.mentions.add(2, mention_draft("Mistral\u00a0AI", entity="Mistral AI"))
    project.entities.set_note(entity, "Renamed in 2027?")
    return project


def found(project: Project, query: str) -> list[int]:
    return sorted(project.articles.ids(ArticleFilter(query=query)))


def test_a_note_needs_an_article(noted: Project) -> None:
    with pytest.raises(NotFound, match="no article 99"):
        noted.notes.save(99, "Nowhere.")


def test_a_note_is_kept_and_an_empty_one_taken_away(noted: Project) -> None:
    assert noted.notes.get(1) == "Ask *Zoë* about the **subsidy**."
    assert noted.notes.get(2) == ""
    assert noted.notes.save(1, "Done.").kinds == {Kind.ARTICLE}
    assert noted.notes.get(1) == "Done."
    noted.notes.save(1, "")
    assert noted.notes.get(1) == ""


def test_saving_what_is_there_already_is_no_step(noted: Project) -> None:
    name = noted.undo_name
    assert not noted.notes.save(1, noted.notes.get(1))
    assert not noted.notes.save(2, "")
    assert noted.undo_name == name


def test_a_note_can_be_undone(noted: Project) -> None:
    noted.notes.save(1, "Other words.")
    assert noted.undo_name == "Edit article note"
    noted.undo()
    assert noted.notes.get(1).startswith("Ask")
    assert (found(noted, "note:ask"), found(noted, "note:other")) == ([1], [])
    noted.redo()
    assert (found(noted, "note:ask"), found(noted, "note:other")) == ([], [1])
    assert noted.check().is_sound


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("note:subsidy", [1, 2]),
        ("note:SUBS", [1, 2]),
        ("note:zoe", [1]),
        ('note:"is doubtful"', [2]),
        ("note:renamed", [2]),
        ("note:subsidy note:doubtful", [2]),
        ("note:subsidy France", [1, 2]),
        ("note:subsidy title", [1, 2]),
        ("note:subsidy nowhere", []),
        ("note:nowhere", []),
        ("note:", [1, 2]),
        ("subsidy", []),
    ],
)
def test_articles_are_found_by_notes_on_them_their_statements_and_entities(
    noted: Project, query: str, ids: list[int]
) -> None:
    assert found(noted, query) == ids
    assert noted.articles.count(ArticleFilter(query=query)) == len(ids)


def test_notes_on_statements_of_other_coders_are_not_found(noted: Project) -> None:
    noted.coders.use("Grace")
    assert found(noted, "note:doubtful") == []
    assert found(noted, "note:subsidy") == [1]


def test_a_search_for_notes_shows_the_note(noted: Project) -> None:
    hits = noted.articles.search("note:subsidy")
    assert {hit.article_id: hit.snippet for hit in hits} == {
        1: "Ask *Zoë* about the **subsidy**.",
        2: "The subsidy is doubtful.",
    }
    assert len(noted.articles.search("note:subsidy", limit=1)) == 1


def test_a_search_only_for_notes_to_leave_out_is_explained(noted: Project) -> None:
    with pytest.raises(InvalidInput, match="at least one word"):
        found(noted, "note:-subsidy")


def test_notes_go_with_what_they_were_written_on_and_come_back(noted: Project) -> None:
    noted.articles.remove([1, 2])
    assert found(noted, "note:") == []
    assert noted.check().is_sound
    noted.undo()
    assert noted.notes.get(1).startswith("Ask")
    assert found(noted, "note:") == [1, 2]
    assert noted.check().is_sound


def test_a_row_with_a_note_gets_its_own_id(noted: Project) -> None:
    changes = noted.statements.add(3, statement_draft(note="First of the third."))
    assert [each.id for each in noted.statements.of(3)] == [changes.first(Kind.STATEMENT)]


def test_the_corpus_carries_the_note(noted: Project) -> None:
    notes = [item.note for item in noted.corpus(Include.ALL)]
    assert notes == ["Ask *Zoë* about the **subsidy**.", "", ""]


def test_an_older_file_is_given_a_place_for_notes_and_finds_those_it_has(tmp_path: Path) -> None:
    path = tmp_path / "old.anno"
    shutil.copy(OLD, path)
    with open_project(path) as project:
        project.notes.save(1, "New here.")
        assert found(project, "note:new") == [1]
        written = {each.note for item in project.corpus() for each in item.statements}
        assert len(found(project, "note:")) >= len(written - {""})
        assert project.check().is_sound


def test_an_index_that_does_not_fit_the_notes_is_mended(noted: Project) -> None:
    path = noted.path
    noted.close()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("INSERT INTO note_search (note_search) VALUES ('delete-all')")
        conn.commit()
    with open_project(path) as project:
        assert not project.check().is_sound
        assert project.check(repair=True).is_sound
        assert found(project, "note:subsidy") == [1, 2]


@pytest.mark.parametrize(
    ("query", "words", "noted"),
    [
        ("chips", "chips", None),
        ("chips note:ask", "chips", "ask"),
        ('NOTE:"two words" chips', "chips", '"two words"'),
        ("note:", "", ""),
        ("footnote:3", "footnote:3", None),
        ("note:a note:b", "", "a b"),
    ],
)
def test_what_is_typed_is_parted(query: str, words: str, noted: str | None) -> None:
    text, notes = parted(query)
    assert (text.strip(), notes) == (words, noted)
