"""Sums as news writes them, alone and in sentences, and what only looks like one."""

import pytest

from annotator.domain import Money
from annotator.nlp.sums import find_sums
from sums import sums_in_news

SUMS = sums_in_news()
FRAMES = [
    "{}",
    "🎉 They spoke of {}.",
    "Zoe\u0301 paid\u00a0{} for it in May.",
    "The firm ({}) said so.",
    "“{},” she said.",
    "In 2024 the 70B model won\n{}, 3 million users and 40 percent.",
]
NO_SUMS = [
    "Llama 3 has 70B parameters, GPT-4 more.",
    "A 405-billion-parameter model learnt from 15 trillion tokens.",
    "It has 5 million users in 2024 and 10 million in 2025.",
    "Hundreds of millions of people use it.",
    "It is used by millions.",
    "By 2030 billions of devices will run it.",
    "A few million users and several billion queries.",
    "The 5G network and 3nm chips need 100 MW.",
    "It runs in 1080p or 720p.",
    "The team won 5 of 7 races, and the 7B won.",
    "Rand Paul met RAND five times.",
    "It fell 5 to 10 percent.",
    "They took 20 pounds of sugar and 5 million pounds of copper.",
    "He opened 5 CAD files, and 3P crates.",
    "An additional 5 million users came, nearly 2 million of them young.",
    "See section 230, Form 10-K and 10.0.0.1 of 12.05.2024.",
    "Euro 2024 and Euro 6 are names, and so is $NVDA.",
    "A six-seater, a two-figure code, a double-digit growth.",
    "It is a six-figure-skating club of half a million people.",
    "They sold two million loans and 3 million grants.",
]
IN_CONTEXT = [
    ("It charges $3 per million tokens.", ["$3"]),
    ("It paid $20 a share for 5 million shares.", ["$20"]),
    ("It costs $1.5-billion-a-year to run.", ["$1.5-billion"]),
    ("A $300M Series B", ["$300M"]),
    ("The deal ($2bn (€1.8bn)) closed.", ["$2bn", "€1.8bn"]),
    ("€2bn, or $2.2bn", ["€2bn", "$2.2bn"]),
    ("The dispute over $5bn and talks about €2m", ["$5bn", "€2m"]),
    ("It raised $5 million and 20 people left.", ["$5 million"]),
    ("They gave $5 to 3 people, $1 million to 3 million farmers.", ["$5", "$1 million"]),
    ("Its worth rose from $2bn to $3bn.", ["$2bn", "$3bn"]),
    ("It cut its goal from 5 million euros to 2 million euros.", ["5 million euros"]),
    ("Grants range from $1m to $5m.", ["from $1m to $5m"]),
    ("Between $5m and 20 people", ["$5m"]),
    ("In 2024 dollars that is $30 billion.", ["$30 billion"]),
    ("A $5 T-shirt and a $100 M&A fee", ["$5", "$100"]),
    ("Three $10 million grants", ["$10 million"]),
    ("A billion-dollar fund, a two-billion-euro one", ["billion-dollar", "two-billion-euro"]),
    ("They gave the US $5m.", ["$5m"]),
    ("It needs $5 plus $3 for shipping.", ["$5", "$3"]),
    ("5 million pounds of public funding", ["5 million pounds"]),
    ("It is valued at 5 billion.", ["5 billion"]),
    ("They raised nearly 500 million in May.", ["nearly 500 million"]),
    ("They will spend billions on chips.", ["billions"]),
    ("They invested millions in Africa.", ["millions"]),
    ("A multimillion deal, a $multibillion bet", ["multimillion", "$multibillion"]),
    ("The price is $5. 3 million people paid.", ["$5"]),
    ("The price is $5\n3 million people paid.", ["$5"]),
    ("It paid 5\nmillion dollars.", ["5\nmillion dollars"]),
    ("$40bn a year, more than $1bn a week", ["$40bn", "more than $1bn"]),
    ("It fell $5-10% and $5-10-year", ["$5", "$5"]),
]
IN_FRENCH = [
    ("40 millions d'euros", Money(4e7, 4e7, "EUR")),
    ("2,5 milliards de dollars", Money(2.5e9, 2.5e9, "USD")),
    ("cent millions d'euros", Money(1e8, 1e8, "EUR")),
    ("deux cent cinquante millions d'euros", Money(2.5e8, 2.5e8, "EUR")),
    ("trois cents millions d'euros", Money(3e8, 3e8, "EUR")),
    ("un billion d'euros", Money(1e12, 1e12, "EUR")),
    ("50 centimes", Money(0.5, 0.5, "EUR")),
    ("400 000 euros", Money(4e5, 4e5, "EUR")),
    ("1 200 000 €", Money(1.2e6, 1.2e6, "EUR")),
    ("15 M€", Money(1.5e7, 1.5e7, "EUR")),
    ("3,4 Md€", Money(3.4e9, 3.4e9, "EUR")),
    ("près de 6 milliards d'euros", Money(None, 6e9, "EUR")),
    ("pas moins de 30 milliards d’euros", Money(3e10, None, "EUR")),
    ("jusqu’à 3 milliards d'euros", Money(None, 3e9, "EUR")),
    ("entre 50 et 60 millions d'euros", Money(5e7, 6e7, "EUR")),
    ("200 à 300 millions d'euros", Money(2e8, 3e8, "EUR")),
    ("une dizaine de millions d'euros", Money(9e6, 11_999_999, "EUR")),
    ("centaines de milliers de francs suisses", Money(2e5, 999_999, "CHF")),
    ("huit chiffres", Money(1e7, 99_999_999, None)),
    ("4 milliards de yens", Money(4e9, 4e9, "JPY")),
    ("500 millions de livres sterling", Money(5e8, 5e8, "GBP")),
    ("2 milliards de couronnes suédoises", Money(2e9, 2e9, "SEK")),
    ("10 millions d'euros ou plus", Money(1e7, None, "EUR")),
    ("$300M", Money(3e8, 3e8, "USD")),
]


@pytest.mark.parametrize(("words", "money"), SUMS, ids=[words for words, _money in SUMS])
def test_a_sum_of_the_news_is_found_whole_with_its_bounds(words: str, money: Money) -> None:
    for frame in FRAMES:
        text = frame.format(words)
        found = [(item.span.quote(text), item.money) for item in find_sums(text)]
        assert found == [(words, money)]


def test_many_ways_to_write_sums_are_known() -> None:
    assert len({words for words, _money in SUMS}) == len(SUMS) >= 260


@pytest.mark.parametrize("text", NO_SUMS)
def test_what_only_looks_like_money_is_left_alone(text: str) -> None:
    assert find_sums(text) == []


@pytest.mark.parametrize(("text", "sums"), IN_CONTEXT)
def test_the_words_around_it_decide_what_is_a_sum(text: str, sums: list[str]) -> None:
    found = [item.span.quote(text) for item in find_sums(text)]
    assert found[: len(sums)] == sums


@pytest.mark.parametrize(("words", "money"), IN_FRENCH)
def test_a_french_article_says_some_sums_otherwise(words: str, money: Money) -> None:
    text = f"🎉 L'État a promis {words} à la start-up."
    found = [(item.span.quote(text), item.money) for item in find_sums(text, "fr")]
    assert found == [(words, money)]


@pytest.mark.parametrize(
    ("language", "value"), [("en", 1_125_000_000), ("fr", 1_125_000), ("de", 1_125_000)]
)
def test_a_comma_means_what_it_means_in_the_language(language: str, value: float) -> None:
    [found] = find_sums("1,125 million euros", language)
    assert found.money.low == value
