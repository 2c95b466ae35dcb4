"""Notes in Markdown as HTML that can do no harm: no HTML of the writer's, no script, no picture."""

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown

_LINK = re.compile(r'href="(?!https?:|mailto:)[^"]*"', re.IGNORECASE)


def note_html(note: str) -> str:
    """The note as HTML; addresses other than web and mail ones lead nowhere."""
    html = _converter().reset().convert(escape(note, quote=False))
    return _LINK.sub('href="#"', html)


@cache
def _converter() -> "Markdown":
    # 40 ms to import, and most corpora have no notes
    from markdown import Markdown  # noqa: PLC0415

    converter = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    for name in ("image_link", "image_reference", "short_image_ref"):
        converter.inlinePatterns.deregister(name)
    return converter
