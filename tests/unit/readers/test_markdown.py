"""Markdown files and their front matter."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from annotator.domain import ArticleDraft
from annotator.readers import read
from annotator.readers.front_matter import split_front_matter
from annotator.readers.plain import plain_inline, plain_text

BODY = "The fund pays for the work of the lab, and it is not the first to do so for the firm.\n"


def _article(folder: Path, text: str) -> ArticleDraft:
    path = folder / "a.md"
    path.write_text(text, "utf-8")
    (found,) = read([path])
    assert isinstance(found, ArticleDraft)
    return found


def test_front_matter_is_read_as_metadata(tmp_path: Path) -> None:
    found = _article(
        tmp_path,
        '---\ntitle: "Oslo: a fund"\nauthors:\n  - Jane Doe\n  - Émile Roy\n'
        "date: 2024-05-03T10:00:00Z\n"
        f"source: Ledger\nurl: https://ledger.example/1\nlang: en-GB\n---\n\n{BODY}",
    )
    assert (found.title, found.authors, found.published) == (
        "Oslo: a fund",
        ("Jane Doe", "Émile Roy"),
        date(2024, 5, 3),
    )
    assert (found.source, found.url, found.language) == ("Ledger", "https://ledger.example/1", "en")
    assert found.text == f"Oslo: a fund\n\n{BODY}".strip()


def test_without_front_matter_the_first_heading_is_the_title(tmp_path: Path) -> None:
    found = _article(tmp_path, f"# Oslo *and* the fund\n\nBy Jane Doe\n\n{BODY}")
    assert (found.title, found.authors) == ("Oslo and the fund", ("Jane Doe",))


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("tags: [a, 'b, c', \"d\"]", {"tags": ["a", "b, c", "d"]}),
        ("title: It's “here”: now", {"title": "It's “here”: now"}),
        ('title: "She said \\"no\\""', {"title": 'She said "no"'}),
        ("title: 'It''s here'", {"title": "It's here"}),
        ("# a comment\ntitle: a", {"title": "a"}),
        ("title: >\n  two\n  lines", {"title": "two lines"}),
        ("source:\n  name: Ledger\n  id: 3", {"source": {"name": "Ledger", "id": "3"}}),
        ("authors:\n- name: Jane\n- name: Émile", {"authors": ["Jane", "Émile"]}),
        ("url: https://ledger.example/a:b", {"url": "https://ledger.example/a:b"}),
    ],
)
def test_the_plain_part_of_yaml_is_understood(head: str, fields: dict[str, Any]) -> None:
    assert split_front_matter(f"---\n{head}\n---\nText\n") == (fields, "Text\n")


def test_toml_front_matter_is_understood() -> None:
    text = '+++\ntitle = "A"\ndate = 2024-05-03\n+++\nText'
    assert split_front_matter(text) == ({"title": "A", "date": "2024-05-03"}, "Text")


@pytest.mark.parametrize(
    "text",
    [
        "---\nA rule above the text.",
        "Text\n---\na: b\n---\n",
        "---\n\n---\nText",
        "+++\na = \n+++\nText",
    ],
)
def test_what_is_no_front_matter_stays_in_the_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**bold** *it* ***both*** _it_ __bold__ ~~old~~", "bold it both it bold old"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("[a [b]](https://x.example/a_(b)) and [c][1]", "a [b] and c"),
        ("before ![a chart](chart.png)after", "before after"),
        ("`*code*` and ``a ` b``", "*code* and a ` b"),
        (r"\*not\* emphasis, 3 \< 4", "*not* emphasis, 3 < 4"),
        ("<b>tags</b> go, &amp; stays, 3 < 4", "tags go, & stays, 3 < 4"),
        ("<https://x.example/a_b_c>", "https://x.example/a_b_c"),
        ("a note[^1].", "a note."),
        ("*שלום* 👩‍🔬 **é**", "שלום 👩‍🔬 é"),
    ],
)
def test_marks_within_a_line_are_taken_out(markdown: str, text: str) -> None:
    assert plain_inline(markdown) == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# One #\ntext\n\nTwo\n===\nmore", "One\n\ntext\n\nTwo\n\nmore"),
        ("soft\nwrapped\nline\n\nnext  \nhard\\\nbreak", "soft wrapped line\n\nnext\nhard\nbreak"),
        ("* one\n  more of it\n+ two\n  1. in", "- one more of it\n- two\n  1. in"),
        ("- [x] done\n- [ ] open", "- done\n- open"),
        ("> quoted\n> > twice", "quoted twice"),
        ("a\n\n---\n\n***\n\nb", "a\n\nb"),
        ("| A | B |\n|---|:-:|\n| 1 | *2* |", "A | B\n1 | 2"),
        ("```py\ndef f(**kw):\n    pass\n```\nafter", "def f(**kw):\n    pass\n\nafter"),
        ("text\n\n    indented *code*\n\nafter", "text\n\n    indented *code*\n\nafter"),
        ("a <!-- not\nseen --> b<script>x\n</script>", "a  b"),
        ("see [it][x]\n\n[x]: https://x.example 'T'\n[^1]: The note.", "see it\n\nThe note."),
    ],
)
def test_blocks_become_readable_lines(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


@pytest.mark.parametrize(
    "piece", ["[", "![", "*", "_ a", "`", "<", "<!--", "<script>", "~~a", "> ", "| a ", "\\"]
)
def test_any_number_of_unclosed_marks_is_survived(piece: str) -> None:
    assert plain_text(piece * 5_000 + "\n\nThe end.").endswith("The end.")
