"""Changes to a codebook as plain functions."""

from dataclasses import replace

import pytest

import factories
from annotator.ui.codebook_page.edits import (
    key_for,
    key_problem,
    moved,
    restored,
    with_new_role,
    with_new_type,
)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Market share", "market_share"),
        ("  Förderung (Bund) ", "forderung_bund"),
        ("Zoe\u0301", "zoe"),
        ("🚀", "item"),
        ("政策", "政策"),
    ],
)
def test_a_key_is_made_of_the_name(name: str, key: str) -> None:
    assert key_for(name, []) == key


def test_a_key_differs_from_those_taken() -> None:
    assert key_for("Actor", ["actor", "actor_2"]) == "actor_3"


def test_a_new_type_gets_a_free_colour_and_digit() -> None:
    codebook = with_new_type(factories.codebook(), "Jobs")
    new = codebook.types[-1]
    assert (new.key, new.name, new.shortcut) == ("jobs", "Jobs", "4")
    assert new.colour not in {kind.colour for kind in codebook.types[:-1]}


def test_a_new_role_with_a_known_name_gets_a_key_of_its_own() -> None:
    kind = with_new_role(factories.codebook().types[0], "Funder")
    assert [role.key for role in kind.roles if role.name == "Funder"] == ["funder", "funder_2"]


@pytest.mark.parametrize(
    ("key", "named"), [("2", "Policy"), ("a", "Accept"), ("A", "Accept"), ("]", "Next article")]
)
def test_a_key_that_is_taken_is_explained(key: str, named: str) -> None:
    assert f"“{named}”" in key_problem(factories.codebook(), "funding", key)


@pytest.mark.parametrize("key", ["1", "9", "z", ""])
def test_a_free_key_is_no_problem(key: str) -> None:
    assert not key_problem(factories.codebook(), "funding", key)


def test_a_type_restored_gives_up_a_key_that_another_has_taken() -> None:
    codebook = factories.codebook()
    old = replace(codebook.types[0], retired=True)
    heir = replace(codebook.types[1], shortcut="1")
    assert restored(replace(codebook, types=(old, heir)), old).shortcut == ""
    assert restored(codebook, old).shortcut == "1"


def test_moving_stops_at_the_ends() -> None:
    assert moved(("a", "b", "c"), 2, -1) == ("a", "c", "b")
    assert moved(("a", "b", "c"), 0, -1) == ("a", "b", "c")
    assert moved(("a", "b", "c"), 1, 5) == ("a", "c", "b")
