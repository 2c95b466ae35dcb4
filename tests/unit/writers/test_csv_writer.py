import csv
from pathlib import Path

import pytest

from annotator.domain import AnnotatedArticle, Loss, Money, RoleValue
from annotator.writers import FORMATS
from factories import (
    annotated,
    article,
    corpus_info,
    filler,
    full_article,
    full_statement,
    statement,
)

write = FORMATS["csv"].write


def rows(path: Path, *articles: AnnotatedArticle) -> list[dict[str, str]]:
    write(articles, corpus_info(), path)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def lost(path: Path, *articles: AnnotatedArticle) -> dict[str, Loss]:
    return {loss.what: loss for loss in write(articles, corpus_info(), path)}


def test_each_statement_is_a_row_with_its_metadata(tmp_path: Path) -> None:
    accepted, pending = rows(tmp_path / "a.csv", full_article())
    assert (accepted["article_id"], accepted["source"], accepted["published"]) == (
        "1",
        "Le Monde",
        "2024-05-03",
    )
    assert accepted["quote"] == "France gives Mistral\u00a0AI €2bn"
    assert (accepted["coder"], accepted["status"], accepted["score"]) == ("Ada", "accepted", "")
    assert (accepted["statement_id"], accepted["note"]) == ("1", "*big*")
    assert (pending["type"], pending["status"], pending["score"]) == (
        "competitor",
        "pending",
        "0.74",
    )
    assert (pending["statement_id"], pending["suggestion_id"]) == ("", "4")


def test_roles_have_a_column_each_with_bounds_and_currency_of_sums(tmp_path: Path) -> None:
    row, _ = rows(tmp_path / "a.csv", full_article())
    assert row["funding.funder"] == "France"
    assert row["funding.recipient"] == "Mistral AI"
    assert row["funding.amount"] == "€2bn"
    assert row["funding.amount_low"] == row["funding.amount_high"] == "2000000000"
    assert row["funding.amount_currency"] == "EUR"
    assert row["funding.date"] == "2024-05-01"
    assert row["policy.instrument"] == ""


def test_several_values_are_joined_and_keep_their_places(tmp_path: Path) -> None:
    values = (
        RoleValue("amount", "at least $1", money=Money(1, None, "USD")),
        RoleValue("amount", "2.5 euros", money=Money(2.5, 2.5, "EUR")),
    )
    (row,) = rows(tmp_path / "a.csv", annotated(statements=(statement(values=values),)))
    assert row["funding.amount"] == "at least $1; 2.5 euros"
    assert row["funding.amount_low"] == "1; 2.5"
    assert row["funding.amount_high"] == "; 2.5"
    assert row["funding.amount_currency"] == "USD; EUR"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_can_run_as_a_formula(tmp_path: Path, start: str) -> None:
    title = f'{start}HYPERLINK("https://evil.example")'
    item = annotated(article=article(title=title), statements=(statement(),))
    (row,) = rows(tmp_path / "a.csv", item)
    assert row["title"] == f"'{title}"


def test_a_leading_apostrophe_counts_as_a_loss(tmp_path: Path) -> None:
    item = annotated(article=article(title="=1+1"), statements=(statement(),))
    losses = lost(tmp_path / "a.csv", item)
    (loss,) = (loss for what, loss in losses.items() if "apostrophe" in what)
    assert (loss.count, loss.example) == (1, "=1+1")


def test_quotes_semicolons_and_line_ends_survive(tmp_path: Path) -> None:
    title = 'He said: "yes"; she,\nno\r\n🙂 עברית'
    item = annotated(article=article(title=title), statements=(statement(),))
    (row,) = rows(tmp_path / "a.csv", item)
    assert row["title"] == title


def test_a_spreadsheet_recognises_the_encoding(tmp_path: Path) -> None:
    rows(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle_id,")


def test_a_lone_surrogate_is_replaced_and_reported(tmp_path: Path) -> None:
    item = annotated(article=article(title="half \udc00"), statements=(statement(),))
    (row,) = rows(tmp_path / "a.csv", item)
    assert row["title"] == "half \ufffd"
    assert lost(tmp_path / "a.csv", item)["Broken characters, written as U+FFFD"].count == 1


def test_what_a_table_of_statements_cannot_hold_is_counted(tmp_path: Path) -> None:
    counts = {what: loss.count for what, loss in lost(tmp_path / "a.csv", full_article()).items()}
    assert counts == {
        "Article texts": 1,
        "Where articles came from and what was removed from them": 1,
        "Mentions of entities": 2,
        "Claims": 1,
        "Decisions on suggestions": 1,
        "Marks that a coder is done with an article": 1,
        "Pending suggestions of mentions and claims": 2,
        "Authors and languages of articles": 1,
        "Places of role values in the text": 3,
        "Wording of role values that are given by their entity or day": 2,
        "Evidence of pending suggestions": 1,
    }


def test_a_value_of_an_unknown_role_is_reported_and_not_written(tmp_path: Path) -> None:
    item = annotated(statements=(statement(values=(filler("colour", "France"),)),))
    losses = lost(tmp_path / "a.csv", item)
    assert losses["Values of roles that the codebook does not have"].example == "France"


def test_an_article_without_statements_has_no_row(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.csv", annotated()) == []


def test_rows_stand_in_the_order_of_the_text(tmp_path: Path) -> None:
    later = statement("the EU should adopt the AI Act", id=7, type="policy")
    found = rows(tmp_path / "a.csv", annotated(statements=(later, full_statement())))
    assert [row["statement_id"] for row in found] == ["1", "7"]
