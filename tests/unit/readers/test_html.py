"""Saved web pages."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from annotator.domain import ArticleDraft
from annotator.errors import UnreadableFile
from annotator.readers import html, read

SENTENCE = (
    "The city of Oslo will pay for the chips of the lab, it said on Monday, "
    "and this is not the end of it. "
)
PARAGRAPHS = "".join(f"<p>{number}. {SENTENCE * 3}</p>" for number in range(1, 5))


def _page(body: str = "", head: str = "", *, heading: str = "<h1>Oslo pays for chips</h1>") -> str:
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><article>{heading}{body}{PARAGRAPHS}</article>"
        "<footer>© 2024 Ledger</footer></body></html>"
    )


def _read(
    folder: Path, content: str | bytes, name: str = "a.html"
) -> ArticleDraft | UnreadableFile:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (found,) = read([path])
    return found


def _article(folder: Path, content: str | bytes, name: str = "a.html") -> ArticleDraft:
    found = _read(folder, content, name)
    assert isinstance(found, ArticleDraft)
    return found


def _linked(**values: object) -> str:
    data = json.dumps({"@type": "NewsArticle", **values})
    return f"<script type='application/ld+json'>{data}</script>"


def test_the_main_text_is_found_under_its_headline(tmp_path: Path) -> None:
    found = _article(tmp_path, _page())
    assert found.text.startswith("Oslo pays for chips\n")
    assert found.text.count("The city of Oslo") == 12
    assert "Home" not in found.text
    assert (found.title, found.language) == ("Oslo pays for chips", "en")


def test_linked_data_states_authors_date_and_outlet(tmp_path: Path) -> None:
    found = _article(
        tmp_path,
        _page(
            head="<link rel='canonical' href='https://ledger.example/1'>"
            + _linked(
                datePublished="2024-05-03T09:00:00Z",
                dateModified="2024-05-09",
                author=[{"@type": "Person", "name": "Jane Doe"}, {"name": "Émile Roy"}],
                publisher={"name": "The Ledger"},
            )
        ),
    )
    assert found.authors == ("Jane Doe", "Émile Roy")
    assert (found.published, found.source) == (date(2024, 5, 3), "The Ledger")
    assert found.url == "https://ledger.example/1"


def test_meta_elements_state_the_same(tmp_path: Path) -> None:
    found = _article(
        tmp_path,
        _page(
            head="<meta property='og:site_name' content='Ledger | News that count'>"
            "<meta property='og:url' content='https://ledger.example/1'>"
            "<meta property='article:published_time' content='2024-05-03T09:00:00+02:00'>"
            "<meta name='author' content='Jane Doe'>"
        ),
    )
    assert (found.source, found.url) == ("Ledger", "https://ledger.example/1")
    assert (found.published, found.authors) == (date(2024, 5, 3), ("Jane Doe",))


def test_the_lines_below_the_headline_state_author_and_date(tmp_path: Path) -> None:
    found = _article(
        tmp_path,
        _page("<div><span>By <a href='/j'>Jane Doe</a></span><time>3 May 2024</time></div>"),
    )
    assert (found.authors, found.published) == (("Jane Doe",), date(2024, 5, 3))


@pytest.mark.parametrize(
    "body",
    [
        "<p>Updated</p><time>3 May 2024</time>",
        "<p>Last updated: 3 May 2024</p>",
        "<time>03/04/2024</time>",
        "<p>2 days ago</p>",
    ],
)
def test_a_date_that_is_not_that_of_publication_stays_unknown(tmp_path: Path, body: str) -> None:
    assert _article(tmp_path, _page(body)).published is None


def test_dates_amid_the_text_are_not_the_date_of_the_page(tmp_path: Path) -> None:
    body = (
        f"<p>{SENTENCE * 3} The law of 3 May 2024 holds.</p><p>It was changed on 5 June 2024.</p>"
    )
    assert _article(tmp_path, _page(body)).published is None


def test_the_site_is_the_outlet_when_the_page_names_none(tmp_path: Path) -> None:
    found = _article(
        tmp_path, _page(head="<link rel='canonical' href='https://www.ledger.example/1'>")
    )
    assert found.source == "ledger.example"


def test_the_page_title_stands_in_for_a_missing_headline_without_the_outlet(tmp_path: Path) -> None:
    head = (
        "<title>Oslo pays - again | Ledger</title><meta property='og:site_name' content='Ledger'>"
    )
    assert _article(tmp_path, _page(head=head, heading="")).title == "Oslo pays - again"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1251", "utf-16"])
def test_the_encoding_that_a_page_declares_is_used(tmp_path: Path, encoding: str) -> None:
    word = "Правительство" if encoding == "windows-1251" else "Größe"
    page = _page(f"<p>{word}. {SENTENCE * 3}</p>").replace("utf-8", encoding)
    assert word in _article(tmp_path, page.encode(encoding)).text


def test_scripts_do_not_run_and_nothing_is_loaded(tmp_path: Path) -> None:
    body = (
        "<script>document.write('written by a script')</script>"
        "<img src='http://tracker.example/x.png' onload='alert(1)'>"
        "<iframe src='http://tracker.example/'></iframe><link rel='stylesheet' href='http://tracker.example/x.css'>"
    )
    found = _article(tmp_path, _page(body))
    assert "script" not in found.text
    assert "tracker" not in found.text


@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote"])
def test_ten_thousand_nested_elements_do_not_hide_the_article(tmp_path: Path, tag: str) -> None:
    deep = f"<{tag}>" * 10_000 + PARAGRAPHS + f"</{tag}>" * 10_000
    found = _article(tmp_path, f"<html><body><h1>Oslo pays for chips</h1>{deep}</body></html>")
    assert found.text.count("The city of Oslo") == 12


def test_nesting_that_is_never_closed_is_survived(tmp_path: Path) -> None:
    found = _article(tmp_path, "<h1>Oslo pays for chips</h1>" + "<div>" * 10_000 + PARAGRAPHS)
    assert found.text.count("The city of Oslo") == 12


@pytest.mark.parametrize(
    "content", ["<html><body><script>var a;</script></body></html>", "<", "<!-- a -->"]
)
def test_a_page_without_an_article_says_so(tmp_path: Path, content: str) -> None:
    found = _read(tmp_path, content)
    assert isinstance(found, UnreadableFile)
    assert "no article text was found in the page" in found.sentence


def test_broken_linked_data_does_no_harm(tmp_path: Path) -> None:
    scripts = "".join(
        f"<script type='application/ld+json'>{text}</script>" for text in ("{", "[" * 9_999, "3")
    )
    assert (
        _article(tmp_path, _page(head=scripts + _linked(author=3, datePublished=7))).authors == ()
    )


def test_packed_pages_are_read(tmp_path: Path) -> None:
    found = _article(tmp_path, gzip.compress(_page().encode()), "a.html.gz")
    assert found.title == "Oslo pays for chips"


@pytest.mark.parametrize("link", ["<li>{}</li>", "{} "])
def test_a_page_of_very_many_links_keeps_those_amid_its_text(link: str, tmp_path: Path) -> None:
    amid = (
        f"<p>Chips cost <b><a href='/1'>€2 billion</a></b>, said the mayor. {SENTENCE * 2}</p>"
        f"<p><a href='/2'>{SENTENCE}</a></p>"
    )
    few = _article(tmp_path, _page(amid))
    links = "".join(link.format(f"<a href='/{n}'>Story {n}</a>") for n in range(6_000))
    many = _article(tmp_path, _page(amid).replace("<footer>", f"<div>{links}</div><footer>"))
    assert many.text == few.text
    assert "Chips cost €2 billion, said the mayor." in many.text


def test_nothing_of_a_list_of_links_reaches_the_extraction() -> None:
    links = "".join(f"<li><a href='/{n}'>Story {n}</a></li>" for n in range(6_000))
    tree = html._parsed(f"<p>See <a href='/'>here</a>.</p><ul>{links}</ul>")
    assert tree is not None
    assert tree.text_content() == "See here."
    assert len(list(tree.iter("li"))) == 0
