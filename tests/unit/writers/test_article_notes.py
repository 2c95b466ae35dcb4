"""A note on an article is written where the format has room for it, and else counted as lost."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from annotator.domain import AnnotatedArticle, Loss
from annotator.nlp import docbin
from annotator.writers import FORMATS
from factories import annotated, corpus_info, statement

NOTE = "Ask *Zoe\u0301* <b>soon</b> 🐝"


def written(path: Path, key: str, item: AnnotatedArticle) -> tuple[str, dict[str, Loss]]:
    losses = FORMATS[key].write([item], corpus_info(), path)
    return path.read_text("utf-8"), {loss.what: loss for loss in losses}


@pytest.fixture
def noted() -> AnnotatedArticle:
    return annotated(statements=(statement(),), note=NOTE)


def test_json_lines_hold_it_as_it_was_written(tmp_path: Path, noted: AnnotatedArticle) -> None:
    text, losses = written(tmp_path / "a.jsonl", "jsonl", noted)
    assert json.loads(text)["note"] == NOTE
    assert "Notes on articles" not in losses
    without, _losses = written(tmp_path / "b.jsonl", "jsonl", annotated())
    assert "note" not in json.loads(without)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("markdown", "> Ask *Zoe\u0301* &lt;b>soon&lt;/b> 🐝"),
        ("html", "<p>Ask <em>Zoe\u0301</em> &lt;b&gt;soon&lt;/b&gt; 🐝</p>"),
    ],
)
def test_reports_show_it_under_the_article(
    tmp_path: Path, noted: AnnotatedArticle, key: str, shown: str
) -> None:
    text, losses = written(tmp_path / "report", key, noted)
    assert text.index(noted.article.title) < text.index(shown) < text.rindex("France gives")
    assert "Notes on articles" not in losses


@pytest.mark.parametrize("key", ["markdown", "html"])
def test_reports_count_it_for_an_article_that_they_do_not_list(tmp_path: Path, key: str) -> None:
    text, losses = written(tmp_path / "report", key, annotated(note=NOTE))
    assert "Ask" not in text
    assert losses["Notes on articles"] == Loss(what="Notes on articles", count=1, example=NOTE)


def test_a_table_of_statements_counts_it_as_lost(tmp_path: Path, noted: AnnotatedArticle) -> None:
    _text, losses = written(tmp_path / "a.csv", "csv", noted)
    assert losses["Notes on articles"].count == 1
    _text, losses = written(tmp_path / "b.csv", "csv", annotated())
    assert "Notes on articles" not in losses


def test_a_doc_bin_holds_it_with_what_is_known_of_the_article(
    tmp_path: Path, noted: AnnotatedArticle
) -> None:
    docbin.write([noted], corpus_info(), tmp_path / "a.spacy")
    [doc] = DocBin().from_disk(tmp_path / "a.spacy").get_docs(spacy.blank("en").vocab)
    assert doc.user_data["article"]["note"] == NOTE
