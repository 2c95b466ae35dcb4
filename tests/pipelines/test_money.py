"""Sums of money through the whole pipeline: each a mention, whole, with its qualifiers."""

from collections.abc import Callable

import pytest

from annotator.domain import EntityLabel, MentionDraft, Money, StatementDraft, SuggestionDraft
from annotator.nlp.pipeline import Pipeline
from sums import sums_in_news

Suggest = Callable[..., tuple[SuggestionDraft, ...]]

FRAMES = [
    "The company said on Tuesday that it had agreed to pay {} for the start-up.",
    "🎉 Investors put {} into the lab, which Zoe\u0301 Meyer founded.",
    "Ministers have set aside {}.",
]
WORDS = [words for words, _money in sums_in_news()]


def sums_of(text: str, drafts: tuple[SuggestionDraft, ...]) -> list[str]:
    return [
        draft.content.span.quote(text)
        for draft in drafts
        if isinstance(draft.content, MentionDraft) and draft.content.label is EntityLabel.MONEY
    ]


@pytest.fixture(scope="module")
def mentions(pipeline: Pipeline) -> dict[str, tuple[str, list[str]]]:
    """The sentence of each expression, and the sums that the pipeline finds in it."""
    texts = [FRAMES[place % len(FRAMES)].format(words) for place, words in enumerate(WORDS)]
    found = pipeline.suggest(texts)
    return {
        words: (text, sums_of(text, drafts))
        for words, text, drafts in zip(WORDS, texts, found, strict=True)
    }


@pytest.mark.parametrize("words", WORDS)
def test_a_sum_in_a_sentence_is_one_mention_as_it_stands(
    mentions: dict[str, tuple[str, list[str]]], words: str
) -> None:
    _text, found = mentions[words]
    assert found == [words]


def amounts(drafts: tuple[SuggestionDraft, ...]) -> list[Money | None]:
    return [
        value.money
        for draft in drafts
        if isinstance(draft.content, StatementDraft)
        for value in draft.content.values
        if value.role == "amount"
    ]


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("Nvidia invested more than $1bn in Wayve.", Money(1e9, None, "USD")),
        ("Germany invests between 2 and 3 billion euros in chips.", Money(2e9, 3e9, "EUR")),
        ("SoftBank will invest up to an additional ¥200 billion.", Money(None, 2e11, "JPY")),
    ],
)
def test_the_amount_of_a_funding_statement_has_bounds_and_currency(
    suggest: Suggest, text: str, money: Money
) -> None:
    assert amounts(suggest(text)) == [money]


@pytest.mark.parametrize(
    ("country", "sum_", "currency"),
    [
        ("Canada, said Canada in Canada", "$5 million", "CAD"),
        ("China and Chinese firms in Beijing", "¥5 billion", "CNY"),
        ("Japan", "¥5 billion", "JPY"),
        ("China and Chinese firms in Beijing", "US$5 million", "USD"),
    ],
)
def test_the_article_decides_whose_a_shared_sign_is(
    suggest: Suggest, country: str, sum_: str, currency: str
) -> None:
    [amount] = amounts(suggest(f"Nvidia invests {sum_} in {country}."))
    assert amount is not None
    assert amount.currency == currency
