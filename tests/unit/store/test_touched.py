"""What a step touched: articles and rows, alike for writes, undo and redo."""

from collections.abc import Callable

import pytest

from annotator.domain import Changes, Codebook, EntityLabel, Kind, SuggestionDraft
from annotator.project import Project
from annotator.store.touched import MANY
from factories import TEXT, article_draft, claim_draft, filler, mention_draft, statement_draft


@pytest.fixture
def extracted(project: Project) -> Project:
    """Three articles; a pipeline has been over the first two."""
    project.articles.add([article_draft(f"{TEXT}{number}\n") for number in range(3)])
    contents = (
        statement_draft(values=(filler("funder", "France", entity="France"),)),
        mention_draft(),
        claim_draft(),
    )
    drafts = [SuggestionDraft(content=content, score=0.5) for content in contents]
    run = project.suggestions.start_run("test", "1")
    project.suggestions.store(run, {1: drafts, 2: drafts})
    return project


def _tag(project: Project) -> Changes:
    return project.statements.add(2, statement_draft(values=(filler("funder", "France"),)))


def _mention(project: Project) -> Changes:
    return project.mentions.add(2, mention_draft(entity="French Republic"))


def _change(project: Project) -> Changes:
    return project.statements.change(_tag(project).first(Kind.STATEMENT), statement_draft())


def _remove(project: Project) -> Changes:
    return project.statements.remove(_tag(project).first(Kind.STATEMENT))


def _accept(project: Project) -> Changes:
    return project.suggestions.accept([s.id for s in project.suggestions.pending(2)])


def _reopen(project: Project) -> Changes:
    _accept(project)
    return project.suggestions.reopen([s.id for s in project.suggestions.of(2)])


def _extract(project: Project) -> Changes:
    run = project.suggestions.start_run("test", "2")
    return project.suggestions.store(run, {2: []})


def _unlink(project: Project) -> Changes:
    _mention(project)
    return project.entities.remove(project.entities.all()[0].id)


def some(*ids: int) -> frozenset[int]:
    return frozenset(ids)


@pytest.mark.parametrize(
    "action",
    [
        _tag,
        _mention,
        _change,
        _remove,
        _accept,
        _reopen,
        _extract,
        _unlink,
        lambda project: project.articles.mark_done([2]),
        lambda project: project.articles.update(2, title="Another"),
        lambda project: project.articles.remove([2]),
    ],
)
def test_a_step_its_undo_and_its_redo_name_the_one_article_that_they_concern(
    extracted: Project, action: Callable[[Project], Changes]
) -> None:
    done = action(extracted)
    undone, redone = extracted.undo(), extracted.redo()
    assert [each.articles for each in (done, undone, redone)] == [some(2)] * 3
    assert done.rows == undone.rows == redone.rows
    assert done.concerns(2)
    assert not done.concerns(1)


def test_a_step_in_several_articles_names_them_all(extracted: Project) -> None:
    first = [extracted.suggestions.pending(number)[0].id for number in (1, 2)]
    assert extracted.suggestions.reject(first).articles == some(1, 2)
    assert extracted.articles.remove([1, 3]).articles == some(1, 3)


def test_a_batch_that_joins_a_step_names_its_own_articles(extracted: Project) -> None:
    run = extracted.suggestions.start_run("test", "2")
    batches = [extracted.suggestions.store(run, {number: []}) for number in (1, 3)]
    assert [batch.articles for batch in batches] == [some(1), some(3)]
    assert extracted.undo().articles == some(1, 3)


def _rename_and_tag(project: Project) -> Changes:
    with project.step("Both") as step:
        project.entities.rename(1, "French Republic")
        project.claims.add(2, claim_draft())
    return step.changes


@pytest.mark.parametrize(
    "action",
    [
        _rename_and_tag,
        lambda project: project.entities.add("Mistral", EntityLabel.ORG),
        lambda project: project.entities.rename(1, "French Republic"),
        lambda project: project.thresholds.save({"funding": 0.8}),
        lambda project: project.codebook.save(Codebook(name="Other")),
    ],
)
def test_a_step_on_what_articles_share_concerns_every_one(
    extracted: Project, action: Callable[[Project], Changes]
) -> None:
    extracted.mentions.add(1, mention_draft())
    for changes in (action(extracted), extracted.undo(), extracted.redo()):
        assert changes.articles is None
        assert changes.rows is None
        assert changes.concerns(3)


def test_nothing_concerns_no_article() -> None:
    assert not Changes().concerns(1)


def test_rows_are_named_with_their_kind(extracted: Project) -> None:
    statement, mention, claim = extracted.suggestions.pending(2)
    changes = extracted.suggestions.accept([statement.id])
    assert changes.rows == {
        Kind.STATEMENT: some(changes.first(Kind.STATEMENT)),
        Kind.SUGGESTION: some(statement.id),
    }
    assert extracted.suggestions.skip([mention.id, claim.id]).rows == {
        Kind.SUGGESTION: some(mention.id, claim.id)
    }


def test_a_changed_role_value_counts_as_its_statement(extracted: Project) -> None:
    made = _tag(extracted).first(Kind.STATEMENT)
    elsewhere = extracted.entities.add("Elsewhere", EntityLabel.GPE).first(Kind.ENTITY)
    value = filler("funder", "France", entity="Elsewhere")
    changed = extracted.statements.change(made, statement_draft(values=(value,)))
    assert changed.rows == {Kind.STATEMENT: some(made)}
    assert extracted.entities.remove(elsewhere).rows == {Kind.STATEMENT: some(made)}


def test_very_many_rows_are_not_named_but_their_article_is(project: Project) -> None:
    project.articles.add([article_draft()])
    drafts = [SuggestionDraft(content=mention_draft(), score=0.5)] * (MANY + 1)
    run = project.suggestions.start_run("test", "1")
    changes = project.suggestions.store(run, {1: drafts})
    assert changes.articles == some(1)
    assert changes.rows is None


def test_very_many_articles_are_not_named(project: Project) -> None:
    added = project.articles.add([article_draft(f"Number {n}.") for n in range(MANY + 1)])
    assert added.articles is None
    ids = list(added.added[Kind.ARTICLE])
    assert project.articles.mark_done(ids[:MANY]).articles == some(*ids[:MANY])
    assert project.articles.remove(ids).articles is None
    assert project.undo_articles == frozenset()


def test_where_undo_and_redo_would_do_something_is_known_before(extracted: Project) -> None:
    assert extracted.undo_articles == some(1, 2)
    _tag(extracted)
    assert extracted.undo_articles == some(2)
    assert extracted.redo_articles == frozenset()
    extracted.undo()
    assert extracted.redo_articles == some(2)


def test_articles_that_come_or_go_with_a_step_do_not_stay(project: Project) -> None:
    assert project.undo_articles == frozenset()
    project.articles.add([article_draft()])
    assert project.undo_articles == frozenset()
    project.articles.remove([1])
    assert project.undo_articles == frozenset()
    project.undo()
    project.undo()
    assert project.redo_articles == frozenset()
