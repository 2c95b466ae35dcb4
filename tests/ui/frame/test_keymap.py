"""Which keys a command may have, and what becomes of those that others had."""

from dataclasses import replace

import pytest

import factories
from annotator.ui.actions import command, commands, use_keys
from annotator.ui.keymap import holders, objection, with_key, with_no_key, with_own_keys

pytestmark = pytest.mark.usefixtures("qapp")


def shortcuts(key: str) -> tuple[str, ...]:
    return command(key).shortcuts


def test_a_new_key_takes_the_place_of_the_first() -> None:
    use_keys(with_key({}, command("accept"), "Y"))
    assert shortcuts("accept") == ("Y", "Return", "Enter")
    assert command("accept").hint == "Accept (Y)"


def test_whoever_had_the_key_goes_without_it_until_it_is_given_back() -> None:
    reject = command("reject")
    assert [other.key for other in holders(reject, "S")] == ["skip"]
    chosen = with_key({}, reject, "S")
    use_keys(chosen)
    assert (shortcuts("reject"), shortcuts("skip")) == (("S",), ())
    use_keys(with_own_keys(chosen, reject))
    assert (shortcuts("reject"), shortcuts("skip")) == (("R",), ("S",))


def test_two_commands_can_change_places() -> None:
    chosen = with_key({}, command("reject"), "S")
    use_keys(chosen)
    use_keys(with_key(chosen, command("skip"), "R"))
    assert (shortcuts("reject"), shortcuts("skip")) == (("S",), ("R",))


def test_own_keys_are_taken_back_from_a_command_that_was_given_them() -> None:
    chosen = with_key(with_key({}, command("reject"), "Y"), command("skip"), "R")
    use_keys(chosen)
    use_keys(with_own_keys(chosen, command("reject")))
    assert (shortcuts("reject"), shortcuts("skip")) == (("R",), ())


def test_a_command_can_go_without_a_key() -> None:
    use_keys(with_no_key({}, command("quit")))
    assert shortcuts("quit") == ()
    assert command("quit").hint == "Quit"


def test_a_key_of_another_page_is_free() -> None:
    assert holders(command("merge_entities"), "R") == []
    held = [other.key for other in holders(command("help"), "R")]
    assert held == ["reject", "reject_listed_ones"]


@pytest.mark.parametrize(
    "key", ["Left", "Shift+End", "Ctrl+Right", "Backspace", "Space", "Tab", "Ctrl+C", "Ctrl+V"]
)
def test_a_key_that_moves_the_caret_or_edits_is_refused(key: str) -> None:
    assert "moves the caret" in objection(command("reject"), key, None)


@pytest.mark.parametrize("key", ["G", "Shift+G", "7", "+", "É"])
def test_a_key_that_types_text_is_for_the_article_only(key: str) -> None:
    assert "types text" in objection(command("export"), key, None)
    assert "types text" in objection(command("new_entity"), key, None)
    assert "types text" not in objection(command("layers"), key, None)


@pytest.mark.parametrize("key", ["Alt+G", "Ctrl+Shift+G", "F9", "Alt+Left", "Ctrl+Alt+G"])
def test_other_keys_are_free_for_all(key: str) -> None:
    for entry in commands():
        assert objection(entry, key, None) == ""


def test_keys_of_menus_lists_and_types_stay_where_they_are() -> None:
    assert "opens a menu" in objection(command("reject"), "Alt+P", None)
    assert "stays there" in objection(command("new_entity"), "F2", None)
    assert "stays there" in objection(command("reject"), "8", None)


def test_a_key_with_which_a_command_came_is_always_its_own() -> None:
    for entry in commands():
        for key in entry.shortcuts:
            assert objection(entry, key, factories.codebook()) == ""


def test_a_key_that_a_statement_type_has_is_refused() -> None:
    codebook = factories.codebook()
    lettered = replace(codebook.types[0], shortcut="x")
    codebook = replace(codebook, types=(lettered,))
    assert "tags as “Funding”" in objection(command("layers"), "X", codebook)
    assert objection(command("new_entity"), "F8", codebook) == ""
