"""The same done to very many rows, in parts, is undone in the order in which it was done."""

import pytest

from annotator.domain import Kind, SuggestionDraft
from annotator.errors import InvalidInput
from annotator.project import Project
from annotator.workflows import many, run
from annotator.workflows.many import ActOnMany
from factories import article_draft, mention_draft

FIRMS = ("Acme", "Halm", "Nord", "Zeta", "Bolt")


@pytest.fixture(autouse=True)
def _two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_PART", 2)


@pytest.fixture
def ids(project: Project) -> list[int]:
    text = " ".join(FIRMS)
    (article,) = project.articles.add([article_draft(text)]).added[Kind.ARTICLE]
    drafts = [SuggestionDraft(content=mention_draft(firm, text), score=0.5) for firm in FIRMS]
    project.suggestions.store(project.suggestions.start_run("en", "1"), {article: drafts})
    return [each.id for each in project.suggestions.pending(article)]


def accepting(project: Project, ids: list[int]) -> ActOnMany:
    return ActOnMany(project, "Accept", ids, lambda held, some: held.suggestions.accept(some))


def accepted(project: Project) -> int:
    return len(project.mentions.of(1))


def test_all_of_it_is_one_step(project: Project, ids: list[int]) -> None:
    assert run(accepting(project, ids)).done == accepted(project) == 5
    assert project.undo_name == "Accept"
    project.undo()
    assert accepted(project) == 0
    project.redo()
    assert accepted(project) == 5


def test_what_a_coder_does_meanwhile_is_undone_in_its_turn(
    project: Project, ids: list[int]
) -> None:
    batches = (work := accepting(project, ids)).produce()
    work.store(next(batches))
    project.suggestions.accept(ids[-1:])
    for batch in batches:
        work.store(batch)
    for left in (3, 2, 0):
        project.undo()
        assert accepted(project) == left
    assert project.suggestions.left().suggestions == 5


def test_it_goes_on_as_another_step_after_it_was_undone(project: Project, ids: list[int]) -> None:
    batches = (work := accepting(project, ids)).produce()
    work.store(next(batches))
    project.undo()
    work.store(next(batches))
    assert accepted(project) == 2
    project.undo()
    assert accepted(project) == 0


def test_nothing_is_done_in_the_name_of_another_coder(project: Project, ids: list[int]) -> None:
    batches = (work := accepting(project, ids)).produce()
    work.store(next(batches))
    project.coders.use("Grace")
    with pytest.raises(InvalidInput, match="Another coder has taken over"):
        work.store(next(batches))
    assert accepted(project) == 0


def test_what_is_gone_by_then_is_passed_over(project: Project, ids: list[int]) -> None:
    work = accepting(project, ids)
    project.articles.remove([1])
    assert run(work).done == 5
    assert project.undo_name == "Remove articles"
