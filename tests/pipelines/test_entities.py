"""Mentions: what is named, with which label, and which entity it is."""

from collections.abc import Callable

import pytest

from annotator.domain import Entity, EntityLabel, MentionDraft, SuggestionDraft

Suggest = Callable[..., tuple[SuggestionDraft, ...]]


def mentions(drafts: tuple[SuggestionDraft, ...], text: str) -> list[tuple[str, str]]:
    return [(d.span.quote(text), d.label) for d in drafts if isinstance(d.content, MentionDraft)]


def named(drafts: tuple[SuggestionDraft, ...], text: str) -> dict[str, str]:
    return {
        d.span.quote(text): d.content.entity for d in drafts if isinstance(d.content, MentionDraft)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lab compared GPT-4 with its own system.", ("GPT-4", "PRODUCT")),
        ("They tested Claude 3.5 Sonnet in the evening.", ("Claude 3.5 Sonnet", "PRODUCT")),
        ("She ran Llama 3 70B at home.", ("Llama 3 70B", "PRODUCT")),
        (
            "He preferred DeepSeek-R1-Distill-Qwen-7B for it.",
            ("DeepSeek-R1-Distill-Qwen-7B", "PRODUCT"),
        ),
        ("The senate rejected Bill C-27 last week.", ("Bill C-27", "LAW")),
        ("Executive Order 14110 was signed.", ("Executive Order 14110", "LAW")),
        ("Parliament voted for the AI Act.", ("AI Act", "LAW")),
        ("Prices fell by about 12 percent.", ("about 12 percent", "PERCENT")),
        ("It costs more than $1 billion to build.", ("more than $1 billion", "MONEY")),
        ("The talks were held on 3 May 2024 in Rome.", ("3 May 2024", "DATE")),
    ],
)
def test_names_sums_and_days_are_found_whole(
    suggest: Suggest, text: str, expected: tuple[str, str]
) -> None:
    assert expected in mentions(suggest(text), text)


def test_an_article_and_a_possessive_do_not_belong_to_a_name(suggest: Suggest) -> None:
    text = "The European Commission's plan surprised Nvidia’s lawyers."
    found = mentions(suggest(text), text)
    assert ("European Commission", "ORG") in found
    assert ("Nvidia", "ORG") in found


def test_ai_alone_is_never_an_entity(suggest: Suggest) -> None:
    text = "AI is changing the world, and AI will not stop. The future of AI is open."
    assert "AI" not in dict(mentions(suggest(text), text))


def test_a_label_of_another_scheme_never_reaches_the_codebook(suggest: Suggest) -> None:
    text = "Three of the first 20 readers of Moby Dick speak Latin at five o'clock."
    labels = {label for _quote, label in mentions(suggest(text), text)}
    assert labels <= {label.value for label in EntityLabel}


def test_a_surname_stands_for_the_full_name_before_it(suggest: Suggest) -> None:
    text = "Erika Quandtmeier leads the firm. Years ago, Quandtmeier was a teacher."
    assert named(suggest(text), text)["Quandtmeier"] == "Erika Quandtmeier"


def test_a_known_alias_is_named_after_its_entity(suggest: Suggest) -> None:
    text = "The FTC opened a case."
    assert named(suggest(text), text)["FTC"] == "Federal Trade Commission"


def test_a_name_is_known_across_a_space_that_does_not_break(suggest: Suggest) -> None:
    text = "🇫🇷 France gives Mistral\u00a0AI €2bn."
    assert ("Mistral\u00a0AI", "ORG") in mentions(suggest(text), text)


def test_entities_of_the_project_come_before_all_others(suggest: Suggest) -> None:
    known = [
        Entity(id=7, name="Zorblax Compute", label=EntityLabel.ORG, aliases=("zbx",)),
        Entity(id=8, name="Our OpenAI", label=EntityLabel.PRODUCT, aliases=("OpenAI",)),
    ]
    text = "OpenAI rents machines from zbx."
    found = suggest(text, known)
    assert named(found, text)["zbx"] == "Zorblax Compute"
    assert named(found, text)["OpenAI"] == "Our OpenAI"
    assert ("OpenAI", "PRODUCT") in mentions(found, text)


def test_names_of_one_project_are_forgotten_with_the_next(suggest: Suggest) -> None:
    text = "Work at zbx goes on."
    known = [Entity(id=7, name="Zorblax Compute", label=EntityLabel.ORG, aliases=("zbx",))]
    assert named(suggest(text, known), text) == {"zbx": "Zorblax Compute"}
    assert named(suggest(text), text) == {}


def test_mentions_do_not_overlap(suggest: Suggest) -> None:
    text = "Microsoft Azure runs GPT-4o mini for the U.S. Department of Defense since May 3, 2024."
    spans = [d.span for d in suggest(text) if isinstance(d.content, MentionDraft)]
    assert spans
    assert not any(a.overlaps(b) for a in spans for b in spans if a is not b)


def test_the_field_itself_is_no_name_with_its_abbreviation_either(suggest: Suggest) -> None:
    text = "The EU is strong in the field of Artificial Intelligence (AI)."
    assert list(named(suggest(text), text)) == ["EU"]
