"""How often labels were right, and which a coder has muted."""

import shutil
from pathlib import Path

import pytest

import factories
from annotator.domain import (
    EntityLabel,
    Kind,
    SuggestedLabel,
    SuggestionDraft,
    SuggestionKind,
    TrackRecord,
)
from annotator.project import Project, open_project
from annotator.store.labels import _RECORDS

OLD = Path(__file__).parents[2] / "data" / "version-0.1.anno"
FUNDING = SuggestedLabel(SuggestionKind.STATEMENT, "funding")
ORG = SuggestedLabel(SuggestionKind.MENTION, "ORG")


@pytest.fixture
def article_id(project: Project) -> int:
    return project.articles.add([factories.article_draft()]).added[Kind.ARTICLE][0]


def suggest(project: Project, article_id: int, mentions: int, statements: int = 0) -> list[int]:
    """Ids of so many suggestions by a pipeline, mentions first; their places do not matter here."""
    run = project.suggestions.start_run("en_rules", "1")
    mention = factories.mention_draft("Mistral\u00a0AI", label=EntityLabel.ORG)
    statement = factories.statement_draft("France gives")
    drafts = [
        *[SuggestionDraft(content=mention, score=0.5)] * mentions,
        *[SuggestionDraft(content=statement, score=0.5)] * statements,
    ]
    return list(project.suggestions.store(run, {article_id: drafts}).added[Kind.SUGGESTION])


def test_accepted_and_corrected_ones_were_right_and_skipped_ones_are_not_counted(
    project: Project, article_id: int
) -> None:
    first, second, third, fourth = suggest(project, article_id, 4)
    project.suggestions.accept([first])
    project.suggestions.correct(second, factories.mention_draft("France"))
    project.suggestions.reject([third])
    project.suggestions.skip([fourth])
    assert project.labels.records() == {ORG: TrackRecord(right=2, decided=3)}


def test_only_the_last_hundred_of_each_label_count(project: Project, article_id: int) -> None:
    ids = suggest(project, article_id, 130, 3)
    project.suggestions.reject([*ids[:60], *ids[130:]])
    project.suggestions.accept(ids[60:130])
    assert project.labels.records() == {
        ORG: TrackRecord(right=70, decided=100),
        FUNDING: TrackRecord(right=0, decided=3),
    }


def test_what_follows_from_the_coders_own_tags_does_not_count(
    project: Project, article_id: int
) -> None:
    draft = factories.article_draft("Mistral\u00a0AI again, and Mistral\u00a0AI.")
    (other,) = project.articles.add([draft]).added[Kind.ARTICLE]
    project.mentions.add(article_id, factories.mention_draft("Mistral\u00a0AI"))
    project.suggestions.propose(other)
    proposed = project.suggestions.pending(other)
    assert proposed
    project.suggestions.accept([row.id for row in proposed])
    assert project.labels.records() == {}


def test_each_coder_has_a_record_and_mutes_for_themselves(
    project: Project, article_id: int
) -> None:
    project.suggestions.reject(suggest(project, article_id, 2))
    project.labels.mute(ORG)
    project.coders.use("Ida")
    assert project.labels.records() == {}
    assert project.labels.muted() == frozenset()


def test_the_latest_decisions_are_found_by_their_index(project: Project) -> None:
    plan = project._db.rows(f"EXPLAIN QUERY PLAN {_RECORDS}", 1, "[]", 1, "rejected", 100)
    steps = [row[3] for row in plan]
    assert "SEARCH decisions USING INDEX idx_decisions_coder_id_taken_at (coder_id=?)" in steps


def test_muting_is_a_step_that_can_be_undone(project: Project) -> None:
    changes = project.labels.mute(ORG)
    assert changes.kinds == {Kind.MUTED}
    assert not project.labels.mute(ORG)
    assert project.labels.muted() == {ORG}
    project.undo()
    assert project.labels.muted() == frozenset()
    project.redo()
    project.labels.unmute(ORG)
    assert project.labels.muted() == frozenset()
    project.undo()
    assert project.labels.muted() == {ORG}


def test_muted_ones_are_not_left_but_stay_pending(project: Project, article_id: int) -> None:
    suggest(project, article_id, 2, 1)
    project.labels.mute(ORG)
    assert project.suggestions.left().suggestions == 1
    assert project.status().pending == 3
    kinds = frozenset({SuggestionKind.MENTION})
    assert project.suggestions.first_pending([article_id], kinds) is None
    project.labels.unmute(ORG)
    assert project.suggestions.first_pending([article_id], kinds) == article_id


def test_a_project_of_an_older_version_can_mute_too(tmp_path: Path) -> None:
    path = shutil.copy(OLD, tmp_path / "old.anno")
    with open_project(path) as project:
        project.labels.mute(ORG)
        assert project.labels.muted() == {ORG}
