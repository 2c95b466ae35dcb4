"""What pronouns and phrases such as "the company" stand for."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from annotator.domain import ClaimDraft, StatementDraft, SuggestionDraft
from annotator.nlp.referring import is_pronoun

Suggest = Callable[..., tuple[SuggestionDraft, ...]]


def entities(drafts: tuple[SuggestionDraft, ...]) -> set[tuple[str, str]]:
    """The words of fillers and speakers, each with the name they stand for."""
    statements = [each.content for each in drafts if isinstance(each.content, StatementDraft)]
    claims = [each.content for each in drafts if isinstance(each.content, ClaimDraft)]
    values = [value for statement in statements for value in statement.values]
    values += [claim.speaker for claim in claims if claim.speaker]
    return {(value.text.lower(), value.entity) for value in values}


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        (
            "Nordwind opened an office in Oslo in May.\n\nIt raised $40 million from Northzone.",
            "it",
            "Nordwind",
        ),
        (
            "Nordwind builds chips in Oslo.\n\nThe startup raised $40 million from Northzone.",
            "startup",
            "Nordwind",
        ),
        (
            "The European Commission met Tim Cook.\n\nIt said that Apple must open its store.",
            "it",
            "European Commission",
        ),
        (
            "Anne Lee runs Nordwind, which builds chips.\n\n“Prices will fall,” she said.",
            "she",
            "Anne Lee",
        ),
    ],
)
def test_they_stand_for_a_name_before_them(
    suggest: Suggest, text: str, phrase: str, name: str
) -> None:
    found = entities(suggest(text))
    assert any(words == phrase and name in entity for words, entity in found), found


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (
            "Humain trains models.\n\nThe French government will invest €2 billion in Mistral AI.",
            "french government",
        ),
        (
            "Humain trains models.\n\nThe United States government banned the export of chips.",
            "united states government",
        ),
    ],
)
def test_the_government_of_a_country_stands_for_itself(
    suggest: Suggest, text: str, phrase: str
) -> None:
    assert (phrase, "") in entities(suggest(text))


@pytest.mark.parametrize(
    "text",
    [
        "It raised $40 million from Northzone.",
        "A startup raised $40 million from Northzone.",
    ],
)
def test_without_a_name_before_them_they_stand_for_themselves(suggest: Suggest, text: str) -> None:
    found = entities(suggest(text))
    assert not any(entity for words, entity in found if words in {"it", "startup"})


def test_a_country_in_capitals_is_no_pronoun() -> None:
    words, ents = ["The", "US", "told", "us"], ["O", "B-GPE", "O", "O"]
    told = Doc(spacy.blank("en").vocab, words=words, ents=ents)
    assert [is_pronoun(token) for token in told] == [False, False, False, True]


def test_a_relative_pronoun_speaks_for_what_it_follows(suggest: Suggest) -> None:
    text = "The tax hits Nvidia, which warned that new rules would weaken firms in every market."
    claim = next(each.content for each in suggest(text) if isinstance(each.content, ClaimDraft))
    assert claim.speaker is not None
    assert claim.speaker.text == "Nvidia"


def test_the_writers_of_an_article_are_no_speakers(suggest: Suggest) -> None:
    text = "As we have reported, chips are scarce. We think that prices will rise."
    claims = [each.content for each in suggest(text) if isinstance(each.content, ClaimDraft)]
    assert [claim.speaker for claim in claims] == [None, None]
