"""What is told about the marks under the mouse."""

from collections.abc import Sequence
from html import escape

from annotator.i18n import ngettext
from annotator.ui.article_view.mark import Mark
from annotator.ui.article_view.palette import Palette
from annotator.ui.article_view.spoken import kind_in_words

_MOST = 8


def tooltip(marks: Sequence[Mark], palette: Palette) -> str:
    """A line for each mark, as rich text; empty for none."""
    lines = [_line(mark, palette) for mark in marks[:_MOST]]
    rest = len(marks) - _MOST
    if rest > 0:
        lines.append(escape(ngettext("and {rest} more", "and {rest} more", rest).format(rest=rest)))
    return "<br>".join(lines)


def _line(mark: Mark, palette: Palette) -> str:
    label = escape(mark.label)
    kind = escape(kind_in_words(mark))
    ink = palette.ink(mark.colour).name()
    return f'<span style="color:{ink}">■</span>&nbsp;<b>{label}</b>&nbsp;· {kind}'
