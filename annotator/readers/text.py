"""Plain text files."""

from collections.abc import Iterator

from annotator.domain import ArticleDraft
from annotator.readers.drafts import draft_of_page
from annotator.readers.encoding import decode
from annotator.readers.facts import NOTHING
from annotator.readers.source import Source


def read(source: Source) -> Iterator[ArticleDraft]:
    """The one article that a text file is."""
    data, digest = source.load()
    text = decode(data, source.name)
    yield draft_of_page(text, NOTHING, reader="text", path=source.name, sha256=digest)
