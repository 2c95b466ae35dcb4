"""What is tagged once is proposed wherever else the same words stand."""

import pytest

from annotator.domain import EntityLabel, Kind, MentionDraft, Span, SuggestionDraft, Verdict
from annotator.project import Project
from factories import article_draft, span

TEXT = (
    "Nordwind opens a site. Halm welcomes Nordwind, but Nordwind Labs stays away.\n"
    "Northwinds and Nordwinds are not meant; NORDWIND is a cry. 🚀 Nordwind's boss smiles."
)
ELSEWHERE = "In Halm, Nordwind is loved."


@pytest.fixture
def news(project: Project) -> Project:
    """Two articles with the same name in both."""
    project.articles.add([article_draft(TEXT), article_draft(ELSEWHERE)])
    return project


def at(number: int, quote: str = "Nordwind", text: str = TEXT) -> Span:
    """Where the quote stands for that time, the first being 0."""
    found = span(quote, text)
    for _time in range(number):
        found = span(quote, text, after=found.stop)
    return found


def firm(place: Span, entity: str = "") -> MentionDraft:
    return MentionDraft(span=place, label=EntityLabel.ORG, entity=entity)


def suggest(project: Project, *drafts: MentionDraft) -> list[int]:
    run = project.suggestions.start_run("en_rules", "1")
    found = [SuggestionDraft(content=draft, score=0.5) for draft in drafts]
    project.suggestions.store(run, {1: found})
    project.suggestions.finish_run(run)
    return [each.id for each in project.suggestions.pending(1)]


def starts(project: Project, article_id: int = 1) -> list[int]:
    return [each.span.start for each in project.suggestions.pending(article_id)]


def test_a_tagged_mention_is_proposed_everywhere_else_in_the_article(news: Project) -> None:
    changes = news.mentions.add(1, firm(at(0), "Nordwind AG"))
    proposed = news.suggestions.pending(1)
    assert [each.span for each in proposed] == [at(1), at(2), at(4)]
    assert {each.content for each in proposed} == {
        firm(place, "Nordwind AG") for place in (at(1), at(2), at(4))
    }
    assert {each.evidence for each in proposed} == {"as you tagged “Nordwind”"}
    assert changes.added[Kind.SUGGESTION] == tuple(each.id for each in proposed)


def test_words_that_stand_very_often_are_proposed_where_nothing_else_is(project: Project) -> None:
    sentence = "Nordwind grows. "
    project.articles.add([article_draft(sentence * 600)])
    length = len(sentence)
    suggest(project, firm(Span(length, 2 * length - 1)))
    project.mentions.add(1, firm(Span(0, 8)))
    (first, *others) = project.suggestions.pending(1)
    assert first.span == Span(length, 2 * length - 1)
    assert [each.span.start for each in others] == [length * n for n in range(2, 600)]


def test_an_accepted_mention_says_that_it_was_accepted(news: Project) -> None:
    (suggested,) = suggest(news, firm(at(0)))
    news.suggestions.accept([suggested])
    assert {each.evidence for each in news.suggestions.pending(1)} == {"as you accepted “Nordwind”"}


def test_nothing_is_proposed_where_a_mention_or_a_suggestion_is(news: Project) -> None:
    suggest(news, firm(at(0, "Nordwind Labs")))
    news.mentions.add(1, firm(at(1, "Nordwind")))
    assert starts(news) == [at(0).start, at(0, "Nordwind Labs").start, at(4).start]
    news.mentions.add(1, firm(at(0)))
    assert len(starts(news)) == 3


def test_nothing_is_proposed_within_a_suggestion_that_begins_far_before_it(
    news: Project,
) -> None:
    long = Span(at(0, "Halm").start, at(2).stop)
    suggest(news, firm(long), firm(at(0, "smiles")))
    news.mentions.add(1, firm(at(0)))
    assert starts(news) == [long.start, at(4).start, at(0, "smiles").start]


def test_what_was_rejected_is_not_proposed_again(news: Project) -> None:
    news.mentions.add(1, firm(at(0)))
    refused, *others = news.suggestions.pending(1)
    news.suggestions.reject([refused.id])
    news.suggestions.accept([each.id for each in others])
    news.mentions.add(1, firm(at(0), "Another firm"))
    assert not news.suggestions.propose(1)
    assert starts(news) == []


def test_the_same_words_are_proposed_in_another_article_once_it_is_asked_for(
    news: Project,
) -> None:
    news.mentions.add(1, firm(at(0)))
    assert starts(news, 2) == []
    assert news.suggestions.propose(2).touches(Kind.SUGGESTION)
    assert starts(news, 2) == [at(0, text=ELSEWHERE).start]
    assert not news.suggestions.propose(2)


def test_proposals_go_with_the_step_that_led_to_them(news: Project) -> None:
    news.mentions.add(1, firm(at(0)))
    news.suggestions.propose(2)
    assert news.undo_name == "Tag"
    news.undo()
    assert starts(news) == starts(news, 2) == []
    assert not news.suggestions.propose(2)
    news.redo()
    assert len(starts(news)) == 3
    assert starts(news, 2) == [at(0, text=ELSEWHERE).start]


def test_proposing_in_another_article_leaves_redo_as_it_was(news: Project) -> None:
    news.mentions.add(1, firm(at(0)))
    news.mentions.add(1, firm(at(0, "Halm")))
    news.undo()
    news.suggestions.propose(2)
    assert news.redo_name == "Tag"
    news.redo()
    assert len(news.mentions.of(1)) == 2
    assert news.check().is_sound


def test_a_step_that_is_redone_finds_its_ids_free(news: Project) -> None:
    news.mentions.add(1, firm(at(0)))
    before = [each.id for each in news.suggestions.pending(1)]
    news.undo()
    suggest(news, firm(at(0, "Halm")))
    later = [each.id for each in news.suggestions.pending(1)]
    assert not set(before) & set(later)


def test_other_words_and_another_label_replace_what_waits(news: Project) -> None:
    news.mentions.add(1, firm(at(0)))
    proposed = news.suggestions.pending(1)[0]
    corrected = MentionDraft(span=proposed.span, label=EntityLabel.PERSON)
    news.suggestions.correct(proposed.id, corrected)
    assert {each.label for each in news.suggestions.pending(1)} == {"PERSON"}
    assert len(starts(news)) == 2


def test_a_mention_that_is_removed_is_no_longer_proposed(news: Project) -> None:
    news.mentions.add(1, firm(at(0)))
    news.mentions.remove(news.mentions.of(1)[0].id)
    assert starts(news) == []
    assert not news.suggestions.propose(2)


def test_longer_words_are_proposed_before_shorter_ones(news: Project) -> None:
    news.articles.add([article_draft("Nordwind Labs and Nordwind.")])
    news.mentions.add(1, firm(at(0)))
    news.mentions.add(1, firm(at(0, "Nordwind Labs")))
    news.suggestions.propose(3)
    assert [each.quote for each in news.suggestions.pending(3)] == ["Nordwind Labs", "Nordwind"]


def test_every_coder_has_proposals_of_their_own(news: Project) -> None:
    news.mentions.add(1, firm(at(0)))
    news.coders.use("Grace")
    assert starts(news) == []
    assert not news.suggestions.propose(2)
    assert news.articles.rows([1])[0].pending == news.status().pending == 0


def test_a_pipeline_that_says_the_same_says_it_to_all_coders(news: Project) -> None:
    news.mentions.add(1, firm(at(0)))
    rejected = news.suggestions.pending(1)[0]
    news.suggestions.reject([rejected.id])
    suggest(news, firm(rejected.span))
    assert rejected.span.start not in starts(news)
    assert news.suggestions.get(rejected.id).evidence == ""
    news.coders.use("Grace")
    assert starts(news) == [rejected.span.start]


def test_an_extraction_replaces_what_was_proposed_and_no_more_than_that(news: Project) -> None:
    news.mentions.add(1, firm(at(0)))
    suggest(news, firm(at(0, "Halm")))
    assert starts(news) == [at(0, "Halm").start]
    news.suggestions.propose(1)
    assert len(starts(news)) == 4


def test_what_is_proposed_while_an_extraction_runs_goes_with_its_own_step(news: Project) -> None:
    run = news.suggestions.start_run("en_rules", "1")
    news.suggestions.store(run, {2: [SuggestionDraft(content=firm(Span(0, 2)), score=0.5)]})
    news.mentions.add(1, firm(at(0)))
    news.suggestions.store(run, {1: ()})
    assert len(starts(news)) == 3
    news.undo()
    news.undo()
    assert news.status().suggestions == 0


def test_many_accepted_at_once_are_proposed_each(news: Project) -> None:
    ids = suggest(news, firm(at(0)), firm(at(0, "Halm")))
    news.suggestions.accept(ids)
    assert [news.suggestions.decision(number) is not None for number in ids] == [True, True]
    news.suggestions.propose(2)
    assert [each.quote for each in news.suggestions.pending(2)] == ["Halm", "Nordwind"]


def test_a_run_of_a_coder_is_no_pipelines(news: Project) -> None:
    news.mentions.add(1, firm(at(0)))
    (run,) = news.suggestions.runs()
    assert run.coder_id == news.coder.id
    assert not news.suggestions.is_extracted(1)
    accepted = news.suggestions.pending(1)[0]
    news.suggestions.accept([accepted.id])
    decision = news.suggestions.decision(accepted.id)
    assert decision is not None
    assert decision.verdict is Verdict.ACCEPTED


def test_a_redo_brings_no_proposal_beside_one_made_meanwhile(news: Project) -> None:
    news.mentions.add(1, firm(at(0)))
    news.articles.update(1, title="Later")
    news.suggestions.propose(2)
    news.undo()
    news.suggestions.propose(2)
    news.redo()
    assert len(news.suggestions.pending(2)) == 1
    news.undo()
    news.undo()
    assert news.suggestions.pending(2) == ()


def test_a_redo_of_one_coders_step_leaves_what_is_proposed_to_another(news: Project) -> None:
    news.coders.use("Grace")
    news.mentions.add(1, firm(at(0)))
    proposed = starts(news)
    assert proposed
    news.coders.use("Ada")
    news.mentions.add(1, firm(at(0)))
    news.undo()
    news.coders.use("Grace")
    news.redo()
    assert starts(news) == proposed
    news.coders.use("Ada")
    assert starts(news) == proposed


def test_what_a_tag_led_to_in_other_articles_goes_with_the_tag(news: Project) -> None:
    news.mentions.add(2, firm(span("Nordwind", ELSEWHERE)))
    news.suggestions.propose(1)
    assert starts(news)
    (mention,) = news.mentions.of(2)
    news.mentions.remove(mention.id)
    assert starts(news) == []
    news.undo()
    assert starts(news)


def test_a_tag_on_longer_words_takes_back_what_the_shorter_ones_led_to(news: Project) -> None:
    news.mentions.add(2, firm(span("Halm", ELSEWHERE)))
    news.suggestions.propose(1)
    (mention,) = news.mentions.of(2)
    news.mentions.change(mention.id, firm(span("In Halm", ELSEWHERE)))
    news.suggestions.propose(1)
    assert starts(news) == []
