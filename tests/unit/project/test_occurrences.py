"""The same words in all articles, and tagging them at once."""

from itertools import chain

import pytest

from annotator.domain import EntityLabel, MentionDraft, Occurrence, Span, Standing, SuggestionDraft
from annotator.errors import InvalidInput
from annotator.project import Project
from factories import article_draft, span

TEXTS = (
    "Acme buys Acme Labs. ACME and acmes are not Acme.",
    "No firm is named here.",
    "🚀 Acme's rival; Acme\nLabs; xAcme; “Acme”, Acme-backed and AcmeX.",
)


@pytest.fixture
def news(project: Project) -> Project:
    """Three articles, two of which name the firm."""
    project.articles.add([article_draft(text) for text in TEXTS])
    return project


def everywhere(
    project: Project, words: str = "Acme", *, any_case: bool = False
) -> list[Occurrence]:
    return list(chain.from_iterable(project.occurrences.of(words, any_case=any_case)))


def quotes(found: list[Occurrence]) -> list[str]:
    return [each.span.quote(TEXTS[each.article_id - 1]) for each in found]


@pytest.mark.parametrize("indexed", [False, True])
def test_words_are_found_whole_and_as_they_are_written(news: Project, *, indexed: bool) -> None:
    while indexed and news.articles.index_new():
        pass
    found = everywhere(news)
    assert [each.article_id for each in found] == [1, 1, 1, 3, 3, 3, 3]
    assert set(quotes(found)) == {"Acme"}
    assert found[0].span == span("Acme", TEXTS[0])


def test_words_are_found_in_any_case_where_that_is_wanted(news: Project) -> None:
    assert quotes(everywhere(news, any_case=True)[:4]) == ["Acme", "Acme", "ACME", "Acme"]


def test_a_blank_between_words_counts_as_any_other(news: Project) -> None:
    assert quotes(everywhere(news, "Acme Labs")) == ["Acme Labs", "Acme\nLabs"]


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("该公司宣布投资。", "投资", "zh"),
        ("OpenAI公司宣布。", "OpenAI", "zh"),
        ("A 🏛️ stands here.", "🏛️", "en"),
        ("She pays € in cash.", "€", "en"),
        ("שלום: the EU", "שלום", "he"),
        ('He said "no".', 'said "no', "en"),
    ],
)
def test_words_of_any_script_are_found(
    project: Project, text: str, words: str, language: str
) -> None:
    project.articles.add([article_draft(text, language=language)])
    project.articles.index_new()
    assert [each.span for each in everywhere(project, words)] == [span(words, text)]


def test_no_words_are_nowhere(news: Project) -> None:
    assert everywhere(news, " ") == []


def test_what_is_tagged_there_is_told(news: Project) -> None:
    news.mentions.add(1, MentionDraft(span=span("Acme", TEXTS[0]), label=EntityLabel.ORG))
    labs = span("Acme Labs", TEXTS[0])
    news.mentions.add(1, MentionDraft(span=labs, label=EntityLabel.ORG))
    standings = [each.standing for each in news.occurrences.within(1, "Acme")]
    assert standings == [Standing.TAGGED, Standing.TOUCHED, Standing.FREE]
    news.coders.use("Grace")
    assert {each.standing for each in news.occurrences.within(1, "Acme")} == {Standing.FREE}


def test_a_place_within_a_suggestion_of_longer_words_is_told_from_one_of_its_own(
    news: Project,
) -> None:
    labs = MentionDraft(span=span("Acme Labs", TEXTS[0]), label=EntityLabel.ORG)
    last = news.occurrences.within(1, "Acme")[2].span
    own = MentionDraft(span=last, label=EntityLabel.ORG)
    run = news.suggestions.start_run("en_rules", "1")
    news.suggestions.store(run, {1: [SuggestionDraft(content=d, score=0.5) for d in (labs, own)]})
    standings = [each.standing for each in news.occurrences.within(1, "Acme")]
    assert standings == [Standing.FREE, Standing.TOUCHED, Standing.FREE]


def test_all_places_are_tagged_as_one_step(news: Project) -> None:
    wanted: dict[int, list[Span]] = {}
    for each in everywhere(news):
        wanted.setdefault(each.article_id, []).append(each.span)
    news.mentions.add_all(wanted, EntityLabel.ORG, entity="Acme Corporation")
    mentions = (*news.mentions.of(1), *news.mentions.of(3))
    assert {(each.quote, each.label, each.entity) for each in mentions} == {
        ("Acme", EntityLabel.ORG, "Acme Corporation")
    }
    assert len(mentions) == 7
    assert [entity.aliases for entity in news.entities.all()] == [("Acme",)]
    assert news.undo_name == "Tag 7 mentions"
    news.undo()
    assert (*news.mentions.of(1), *news.mentions.of(3), *news.entities.all()) == ()


def test_a_suggestion_of_a_place_that_is_tagged_is_decided(news: Project) -> None:
    first, second, third = (each.span for each in news.occurrences.within(1, "Acme"))
    run = news.suggestions.start_run("en_rules", "1")
    drafts = [
        MentionDraft(span=first, label=EntityLabel.ORG),
        MentionDraft(span=second, label=EntityLabel.PERSON),
        MentionDraft(span=third, label=EntityLabel.ORG),
    ]
    news.suggestions.store(run, {1: [SuggestionDraft(content=each, score=0.5) for each in drafts]})
    ids = [each.id for each in news.suggestions.pending(1)]
    news.suggestions.skip(ids[:1])
    news.mentions.add_all({1: [first, second]}, EntityLabel.ORG)
    decisions = [news.suggestions.decision(number) for number in ids]
    assert [each and each.verdict.value for each in decisions] == ["accepted", "corrected", None]
    assert [each.suggestion_id for each in news.mentions.of(1)] == ids[:2]


def test_words_that_were_left_out_somewhere_are_proposed_nowhere(news: Project) -> None:
    first, *_others = (each.span for each in news.occurrences.within(1, "Acme"))
    news.mentions.add_all({1: [first]}, EntityLabel.ORG, propose=False)
    assert not news.suggestions.propose(3)
    assert news.suggestions.pending(1) == ()


def test_words_that_were_all_tagged_are_proposed_in_other_articles(news: Project) -> None:
    spans = [each.span for each in news.occurrences.within(1, "Acme")]
    news.mentions.add_all({1: spans}, EntityLabel.ORG)
    news.suggestions.propose(3)
    assert len(news.suggestions.pending(3)) == 4


def test_a_place_off_the_text_is_refused_whole(news: Project) -> None:
    with pytest.raises(InvalidInput):
        news.mentions.add_all({1: [span("Acme", TEXTS[0]), Span(400, 404)]}, EntityLabel.ORG)
    assert news.mentions.of(1) == ()


def test_nothing_to_tag_is_no_step(news: Project) -> None:
    assert not news.mentions.add_all({}, EntityLabel.ORG)
    assert not news.mentions.add_all({1: []}, EntityLabel.ORG)
    assert news.undo_name == "Import articles"
