"""Metadata and clutter round an article."""

from datetime import date

import pytest

from annotator.readers.dissection import dissect

BODY = (
    "Northwind Labs has raised 40 million euros, the firm said on Monday. "
    "The money comes from two funds in Lyon.\n\n"
    "“We build for Europe”, said its founder. "
    "A regulator in Oslo is looking at the deal, which may take months."
)


def test_a_short_first_line_is_the_title_and_stays_in_the_text() -> None:
    found = dissect(f"Northwind raises €40m 🚀\n\n{BODY}\n")
    assert found.facts.title == "Northwind raises €40m 🚀"
    assert found.text == f"Northwind raises €40m 🚀\n\n{BODY}"
    assert found.removed == ()


def test_a_title_may_stand_right_above_a_longer_line() -> None:
    assert dissect(f"Northwind raises €40m\n{BODY}").facts.title == "Northwind raises €40m"


@pytest.mark.parametrize(
    "first", ["Northwind has raised money.", "- a list item", "Read this first:", "x" * 300]
)
def test_a_first_line_that_is_no_headline_is_no_title(first: str) -> None:
    assert dissect(f"{first}\n\n{BODY}").facts.title == ""


def test_an_abbreviation_may_end_a_title() -> None:
    assert (
        dissect(f"Northwind moves to the U.S.\n\n{BODY}").facts.title
        == "Northwind moves to the U.S."
    )


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("By Jane Doe", "authors", ("Jane Doe",)),
        (
            "By Jane Doe and Émile van der Berg, Senior Reporter",
            "authors",
            ("Jane Doe", "Émile van der Berg"),
        ),
        ("Von Jürgen Groß", "authors", ("Jürgen Groß",)),
        ("Author: Jane Doe", "authors", ("Jane Doe",)),
        ("**Author:** Jane Doe", "authors", ("Jane Doe",)),
        ("Published: 3 May 2024", "published", date(2024, 5, 3)),
        ("Publié le 3 mai 2024 à 10:30", "published", date(2024, 5, 3)),
        ("Veröffentlicht am 3. Mai 2024", "published", date(2024, 5, 3)),
        ("Fecha: 3 de mayo de 2024", "published", date(2024, 5, 3)),
        ("Date: 2024-05-03", "published", date(2024, 5, 3)),
        ("Friday, May 3, 2024", "published", date(2024, 5, 3)),
        ("Date: 03/04/2024", "published", None),
        ("Updated: 5 May 2024", "published", None),
        ("Source: Reuters", "source", "Reuters"),
        ("Quelle: Die Zeit", "source", "Die Zeit"),
        ("URL: https://example.org/a?b=1", "url", "https://example.org/a?b=1"),
        ("Language: German", "language", "de"),
    ],
)
def test_a_line_below_the_title_states_a_fact_and_leaves_the_text(
    line: str, field: str, value: object
) -> None:
    found = dissect(f"Northwind raises €40m\n{line}\n\n{BODY}")
    assert getattr(found.facts, field) == value
    assert found.text == f"Northwind raises €40m\n\n{BODY}"
    assert found.removed == (line,)


def test_a_byline_may_hold_author_date_and_reading_time() -> None:
    found = dissect(
        f"Northwind raises €40m\n\nBy Jane Doe | May 3, 2024 | Updated May 5, 2024\n"
        f"3 min read\n\n{BODY}"
    )
    assert found.facts.authors == ("Jane Doe",)
    assert found.facts.published == date(2024, 5, 3)
    assert found.removed == ("By Jane Doe | May 3, 2024 | Updated May 5, 2024\n3 min read",)


def test_a_byline_may_stand_below_a_standfirst() -> None:
    found = dissect(
        f"Northwind raises €40m\n\nTwo funds in Lyon believe in it.\n\n"
        f"By Jane Doe\n3 May 2024\n\n{BODY}"
    )
    assert (found.facts.authors, found.facts.published) == (("Jane Doe",), date(2024, 5, 3))
    assert "Two funds in Lyon believe in it." in found.text


def test_the_dateline_of_a_press_release_dates_it_and_stays() -> None:
    text = f"Northwind raises €40m\n\nLYON, France, May 3, 2024 (Wire) -- {BODY}"
    found = dissect(text)
    assert found.facts.published == date(2024, 5, 3)
    assert found.text == text


@pytest.mark.parametrize(
    "text",
    [
        "By 2030 the fund wants to have left.",
        "By contrast, Oslo waits.",
        "On 3 May 2024 the regulator wrote to the firm – and waited.",
        "The source: a person who knows the deal.",
    ],
)
def test_sentences_of_the_article_are_not_metadata(text: str) -> None:
    found = dissect(f"Northwind raises €40m\n\n{text}\n\n{BODY}")
    assert found.removed == ()
    assert (found.facts.authors, found.facts.published, found.facts.source) == ((), None, "")


@pytest.mark.parametrize(
    ("footer", "source", "url"),
    [
        ("Source: The Daily Ledger", "The Daily Ledger", ""),
        ("📌 Source: Ledger News (www.ledger.example)", "Ledger News", ""),
        (
            "Source: https://www.ledger.example/news/1",
            "ledger.example",
            "https://www.ledger.example/news/1",
        ),
        ("Source: [Ledger](https://ledger.example/1)", "Ledger", "https://ledger.example/1"),
        ("🔗 Original: https://ledger.example/a-b", "", "https://ledger.example/a-b"),
        (
            "Originally published at https://ledger.example/1.",
            "ledger.example",
            "https://ledger.example/1",
        ),
        ("This article was originally published on The Daily Ledger.", "The Daily Ledger", ""),
        ("Read the original article at The Daily Ledger.", "The Daily Ledger", ""),
        ("View the original release on www.wire.example", "wire.example", ""),
        ("The post Oslo pays appeared first on Ledger.", "Ledger", ""),
        ("Fuente: El Diario", "El Diario", ""),
        ("Cet article a été publié initialement sur Le Registre.", "Le Registre", ""),
    ],
)
def test_a_footer_names_the_outlet_and_the_address(footer: str, source: str, url: str) -> None:
    found = dissect(f"Northwind raises €40m\n\n{BODY}\n\n{footer}\n")
    assert (found.facts.source, found.facts.url) == (source, url)
    assert found.text == f"Northwind raises €40m\n\n{BODY}"
    assert found.removed == (footer,)


def test_an_outlet_and_a_day_in_one_footer_are_told_apart() -> None:
    facts = dissect(f"Northwind raises €40m\n\n{BODY}\n\nSource: Ledger, 3 May 2024").facts
    assert (facts.source, facts.published) == ("Ledger", date(2024, 5, 3))


def test_what_surrounds_an_article_on_a_page_is_cut_and_listed() -> None:
    found = dissect(
        "Skip to content\nMenu\n\nNorthwind raises €40m\n\nShare on Facebook\n\n"
        f"{BODY}\n\nAdvertisement\n\nIt is the third round this year.\n\n"
        "Tags: chips, Lyon\n\nRelated Posts\n\nOslo waits for answers\nLyon builds\n\n"
        "Leave a comment\n\nNice read, thank you.\n\n"
        "Privacy Preferences\nWe use cookies on our website."
    )
    assert found.text == f"Northwind raises €40m\n\n{BODY}\n\nIt is the third round this year."
    assert found.facts.title == "Northwind raises €40m"
    assert found.removed == (
        "Skip to content\nMenu",
        "Share on Facebook",
        "Advertisement",
        "Tags: chips, Lyon",
        "Related Posts",
        "Oslo waits for answers\nLyon builds",
        "Leave a comment",
        "Nice read, thank you.",
        "Privacy Preferences\nWe use cookies on our website.",
    )


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "Haut de page\n\n{}\n\nÀ lire aussi\n\nOslo attend",
            ("Haut de page", "À lire aussi", "Oslo attend"),
        ),
        (
            "{}\n\nKommentar hinterlassen\n\nSchöner Artikel!",
            ("Kommentar hinterlassen", "Schöner Artikel!"),
        ),
        ("{}\n\nUtilizamos cookies para mejorar.", ("Utilizamos cookies para mejorar.",)),
        (
            "{}\n\nPlease credit Ledger when republishing.",
            ("Please credit Ledger when republishing.",),
        ),
        ("{}\n\n© 2024 Ledger. All rights reserved.", ("© 2024 Ledger. All rights reserved.",)),
    ],
)
def test_clutter_is_known_in_several_languages(text: str, cut: tuple[str, ...]) -> None:
    found = dissect(text.format(BODY))
    assert found.text == BODY
    assert found.removed == cut


@pytest.mark.parametrize(
    "line",
    [
        "The bill says that websites must ask before they store cookies in a browser.",
        "Copyright law is next on the list.",
        "Related party deals are another worry.",
        "Comments by the minister are due on Friday.",
        "Share prices fell.",
    ],
)
def test_the_last_sentence_of_an_article_on_such_matters_stays(line: str) -> None:
    text = f"{BODY}\n\n{line}"
    assert dissect(text).text == text


def test_a_link_to_other_articles_amid_the_text_cuts_nothing() -> None:
    text = f"{BODY}\n\nRelated Posts\n\n{BODY}\n\n{BODY}"
    assert dissect(text).text == text


def test_a_comment_link_above_the_article_does_not_cut_the_article() -> None:
    text = f"Northwind raises €40m\n\nLeave a comment\n\n{BODY}"
    assert dissect(text).text == f"Northwind raises €40m\n\n{BODY}"


def test_a_text_that_is_nothing_but_clutter_is_kept() -> None:
    found = dissect("Source: Reuters\n\nLeave a comment\n")
    assert found.text == "Source: Reuters\n\nLeave a comment"
    assert found.removed == ()
