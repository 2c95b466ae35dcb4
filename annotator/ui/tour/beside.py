"""Where a card stands so that it points at something and covers none of it."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize

_EDGE = 8
"""Pixels that stay free between a card and the edge of the room."""


class Side(Enum):
    """On which side of what it speaks of a card stands."""

    LEFT = "left"
    RIGHT = "right"
    ABOVE = "above"
    BELOW = "below"


def beside(card: QSize, target: QRect, room: QRect, sides: Sequence[Side]) -> tuple[Side, QPoint]:
    """The first of `sides` on which the card covers none of the target, and its upper left corner.

    If it fits on none, the last side is taken and the card stays within the room.
    """
    inner = room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    for side in sides:
        place = QRect(_corner(card, target, side), card)
        moved = _within(place, inner)
        if not moved.intersects(target):
            return side, moved.topLeft()
    return sides[-1], _within(QRect(_corner(card, target, sides[-1]), card), inner).topLeft()


def _corner(card: QSize, target: QRect, side: Side) -> QPoint:
    middle = target.center() - QPoint(card.width() // 2, card.height() // 2)
    return {
        Side.LEFT: QPoint(target.left() - card.width(), middle.y()),
        Side.RIGHT: QPoint(target.right() + 1, middle.y()),
        Side.ABOVE: QPoint(middle.x(), target.top() - card.height()),
        Side.BELOW: QPoint(middle.x(), target.bottom() + 1),
    }[side]


def _within(place: QRect, room: QRect) -> QRect:
    left = max(room.left(), min(place.left(), room.right() + 1 - place.width()))
    top = max(room.top(), min(place.top(), room.bottom() + 1 - place.height()))
    return QRect(QPoint(left, top), place.size())
