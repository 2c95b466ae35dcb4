"""Text from the clipboard."""

import re
from hashlib import sha256

from annotator.domain import ArticleDraft
from annotator.errors import InvalidInput, UnreadableFile
from annotator.i18n import gettext as _
from annotator.readers.drafts import draft_of_page
from annotator.readers.encoding import normalise
from annotator.readers.facts import NOTHING
from annotator.readers.source import MAX_BYTES

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def read_pasted(text: str, html: str = "") -> ArticleDraft:
    """The article in what was pasted; InvalidInput when there is none.

    `text` counts, for it is what the person selected; `html` only when there is no text.
    """
    digest = sha256((text or html).encode("utf-8", "replace")).hexdigest()
    if max(len(text), len(html)) > MAX_BYTES:
        raise InvalidInput(
            _("What was pasted is too long for one article. Save it as a file and import that.")
        )
    if _PAGE.match(text):
        return _page(text, digest)
    if any(map(str.isalnum, text)):
        return draft_of_page(normalise(text), NOTHING, reader="pasted", path="", sha256=digest)
    if html.strip():
        return _page(html, digest)
    raise InvalidInput(_("There is no text to paste. Copy the article's text first."))


def _page(markup: str, digest: str) -> ArticleDraft:
    """The article in the source of a web page."""
    # trafilatura takes half a second to load and most that is pasted is plain text
    from annotator.readers.html import read_page  # noqa: PLC0415

    try:
        return read_page(markup, reader="pasted", path="", sha256=digest)
    except UnreadableFile as error:
        raise InvalidInput(
            _("No article text was found in what was pasted. Copy the article's text itself.")
        ) from error
