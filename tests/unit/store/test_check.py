"""Verifying and repairing a project file."""

from annotator.domain import Span
from annotator.project import Project, open_project
from factories import TEXT, article_draft, mention_draft, statement_draft


def _damage(project: Project, sql: str) -> None:
    """Change the file behind the program's back."""
    project._db.rows("PRAGMA foreign_keys = OFF")
    project._db.execute("UPDATE current_step SET step_id = (SELECT max(id) FROM steps)")
    project._db.execute(sql)
    project._db.execute("UPDATE current_step SET step_id = NULL")
    project._db.rows("PRAGMA foreign_keys = ON")


def _coded(project: Project) -> Project:
    project.articles.add([article_draft()])
    project.statements.add(1, statement_draft())
    return project


def test_a_sound_project_has_no_faults(project: Project) -> None:
    assert _coded(project).check().faults == ()


def test_a_span_that_does_not_say_its_quote_is_found_and_anchored_anew(project: Project) -> None:
    right = _coded(project).statements.of(1)[0].span
    _damage(project, "UPDATE statements SET start = start + 2, stop = stop + 2")
    assert not project.check().is_sound
    report = project.check(repair=True)
    assert report.is_sound
    assert len(report.faults) == 1
    assert project.statements.of(1)[0].span == right
    assert project.check().faults == ()


def test_a_quote_that_is_nowhere_in_the_text_is_reported_and_left(project: Project) -> None:
    _coded(project)
    _damage(project, "UPDATE statements SET quote = 'never written'")
    assert not project.check(repair=True).is_sound
    assert project.statements.of(1)[0].span != Span(0, 0)


def test_rows_that_point_to_nothing_are_found_and_removed(project: Project) -> None:
    _coded(project)
    _damage(project, "UPDATE statements SET coder_id = 4711")
    assert "4711" not in project.check().faults[0].sentence
    assert project.check(repair=True).is_sound
    assert project.statements.by_ids([1]) == ()
    assert project.check().faults == ()


def test_an_entity_that_is_gone_costs_no_mention(project: Project) -> None:
    project.articles.add([article_draft()])
    project.mentions.add(1, mention_draft())
    _damage(project, "UPDATE mentions SET entity_id = 4711")
    assert project.check(repair=True).is_sound
    assert [mention.entity_id for mention in project.mentions.of(1)] == [None]


def test_a_sound_project_is_sound_for_a_reader_too(project: Project) -> None:
    _coded(project)
    assert project.articles.search("France")
    with open_project(project.path, read_only=True) as reader:
        assert reader.check().faults == ()


def test_a_search_index_that_lost_an_article_is_rebuilt(project: Project) -> None:
    _coded(project)
    assert project.articles.search("France")
    project._db.execute(
        "INSERT INTO article_search (article_search, rowid, title, text)"
        " SELECT 'delete', id, title, text FROM article_search_source"
    )
    assert not project.check().is_sound
    assert project.check(repair=True).is_sound
    assert [hit.article_id for hit in project.articles.search("France")] == [1]
    assert project.articles.text(1) == TEXT
