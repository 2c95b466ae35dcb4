from pathlib import Path

import pytest

from annotator.domain import Loss
from annotator.errors import CannotWrite
from annotator.writers import write_loss_report


def test_the_report_stands_beside_the_file_and_names_each_loss(tmp_path: Path) -> None:
    losses = (Loss(what="Claims", count=1200, example="It rains."), Loss(what="Texts", count=3))
    report = write_loss_report(tmp_path / "news.csv", losses)
    assert report == tmp_path / "news.csv.losses.txt"
    text = report.read_text("utf-8")
    assert "2 kinds of things" in text
    assert "- Claims: 1,200 (for example “It rains.”)\n- Texts: 3\n" in text


def test_the_report_says_when_nothing_was_lost(tmp_path: Path) -> None:
    report = write_loss_report(tmp_path / "news.jsonl", ())
    assert report.read_text("utf-8") == "news.jsonl: nothing lost.\n"


def test_a_report_that_cannot_be_written_is_the_users_business(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        write_loss_report(tmp_path / "none" / "news.csv", ())
