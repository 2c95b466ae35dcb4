"""Which commands are meant by what was typed; pure but for the entry of a menu."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence

from annotator.formats import listing
from annotator.ui.plain import plain

_WORD, _MENU, _MIDDLE, _KEYS = range(4)
_MNEMONIC = re.compile(r"&(.)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A command as it is offered: `key` names it, `keys` give it as well."""

    key: str
    text: str
    menu: str
    keys: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return listing(filter(None, (self.text, self.menu, self.keys)))


def entry_of(menu: str, action: QAction) -> Entry:
    """The entry for what stands in the menu of that title."""
    native = QKeySequence.SequenceFormat.NativeText
    return Entry(
        action.objectName(),
        _MNEMONIC.sub(r"\1", action.text()),
        _MNEMONIC.sub(r"\1", menu),
        action.shortcut().toString(native),
    )


def ranked(entries: Sequence[Entry], typed: str, recent: Sequence[str]) -> list[Entry]:
    """The entries that hold all that was typed, the likeliest first.

    What begins like it comes first, then where its words begin words of the text, of the menu,
    or stand in the middle of one; among equals, and where nothing is typed, what was used last.
    """
    ages = {key: age for age, key in enumerate(recent)}
    fits = [(_fit(entry, plain(typed)), ages.get(entry.key, len(ages)), entry) for entry in entries]
    found = [(fit, age, entry) for fit, age, entry in fits if fit is not None]
    return [entry for _fit, _age, entry in sorted(found, key=lambda one: one[:2])]


def _fit(entry: Entry, typed: str) -> tuple[bool, int, int] | None:
    """How well an entry fits, less is better; None if a word is found nowhere in it."""
    text, menu, keys = plain(entry.text), plain(entry.menu), plain(entry.keys)
    places = [_place(word, text, menu, keys) for word in typed.split()]
    if None in places:
        return None
    known = [place for place in places if place is not None]
    begins = text.startswith(typed.strip()) or keys == typed.strip()
    return not begins, max(known, default=_WORD), sum(known)


def _place(word: str, text: str, menu: str, keys: str) -> int | None:
    if _begins_word(word, text):
        return _WORD
    if _begins_word(word, menu):
        return _MENU
    if word in text:
        return _MIDDLE
    return _KEYS if word in keys else None


def _begins_word(word: str, text: str) -> bool:
    return any(text.startswith(word, start) for start in _starts(text))


def _starts(text: str) -> Iterable[int]:
    return (match.start() for match in re.finditer(r"\w+", text))
