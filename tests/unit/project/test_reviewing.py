"""Deciding on suggestions."""

import pytest

from annotator.domain import (
    ArticleFilter,
    ClaimKind,
    EntityLabel,
    Kind,
    MentionDraft,
    Span,
    StatementDraft,
    Suggestion,
    SuggestionDraft,
    Verdict,
)
from annotator.errors import NotFound
from annotator.project import Project
from factories import TEXT, article_draft, claim_draft, filler, mention_draft, statement_draft


@pytest.fixture
def drafts() -> tuple[SuggestionDraft, ...]:
    """A mention, a claim and a statement about the article of the factories."""
    contents = (
        statement_draft(values=(filler("funder", "France", entity="France"),)),
        mention_draft(),
        claim_draft(),
    )
    return tuple(SuggestionDraft(content=content, score=0.5) for content in contents)


@pytest.fixture
def extracted(project: Project, drafts: tuple[SuggestionDraft, ...]) -> Project:
    """A project with one article over which a pipeline has been."""
    project.articles.add([article_draft()])
    run = project.suggestions.start_run("test", "1")
    project.suggestions.store(run, {1: drafts})
    project.suggestions.finish_run(run)
    return project


def _pending(project: Project, kind: type) -> Suggestion:
    return next(s for s in project.suggestions.pending(1) if isinstance(s.content, kind))


def test_suggestions_come_back_as_they_were_made(
    extracted: Project, drafts: tuple[SuggestionDraft, ...]
) -> None:
    found = extracted.suggestions.pending(1)
    assert {s.content for s in found} == {draft.content for draft in drafts}
    assert all(s.quote == s.span.quote(TEXT) for s in found)


def test_an_accepted_statement_is_tagged_and_no_longer_pending(extracted: Project) -> None:
    wanted = _pending(extracted, StatementDraft)
    changes = extracted.suggestions.accept([wanted.id])
    (statement,) = extracted.statements.of(1)
    assert statement.suggestion_id == wanted.id
    assert statement.of_role("funder")[0].entity == "France"
    assert wanted.id not in {s.id for s in extracted.suggestions.pending(1)}
    assert changes.touches(Kind.STATEMENT, Kind.DECISION)
    assert changes.first(Kind.STATEMENT) == statement.id


def test_an_accepted_mention_adds_the_entity_it_names_once(extracted: Project) -> None:
    wanted = _pending(extracted, MentionDraft)
    extracted.suggestions.accept([wanted.id])
    extracted.mentions.add(1, mention_draft())
    assert [e.name for e in extracted.entities.all()] == ["France"]
    assert set(extracted.entities.mention_counts().values()) == {2}


def test_an_accepted_mention_is_linked_by_alias(extracted: Project) -> None:
    extracted.entities.add("French Republic", EntityLabel.GPE, ["France"])
    extracted.suggestions.accept([_pending(extracted, MentionDraft).id])
    assert extracted.mentions.of(1)[0].entity == "French Republic"


def test_the_name_that_a_coder_corrects_becomes_an_alias(extracted: Project) -> None:
    wanted = _pending(extracted, MentionDraft)
    extracted.suggestions.correct(wanted.id, mention_draft(entity="French Republic"))
    (entity,) = extracted.entities.all()
    assert (entity.name, entity.aliases) == ("French Republic", ("France",))
    extracted.undo()
    assert extracted.entities.all() == ()


def test_the_name_that_a_coder_tags_becomes_an_alias(project: Project) -> None:
    project.articles.add([article_draft()])
    project.mentions.add(1, mention_draft("Mistral\u00a0AI", entity="Mistral"))
    project.mentions.add(1, mention_draft("OpenAI", entity="Mistral"))
    assert project.entities.all()[0].aliases == ("Mistral\u00a0AI", "OpenAI")


@pytest.mark.parametrize(
    ("quote", "label"),
    [
        ("said", EntityLabel.ORG),
        ("Mistral is ahead", EntityLabel.ORG),
        ("Dupont", EntityLabel.PERSON),
    ],
)
def test_what_names_no_one_for_certain_becomes_no_alias(
    project: Project, quote: str, label: EntityLabel
) -> None:
    project.articles.add([article_draft()])
    project.mentions.add(1, mention_draft(quote, label=label, entity="Somebody"))
    assert project.entities.all()[0].aliases == ()


def test_an_alias_of_another_entity_stays_where_it_is(project: Project) -> None:
    project.articles.add([article_draft()])
    project.entities.add("Open Artificial Intelligence", EntityLabel.ORG, ["OpenAI"])
    project.mentions.add(1, mention_draft("OpenAI", entity="Mistral"))
    assert [entity.aliases for entity in project.entities.all("mistral")] == [()]


def test_an_accepted_mention_teaches_no_alias(project: Project) -> None:
    project.articles.add([article_draft()])
    run = project.suggestions.start_run("test", "1")
    found = SuggestionDraft(content=mention_draft(entity="French Republic"), score=0.5)
    project.suggestions.store(run, {1: [found]})
    project.suggestions.accept([_pending(project, MentionDraft).id])
    assert project.entities.all()[0].aliases == ()


def test_a_sum_of_money_is_no_entity(extracted: Project) -> None:
    extracted.mentions.add(1, mention_draft("€2bn", label=EntityLabel.MONEY))
    assert extracted.entities.all() == ()


def test_a_rejected_suggestion_leaves_no_annotation(extracted: Project) -> None:
    wanted = _pending(extracted, StatementDraft)
    extracted.suggestions.accept([wanted.id])
    extracted.suggestions.reject([wanted.id])
    assert extracted.statements.of(1) == ()
    decision = extracted.suggestions.decision(wanted.id)
    assert decision is not None
    assert decision.verdict is Verdict.REJECTED


def test_a_corrected_suggestion_is_kept_as_it_was_made(extracted: Project) -> None:
    wanted = _pending(extracted, StatementDraft)
    other = StatementDraft(span=Span(0, 9), type="policy")
    extracted.suggestions.correct(wanted.id, other)
    (statement,) = extracted.statements.of(1)
    assert (statement.type, statement.span) == ("policy", Span(0, 9))
    assert extracted.suggestions.get(wanted.id).content == wanted.content


def test_changing_what_was_accepted_makes_it_corrected(extracted: Project) -> None:
    wanted = _pending(extracted, StatementDraft)
    extracted.suggestions.accept([wanted.id])
    statement = extracted.statements.of(1)[0]
    extracted.statements.change(statement.id, StatementDraft(span=Span(0, 9), type="policy"))
    decision = extracted.suggestions.decision(wanted.id)
    assert decision is not None
    assert decision.verdict is Verdict.CORRECTED


def test_removing_what_was_accepted_makes_it_rejected(extracted: Project) -> None:
    wanted = _pending(extracted, StatementDraft)
    extracted.suggestions.accept([wanted.id])
    extracted.statements.remove(extracted.statements.of(1)[0].id)
    decision = extracted.suggestions.decision(wanted.id)
    assert decision is not None
    assert decision.verdict is Verdict.REJECTED


def test_what_a_coder_has_skipped_is_told_in_text_order(extracted: Project) -> None:
    first, second, third = (row.id for row in extracted.suggestions.pending(1))
    extracted.suggestions.skip([third, first])
    extracted.suggestions.reject([second])
    assert list(extracted.suggestions.aside(1)) == [first, third]
    assert extracted.suggestions.aside(2) == {}
    extracted.coders.use("Grace")
    assert extracted.suggestions.aside(1) == {}


def test_a_reopened_suggestion_is_pending_again(extracted: Project) -> None:
    wanted = _pending(extracted, StatementDraft)
    extracted.suggestions.accept([wanted.id])
    extracted.suggestions.reopen([wanted.id])
    assert wanted.id in {s.id for s in extracted.suggestions.pending(1)}
    assert extracted.statements.of(1) == ()


def test_coders_decide_apart_from_each_other(extracted: Project) -> None:
    wanted = _pending(extracted, StatementDraft)
    extracted.suggestions.accept([wanted.id])
    extracted.coders.use("Grace")
    assert wanted.id in {s.id for s in extracted.suggestions.pending(1)}
    assert extracted.statements.of(1) == ()
    extracted.suggestions.reject([wanted.id])
    extracted.coders.use("Ada")
    assert len(extracted.statements.of(1)) == 1


def test_accepting_many_is_one_step(extracted: Project) -> None:
    ids = [s.id for s in extracted.suggestions.pending(1)]
    extracted.suggestions.accept(ids)
    assert extracted.undo_name == "Accept 3 suggestions"
    extracted.undo()
    assert [s.id for s in extracted.suggestions.pending(1)] == ids


def test_extracting_again_keeps_decisions_and_replaces_the_rest(
    extracted: Project, drafts: tuple[SuggestionDraft, ...]
) -> None:
    decided = _pending(extracted, StatementDraft)
    extracted.suggestions.accept([decided.id])
    run = extracted.suggestions.start_run("test", "2")
    better = SuggestionDraft(content=claim_draft(kind=ClaimKind.FORECAST), score=0.9)
    extracted.suggestions.store(run, {1: (*drafts[:1], better)})
    assert [s.content for s in extracted.suggestions.pending(1)] == [better.content]
    assert len(extracted.statements.of(1)) == 1


@pytest.fixture
def running(extracted: Project, drafts: tuple[SuggestionDraft, ...]) -> int:
    """A run that has been over another article and comes to the first one later."""
    extracted.articles.add([article_draft(text=f"{TEXT} Once more.")])
    run = extracted.suggestions.start_run("test", "2")
    extracted.suggestions.store(run, {2: drafts})
    return run


def test_a_decision_undone_during_an_extraction_can_be_redone(
    extracted: Project, running: int
) -> None:
    decided = _pending(extracted, StatementDraft)
    extracted.suggestions.accept([decided.id])
    extracted.undo()
    extracted.suggestions.store(running, {1: ()})
    extracted.redo()
    assert [s.suggestion_id for s in extracted.statements.of(1)] == [decided.id]


def test_a_decision_reopened_during_an_extraction_comes_back_by_undo(
    extracted: Project, running: int
) -> None:
    decided = _pending(extracted, StatementDraft)
    extracted.suggestions.accept([decided.id])
    extracted.suggestions.reopen([decided.id])
    extracted.suggestions.store(running, {1: ()})
    extracted.undo()
    assert extracted.suggestions.decision(decided.id) is not None


def test_an_article_that_was_removed_meanwhile_is_passed_over(
    extracted: Project, drafts: tuple[SuggestionDraft, ...]
) -> None:
    run = extracted.suggestions.start_run("test", "2")
    extracted.suggestions.store(run, {99: drafts})
    assert extracted.status().suggestions == len(drafts)


def test_articles_are_extracted_once_a_version(extracted: Project) -> None:
    assert extracted.suggestions.articles_without_run("test", "1") == []
    assert extracted.suggestions.articles_without_run("test", "2") == [1]


def test_what_an_older_version_suggested_and_a_newer_one_replaced_can_be_made_anew(
    extracted: Project, drafts: tuple[SuggestionDraft, ...]
) -> None:
    run = extracted.suggestions.start_run("test", "2")
    extracted.suggestions.store(run, {1: drafts})
    assert extracted.suggestions.articles_without_run("test", "1") == [1]
    assert extracted.suggestions.articles_without_run("test", "2") == []


def test_undoing_an_extraction_makes_it_possible_again(extracted: Project) -> None:
    extracted.undo()
    assert extracted.suggestions.pending(1) == ()
    assert extracted.suggestions.articles_without_run("test", "1") == [1]


def test_a_suggestion_that_is_gone_is_said_to_be_gone(extracted: Project) -> None:
    with pytest.raises(NotFound):
        extracted.suggestions.correct(999, mention_draft())


def test_what_is_flagged_is_told_from_what_is_skipped_and_can_be_filtered(
    extracted: Project,
) -> None:
    first, second, third = (row.id for row in extracted.suggestions.pending(1))
    extracted.suggestions.skip([first])
    extracted.suggestions.flag([third])
    assert extracted.suggestions.aside(1) == {first: Verdict.SKIPPED, third: Verdict.FLAGGED}
    assert extracted.status().decisions == {Verdict.SKIPPED: 1, Verdict.FLAGGED: 1}
    assert list(extracted.articles.ids(ArticleFilter(flagged=True))) == [1]
    extracted.suggestions.reopen([third])
    assert list(extracted.articles.ids(ArticleFilter(flagged=True))) == []
    assert [row.id for row in extracted.suggestions.pending(1)] == [second, third]


def test_learning_passes_over_what_is_flagged(extracted: Project) -> None:
    wanted = _pending(extracted, StatementDraft)
    before = extracted.learned.lesson(1)
    extracted.suggestions.flag([wanted.id])
    assert extracted.learned.lesson(1) == before
    assert [one.decisions for one in extracted.learned.taught()] == []
