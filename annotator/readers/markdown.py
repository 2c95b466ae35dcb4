"""Markdown files: front matter as metadata, the body as plain readable text."""

from collections.abc import Iterator

from annotator.domain import ArticleDraft
from annotator.readers.drafts import draft_of_page
from annotator.readers.encoding import decode, normalise
from annotator.readers.front_matter import split_front_matter
from annotator.readers.plain import plain_text
from annotator.readers.records import facts_of
from annotator.readers.source import Source


def read(source: Source) -> Iterator[ArticleDraft]:
    """The one article that a Markdown file is."""
    data, digest = source.load()
    fields, body = split_front_matter(decode(data, source.name))
    yield draft_of_page(
        normalise(plain_text(body)),
        facts_of(fields),
        reader="markdown",
        path=source.name,
        sha256=digest,
    )
