"""Which key a command may have: whose it is already, what it would get in the way of."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.domain import Codebook
from annotator.i18n import gettext as _
from annotator.ui.actions import COMMANDS, Keys, commands
from annotator.ui.article_view.keys import is_for_reading
from annotator.ui.command import MENU_TITLES, Command, Scope, in_words

_WRITING = frozenset(
    {
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Space,
        Qt.Key.Key_Escape,
    }
)
_EDITING = (QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)
_NO_TEXT = 0x01000000  # from here on Qt numbers keys that stand for no character
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def pressed(key: str) -> QKeyCombination:
    """What is pressed for a key."""
    # the stubs do not know that a sequence can be indexed
    return cast("Sequence[QKeyCombination]", QKeySequence(key))[0]


def holders(entry: Command, key: str) -> list[Command]:
    """The other commands that have this key where `entry` can be given as well."""
    return [other for other in commands() if other.key != entry.key and _has(other, entry, key)]


def objection(entry: Command, key: str, codebook: Codebook | None) -> str:
    """Why a command cannot have a key at all, "" if it can, be it in place of another."""
    if key in _default(entry).shortcuts:
        return ""
    return (
        _in_the_way(key)
        or _types_text(entry, key)
        or _held_fast(entry, key)
        or _of_a_type(entry, key, codebook)
    )


def with_key(chosen: Keys, entry: Command, key: str) -> Keys:
    """The keys chosen, with this one in place of the first of a command; others go without it."""
    later = [other for other in entry.shortcuts[1:] if other != key]
    return {**_without(chosen, entry, (key,)), entry.key: (key, *later)}


def with_no_key(chosen: Keys, entry: Command) -> Keys:
    """The keys chosen, with none for a command."""
    return {**chosen, entry.key: ()}


def with_own_keys(chosen: Keys, entry: Command) -> Keys:
    """The keys chosen, with those of the table for a command; others go without them."""
    kept = {key: keys for key, keys in chosen.items() if key != entry.key}
    return _without(kept, entry, _default(entry).shortcuts)


def is_changed(entry: Command) -> bool:
    """Whether a command has other keys than those of the table."""
    return entry.shortcuts != _default(entry).shortcuts


def _default(entry: Command) -> Command:
    return next(other for other in COMMANDS if other.key == entry.key)


def _has(other: Command, entry: Command, key: str) -> bool:
    return key in other.shortcuts and other.meets(entry)


def _without(chosen: Keys, entry: Command, keys: tuple[str, ...]) -> Keys:
    meeting = {other.key for other in COMMANDS if other.key != entry.key and other.meets(entry)}
    return {
        key: tuple(one for one in had if one not in keys) if key in meeting else had
        for key, had in chosen.items()
    }


def _in_the_way(key: str) -> str:
    keys = pressed(key)
    event = QKeyEvent(QEvent.Type.KeyPress, keys.key(), keys.keyboardModifiers())
    plain = not keys.keyboardModifiers() & ~_SHIFT
    edits = any(QKeySequence(key) in QKeySequence.keyBindings(editing) for editing in _EDITING)
    if is_for_reading(event) or edits or (plain and keys.key() in _WRITING):
        words = _("“{key}” moves the caret or edits text where one writes. Choose another key.")
        return words.format(key=in_words(key))
    if key in {f"Alt+{title[title.index('&') + 1].upper()}" for title in MENU_TITLES.values()}:
        return _("“{key}” opens a menu. Choose another key.").format(key=in_words(key))
    return ""


def _types_text(entry: Command, key: str) -> str:
    keys = pressed(key)
    types = keys.key() < _NO_TEXT and not keys.keyboardModifiers() & ~_SHIFT
    if not types or entry.scope is Scope.ARTICLES:
        return ""
    words = _(
        "“{key}” types text. Only what is done in an article has single keys;"
        " choose one with Ctrl or Alt, or a function key."
    )
    return words.format(key=in_words(key))


def _held_fast(entry: Command, key: str) -> str:
    held = next((other for other in holders(entry, key) if other.is_fixed), None)
    if held is None:
        return ""
    words = _("“{key}” belongs to “{command}” and stays there. Choose another key.")
    return words.format(key=in_words(key), command=held.text)


def _of_a_type(entry: Command, key: str, codebook: Codebook | None) -> str:
    kinds = codebook.types if codebook and entry.meets(_TAGGING) else ()
    for kind in kinds:
        if kind.shortcut.casefold() == key.casefold() and not kind.retired:
            words = _("“{key}” tags as “{type}”. The codebook page can give that another key.")
            return words.format(key=key, type=kind.name)
    return ""


_TAGGING = next(entry for entry in COMMANDS if entry.key == "tag_statement")
