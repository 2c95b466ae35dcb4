import json
from collections.abc import Callable
from typing import Any

import pytest

from annotator.analysis import Evaluation, evaluate, parse_gold, parse_predictions, to_text
from annotator.analysis.labelled import Filler
from annotator.analysis.measures import alike, matched, same_sum
from annotator.errors import InvalidInput

SENTENCES = (
    "🙂 Zürich gives Acme $2m.",
    "Acme is ahead of Beta.",
    "The city must tax Beta, said Zoe\u0301.",
    "Who knows?",
)
TEXT = "\n".join(SENTENCES)


def place(quote: str) -> dict[str, int]:
    start = TEXT.index(quote)
    return {"start": start, "end": start + len(quote)}


def named(quote: str, **more: Any) -> dict[str, Any]:
    return {**place(quote), "text": quote, **more}


def statement(quote: str, kind: str, **more: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "type": kind,
        "roles": {},
        "speaker": None,
        "modality": "fact",
        "polarity": "affirmed",
    }
    return {**place(quote), **plain, **more}


def two_million(
    low: float = 2e6, high: float | None = 2e6, currency: str = "USD"
) -> dict[str, Any]:
    return named("$2m", value={"low": low, "high": high, "currency": currency})


def gold() -> dict[str, Any]:
    money = {
        "funder": [named("Zürich", entity="Zürich")],
        "recipient": [named("Acme", entity="Acme")],
        "amount": [two_million()],
        "instrument": "grant",
    }
    race = {"subject": [{"text": "=Acme", "entity": "Acme"}], "rival": [named("Beta")]}
    return {
        "id": "a",
        "text": TEXT,
        "sentences": [place(sentence) for sentence in SENTENCES],
        "entities": [named("Zürich", label="GPE"), named("Acme", label="ORG")],
        "claims": [
            {**place(SENTENCES[0]), "kind": "fact"},
            {**place(SENTENCES[1]), "kind": "opinion"},
            {**place(SENTENCES[2]), "kind": "opinion"},
        ],
        "statements": [
            statement(SENTENCES[0], "funding", roles=money),
            statement(SENTENCES[1], "competitor", roles=race),
            statement("must tax Beta", "policy", modality="desired", speaker=named("Zoe\u0301")),
        ],
    }


def measured(change: Callable[[dict[str, Any]], object]) -> Evaluation:
    predicted = gold()
    change(predicted)
    lines = [json.dumps(predicted)], [json.dumps(gold())]
    return evaluate(parse_gold(lines[1]), parse_predictions(lines[0]))


def test_gold_measured_against_itself_is_perfect() -> None:
    total = measured(lambda _same: None).total
    tallies = (total.statements, total.entities_exact, total.entities_overlap, total.fillers)
    assert [tally.micro.f for tally in tallies] == [1, 1, 1, 1]
    assert total.claims.macro_f == 1
    rates = (total.sentences, total.amounts, total.speaker, total.modality, total.polarity)
    assert [rate.share for rate in rates] == [1, 1, 1, 1, 1]
    assert [rate.n for rate in rates] == [4, 1, 3, 3, 3]


def test_nothing_predicted_has_no_precision_and_no_recall() -> None:
    total = measured(lambda row: row.update(entities=[], claims=[], statements=[])).total
    assert (total.statements.micro.precision, total.statements.micro.recall) == (0, 0)
    assert total.statements.micro.n == 3
    assert total.amounts.n == 1
    assert total.speaker.n == 0
    assert total.sentences.right == 1


def test_a_missed_and_a_false_statement_cost_recall_and_precision() -> None:
    def change(row: dict[str, Any]) -> None:
        row["statements"][1] = statement(SENTENCES[3], "policy")

    statements = measured(change).total.statements
    assert statements.micro.precision == pytest.approx(2 / 3)
    assert statements.micro.recall == pytest.approx(2 / 3)
    assert statements.figures()["policy"].precision == 0.5
    assert statements.figures()["competitor"].f == 0


@pytest.mark.parametrize(("quote", "found"), [("is ahead of", 1), ("is ahead", 0)])
def test_a_statement_speaks_of_a_sentence_with_half_of_the_shorter(quote: str, found: int) -> None:
    half = {"is ahead of": 11, "is ahead": 8}[quote]

    def change(row: dict[str, Any]) -> None:
        start = TEXT.index(SENTENCES[1])
        row["statements"][1].update(start=start - 22 + half, end=start + half)

    assert measured(change).total.statements.hits["competitor"].found == found


def test_the_claim_that_covers_most_of_a_sentence_decides() -> None:
    def change(row: dict[str, Any]) -> None:
        row["claims"][0].update(place("Zürich gives"), kind="forecast")
        row["claims"].append({**place("Zürich gives Acme"), "kind": "fact"})

    assert measured(change).total.sentences.right == 4


def test_a_claim_of_the_wrong_kind_counts_against_both_kinds() -> None:
    def change(row: dict[str, Any]) -> None:
        row["claims"][1]["kind"] = "fact"

    claims = measured(change).total.claims
    figures = claims.figures()
    assert (figures["fact"].precision, figures["fact"].recall) == (0.5, 1)
    assert (figures["opinion"].precision, figures["opinion"].recall) == (1, 0.5)
    assert claims.macro_f == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_a_span_off_by_one_overlaps_but_is_not_exact() -> None:
    def change(row: dict[str, Any]) -> None:
        row["entities"][0]["end"] += 1

    total = measured(change).total
    assert total.entities_exact.micro.f == 0.5
    assert total.entities_overlap.micro.f == 1


def test_a_wrong_label_is_wrong_and_an_unmeasured_one_does_not_count() -> None:
    def change(row: dict[str, Any]) -> None:
        row["entities"][0]["label"] = "LOC"
        row["entities"].append(named("Who", label="CARDINAL"))

    figure = measured(change).total.entities_overlap.micro
    assert (figure.precision, figure.recall) == (0.5, 0.5)


def test_a_surplus_filler_is_wrong_and_a_lost_one_is_missed() -> None:
    def change(row: dict[str, Any]) -> None:
        row["statements"][0]["roles"]["funder"].append(named("Beta"))
        row["statements"][1]["roles"].pop("rival")

    fillers = measured(change).total.fillers
    assert (fillers.micro.precision, fillers.micro.recall) == (0.75, 0.75)
    assert fillers.figures()["funding.funder"].precision == 0.5


def test_the_fillers_of_a_missed_statement_are_missed() -> None:
    fillers = measured(lambda row: row["statements"].pop(0)).total.fillers
    assert fillers.micro.recall == 0.5
    assert fillers.micro.precision == 1


@pytest.mark.parametrize(
    ("wanted", "text", "entity", "same"),
    [
        ("=Mistral AI", "the start-up", "Mistral AI", True),
        ("European Commission", "the Commission", "", True),
        ("European Commission", "European Union funds", "", False),
        ("the of a", "the of a", "", False),
        ("ZÜRICH", "Zürich", "", True),
    ],
)
def test_a_filler_is_alike_with_half_of_all_words(
    wanted: str, text: str, entity: str, *, same: bool
) -> None:
    assert alike(wanted, Filler(text, entity)) is same


@pytest.mark.parametrize(
    ("amount", "right"),
    [
        (two_million(2.02e6), 1),
        (two_million(2.03e6), 0),
        (two_million(high=None), 0),
        (two_million(currency="EUR"), 0),
        (named("$2m"), 0),
    ],
)
def test_an_amount_is_right_to_a_hundredth_with_its_currency(
    amount: dict[str, Any], right: int
) -> None:
    total = measured(lambda row: row["statements"][0]["roles"].update(amount=[amount])).total
    assert total.amounts.right == right


def test_two_open_bounds_are_the_same() -> None:
    assert same_sum((None, 5, None), (None, 5, None))


def test_a_speaker_is_right_by_name_and_silence_only_by_silence() -> None:
    def swap(row: dict[str, Any]) -> None:
        row["statements"][2]["speaker"] = None
        row["statements"][0]["speaker"] = named("Acme")

    assert measured(swap).total.speaker.right == 1


def test_the_largest_overlap_is_matched_first_and_each_only_once() -> None:
    rows = [statement("Acme is ahead of Beta", "policy"), statement("ahead of Beta.", "policy")]
    (article,) = parse_predictions([json.dumps({**gold(), "statements": rows})]).values()
    (other,) = parse_predictions([json.dumps({**gold(), "statements": rows[:1]})]).values()
    wide, narrow = article.statements
    assert matched((narrow, wide), other.statements) == [
        (narrow, None),
        (wide, other.statements[0]),
    ]


def test_each_article_has_its_own_figures() -> None:
    other = gold() | {"id": "b"}
    lines = [json.dumps(gold()), json.dumps(other)]
    spoilt = [lines[0], json.dumps(other | {"statements": []})]
    found = evaluate(parse_gold(lines), parse_predictions(spoilt))
    assert found.articles["a"].statements.micro.f == 1
    assert found.articles["b"].statements.micro.f == 0
    assert found.total.statements.micro.recall == 0.5
    assert [row.cells[0] for row in found.by_article().rows] == ["b", "a"]


def test_articles_of_one_source_are_counted_together() -> None:
    articles = [
        gold() | {"source": "The Daily"},
        gold() | {"id": "b", "source": "The Daily"},
        gold() | {"id": "c"},
    ]
    lines = [json.dumps(article) for article in articles]
    spoilt = [*lines[:2], json.dumps(articles[2] | {"statements": []})]
    table = evaluate(parse_gold(lines), parse_predictions(spoilt)).by_source()
    sentences = len(gold()["sentences"])
    shown = [(row.cells[0], row.cells[1], row.cells[-1]) for row in table.rows]
    assert shown == [("", 0.0, sentences), ("The Daily", 1.0, 2 * sentences)]


def test_the_table_shows_every_measure_with_its_parts() -> None:
    text = to_text(measured(lambda _same: None).to_table())
    for line in (
        "Statements, micro             1.000  1.000  1.000         3",
        "  funding                     1.000  1.000  1.000         1",
        "Claims, macro                               1.000         4",
        "Claims, accuracy                                   1.000  4",
        "  competitor.rival            1.000  1.000  1.000         1",
        "Amounts                                            1.000  1",
    ):
        assert line in text.splitlines()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "Line 2 is not JSON"),
        ("[" * 100_000, "Line 2 is not JSON"),
        ("[]", "Line 2 is not an article"),
        ('{"id": "b"}', "'text' is missing"),
        ('{"id": 7, "text": ""}', "7 should be text"),
        (json.dumps(gold() | {"id": "b", "entities": [{"start": 3, "end": 1}]}), "not a span"),
        (json.dumps(gold() | {"id": "b", "claims": [{"start": "3", "end": 4}]}), "not supported"),
        (json.dumps(gold() | {"id": "b", "statements": ["x"]}), "Line 2 is not an article"),
        (json.dumps(gold()), "which an earlier line has too"),
    ],
)
def test_a_broken_line_is_named_with_the_reason(line: str, reason: str) -> None:
    with pytest.raises(InvalidInput, match=reason):
        parse_predictions([json.dumps(gold()), line])


def test_blank_lines_are_passed_over() -> None:
    assert list(parse_predictions(["", json.dumps(gold()), "\n"])) == ["a"]


def test_predictions_are_no_gold() -> None:
    bare = {key: value for key, value in gold().items() if key != "sentences"}
    with pytest.raises(InvalidInput, match="has no sentences"):
        parse_gold([json.dumps(bare)])
    with pytest.raises(InvalidInput, match="no gold articles"):
        parse_gold([])


def test_missing_articles_and_other_texts_are_named() -> None:
    wanted = parse_gold([json.dumps(gold())])
    with pytest.raises(InvalidInput, match="lack these articles: a"):
        evaluate(wanted, {})
    other = parse_predictions([json.dumps(gold() | {"text": "else"})])
    with pytest.raises(InvalidInput, match="text differs in: a"):
        evaluate(wanted, other)
