"""The table of commands."""

from itertools import combinations

from PySide6.QtGui import QKeySequence

from annotator.ui.actions import COMMANDS, command
from annotator.ui.command import MENU_TITLES, Menu


def test_no_key_means_two_things() -> None:
    # those of a list are its own while it has the focus
    bound = [entry for entry in COMMANDS if not entry.local]
    for entry, other in combinations(bound, 2):
        assert not (entry.meets(other) and set(entry.shortcuts) & set(other.shortcuts)), entry


def test_every_key_is_one_that_qt_knows() -> None:
    for entry in COMMANDS:
        for shortcut in entry.shortcuts:
            assert not QKeySequence(shortcut).isEmpty(), shortcut


def test_every_command_can_be_found_by_its_key() -> None:
    assert all(command(entry.key) == entry for entry in COMMANDS)


def test_every_menu_has_a_title_and_an_entry() -> None:
    used = {entry.menu for entry in COMMANDS if not entry.native}
    assert used == set(Menu) == set(MENU_TITLES)


def test_a_hint_names_the_first_key() -> None:
    assert command("accept").hint == "Accept (A)"
    assert command("about").hint == "About Annotator"
