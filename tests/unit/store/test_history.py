"""Undo and redo, of everything, in one step each, also after a restart."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain import (
    ClaimDraft,
    ClaimKind,
    EntityLabel,
    MentionDraft,
    Polarity,
    RoleValue,
    Span,
    StatementDraft,
)
from annotator.errors import InvalidInput
from annotator.project import Project, create_project, open_project
from annotator.store.schema import TRACKED
from factories import article_draft, codebook

TEXT = "🌍 France backs Mistral AI with €2bn, said Zoë. Rival Acme lost."
Contents = dict[str, list[tuple[object, ...]]]


def contents(project: Project) -> Contents:
    """Every row of every tracked table."""
    return {table: project._db.rows(f"SELECT * FROM {table} ORDER BY id") for table in TRACKED}


def _statement(start: int, stop: int) -> StatementDraft:
    value = RoleValue("funder", "France", Span(2, 8), "France")
    return StatementDraft(span=Span(start, stop), type="funding", values=(value,))


def _tag_and_propose(project: Project, span: Span) -> None:
    project.mentions.add_all({1: [span]}, EntityLabel.ORG)
    for article_id in project.articles.ids():
        project.suggestions.propose(article_id)


def _actions(project: Project, pick: random.Random) -> Callable[[], object]:
    statements = [s.id for s in project.statements.of(1)]
    entities = [e.id for e in project.entities.all()]
    start = pick.randrange(2, 30)
    span = Span(start, start + pick.randrange(3, 20))
    choices: list[Callable[[], object]] = [
        lambda: project.statements.add(1, _statement(span.start, span.stop)),
        lambda: project.claims.add(1, ClaimDraft(span=span, kind=ClaimKind.FACT)),
        lambda: project.mentions.add(1, MentionDraft(span=span, label=EntityLabel.ORG)),
        lambda: project.articles.add([article_draft(text=f"{TEXT} {pick.random()}")]),
        lambda: _tag_and_propose(project, span),
        lambda: project.articles.mark_done([1], done=pick.random() < 0.5),
        lambda: project.articles.update(1, title=f"T{pick.random()}"),
    ]
    if statements:
        chosen = pick.choice(statements)
        choices += [
            lambda: project.statements.remove(chosen),
            lambda: project.statements.change(
                chosen, StatementDraft(span=span, type="policy", polarity=Polarity.NEGATED)
            ),
        ]
    if len(entities) > 1:
        one, other = pick.sample(entities, 2)
        choices += [
            lambda: project.entities.merge([one, other], into=other),
            lambda: project.entities.rename(one, f"N{pick.random()}"),
            lambda: project.entities.remove(one),
        ]
    if project.articles.count() > 2:
        choices.append(lambda: project.articles.remove([2]))
    return pick.choice(choices)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_any_actions_can_all_be_undone_and_redone(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pick = random.Random(seed)
    path = tmp_path_factory.mktemp("random") / "x.anno"
    with create_project(path, codebook=codebook()) as project:
        project.articles.add([article_draft(text=TEXT)])
        # by step: one that changes something into what it was is a step too
        states = {project.history()[0].id: contents(project)}
        for _number in range(20):
            _actions(project, pick)()
            states[project.history()[0].id] = contents(project)
        passed = list(states.values())
        for state in reversed(passed[:-1]):
            project.undo()
            assert contents(project) == state
    with open_project(path) as project:
        for state in passed[1:]:
            project.redo()
            assert contents(project) == state
        assert project.check().is_sound


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "x.anno"
    with create_project(path, codebook=codebook()) as project:
        project.articles.add([article_draft(text=TEXT)])
        project.statements.add(1, _statement(2, 30))
    with open_project(path) as project:
        assert project.undo_name == "Tag"
        project.undo()
        assert project.statements.of(1) == ()
    with open_project(path) as project:
        assert project.redo_name == "Tag"
        project.redo()
        assert project.statements.of(1)[0].quote == TEXT[2:30]


def test_a_new_project_has_nothing_to_undo(project: Project) -> None:
    assert project.undo_name == ""
    assert not project.undo()
    assert project.codebook.get().type("funding") is not None


def test_a_new_action_ends_redo_but_the_history_keeps_what_was_dropped(project: Project) -> None:
    project.articles.add([article_draft(text=TEXT)])
    project.articles.update(1, title="One")
    project.undo()
    project.articles.update(1, title="Two")
    assert project.redo_name == ""
    assert [step.state for step in project.history()][:2] == ["done", "dropped"]


def test_an_action_that_changes_nothing_leaves_redo_as_it_was(project: Project) -> None:
    project.articles.add([article_draft(text=TEXT)])
    project.undo()
    project.articles.remove([1])
    assert project.redo_name == "Import articles"
    project.redo()
    assert project.articles.text(1) == TEXT


def test_articles_removed_during_an_import_come_back_by_undo(project: Project) -> None:
    drafts = [article_draft(text=f"{TEXT} {number}") for number in range(3)]
    first = project.articles.add(drafts[:2])
    before = contents(project)
    project.articles.remove([2])
    project.articles.add(drafts[2:], join=first.step_id)
    project.undo()
    project.undo()
    assert contents(project) == before


def test_a_failed_step_leaves_no_trace(project: Project) -> None:
    project.articles.add([article_draft(text=TEXT)])
    before = contents(project)
    with pytest.raises(InvalidInput):
        project.statements.add(1, StatementDraft(span=Span(0, 8), type="not in the codebook"))
    assert contents(project) == before
    assert project.undo_name == "Import articles"


def test_a_write_outside_a_step_is_refused(project: Project) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        project._db.insert("entities", {"name": "Sneaked in", "label": "ORG"})


def test_several_writes_can_be_one_step(project: Project) -> None:
    with project.step("Prepare"):
        project.articles.add([article_draft(text=TEXT)])
        project.articles.update(1, title="Prepared")
    assert project.undo_name == "Prepare"
    project.undo()
    assert project.articles.count() == 0


def test_an_action_that_changes_nothing_is_no_step(project: Project) -> None:
    project.articles.add([article_draft(text=TEXT)])
    project.articles.mark_done([1], done=False)
    assert project.undo_name == "Import articles"


def test_old_values_come_back_to_the_last_bit(project: Project) -> None:
    project.articles.add([article_draft(text=TEXT)])
    title = "quote ' \" ; 🌍 e\u0301 \u202e שלום \u00a0 end"
    project.articles.update(1, title=title)
    project.articles.update(1, title="plain")
    project.undo()
    assert project.articles.get(1).title == title


def test_search_follows_undo_and_redo(project: Project) -> None:
    project.articles.add([article_draft(text="Semiconductors everywhere.")])
    assert [hit.article_id for hit in project.articles.search("semiconductors")] == [1]
    project.undo()
    assert project.articles.search("semiconductors") == []
    project.redo()
    assert [hit.article_id for hit in project.articles.search("semiconductors")] == [1]
    assert project.check().is_sound


def test_bulk_actions_are_one_step(project: Project) -> None:
    project.articles.add([article_draft(text=f"Number {n}.") for n in range(500)])
    project.articles.remove(list(project.articles.ids()))
    assert project.articles.count() == 0
    project.undo()
    assert project.articles.count() == 500
    assert project.articles.text(250) == "Number 249."
