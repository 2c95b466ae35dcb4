from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from annotator.analysis import Table, overview
from annotator.domain import AnnotatedArticle, EntityLabel, Money, Polarity, RoleValue
from factories import (
    NOON,
    annotated,
    article,
    codebook,
    corpus_info,
    filler,
    full_article,
    mention,
    statement,
    statement_draft,
    suggestion,
    two_billion,
)


def table(key: str, *articles: AnnotatedArticle) -> Table:
    return overview(articles, corpus_info()).table(key)


def cells(found: Table, *keys: str) -> list[tuple[object, ...]]:
    places = [found.position(key) for key in keys]
    return [tuple(row.cells[place] for place in places) for row in found.rows]


def published(number: int, day: date | None, statements: int = 0) -> AnnotatedArticle:
    return annotated(
        article=article(id=number, published=day),
        statements=tuple(
            statement(id=number * 10 + each, article_id=number) for each in range(statements)
        ),
    )


def test_months_without_articles_are_shown_as_zero() -> None:
    found = table(
        "time", published(1, date(2023, 11, 30), statements=2), published(2, date(2024, 2, 1))
    )
    assert cells(found, "month", "articles", "statements") == [
        ("2023-11", 1, 2),
        ("2023-12", 0, 0),
        ("2024-01", 0, 0),
        ("2024-02", 1, 0),
    ]


def test_undated_articles_are_counted_apart() -> None:
    found = table("time", published(1, None, statements=1), published(2, date(2024, 2, 1)))
    assert cells(found, "month", "articles", "statements") == [("2024-02", 1, 0), ("undated", 1, 1)]


def test_each_row_leads_to_its_statements_and_articles() -> None:
    found = table(
        "time",
        published(1, date(2024, 2, 1), statements=2),
        published(2, date(2024, 2, 29), statements=1),
    )
    (row,) = found.rows
    assert row.statement_ids == (10, 11, 20)
    assert row.article_ids == (1, 2)


def test_the_numbers_of_all_tables_equal_the_ids_behind_them() -> None:
    found = overview([full_article(), published(2, None, statements=3)], corpus_info())
    for each in found.tables:
        if each.key == "amounts":
            continue
        for row in each.rows:
            assert row.cells[each.position("statements")] == len(row.statement_ids)
            assert row.cells[each.position("articles")] == len(row.article_ids)


def test_sources_are_ranked_by_their_statements_and_an_unknown_one_says_so() -> None:
    few = annotated(article=article(id=1, source=""))
    many = annotated(
        article=article(id=2, source="Le Monde"),
        statements=(statement(), statement(id=2, type="policy")),
    )
    found = table("sources", few, many)
    assert cells(found, "source", "articles", "type.funding", "type.policy") == [
        ("Le Monde", 1, 1, 1),
        ("unknown", 1, 0, 0),
    ]


def test_every_type_on_offer_has_a_row_in_its_colour() -> None:
    found = table("types", annotated(statements=(statement(type="policy"),)))
    assert cells(found, "type", "statements") == [("Policy", 1), ("Funding", 0), ("Competitor", 0)]
    assert found.rows[0].colour == "#2f62b5"


@pytest.mark.parametrize(("coded", "shown"), [("funding", True), ("policy", False)])
def test_a_retired_type_is_shown_only_if_it_is_in_use(coded: str, *, shown: bool) -> None:
    book = codebook()
    retired = replace(book, types=(replace(book.types[0], retired=True), *book.types[1:]))
    item = annotated(statements=(statement(type=coded),))
    found = overview([item], corpus_info(codebook=retired)).table("types")
    assert (("Funding",) in cells(found, "type")) is shown


def test_a_coder_who_only_finished_an_article_counts_too() -> None:
    item = annotated(statements=(statement(),), done_by=(2,))
    found = table("coders", item)
    assert cells(found, "coder", "articles", "statements") == [("Ada", 1, 1), ("Grace", 1, 0)]


def test_suggestions_do_not_count_as_statements() -> None:
    item = annotated(pending=(suggestion(statement_draft()),))
    assert cells(table("sources", item), "statements") == [(0,)]


def test_an_entity_is_counted_once_a_statement_under_all_its_names() -> None:
    values = (
        filler("funder", "France", entity_id=1),
        filler("recipient", "Mistral\u00a0AI", entity="mistral ai"),
        RoleValue("recipient", "the start-up", entity="Mistral AI", entity_id=2),
    )
    item = annotated(
        statements=(statement(values=values),),
        mentions=(mention("Mistral\u00a0AI", entity_id=2), mention("France", id=2, entity_id=1)),
    )
    found = table("entities", item)
    assert cells(found, "entity", "label", "statements", "mentions") == [
        ("France", "GPE", 1, 1),
        ("Mistral AI", "ORG", 1, 1),
    ]


def test_an_unlinked_name_is_listed_by_its_words() -> None:
    item = annotated(mentions=(mention("OpenAI"), mention("EU", id=2), mention("EU", id=3)))
    found = table("entities", item)
    assert cells(found, "entity", "label", "mentions") == [("EU", "ORG", 2), ("OpenAI", "ORG", 1)]


def test_fillers_that_only_describe_are_no_entities() -> None:
    values = (
        RoleValue("funder", "we"),
        RoleValue("funder", "the company"),
        RoleValue("funder", "its investors", entity="Northzone"),
        RoleValue("recipient", "mistral AI"),
    )
    found = table("entities", annotated(statements=(statement(values=values),)))
    assert cells(found, "entity", "statements") == [("Mistral AI", 1), ("Northzone", 1)]


def test_sums_and_texts_are_no_entities() -> None:
    item = annotated(
        mentions=(mention("€2bn", label=EntityLabel.MONEY),),
        statements=(statement(values=(two_billion(), RoleValue("purpose", "chips"))),),
    )
    assert table("entities", item).rows == ()


def test_each_amount_is_a_row_of_its_own_with_bounds_and_currency() -> None:
    values = (
        filler("funder", "France", entity_id=1),
        two_billion(),
        RoleValue("amount", "at least $1m", money=Money(1e6, None, "USD")),
        RoleValue("amount", "a fortune"),
    )
    item = annotated(statements=(statement(values=values, polarity=Polarity.NEGATED),))
    found = table("amounts", item)
    assert cells(found, "role.funder", "amount", "low", "high", "currency") == [
        ("France", "€2bn", 2e9, 2e9, "EUR"),
        ("France", "at least $1m", 1e6, None, "USD"),
        ("France", "a fortune", None, None, ""),
    ]
    assert cells(found, "modality", "published", "source")[0] == (
        "fact, negated",
        "2024-05-03",
        "Le Monde",
    )
    assert found.rows[0].statement_ids == (1,)


def test_amounts_of_the_newest_articles_come_first_and_undated_ones_last() -> None:
    def paid(number: int, day: date | None) -> AnnotatedArticle:
        return annotated(
            article=article(id=number, published=day),
            statements=(statement(id=number, article_id=number, values=(two_billion(),)),),
        )

    found = table("amounts", paid(1, None), paid(2, date(2023, 1, 1)), paid(3, NOON.date()))
    assert [row.article_ids for row in found.rows] == [(3,), (2,), (1,)]


def test_articles_are_read_once_and_one_after_the_other() -> None:
    def stream() -> Iterator[AnnotatedArticle]:
        yield full_article()
        yield published(2, None)

    found = overview(stream(), corpus_info())
    assert cells(found.table("time"), "articles") == [(1,), (1,)]


def test_an_empty_corpus_has_all_tables_and_no_articles() -> None:
    found = overview([], corpus_info())
    assert [each.key for each in found.tables] == [
        "time",
        "sources",
        "types",
        "coders",
        "entities",
        "amounts",
    ]
    assert cells(found.table("types"), "statements") == [(0,), (0,), (0,)]
