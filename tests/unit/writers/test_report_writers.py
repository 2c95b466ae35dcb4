import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest

from annotator.domain import AnnotatedArticle, Money, RoleValue
from annotator.errors import CannotWrite
from annotator.writers import FORMATS
from factories import (
    annotated,
    article,
    codebook,
    corpus_info,
    filler,
    full_article,
    statement,
)

EVIL = '<script>alert("x")</script><img src=https://evil.example/x.png>'


def report(folder: Path, key: str, *articles: AnnotatedArticle) -> str:
    path = folder / "report"
    FORMATS[key].write(articles, corpus_info(), path)
    return path.read_text("utf-8")


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href"}]

    def handle_data(self, data: str) -> None:
        self.words += data


def words(folder: Path, key: str, *articles: AnnotatedArticle) -> str:
    text = report(folder, key, *articles)
    return Tags(text if key == "html" else markdown.markdown(text, extensions=["tables"])).words


both = pytest.mark.parametrize("key", ["markdown", "html"])


@both
def test_a_statement_is_shown_with_all_that_is_known_of_it(tmp_path: Path, key: str) -> None:
    text = words(tmp_path, key, full_article())
    for part in (
        "Test corpus",
        "France backs Mistral",
        "Le Monde",
        "2024-05-03",
        "Ada Muster",
        "https://news.example/1",
        "France gives Mistral\u00a0AI €2bn",
        "€2bn (2,000,000,000 EUR)",
        "Recipient: Mistral\u00a0AI" if key == "markdown" else "RecipientMistral\u00a0AI",
        "in May (2024-05-01)",
        "Zoe\u0301 Dupont",
        "planned",
        "affirmed",
        "big",
        "Statement 1, coded by Ada",
        "Pending suggestion 4, score 0.74: pattern funding.give",
    ):
        assert part in text


@both
@pytest.mark.parametrize(
    ("money", "shown"),
    [
        (Money(1e6, None, "USD"), "(at least 1,000,000 USD)"),
        (Money(None, 2.5, None), "(up to 2.5)"),
        (Money(1, 2, "EUR"), "(1 to 2 EUR)"),
        (Money(None, None, "GBP"), "(GBP)"),
    ],
)
def test_open_bounds_are_said_in_words(tmp_path: Path, key: str, money: Money, shown: str) -> None:
    value = RoleValue("amount", "a sum", money=money)
    assert shown in words(tmp_path, key, annotated(statements=(statement(values=(value,)),)))


def test_the_summary_on_top_counts_accepted_and_pending(tmp_path: Path) -> None:
    text = report(tmp_path, "markdown", full_article(), annotated())
    summary, _, rest = text.partition("\n## ")
    assert "Articles: 2" in summary
    assert (
        "| Funding | 1 | 0 |\n| Policy | 0 | 0 |\n| Competitor | 0 | 1 |\n| All | 1 | 1 |"
        in summary
    )
    assert "Articles without statements are not listed: 1." in summary
    assert "France backs Mistral" in rest


def test_statements_are_grouped_by_type_in_the_order_of_the_codebook(tmp_path: Path) -> None:
    early = statement("France", id=1, type="competitor")
    late = statement("AI Act", id=2, type="funding")
    text = report(tmp_path, "markdown", annotated(statements=(early, late)))
    assert re.findall("### (.*)", text) == ["Funding", "Competitor"]


@both
def test_nothing_of_an_article_becomes_markup(tmp_path: Path, key: str) -> None:
    values = (RoleValue("funder", EVIL), RoleValue("purpose", "*a* `b` [c](https://evil.example)"))
    item = annotated(
        EVIL,
        article=article(title=EVIL, source=EVIL, authors=(EVIL,), url="javascript:alert(1)"),
        statements=(
            statement(EVIL, EVIL, values=values, note=EVIL, speaker=filler("s", EVIL, EVIL)),
        ),
    )
    text = report(tmp_path, key, item)
    page = Tags(text if key == "html" else markdown.markdown(text, extensions=["tables"]))
    assert page.tags.isdisjoint({"script", "img", "code"})
    assert page.addresses == []
    assert "*a* `b` [c](https://evil.example)" in page.words
    assert page.words.count('alert("x")') >= 5


@both
def test_a_pipe_or_a_dash_does_not_break_the_layout(tmp_path: Path, key: str) -> None:
    text = "- one | two\n1. three\n# four"
    item = annotated(text, statements=(statement(text, text),))
    shown = words(tmp_path, key, item)
    for line in text.splitlines():
        assert line in shown


def test_html_loads_nothing_and_says_so(tmp_path: Path) -> None:
    page = Tags(report(tmp_path, "html", full_article()))
    assert page.addresses == ["https://news.example/1"]
    assert "default-src 'none'" in report(tmp_path, "html", full_article())
    assert page.tags.isdisjoint({"script", "link", "img", "iframe"})


def test_a_colour_that_is_none_stays_out_of_the_styles(tmp_path: Path) -> None:
    funding = replace(codebook().types[0], colour="red; } body { display: none")
    info = corpus_info(codebook=replace(codebook(), types=(funding,)))
    path = tmp_path / "report.html"
    FORMATS["html"].write([full_article()], info, path)
    assert "display: none" not in path.read_text("utf-8")


@both
def test_what_a_report_cannot_hold_is_counted(tmp_path: Path, key: str) -> None:
    losses = FORMATS[key].write([full_article(), annotated()], corpus_info(), tmp_path / "r")
    assert {loss.what: loss.count for loss in losses} == {
        "Article texts": 2,
        "Where articles came from and what was removed from them": 2,
        "Mentions of entities": 2,
        "Claims": 1,
        "Decisions on suggestions": 1,
        "Marks that a coder is done with an article": 1,
        "Pending suggestions of mentions and claims": 2,
        "Places of statements in the text": 2,
        "Places of role values in the text": 3,
        "Articles without statements": 1,
    }


@both
def test_a_lone_surrogate_does_not_stop_a_report(tmp_path: Path, key: str) -> None:
    item = annotated("half \ud83d", statements=(statement("half \ud83d", "half \ud83d"),))
    losses = FORMATS[key].write([item], corpus_info(), tmp_path / "r")
    assert losses[-1].what == "Broken characters, written as U+FFFD"
    assert "half \ufffd" in (tmp_path / "r").read_text("utf-8")


@both
def test_a_failure_half_way_leaves_nothing_behind(tmp_path: Path, key: str) -> None:
    def broken() -> Iterator[AnnotatedArticle]:
        yield full_article()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        FORMATS[key].write(broken(), corpus_info(), tmp_path / "r")
    assert list(tmp_path.iterdir()) == []


@both
def test_an_unwritable_place_is_the_users_business(tmp_path: Path, key: str) -> None:
    with pytest.raises(CannotWrite):
        FORMATS[key].write([], corpus_info(), tmp_path / "none" / "r")
