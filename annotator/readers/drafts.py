"""What a reader found becomes an ArticleDraft."""

from annotator.domain import ArticleDraft, Origin
from annotator.errors import UnreadableFile
from annotator.i18n import gettext as _
from annotator.readers.dissection import dissect
from annotator.readers.encoding import letters, normalise
from annotator.readers.facts import Facts
from annotator.readers.language import guess_language

_HEAD = 1_000


def draft_of_page(text: str, known: Facts, *, reader: str, path: str, sha256: str) -> ArticleDraft:
    """An article whose normalised text may have metadata and clutter round it; `known` counts most.

    A headline that is known and not in the text is put above it, for it can be coded too.
    """
    found = dissect(text)
    facts = known.or_else(found.facts)
    if not any(map(str.isalnum, found.text)):
        raise UnreadableFile(path, _("there is no text in it."))
    origin = Origin(reader, _storable(path), sha256, found.removed)
    return _draft(_with_headline(found.text, facts.title), facts, origin)


def draft_of_record(
    text: str, known: Facts, *, reader: str, path: str, sha256: str
) -> ArticleDraft:
    """An article of a corpus: its text stays as it is, so that offsets into it still hold."""
    text = normalise(text)
    facts = known if known.title and known.url else known.or_else(dissect(text).facts)
    return _draft(text, facts, Origin(reader, _storable(path), sha256))


def _draft(text: str, facts: Facts, origin: Origin) -> ArticleDraft:
    return ArticleDraft(
        text=text,
        origin=origin,
        title=facts.title,
        source=facts.source,
        authors=facts.authors,
        url=facts.url,
        published=facts.published,
        language=facts.language or guess_language(text),
    )


def _storable(path: str) -> str:
    """The path with marks in place of bytes that are no characters, which SQLite refuses."""
    return path if path.isascii() else path.encode("utf-8", "replace").decode()


def _with_headline(text: str, title: str) -> str:
    head = text[:_HEAD]
    if not title or title in head or letters(title) in letters(head):
        return text
    return f"{title}\n\n{text}"
