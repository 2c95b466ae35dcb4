import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.domain import AnnotatedArticle, RoleValue
from annotator.errors import CannotWrite
from annotator.writers import FORMATS, Form, prediction
from factories import (
    TEXT,
    annotated,
    article,
    codebook,
    corpus_info,
    filler,
    full_article,
    statement,
    statement_draft,
    suggestion,
)

write = FORMATS["jsonl"].write


def written(path: Path, *articles: AnnotatedArticle) -> list[dict[str, Any]]:
    write(articles, corpus_info(), path)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_offsets_point_at_the_words_that_they_name(tmp_path: Path) -> None:
    (line,) = written(tmp_path / "a.jsonl", full_article())
    text = line["text"]
    assert text == TEXT
    for mention in line["entities"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
    (funder,) = line["statements"][0]["roles"]["funder"]
    assert text[funder["start"] : funder["end"]] == "France"
    speaker = line["statements"][0]["speaker"]
    assert text[speaker["start"] : speaker["end"]] == "Zoe\u0301 Dupont"


def test_entity_and_money_roles_are_objects_and_other_roles_plain_text(tmp_path: Path) -> None:
    (line,) = written(tmp_path / "a.jsonl", full_article())
    roles = line["statements"][0]["roles"]
    assert roles["recipient"][0]["entity"] == "Mistral AI"
    assert roles["amount"][0]["value"] == {
        "low": 2000000000,
        "high": 2000000000,
        "currency": "EUR",
    }
    assert roles["instrument"] == "grant"
    assert roles["date"] == "in May"


def test_what_a_plain_role_knows_besides_its_words_is_kept(tmp_path: Path) -> None:
    (line,) = written(tmp_path / "a.jsonl", full_article())
    assert line["statements"][0]["details"] == {"date": [{"text": "in May", "day": "2024-05-01"}]}


def test_an_entity_goes_by_its_present_name(tmp_path: Path) -> None:
    renamed = filler("actor", "EU", entity="Europe", entity_id=1)
    (line,) = written(
        tmp_path / "a.jsonl",
        annotated(statements=(statement("the EU", type="policy", values=(renamed,)),)),
    )
    assert line["statements"][0]["roles"]["actor"][0]["entity"] == "France"


def test_metadata_coders_and_decisions_come_along(tmp_path: Path) -> None:
    (line,) = written(tmp_path / "a.jsonl", full_article())
    assert line["id"] == "1"
    assert (line["source"], line["published"], line["authors"]) == (
        "Le Monde",
        "2024-05-03",
        ["Ada Muster"],
    )
    assert line["origin"]["removed"] == ["Share"]
    assert line["entities"][0]["coder"] == "Ada"
    assert line["entities"][0]["suggestion"] == 1
    assert line["statements"][0]["note"] == "*big*"
    assert line["done_by"] == ["Ada"]
    assert line["decisions"] == [
        {
            "suggestion": 1,
            "coder": "Ada",
            "verdict": "accepted",
            "time": "2024-05-03T12:00:00+00:00",
        }
    ]


def test_an_unknown_date_stays_unknown(tmp_path: Path) -> None:
    (line,) = written(tmp_path / "a.jsonl", annotated(article=article(published=None)))
    assert line["published"] is None


def test_pending_suggestions_are_marked_with_score_and_evidence(tmp_path: Path) -> None:
    (line,) = written(tmp_path / "a.jsonl", full_article())
    pending = [
        each
        for kind in ("entities", "claims", "statements")
        for each in line[kind]
        if each.get("pending")
    ]
    assert [each["suggestion"] for each in pending] == [2, 3, 4]
    assert all(
        each["score"] == 0.74 and each["evidence"] == "pattern funding.give" for each in pending
    )
    assert all((each["pipeline"], each["version"]) == ("en", "3.8") for each in pending)
    assert not any("coder" in each for each in pending)


def test_a_lone_surrogate_is_kept(tmp_path: Path) -> None:
    (line,) = written(tmp_path / "a.jsonl", annotated("half \ud83d an emoji"))
    assert line["text"] == "half \ud83d an emoji"


def test_the_losses_are_the_codebook_and_what_is_known_of_entities(tmp_path: Path) -> None:
    losses = write([full_article()], corpus_info(), tmp_path / "a.jsonl")
    assert [(loss.count, loss.example) for loss in losses] == [(3, "Test"), (1, "Mistral AI")]


def test_articles_are_written_as_they_come(tmp_path: Path) -> None:
    seen_sizes = []

    def stream() -> Iterator[AnnotatedArticle]:
        for number in range(1, 40):
            seen_sizes.append(sum(part.stat().st_size for part in tmp_path.iterdir()))
            yield replace(full_article(), article=article(id=number, title="x" * 5000))

    write(stream(), corpus_info(), tmp_path / "a.jsonl")
    assert seen_sizes[-1] > seen_sizes[0] + 100_000


def test_a_failure_half_way_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("old", "utf-8")

    def broken() -> Iterator[AnnotatedArticle]:
        yield full_article()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(broken(), corpus_info(), path)
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_named_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="its folder does not exist"):
        write([], corpus_info(), tmp_path / "none" / "a.jsonl")


def test_a_prediction_has_the_form_of_the_gold() -> None:
    values = (filler("funder", "France"), RoleValue("instrument", "grant"))
    draft = suggestion(statement_draft(values=values))
    line = prediction("d1", TEXT, [draft], Form(codebook()))
    (found,) = line["statements"]
    assert (line["id"], line["entities"], line["claims"]) == ("d1", [], [])
    assert found["roles"]["funder"][0]["text"] == "France"
    assert found["roles"]["instrument"] == "grant"
    assert (found["score"], found["evidence"]) == (0.74, "pattern funding.give")
    assert "pending" not in found
