"""What the gazetteers, codebooks and sample articles promise to those who read them."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from annotator.domain import NAMED_LABELS, EntityLabel, RoleKind
from annotator.paths import resources_folder

RESOURCES = resources_folder()
GAZETTEERS = sorted((RESOURCES / "gazetteers").glob("*.jsonl"))
CODEBOOKS = sorted((RESOURCES / "codebooks").glob("*.toml"))
ARTICLES = sorted((RESOURCES / "sample").glob("*.md"))
NOTE = "This article was invented for Annotator's sample project."


def stem(path: Path) -> str:
    return path.stem


@cache
def entries(path: Path) -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in path.read_text("utf-8").splitlines())


def every_entry() -> Iterator[dict[str, Any]]:
    for path in GAZETTEERS:
        yield from entries(path)


def spellings(entry: dict[str, Any]) -> tuple[str, ...]:
    return (entry["name"], *entry["aliases"])


def front_matter(path: Path) -> dict[str, str]:
    head = path.read_text("utf-8").split("---\n")[1]
    return dict(line.split(": ", 1) for line in head.splitlines())


def body(path: Path) -> str:
    return path.read_text("utf-8").split("---\n", 2)[2].strip()


def repeated(words: Iterator[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def test_the_gazetteers_know_at_least_four_hundred_names() -> None:
    assert sum(1 for _ in every_entry()) >= 400


@pytest.mark.parametrize("path", GAZETTEERS, ids=stem)
def test_an_entry_has_name_label_aliases_and_kind(path: Path) -> None:
    shapes = {frozenset(entry) - {"language", "case"} for entry in entries(path)}
    assert shapes == {frozenset({"name", "label", "aliases", "kind"})}


@pytest.mark.parametrize("path", GAZETTEERS, ids=stem)
def test_a_label_is_one_that_stands_for_an_entity(path: Path) -> None:
    assert {EntityLabel(entry["label"]) for entry in entries(path)} <= NAMED_LABELS


@pytest.mark.parametrize("path", GAZETTEERS, ids=stem)
def test_a_kind_is_explained_in_the_readme(path: Path) -> None:
    readme = (RESOURCES / "gazetteers" / "README.md").read_text("utf-8")
    unexplained = {e["kind"] for e in entries(path) if f"`{e['kind']}`" not in readme}
    assert not unexplained


@pytest.mark.parametrize("path", GAZETTEERS, ids=stem)
def test_no_spelling_is_empty_or_carries_stray_blanks(path: Path) -> None:
    stray = [s for e in entries(path) for s in spellings(e) if not s or " ".join(s.split()) != s]
    assert not stray


@pytest.mark.parametrize("path", GAZETTEERS, ids=stem)
def test_entries_are_sorted_by_name(path: Path) -> None:
    names = [entry["name"] for entry in entries(path)]
    assert names == sorted(names, key=lambda name: (name.casefold(), name))


def test_a_spelling_belongs_to_one_name_whatever_its_label() -> None:
    pairs = {(spelling, entry["name"]) for entry in every_entry() for spelling in spellings(entry)}
    assert not repeated(spelling for spelling, _name in pairs)
    for path in GAZETTEERS:
        assert not repeated(s for entry in entries(path) for s in spellings(entry))


def test_an_entry_of_a_language_tells_the_same_of_a_name_as_that_of_all() -> None:
    told = {(entry["name"], entry["label"], entry["kind"]) for entry in every_entry()}
    assert not repeated(name for name, _label, _kind in told)


def test_every_language_with_names_of_its_own_has_its_patterns() -> None:
    languages = {entry.get("language", "en") for entry in every_entry()}
    assert languages == {path.name for path in (RESOURCES / "patterns").iterdir() if path.is_dir()}


@pytest.mark.parametrize("path", CODEBOOKS, ids=stem)
def test_a_codebook_gives_every_type_its_own_key_and_shortcut(path: Path) -> None:
    types = tomllib.loads(path.read_text("utf-8"))["types"]
    assert types
    assert not repeated(kind["key"] for kind in types)
    assert not repeated(kind["shortcut"] for kind in types)


@pytest.mark.parametrize("path", CODEBOOKS, ids=stem)
def test_the_roles_of_a_codebook_have_a_kind_and_choices_where_they_need_them(path: Path) -> None:
    for kind in tomllib.loads(path.read_text("utf-8"))["types"]:
        assert not repeated(role["key"] for role in kind["roles"])
        for role in kind["roles"]:
            assert (RoleKind(role["kind"]) is RoleKind.CHOICE) == bool(role.get("choices"))


@pytest.mark.parametrize("path", ARTICLES, ids=stem)
def test_a_sample_article_says_that_it_is_invented(path: Path) -> None:
    assert front_matter(path)["note"] == "Invented for the sample project"
    assert body(path).splitlines()[-1] == NOTE


@pytest.mark.parametrize("path", ARTICLES, ids=stem)
def test_a_sample_article_has_its_metadata_and_a_harmless_address(path: Path) -> None:
    facts = front_matter(path)
    assert facts["title"]
    assert facts["source"]
    assert facts["authors"]
    assert date(2025, 1, 1) <= date.fromisoformat(facts["date"]) <= date(2026, 12, 31)
    assert re.fullmatch(r"https://([a-z-]+\.)?example\.org/[\w/-]+", facts["url"])
    assert facts["language"] in {"en", "fr"}


@pytest.mark.parametrize("path", ARTICLES, ids=stem)
def test_a_sample_article_is_as_long_as_a_news_item(path: Path) -> None:
    assert 250 <= len(body(path).split()) <= 520


def test_the_sample_spans_dates_sources_and_languages() -> None:
    facts = [front_matter(path) for path in ARTICLES]
    assert len({fact["date"] for fact in facts}) == len(facts) >= 6
    assert len({fact["source"] for fact in facts}) >= 4
    assert {fact["language"] for fact in facts} == {"en", "fr"}
