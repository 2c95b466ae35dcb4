"""The analyst's main job on the command line and in scripts, from article to corpus."""

import csv
import doctest
import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

import annotator
from annotator.cli import run
from annotator.domain import Include, StatementDraft, Verdict

ARTICLE = (
    "Norland backs Acme Labs\n\n"
    "The government of Norland will invest €2.5 billion in Acme Labs, said Jane Doe. 🌍\n"
    "Acme Labs lags behind its rivals OpenAI and Google in the market for chat programs.\n"
    "The European Commission adopted new rules for artificial intelligence on Monday.\n\n"
    "Source: The Example Wire\n"
    "Original: https://example.org/acme\n"
)


@pytest.fixture
def extracted(tmp_path: Path) -> Path:
    """A project with one extracted article."""
    path, article = tmp_path / "story.anno", tmp_path / "acme.txt"
    article.write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    assert run(["new", str(path), "--coder", "Ada"]) == 0
    assert run(["import", str(path), str(article)]) == 0
    assert run(["extract", str(path)]) == 0
    return path


@pytest.fixture
def tagged(extracted: Path) -> Path:
    """The same with all statements accepted, the first mention corrected, a claim rejected."""
    with annotator.open_project(extracted) as project:
        pending = project.suggestions.pending(1)
        statements = [s for s in pending if isinstance(s.content, StatementDraft)]
        project.suggestions.accept([s.id for s in statements])
        others = [s for s in pending if not isinstance(s.content, StatementDraft)]
        project.suggestions.reject([others[0].id])
        project.suggestions.skip([others[1].id])
        project.suggestions.accept([s.id for s in others[2:]])
    return extracted


def test_what_the_article_says_of_itself_is_found(extracted: Path) -> None:
    with annotator.open_project(extracted) as project:
        article = project.articles.get(1)
        assert article.title == "Norland backs Acme Labs"
        assert article.source == "The Example Wire"
        assert article.url == "https://example.org/acme"
        assert article.published is None
        assert "Original:" not in project.articles.text(1)


def test_each_type_of_statement_is_suggested_with_its_roles(extracted: Path) -> None:
    with annotator.open_project(extracted) as project:
        pending = project.suggestions.pending(1)
        found = [s.content for s in pending if isinstance(s.content, StatementDraft)]
    assert {content.type for content in found} == {"funding", "policy", "competitor"}
    (funding,) = [content for content in found if content.of_role("amount")]
    (amount,) = funding.of_role("amount")
    assert amount.money is not None
    assert (amount.money.low, amount.money.currency) == (2.5e9, "EUR")
    assert [value.text for value in funding.of_role("recipient")] == ["Acme Labs"]


def test_extracting_twice_finds_nothing_more_to_do(
    extracted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["extract", str(extracted), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 0


def test_jsonl_holds_everything_that_was_decided(tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    wanted = ["--format", "jsonl", "--output", str(target), "--include", "all"]
    assert run(["export", str(tagged), *wanted]) == 0
    (row,) = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    for kind in ("entities", "statements"):
        assert row[kind]
        for item in row[kind]:
            quote = row["text"][item["start"] : item["end"]]
            assert item.get("text", quote) == quote
    assert {d["verdict"] for d in row["decisions"]} == {"accepted", "rejected", "skipped"}
    assert {d["coder"] for d in row["decisions"]} == {"Ada"}


def test_csv_has_a_row_a_statement_with_a_column_a_role(tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    assert run(["export", str(tagged), "--format", "csv", "--output", str(target)]) == 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with annotator.open_project(tagged) as project:
        statements = project.statements.of(1)
    assert [row["quote"] for row in rows] == [s.quote for s in statements]
    assert any("2500000000" in value for row in rows for value in row.values())


def test_docbin_is_read_by_spacy_itself(tagged: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.spacy"
    assert run(["export", str(tagged), "--format", "docbin", "--output", str(target)]) == 0
    (doc,) = DocBin().from_disk(target).get_docs(spacy.blank("en").vocab)
    with annotator.open_project(tagged) as project:
        assert doc.text == project.articles.text(1)
        assert [s.text for s in doc.spans["statements"]] == [
            s.quote for s in project.statements.of(1)
        ]


@pytest.mark.parametrize(("form", "suffix"), [("markdown", ".md"), ("html", ".html")])
def test_reports_can_be_read(tagged: Path, tmp_path: Path, form: str, suffix: str) -> None:
    target = tmp_path / f"out{suffix}"
    assert run(["export", str(tagged), "--format", form, "--output", str(target)]) == 0
    report = target.read_text("utf-8")
    assert "Norland backs Acme Labs" in report
    assert "€2.5 billion" in report
    assert "<script" not in report


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_what_a_format_cannot_hold_stands_beside_the_file(
    tagged: Path, tmp_path: Path, form: str
) -> None:
    target = tmp_path / "lossy"
    assert run(["export", str(tagged), "--format", form, "--output", str(target)]) == 0
    reports = [path for path in tmp_path.iterdir() if path.name.startswith("lossy.")]
    assert len(reports) == 1
    assert "decision" in reports[0].read_text("utf-8").lower()


def test_an_export_of_one_coder_holds_no_other(tagged: Path, tmp_path: Path) -> None:
    with annotator.open_project(tagged, coder="Grace") as project:
        project.suggestions.accept([project.suggestions.pending(1)[0].id])
    target = tmp_path / "grace.jsonl"
    wanted = ["--format", "jsonl", "--output", str(target), "--coder", "Grace"]
    assert run(["export", str(tagged), *wanted]) == 0
    row = json.loads(target.read_text("utf-8"))
    assert sum(len(row[kind]) for kind in ("entities", "claims", "statements")) == 1
    assert run(["export", str(tagged), *wanted[:-1], "Nobody"]) == 2


def test_everything_can_be_undone_and_redone_after_a_restart(tagged: Path) -> None:
    with annotator.open_project(tagged) as project:
        before = project.status()
        while project.undo_name:
            project.undo()
        assert project.articles.count() == 0
    with annotator.open_project(tagged) as project:
        while project.redo_name:
            project.redo()
        assert project.status() == before
        assert project.check().is_sound


def test_predictions_need_no_project(tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text(json.dumps({"id": "a", "text": ARTICLE}) + "\n", encoding="utf-8")
    target = tmp_path / "out.jsonl"
    assert run(["predict", str(lines), "--output", str(target)]) == 0
    row = json.loads(target.read_text("utf-8"))
    assert row["text"] == ARTICLE
    funding = next(s for s in row["statements"] if "amount" in s["roles"])
    assert funding["roles"]["amount"][0]["value"]["low"] == 2_500_000_000
    assert {"score", "evidence", "modality", "polarity", "speaker"} <= funding.keys()


def test_predictions_are_measured_against_gold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    start = ARTICLE.index("€2.5 billion")
    row = {
        "id": "a",
        "text": ARTICLE,
        "sentences": [{"start": 25, "end": 106}],
        "entities": [{"start": start, "end": start + 12, "label": "MONEY", "text": "€2.5 billion"}],
        "claims": [],
        "statements": [],
    }
    gold.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert run(["evaluate", str(gold)]) == 0
    assert "MONEY" in capsys.readouterr().out


def test_a_script_works_with_the_same_project(tagged: Path) -> None:
    with annotator.open_project(tagged, read_only=True) as project:
        corpus = list(project.corpus(Include.ALL))
    assert corpus[0].article.title == "Norland backs Acme Labs"
    assert {d.verdict for d in corpus[0].decisions} >= {Verdict.ACCEPTED, Verdict.REJECTED}


def test_the_example_of_the_library_runs(tagged: Path) -> None:
    example = doctest.DocTestFinder(recurse=False).find(annotator)[0]
    code = "".join(line.source for line in example.examples).replace("news.anno", tagged.name)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tagged.parent, capture_output=True, text=True, check=True
    )
    assert "Norland backs Acme Labs" in done.stdout
