"""What the tour shows, one thing after the other, and how it is known to have been done."""

from collections.abc import Callable
from dataclasses import dataclass

from annotator.domain import Changes, Kind
from annotator.i18n import gettext as _
from annotator.ui.actions import command
from annotator.ui.tour.beside import Side

_TAGGED = (Kind.STATEMENT, Kind.CLAIM, Kind.MENTION)


@dataclass(frozen=True, slots=True)
class TourStep:
    """A thing to do; `is_done` is asked of changes and the key of the command that made them.

    The card stands on the first of the `sides` that has room for it.
    """

    title: str
    text: str
    sides: tuple[Side, ...]
    is_done: Callable[[Changes, str], bool]


def tour_steps() -> tuple[TourStep, TourStep, TourStep]:
    """The three steps: decide, tag, undo."""
    return (
        TourStep(
            _("Decide on a suggestion"),
            _(
                "Is it right? Press {accept} to accept it or {reject} to reject it. "
                "Either goes on to the next."
            ).format(accept=_key("accept"), reject=_key("reject")),
            (Side.BELOW, Side.LEFT),
            _decided,
        ),
        TourStep(
            _("Tag some words"),
            _(
                "Select words in the text, with the mouse or with Shift and the arrow keys. "
                "Then press {statement} for a statement, or {mention} for a name."
            ).format(statement=_key("tag_statement"), mention=_key("tag_mention")),
            (Side.LEFT, Side.RIGHT),
            _tagged,
        ),
        TourStep(
            _("Take it back"),
            _(
                "Press {undo}. Whatever you do can be undone, step by step, also after a restart."
            ).format(undo=_key("undo")),
            (Side.BELOW, Side.RIGHT),
            _undone,
        ),
    )


def _key(name: str) -> str:
    return command(name).first_key


def _decided(changes: Changes, running: str) -> bool:
    return changes.touches(Kind.DECISION) and running not in {"undo", "redo"}


def _tagged(changes: Changes, running: str) -> bool:
    is_new = any(changes.added.get(kind) for kind in _TAGGED)
    return is_new and not changes.touches(Kind.DECISION) and running not in {"undo", "redo"}


def _undone(_changes: Changes, running: str) -> bool:
    return running == "undo"
