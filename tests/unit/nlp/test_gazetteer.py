"""Names that the program knows."""

from pathlib import Path

import pytest

from annotator.domain import EntityLabel
from annotator.nlp.gazetteer import KnownName, known_names, names_for


def test_every_file_of_a_folder_is_read_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text('{"name": "Zoë", "label": "PERSON"}\n\n', "utf-8")
    (tmp_path / "a.jsonl").write_text(
        '{"name": "Meta", "label": "ORG", "aliases": ["Meta Platforms"],'
        ' "kind": "firm", "case": true}',
        "utf-8",
    )
    assert known_names(tmp_path) == (
        KnownName("Meta", EntityLabel.ORG, ("Meta Platforms",), "firm", case=True),
        KnownName("Zoë", EntityLabel.PERSON),
    )


def test_a_folder_without_files_knows_no_names(tmp_path: Path) -> None:
    assert known_names(tmp_path) == ()


def test_a_label_that_the_codebook_does_not_have_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"name": "Meta", "label": "FIRM"}', "utf-8")
    with pytest.raises(ValueError, match="FIRM"):
        known_names(tmp_path)


def test_the_spellings_of_a_language_join_those_of_all() -> None:
    english, french = (
        {name.name: name.aliases for name in names_for(language)} for language in ("en", "fr")
    )
    assert {"USA", "États-Unis"} <= set(french["United States"])
    assert "États-Unis" not in english["United States"]
    assert "loi Sren" in french
    assert "loi Sren" not in english
