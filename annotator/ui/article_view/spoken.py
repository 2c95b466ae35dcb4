"""Marks in words, and said aloud by a screen reader."""

from collections.abc import Iterable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from annotator.formats import series
from annotator.i18n import gettext as _
from annotator.ui.article_view.mark import Layer, Mark


def kind_in_words(mark: Mark) -> str:
    """What the mark is: “statement, suggested”."""
    kind = {
        Layer.STATEMENTS: _("statement"),
        Layer.MENTIONS: _("mention"),
        Layer.CLAIMS: _("claim"),
        Layer.SUGGESTIONS: _("statement"),
    }[mark.layer]
    return _("{kind}, suggested").format(kind=kind) if mark.pending else kind


def announce(widget: QWidget, marks: Iterable[Mark]) -> None:
    """Have the screen reader, if one listens, say these marks: “Funding, statement, suggested”."""
    words = series(f"{mark.label}, {kind_in_words(mark)}" for mark in marks)
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
